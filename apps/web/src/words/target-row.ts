import type { Awaited } from "@moc2030/shared/due/next-edition";
import type { Assessment } from "@moc2030/shared/schema/assessment";
import type { Target } from "@moc2030/shared/schema/target";
import type { Lang } from "@moc2030/shared/text/lang";
import type { IndicatorItem } from "../client/api.ts";
import type { Text } from "../text/text.tsx";
import { editionText } from "./edition.ts";
import { flagWords } from "./flags.ts";
import { capital, computedDecimals, day, figure, type Kind, number, observed, span } from "./format.ts";
import { aimOf, otherReading, statusWord } from "./wording.ts";

/** A target with its assessment and its indicator. */
export type JudgedTarget = { assessment: Assessment; target: Target; indicator: IndicatorItem };

/**
 * The assessed value with year and flags: "14,02% (2025, ước tính)", "5,17%/năm (2021–2025)", "Cuối cùng: hạng 25
 * (2020)"; null without a figure.
 */
export function nowText(row: JudgedTarget, text: Text): string | null {
  const now = valueNow(row, text);
  return now?.isLast ? `${text.say("row.last")}: ${now.value}` : (now?.value ?? null);
}

/** The same without a label, for a place that has one, and whether it is the last value of a measure that has ended. */
export function valueNow(
  { assessment: a, target, indicator }: JudgedTarget,
  text: Text,
): { value: string; isLast: boolean } | null {
  const { say, lang } = text;
  const { valueKind: kind, latest } = indicator;
  if (a.last && !a.latest) {
    const when = [a.last.timePeriod, ...otherReading(indicator, a.last.timePeriod, text)].join("; ");
    return { value: `${ranked(figure(a.last.value, kind, lang), kind, text)} (${when})`, isLast: true };
  }
  const value =
    a.group?.position != null
      ? say("row.position", { n: a.group.position, group: target.group ?? "", year: a.group.edition })
      : // Without an assessment, for example for lack of a threshold, the latest figure is shown.
        (averageText(a.average, lang) ?? pointText(a.latest ?? latest, indicator, text));
  return value === null ? null : { value, isLast: false };
}

type Point = Pick<NonNullable<IndicatorItem["latest"]>, "timePeriod" | "obsStatus" | "confidence"> & {
  value: number | null;
};

function pointText(point: Point | null, indicator: IndicatorItem, text: Text): string | null {
  const { valueKind: kind, latest } = indicator;
  if (!point || point.value === null) return null;
  const published = latest?.timePeriod === point.timePeriod ? observed(latest, kind, text.lang) : null;
  const value = published ?? figure(point.value, kind, text.lang);
  const said = [
    [point.timePeriod, ...flagWords(point, text)].join(", "),
    ...otherReading(indicator, point.timePeriod, text),
  ];
  return `${capital(ranked(value, kind, text))} (${said.join("; ")})`;
}

/** The latest figure of an indicator with year and flags: "Hạng 44/139 (2025)"; null without one. */
export const latestText = (indicator: IndicatorItem, text: Text): string | null =>
  pointText(indicator.latest, indicator, text);

const ranked = (value: string, kind: Kind, { say }: Text) =>
  kind === "rank" ? say("value.rank", { n: value }) : value;

/** The average so far with its years: "5,17%/năm (2021–2025)"; null for none. */
export function averageText(average: Assessment["average"], lang: Text["lang"]): string | null {
  if (average?.toDate == null) return null;
  return `${figure(average.toDate, "growth", lang, { decimals: 2 })} (${span(average.yearsCounted)})`;
}

/** The target value as text: "khoảng 30%", "trên 7,5% (2021–2030)", "nhóm 40 nước"; null without a threshold. */
export function aimText(target: Target, kind: Kind, text: Text): string | null {
  const { say } = text;
  if (target.value === null || target.comparator === null) return null;
  if (target.kind === "rank_in_group") return say("aim.group", { n: target.value, group: target.group ?? "" });
  if (kind === "rank") return say("aim.rank", { n: target.value });
  // "7,5% (2021–2030)": with the period, "a year" is redundant.
  const aim = aimOf(target, target.window ? "share" : kind, text);
  return target.window ? `${aim} (${target.window.from}–${target.window.to})` : aim;
}

/** A yearly improvement without unit: "+0,85", "6,84" for growth, "19" for ranks. */
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

/** The parts of a text before and after its value: "Cần " and "" for "Cần +3,20 điểm %/năm". */
export function around(write: (value: string) => string): [string, string] {
  const [before = "", after = ""] = write("\n").split("\n");
  return [before, after];
}

/**
 * The needed improvement per year, and for ranks the total distance in places; null without a record to compare with.
 */
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

/**
 * The largest yearly improvement on record: value, unit, its years, and the first year of the record; null for none.
 */
export function best(row: JudgedTarget, text: Text): Best | null {
  const record = row.assessment.outlook?.record;
  if (!record?.best) return null;
  const { from, to, perYear } = record.best;
  const { since } = record;
  return {
    value: rateNumber(perYear, row, text.lang),
    unit: around((n) => withUnit(n, row, text))[1],
    // For consecutive years the later one is enough.
    when: text.say("best.when", { years: to - from > 1 ? `${from}–${to}` : to, since }),
    since,
  };
}

/** Note that an edition is overdue, or that it may have been out by then, as its day of publication is not known. */
export function overdueText(
  { timePeriod, dueBy, isUndated = false }: Pick<Awaited, "timePeriod" | "dueBy"> & { isUndated?: boolean },
  kind: Kind,
  text: Text,
): string {
  const edition = editionText(timePeriod, kind, text);
  return capital(text.say(isUndated ? "due.undated" : "due.newer", { edition, day: day(dueBy, text.lang) }));
}

/** A short status label: "Chậm nhiều", "Thấp hơn năm 2020", "ITU ngừng xếp hạng". */
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

/** The short label, and that it is provisional: "Chậm, tạm thời". */
export const shortVerdict = (row: JudgedTarget, text: Text): string =>
  row.assessment.provisional ? `${shortStatus(row, text)}, ${text.say("short.provisional")}` : shortStatus(row, text);

const MEMBERS = /\d+ (?:nước|countries)/;

/**
 * The latest figure of the indicator that replaced a discontinued one, with the group size from its comment: "2024:
 * Nhóm 1 (46 nước)".
 */
export function companionText({ latest, valueKind }: IndicatorItem, { lang }: Text): string | null {
  const value = latest && observed(latest, valueKind, lang);
  if (!latest || value === null) return null;
  const members = latest.obsCom?.startsWith(value) ? MEMBERS.exec(latest.obsCom) : null;
  return `${latest.timePeriod}: ${value}${members ? ` (${members})` : ""}`;
}
