import type { Assessment, AssessmentClass } from "@moc2030/shared/schema/assessment";
import type { IndicatorItem } from "../../client/api.ts";
import type { Text } from "../../text/text.tsx";
import { hasPassed, reasonText } from "../../words/wording.ts";

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

/** Assessments by class, in the order in which a sentence names the classes; empty classes are left out. */
export function byClass(assessments: Assessment[]): [AssessmentClass, Assessment[]][] {
  return ORDER.map((status): [AssessmentClass, Assessment[]] => [
    status,
    assessments.filter((a) => a.class === status),
  ]).filter(([, items]) => items.length > 0);
}

/** Where the headline targets stand, in one sentence that names each of them. */
export function headlineSentence(assessments: Assessment[], indicators: IndicatorItem[], text: Text): string {
  const { say } = text;
  const year = assessments[0]?.targetYear;
  if (year === undefined) return "";
  const groups = byClass(assessments).map(([, items]) => {
    const names = items.map((a) => named(a, indicators, text)).join("; ");
    return say("sentence.group", { n: items.length, status: classInSentence(items[0] as Assessment, text), names });
  });
  const provisional = assessments.filter((a) => a.provisional).length;
  return say("sentence.headline", {
    n: assessments.length,
    year,
    groups: groups.join(", "),
    provisional:
      provisional > 0 ? say("sentence.provisional", { n: provisional, word: smallNumber(provisional, text) }) : "",
  });
}

function named(a: Assessment, indicators: IndicatorItem[], text: Text): string {
  const indicator = indicators.find((item) => item.code === a.indicator);
  if (!indicator) return a.indicator ?? "";
  if (a.class !== "not_assessable") return indicator.topic;
  return `${indicator.topic}: ${reasonText(a, indicator, indicator.compiler, text)}`;
}

/** How the targets of one year ended, counted, with the reasons for which some have no verdict. */
export function verdictSentence(assessments: Assessment[], text: Text): string {
  const { say } = text;
  const year = assessments[0]?.targetYear;
  if (year === undefined) return "";
  const groups = byClass(assessments).map(([status, items]) =>
    status === "not_assessable"
      ? say("sentence.group", {
          n: items.length,
          status: classInSentence(items[0] as Assessment, text),
          names: reasonCounts(items, text),
        })
      : say("sentence.count", { n: items.length, status: classInSentence(items[0] as Assessment, text) }),
  );
  return say("sentence.verdicts", { n: assessments.length, year, groups: groups.join(", ") });
}

function reasonCounts(items: Assessment[], { say }: Text): string {
  const counts = new Map<string, number>();
  for (const a of items) counts.set(a.reason ?? "", (counts.get(a.reason ?? "") ?? 0) + 1);
  return [...counts]
    .map(([reason, n]) => `${n} ${say(`reasonShort.${(reason || "no_observation") as "no_observation"}`)}`)
    .join(", ");
}

/** The class as it stands inside a sentence: lower case, and the same word as its badge. */
function classInSentence(a: Assessment, { say }: Text): string {
  const word = a.class === "met" && !hasPassed(a) ? say("status.metSoFar") : say(missed(a) ?? `status.${a.class}`);
  return word.charAt(0).toLocaleLowerCase("vi") + word.slice(1);
}

const missed = (a: Assessment) => (a.class === "missed" ? ("status.missedSoFar" as const) : null);

function smallNumber(n: number, { lang }: Text): string {
  const words =
    lang === "vi"
      ? ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]
      : ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
  return words[n] ?? String(n);
}
