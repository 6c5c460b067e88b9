import type { Assessment } from "@moc2030/shared/schema/assessment";
import type { Observation } from "@moc2030/shared/schema/observation";
import type { Indicator, TargetDetail } from "../client/api.ts";
import type { Text } from "../text/text.tsx";
import { editionText } from "./edition.ts";
import { flagsInProse } from "./flags.ts";
import { computedDecimals, figure, span } from "./format.ts";
import { aimOf, amount } from "./wording.ts";
import { yearsAhead } from "./years-ahead.ts";

type Measure = Pick<Indicator, "valueKind" | "direction">;
type Figure = { timePeriod: number; value: number };

/** Formats a computed value; integers without decimals. */
export function computed(value: number, { valueKind }: Measure, { lang }: Text): string {
  const decimals = Number.isInteger(value) ? 0 : computedDecimals(valueKind);
  return figure(value, valueKind, lang, { decimals });
}

/**
 * A yearly improvement, positive in the better direction: "3,20 điểm phần trăm", "0,8 bậc"; for an average the growth
 * rate.
 */
const perYear = (value: number, a: Assessment, { valueKind }: Measure, text: Text): string =>
  a.average
    ? figure(value, "growth", text.lang, { decimals: 2 })
    : amount(value, valueKind, text, Number.isInteger(value) ? 0 : computedDecimals(valueKind));

/**
 * The needed improvement per year against the record: "Từ nay cần 3,20 điểm phần trăm mỗi năm. …"; null without a
 * record.
 */
export function recordSentence(a: Assessment, measure: Measure, text: Text): string | null {
  const record = a.outlook?.record;
  if (!record) return null;
  const { say } = text;
  const write = (value: number) => perYear(value, a, measure, text);
  const needed = say(a.average ? "record.neededAverage" : "record.needed", {
    amount: write(record.needed),
    year: a.targetYear,
  });
  const { best, reached, of, since } = record;
  if (!best) return needed;
  const years = best.from === best.to ? `${best.to}` : `${best.from}–${best.to}`;
  const most = best.perYear > 0 || a.average ? "record.best" : "record.never";
  const said = say(most, { amount: write(best.perYear), years, since });
  return `${needed} ${said} ${say(a.average ? "record.reachedAverage" : "record.reached", { reached, of, since })}`;
}

/** The linear continuation of the pace so far; null where the method does not allow one, as for ranks. */
export function continuationSentence(
  a: Assessment,
  measure: Measure,
  latest: Observation | undefined,
  text: Text,
): string | null {
  const ahead = a.outlook?.continuation;
  if (!ahead || !a.latest) return null;
  const flags = latest ? flagsInProse(latest, text) : [];
  const { valueKind } = measure;
  const to = a.latest.timePeriod;
  const said = flags.length > 0 ? text.say("outlook.flags", { year: to, flags: flags.join(", ") }) : "";
  if (a.average) {
    const years = a.average.yearsCounted;
    const whole = span([years[0] ?? to, a.targetYear]);
    const value = perYear(ahead.value, a, measure, text);
    return text.say("outlook.continuationAverage", { years: span(years), whole, value, flags: said });
  }
  if (!a.base) return null;
  return text.say("outlook.continuation", {
    ...{ from: a.base.timePeriod, to, year: a.targetYear, flags: said },
    value: figure(ahead.value, valueKind, text.lang, { decimals: Math.max(1, computedDecimals(valueKind) - 1) }),
  });
}

/**
 * What is still needed after another document's growth target for one year: "… Kể cả khi đạt, 4 năm còn lại cần bình
 * quân 10,23%/năm. …"
 */
export function planSentence(plan: TargetDetail["plans"][number], a: Assessment, document: string, text: Text): string {
  const { say, lang } = text;
  const rate = (value: number) => figure(value, "growth", lang, { decimals: 2 });
  const aim = aimOf(plan.target, "share", text);
  const left = say("plan.left", {
    ...{ year: plan.target.year, document, aim },
    ...{ years: plan.yearsLeft, needed: rate(plan.needed) },
  });
  if (a.targetValue === null) return left;
  const whole = { aim, average: rate(plan.average), years: plan.yearsLeft + 1 };
  return `${left} ${say(plan.average < a.targetValue ? "plan.below" : "plan.reaches", whole)}`;
}

