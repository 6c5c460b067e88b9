import { nextEdition } from "@moc2030/shared/due/next-edition";
import { type NumberRefusal, type ReadNumber, readNumber } from "@moc2030/shared/figure/number-text";
import type { Assessment, AssessmentPreview } from "@moc2030/shared/schema/assessment";
import type { Target } from "@moc2030/shared/schema/target";
import type { Lang } from "@moc2030/shared/text/lang";
import type { Indicator, ObservationItem } from "../../client/api.ts";
import type { Text } from "../../text/text.tsx";
import { number } from "../../words/format.ts";
import { hasPassed } from "../../words/wording.ts";

/** An assumed figure. */
export type Assumed = { timePeriod: number; value: number };
type Judged = { target: Target; assessment: Assessment };

const KINDS = ["level", "maintain", "count", "period_average"] as const;
type Kind = (typeof KINDS)[number];

/** Targets that an assumed figure can be tried on: still open, with a threshold for the country, not discontinued. */
export const openTargets = (all: readonly Judged[]): Judged[] =>
  all.filter(
    ({ target, assessment }) =>
      (KINDS as readonly string[]).includes(target.kind) &&
      target.value !== null &&
      assessment.reason !== "discontinued" &&
      !hasPassed(assessment),
  );

/** Years for an assumed figure: from the next edition to the last target year, by the publisher's schedule. */
export function assumedYears(
  indicator: Indicator,
  series: readonly ObservationItem[],
  targets: readonly Judged[],
  on: string,
): number[] {
  const last = Math.max(...targets.map(({ target }) => target.year));
  const newest = Math.max(...series.filter((o) => o.value !== null).map((o) => o.timePeriod));
  const step = indicator.schedule?.everyYears ?? (indicator.frequency === "A2" ? 2 : 1);
  const first = nextEdition(indicator, series, on)?.timePeriod ?? newest + step;
  const years: number[] = [];
  for (let year = first; year <= last; year += step) years.push(year);
  return years;
}

type Limits = Pick<Indicator, "range" | "valueKind" | "decimals">;
/** A published number, or an error message that says what is expected. */
type Reading = { ok: true; text: string } | { ok: false; message: string };

const isCounted = ({ valueKind }: Limits) => valueKind === "rank" || valueKind === "count" || valueKind === "tier";

/** Input without a percent sign. */
const bareOf = (typed: string) => typed.trim().replace(/%$/, "");

/** Parses a number in a language's format. */
export const readTyped = (typed: string, lang: Lang): ReadNumber => readNumber(bareOf(typed), lang);

/** Parses and validates an assumed figure. */
export function readAssumed(typed: string, limits: Limits, text: Text): Reading {
  const { say, lang } = text;
  const example = isCounted(limits) ? "40" : number(14.02, lang, 2);
  const bare = bareOf(typed);
  if (bare === "") return { ok: false, message: say("whatIf.empty", { example }) };
  const read = readTyped(typed, lang);
  return read.ok
    ? withinLimits(read.text, limits, text)
    : { ok: false, message: refusalText(read, bare, example, text) };
}

/** Validates a figure against the indicator's range and rounds it. */
export function withinLimits(figure: string, limits: Limits, { say, lang }: Text): Reading {
  const { range, decimals } = limits;
  const value = Number(figure);
  if (isCounted(limits) && !Number.isInteger(value)) return { ok: false, message: say("whatIf.whole") };
  if (value < range.min || value > range.max)
    return {
      ok: false,
      message: say("whatIf.range", { min: number(range.min, lang), max: number(range.max, lang) }),
    };
  // More decimals would suggest false precision.
  return { ok: true, text: String(Number(value.toFixed(Math.max(decimals, 2)))) };
}

/** Error message of a refused number; `example` is used where the refusal has none. */
function refusalText(refusal: NumberRefusal, typed: string, example: string, { say }: Text): string {
  const written = refusal.example ?? example;
  if (refusal.code === "use_decimal_comma") return say("whatIf.comma", { example: written });
  if (refusal.code === "use_decimal_point") return say("whatIf.point", { example: written });
  if (refusal.code === "ambiguous_number")
    return say("whatIf.ambiguous", { typed, example: written, other: refusal.other ?? "" });
  return say("whatIf.notNumber", { example: written });
}

/** Body of the preview request: the target, the official figures, and the assumed one. */
export function previewOf(
  target: Target,
  indicator: Pick<Indicator, "direction" | "valueKind" | "referenceClass">,
  series: readonly ObservationItem[],
  assumed: Assumed,
  asOf: string,
): AssessmentPreview | null {
  const { year, kind, comparator, value, baseYear, window } = target;
  const { direction, valueKind, referenceClass } = indicator;
  if (comparator === null || value === null || assumed.timePeriod > year) return null;
  const known = series.flatMap((o) =>
    o.value === null || o.timePeriod === assumed.timePeriod
      ? []
      : [{ timePeriod: o.timePeriod, value: o.value, obsStatus: [...o.obsStatus], confidence: o.confidence }],
  );
  return {
    target: {
      ...{ year, kind: kind as Kind, comparator, value, direction, baseYear, valueKind },
      ...(window ? { window } : {}),
      ...(referenceClass ? { referenceClass } : {}),
    },
    observations: [...known, { ...assumed, obsStatus: ["A"], confidence: "sourced" }],
    asOf,
  };
}
