import type { Awaited } from "@moc2030/shared/due/next-edition";
import type { Assessment } from "@moc2030/shared/schema/assessment";
import type { Target } from "@moc2030/shared/schema/target";
import type { Lang } from "@moc2030/shared/text/lang";
import type { IndicatorItem } from "../client/api.ts";
import type { Text } from "../text/text.tsx";
import { editionText } from "./edition.ts";
import { flagWords } from "./flags.ts";
import { capital, computedDecimals, day, figure, type Kind, number, observed, span } from "./format.ts";
import { aimOf, statusWord } from "./wording.ts";

/** A target with its assessment and its indicator. */
export type JudgedTarget = { assessment: Assessment; target: Target; indicator: IndicatorItem };

/** The value that a verdict rests on, with its year and flags: "14,02% (2025, ước tính)", "5,17%/năm (2021–2025)"; null without a figure. */
export function nowText({ assessment: a, target, indicator }: JudgedTarget, text: Text): string | null {
  const { say, lang } = text;
  const { valueKind: kind, latest } = indicator;
  if (a.group?.position != null)
    return say("row.position", { n: a.group.position, group: target.group ?? "", year: a.group.edition });
  const average = averageText(a.average, lang);
  if (average !== null) return average;
  if (a.last && !a.latest)
    return say("row.last", { value: ranked(figure(a.last.value, kind, lang), kind, text), year: a.last.timePeriod });
  // Without a threshold nothing was assessed; the newest figure is still worth seeing.
  const point = a.latest ?? latest;
  if (!point || point.value === null) return null;
  const published = latest?.timePeriod === point.timePeriod ? observed(latest, kind, lang) : null;
  const value = published ?? figure(point.value, kind, lang);
  return `${capital(ranked(value, kind, text))} (${[point.timePeriod, ...flagWords(point, text)].join(", ")})`;
}

const ranked = (value: string, kind: Kind, { say }: Text) =>
  kind === "rank" ? say("value.rank", { n: value }) : value;

/** The average so far with its years: "5,17%/năm (2021–2025)"; null where there is none. */
export function averageText(average: Assessment["average"], lang: Text["lang"]): string | null {
  if (average?.toDate == null) return null;
  return `${figure(average.toDate, "growth", lang, { decimals: 2 })} (${span(average.yearsCounted)})`;
}

/** What the target asks for: "khoảng 30%", "trên 7,5% (2021–2030)", "nhóm 40 nước"; null where its text sets no threshold. */
export function aimText(target: Target, kind: Kind, text: Text): string | null {
  const { say } = text;
  if (target.value === null || target.comparator === null) return null;
  if (target.kind === "rank_in_group") return say("aim.group", { n: target.value, group: target.group ?? "" });
  if (kind === "rank") return say("aim.rank", { n: target.value });
  // "7,5% (2021–2030)": beside its years "a year" would only be noise.
  const aim = aimOf(target, target.window ? "share" : kind, text);
  return target.window ? `${aim} (${target.window.from}–${target.window.to})` : aim;
}

/** An improvement a year as a bare number: "+0,85", "6,84" for a rate of growth, "19" places. */
function rateNumber(value: number, { assessment, indicator }: JudgedTarget, lang: Lang): string {
  const kind = indicator.valueKind;
  if (assessment.kind === "period_average") return number(value, lang, computedDecimals("growth"));
  if (kind === "rank") return number(Math.round(value * 10) / 10, lang);
  const n = number(value, lang, computedDecimals(kind));
  return value > 0 ? `+${n}` : n;
}

/** A rate with its unit: "+3,20 điểm %/năm", "9,88%/năm", "0,8 bậc/năm". */
function withUnit(n: string, { assessment, indicator: { valueKind: kind } }: JudgedTarget, { say }: Text): string {
  if (assessment.kind === "period_average") return say("rate.growth", { n });
  if (kind === "rank") return say("rate.places", { n });
  return say(kind === "share" || kind === "growth" ? "rate.points" : "rate.units", { n });
}

/** What stands before and after a value in a text that names it: "Cần " and "" of "Cần +3,20 điểm %/năm". */
export function around(write: (value: string) => string): [string, string] {
  const [before = "", after = ""] = write("\n").split("\n");
  return [before, after];
}

/** What is needed each year from now on, and the whole distance where it is counted in places; null where nothing is left to reach. */
export function needed(row: JudgedTarget, text: Text): { perYear: string; places: string | null } | null {
  const record = row.assessment.outlook?.record;
  if (!record) return null;
  const { latest, targetValue } = row.assessment;
  const isRank = row.indicator.valueKind === "rank" && latest !== null && targetValue !== null;
  const places = isRank ? Math.abs(latest.value - targetValue) : null;
  return {
    perYear: withUnit(rateNumber(record.needed, row, text.lang), row, text),
    places: places === null ? null : text.say("need.places", { n: number(places, text.lang) }),
  };
}

type Best = { value: string; unit: string; when: string; since: number };

/** The largest improvement a year on record, its unit, when that was and the year in which the record begins; null without one. */
export function best(row: JudgedTarget, text: Text): Best | null {
  const record = row.assessment.outlook?.record;
  if (!record?.best) return null;
  const { from, to, perYear } = record.best;
  const { since } = record;
  return {
    value: rateNumber(perYear, row, text.lang),
    unit: around((n) => withUnit(n, row, text))[1],
    // Of two neighbouring years the later one says enough.
    when: text.say("best.when", { years: to - from > 1 ? `${from}–${to}` : to, since }),
    since,
  };
}

/** That an edition is past its expected day and no figure of it is here. */
export function overdueText(
  { timePeriod, dueBy }: Pick<Awaited, "timePeriod" | "dueBy">,
  kind: Kind,
  text: Text,
): string {
  const edition = editionText(timePeriod, kind, text);
  return capital(text.say("due.newer", { edition, day: day(dueBy, text.lang) }));
}

/** The word of a class where there is little room: "Chậm nhiều", "Thấp hơn năm 2020", "ITU ngừng xếp hạng". */
export function shortStatus({ assessment: a, indicator }: JudgedTarget, text: Text): string {
  const { say } = text;
  const isRank = indicator.valueKind === "rank";
  if (a.class === "behind" || a.class === "off_track") return say(`short.${a.class}`);
  if (a.class === "moving_away" && a.base)
    return say(isRank ? "short.rankBelow" : indicator.direction === "higher" ? "short.below" : "short.above", {
      year: a.base.timePeriod,
    });
  if (a.class === "not_assessable" && a.reason === "discontinued")
    return isRank ? say("short.rankEnded", { compiler: indicator.compiler }) : say("short.ended");
  return statusWord(a, text);
}

const MEMBERS = /\d+ (?:nước|countries)/;

/** The figure of the measure that took a discontinued one's place, with how many share it where its comment says so: "2024: Nhóm 1 (46 nước)". */
export function companionText({ latest, valueKind }: IndicatorItem, { lang }: Text): string | null {
  const value = latest && observed(latest, valueKind, lang);
  if (!latest || value === null) return null;
  const members = latest.obsCom?.startsWith(value) ? MEMBERS.exec(latest.obsCom) : null;
  return `${latest.timePeriod}: ${value}${members ? ` (${members})` : ""}`;
}