/** The value of the reference path in a year, linear from base year to target year; null outside. */
export function referenceAt({ path }: Pick<Assessment, "path">, year: number): number | null {
  const [start, end] = [path?.[0], path?.at(-1)];
  if (!start || !end || year < start.timePeriod || year > end.timePeriod) return null;
  const share = (year - start.timePeriod) / (end.timePeriod - start.timePeriod || 1);
  return start.value + share * (end.value - start.value);
}

/**
 * The value needed in a year, on the path from the latest figure to the target, as an edition can have it: of a rank
 * the whole place that suffices; null outside.
 */
export function neededAt(a: Assessment, year: number, { valueKind }: Pick<Measure, "valueKind">): number | null {
  const value = a.outlook?.catchUp?.find((point) => point.timePeriod === year)?.value ?? null;
  return value !== null && valueKind === "rank" ? Math.floor(value) : value;
}

/**
 * The values needed in the years ahead: "17,22% (2026), 20,41% (2027), …", a rate that never changes once, ranks as
 * places: "hạng 43 (2026), 42 (2027), … trở lên"; null where nothing is left to reach.
 */
export function neededYears(a: Assessment, indicator: Indicator, text: Text): string | null {
  const measure = a.average ? { ...indicator, valueKind: "growth" as const } : indicator;
  const ahead = yearsAhead(indicator.frequency, a).flatMap((year) => {
    const value = neededAt(a, year, measure);
    return value === null ? [] : [{ year, value: computed(value, measure, text) }];
  });
  const [first] = ahead;
  if (!first) return null;
  if (ahead.every(({ value }) => value === first.value))
    return `${first.value}\u00a0(${span(ahead.map(({ year }) => year))})`;
  const values = ahead.map(({ year, value }) => `${value}\u00a0(${year})`).join(", ");
  return measure.valueKind === "rank" ? text.say("years.ranks", { values }) : values;
}

/** Whether the needed path starts worse than the reference path, so that following it is not yet on track. */
export function isBelowPath(a: Assessment): boolean {
  const next = a.outlook?.catchUp?.[0];
  const reference = next && !a.average ? referenceAt(a, next.timePeriod) : null;
  if (!next || reference === null) return false;
  return a.comparator?.startsWith("<") ? next.value > reference : next.value < reference;
}

/**
 * An assumed figure against both paths: "17,22% năm 2026: bằng mức cần đạt từng năm; thấp hơn đường tham chiếu …"; null
 * outside both.
 */
export function beside(assumed: Figure, a: Assessment, measure: Measure, text: Text): string | null {
  const { say } = text;
  const places = [
    [neededAt(a, assumed.timePeriod, measure), "outlook.needed"],
    [a.average ? null : referenceAt(a, assumed.timePeriod), "outlook.reference"],
  ] as const;
  const parts = places.flatMap(([value, name]) => {
    if (value === null) return [];
    const path = say(name, { year: a.base?.timePeriod ?? "" });
    // Values that are equal as displayed count as equal.
    const decimals = computedDecimals(measure.valueKind);
    const difference = Number((assumed.value - value).toFixed(decimals));
    if (difference === 0) return [say("outlook.equal", { path })];
    const isWhole = measure.valueKind === "rank" && Number.isInteger(difference);
    const isHigher = measure.valueKind === "rank" ? difference < 0 : difference > 0;
    return [
      say(isHigher ? "outlook.above" : "outlook.below", {
        path,
        gap: amount(difference, measure.valueKind, text, isWhole ? 0 : decimals),
      }),
    ];
  });
  if (parts.length === 0) return null;
  const when = editionText(assumed.timePeriod, measure.valueKind, text);
  return `${computed(assumed.value, measure, text)} ${when}: ${parts.join("; ")}.`;
}
