import type { Assessment } from "@moc2030/shared/schema/assessment";
import type { Target } from "@moc2030/shared/schema/target";
import type { Indicator, IndicatorItem } from "../client/api.ts";
import type { Text } from "../text/text.tsx";
import { computedDecimals, figure, type Kind, list, number, span } from "./format.ts";

/** Fields of an indicator that sentences need. */
export type Measure = Pick<Indicator, "code" | "valueKind" | "direction" | "shortName" | "name" | "unitMeasure">;
type Point = { timePeriod: number; value: number };

/** Fields of an assessment that the status depends on. */
export type Status = Pick<Assessment, "class" | "provisional" | "group" | "targetYear" | "referenceDate"> &
  Partial<Pick<Assessment, "base">> & { latest: Pick<Point, "timePeriod"> | null };

/** Whether the target year is over on the reference date. */
export const hasPassed = (a: Pick<Assessment, "referenceDate" | "targetYear">): boolean =>
  a.referenceDate > `${a.targetYear}-12-31`;

/**
 * The label of a status. "Met" is "met so far" until the target year is over; "missed" is final only with an official
 * figure of the target year. With `of`, "below the base year" is worded for the kind of indicator.
 */
export function statusWord(a: Status, { say }: Text, of?: Pick<Indicator, "valueKind" | "direction">): string {
  if (a.class === "moving_away" && of && !a.group) return awayWord(a.base?.timePeriod ?? null, of, { say });
  if (a.class === "met") return say(hasPassed(a) ? "status.met" : "status.metSoFar");
  if (a.class !== "missed") return say(`status.${a.class}`);
  const year = a.group?.edition ?? a.latest?.timePeriod ?? 0;
  return say(a.provisional || year < a.targetYear ? "status.missedSoFar" : "status.missed");
}

/** The label for a figure worse than in the base year; for ranks with that year, if known. */
export function awayWord(
  base: number | null,
  of: Pick<Indicator, "valueKind" | "direction">,
  { say }: Pick<Text, "say">,
) {
  if (of.valueKind === "rank")
    return base === null ? say("status.rankBelowBase") : say("status.rankBelow", { year: base });
  return say(of.direction === "higher" ? "status.moving_away" : "status.aboveBase");
}

/** "Provisional assessment"; null if it is final. */
export const provisionalNote = (a: Pick<Assessment, "provisional">, { say }: Text): string | null =>
  a.provisional ? say("status.provisional") : null;

/** A short text for a target: "khoảng 30%", "top 40"; null without a threshold. */
export function targetText(target: Target, kind: Kind, text: Text): string | null {
  const { say } = text;
  if (target.value === null || target.comparator === null) return null;
  const keeps = target.qualifier === "maintain" || target.kind === "maintain";
  if (target.kind === "rank_in_group")
    return say(keeps ? "target.groupKeep" : "target.group", { n: target.value, group: target.group ?? "" });
  if (kind === "rank") return say(keeps ? "target.rankKeep" : "target.rank", { n: target.value });
  const bare = aimOf(target, kind, text);
  if (!target.window) return bare;
  return say("target.average", { target: bare, from: target.window.from, to: target.window.to });
}

/** Whether the Vietnamese wording is quoted from the document itself. */
export const isQuotation = ({ wording, wordingBasis }: Pick<Target, "wording" | "wordingBasis">): boolean =>
  wording.vi !== null && !["content", "recalled", "other_document"].includes(wordingBasis);

/**
 * The wording of a target: quoted if it was read in the document, else marked as content only. English is our translation,
 * so it is never in quotation marks.
 */
export function wordingText({ wording, wordingBasis }: Pick<Target, "wording" | "wordingBasis">, text: Text): string {
  const { say, lang } = text;
  if (isQuotation({ wording, wordingBasis })) return lang === "vi" ? `“${wording.vi}”` : wording.en;
  const content = lang === "vi" ? wording.vi : wording.en;
  return content ? say("wording.contentOnly", { text: content }) : say("wording.notSeen");
}

/** How many of the targets of a document have their words from its signed text; null where none has. */
export function readSoFar(targets: readonly Pick<Target, "verbatim">[], { say }: Pick<Text, "say">): string | null {
  const n = targets.filter(({ verbatim }) => verbatim).length;
  if (n === 0) return null;
  return say(n === targets.length ? "wording.readAll" : "wording.readSome", { n, of: targets.length });
}

/** The target value with its comparator in words: "khoảng 30%", "trên 80%", "từ 80% trở lên". */
export function aimOf(target: Target, kind: Kind, { lang, say }: Text): string {
  const value = figure(target.value ?? 0, kind, lang);
  if (target.qualifier === "about") return say("target.about", { value });
  if (target.comparator === ">") return say("target.over", { value });
  if (target.comparator === "<") return say("target.under", { value });
  if (target.value === 100) return value;
  return say(target.comparator === ">=" ? "target.atLeast" : "target.atMost", { value });
}

/** The target value with its comparator as a sign: "≤ 40", "khoảng 30%"; empty without a threshold. */
export function targetBound(target: Target, kind: Kind, { lang, say }: Text): string {
  if (target.value === null || target.comparator === null) return "";
  const value = figure(target.value, kind, lang);
  const sign = { "<=": "≤", "<": "<", ">=": "≥", ">": ">" }[target.comparator];
  return target.qualifier === "about" ? say("target.about", { value }) : `${sign} ${value}`;
}

