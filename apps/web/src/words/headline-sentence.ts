import type { Assessment, AssessmentClass } from "@moc2030/shared/schema/assessment";
import type { Text } from "../text/text.tsx";
import { capital, inSentence, isOfEdition } from "./format.ts";
import type { HeadlineRow } from "./headline-rows.ts";
import { type Standing, standingOf } from "./standing.ts";
import { type JudgedTarget, shortStatus } from "./target-row.ts";
import { statusWord } from "./wording.ts";

const ORDER: AssessmentClass[] = [
  "met",
  "on_track",
  "behind",
  "off_track",
  "moving_away",
  "lost",
  "missed",
  "not_assessable",
];

/** Rows grouped by class in the order of `ORDER`; empty classes are omitted. */
const byClass = <Row extends { assessment: Assessment }>(rows: readonly Row[]): Row[][] =>
  ORDER.map((status) => rows.filter(({ assessment }) => assessment.class === status)).filter((own) => own.length > 0);

/** The status of every headline target in one sentence; empty without rows. */
export function headlineSentence(rows: readonly JudgedTarget[], text: Text): string {
  if (rows.length === 0) return "";
  const newest = Math.max(...rows.map(({ assessment }) => assessment.latest?.timePeriod ?? 0));
  const provisional = rows.filter(({ assessment }) => assessment.provisional).length;
  return [
    text.say("sentence.headline", {
      n: rows.length,
      clauses: byClass(rows)
        .flat()
        .map((row) => clause(row, newest, text))
        .join("; "),
    }),
    provisional > 0
      ? text.say("sentence.provisional", { n: provisional, word: capital(smallNumber(provisional, text)) })
      : "",
  ]
    .join(" ")
    .trim();
}

/** "thứ hạng Chính phủ điện tử (EGDI) ấn bản 2024 đúng tiến độ", with the edition if another target's is newer. */
function clause(row: JudgedTarget, newest: number, text: Text): string {
  const { say } = text;
  const { assessment: a, indicator } = row;
  const { topic, valueKind } = indicator;
  if (a.class === "not_assessable")
    return a.reason === "discontinued"
      ? say(valueKind === "rank" ? "sentence.rankEnded" : "sentence.ended", { topic })
      : say("sentence.clause", { topic, edition: "", status: inSentence(statusWord(a, text)) });
  const isOlder = isOfEdition(valueKind) && a.latest !== null && a.latest.timePeriod < newest;
  return say(valueKind === "rank" ? "sentence.rank" : "sentence.clause", {
    topic,
    edition: isOlder ? say("sentence.edition", { year: a.latest?.timePeriod ?? "" }) : "",
    // The full status word, since the short "Chậm nhiều" is unclear here; below the base year the one that names it.
    status: inSentence(a.class === "moving_away" ? below(row, text) : statusWord(a, text)),
  });
}

/** "Thấp hơn năm 2020"; for a rank without its noun, which the clause already has. */
const below = (row: JudgedTarget, text: Text): string =>
  row.indicator.valueKind === "rank" && row.assessment.base
    ? text.say("short.below", { year: row.assessment.base.timePeriod })
    : shortStatus(row, text);

/**
 * A shorter summary for phones: how many targets need a pace beyond the record, else how many one within it or that none
 * can be compared, and how many have an overdue figure.
 */
export function shortSentence(rows: readonly HeadlineRow[], text: Text): string {
  const { say } = text;
  const word = (n: number) => capital(smallNumber(n, text));
  const standings = rows.map(standingOf);
  const count = (of: Standing) => standings.filter((one) => one === of).length;
  const compared = (["beyond", "reached"] as const).find((one) => count(one) > 0);
  const overdue = rows.filter(({ missing }) => missing !== null && !missing.isUndated);
  const years = new Set(overdue.map(({ missing }) => missing?.timePeriod));
  const areRanks = overdue.every(({ indicator }) => indicator.valueKind === "rank");
  const [year] = years.size === 1 && areRanks ? years : [];
  const waiting = { n: overdue.length, word: word(overdue.length) };
  return [
    compared ? say(`sentence.${compared}`, { n: count(compared), word: word(count(compared)) }) : "",
    !compared && count("unknown") > 0 ? say("sentence.noneCompared") : "",
    overdue.length === 0
      ? ""
      : year === undefined
        ? say("sentence.waiting", waiting)
        : say("sentence.waitingRanks", { ...waiting, year }),
  ]
    .filter(Boolean)
    .join(" ");
}

/** Number of targets by status: "3 đạt, 3 chưa đạt, 6 chưa đủ cơ sở đánh giá". */
export const tally = (rows: readonly { assessment: Assessment }[], text: Text): string =>
  [...countBy(byClass(rows).flat(), ({ assessment }) => tallyWord(assessment, text))]
    .map(([status, n]) => text.say("sentence.count", { n, status }))
    .join(", ");

/** The status word in a count, where final and preliminary misses are counted together. */
const tallyWord = (a: Assessment, text: Text) =>
  a.class === "missed" || a.class === "lost"
    ? inSentence(text.say("status.missedSoFar"))
    : inSentence(statusWord(a, text));

function countBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
}

function smallNumber(n: number, { lang }: Text): string {
  const words =
    lang === "vi"
      ? ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]
      : ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
  return words[n] ?? String(n);
}