/** Chart label of a target: "≤ 40 năm 2030". */
export function targetMark(target: Target, kind: Kind, text: Text): string {
  const bound = targetBound(target, kind, text);
  if (!bound) return "";
  return target.window
    ? text.say("target.markAverage", { bound, from: target.window.from, to: target.window.to })
    : text.say("target.mark", { bound, year: target.year });
}

/** An absolute difference with its unit: "4 bậc", "15,98 điểm phần trăm". */
export function amount(value: number, kind: Kind, text: Text, decimals?: number): string {
  const size = Math.abs(value);
  if (kind === "rank")
    return text.say("amount.places", { n: number(size, text.lang, decimals), one: size === 1 ? 1 : 2 });
  const figures = number(size, text.lang, decimals ?? computedDecimals(kind));
  if (kind === "share" || kind === "growth") return text.say("amount.points", { n: figures });
  return number(size, text.lang, decimals);
}

/** The gap to the target; null if it cannot be computed. */
export function gapText(a: Assessment, measure: Measure, text: Text): string | null {
  const { say } = text;
  if (a.targetValue === null) return null;
  if (a.group) return groupGap(a, text);
  if (a.kind === "period_average") return averageGap(a, a.targetValue, text);
  if (!a.latest) return null;
  const beyond = (a.latest.value - a.targetValue) * (measure.direction === "higher" ? 1 : -1);
  if (measure.valueKind === "rank")
    return beyond >= 0
      ? say("gap.inside", { n: a.targetValue })
      : say("gap.places", { gap: amount(beyond, "rank", text), n: a.targetValue });
  if (beyond === 0) return say("gap.equal");
  return say(a.latest.value > a.targetValue ? "gap.above" : "gap.below", {
    gap: amount(beyond, measure.valueKind, text),
  });
}

function averageGap({ average }: Assessment, targetValue: number, text: Text): string | null {
  if (!average || average.toDate === null) return null;
  return text.say(average.toDate > targetValue ? "gap.averageAbove" : "gap.averageBelow", {
    average: figure(average.toDate, "growth", text.lang, { decimals: 2 }),
    years: span(average.yearsCounted),
    gap: amount(average.toDate - targetValue, "growth", text),
  });
}

function groupGap(a: Assessment, { say }: Text): string | null {
  const position = a.group?.position ?? null;
  if (position === null || a.targetValue === null) return null;
  const behind = position - a.targetValue;
  return behind > 0
    ? say("gap.positions", { n: behind, target: a.targetValue })
    : say("gap.insideGroup", { target: a.targetValue });
}

/** A change with both values: "tăng 15 bậc (86 → 71)". */
export function changeText(from: Point, to: Point, kind: Kind, text: Text): string {
  const { say, lang } = text;
  const difference = to.value - from.value;
  // "5,88% → 6,84%": "a year" is redundant in a comparison.
  const written = kind === "growth" ? "share" : kind;
  const [a, b] = [figure(from.value, written, lang), figure(to.value, written, lang)];
  if (difference === 0) return say("change.same", { to: b });
  const isUp = kind === "rank" ? difference < 0 : difference > 0;
  return say(isUp ? "change.up" : "change.down", { by: amount(difference, kind, text), from: a, to: b });
}

/** Why a target is not assessable. */
export function reasonText(
  a: Pick<Assessment, "reason" | "last"> & Partial<Pick<Assessment, "kind">>,
  measure: Measure,
  compiler: string,
  text: Text,
): string {
  const { say } = text;
  if (a.reason === "discontinued") {
    const id = measure.valueKind === "rank" ? "reason.discontinuedRank" : "reason.discontinued";
    return say(id, { compiler, year: a.last?.timePeriod ?? "" });
  }
  const reason = a.reason ?? "no_observation";
  // Earlier years may well have figures.
  if (reason === "no_observation" && a.kind === "period_average") return say("reason.noYear");
  return say(`reason.${reason}`);
}

type Read = { valueKind: Kind; readings?: IndicatorItem["readings"] };

/** What the figure of a year comes to by another reading of its table: "32 theo cách xếp thông thường". */
export const otherReading = ({ readings = [], valueKind }: Read, year: number, { lang }: Text) =>
  readings
    .filter(({ timePeriod }) => timePeriod === year)
    .map(({ value, by }) => `${figure(value, valueKind, lang)} ${by}`);

/** The last figure of a discontinued measure: "last figure: rank 25 in 2020, within the target; 32 by the usual rule". */
export function lastText(a: Assessment, indicator: Read, text: Text): string | null {
  if (!a.last) return null;
  const { value, timePeriod, satisfies } = a.last;
  const kind = indicator.valueKind;
  const said = text.say(satisfies ? "last.inside" : "last.outside", {
    value: kind === "rank" ? text.say("value.rank", { n: value }) : figure(value, kind, text.lang),
    year: timePeriod,
  });
  return [said, ...otherReading(indicator, timePeriod, text)].join("; ");
}

/** Economies ahead in the group: "sau Singapore, Malaysia". */
export const aheadText = (names: string[], { say, lang }: Text): string | null =>
  names.length === 0 ? null : say("group.ahead", { names: list(names, lang) });

/** Whether a document has an official number. */
export const hasNumber = (number: string): boolean => /\/QĐ-|NQ/.test(number);

/** A document in official citation form, "Quyết định 749/QĐ-TTg", "Nghị quyết 52-NQ/TW"; one without an official number by its title. */
export function documentName({ number, title }: { number: string; title: string }, { say }: Text): string {
  if (!hasNumber(number)) return title;
  return say(/\/QĐ-/.test(number) ? "document.decision" : "document.resolution", { number });
}
