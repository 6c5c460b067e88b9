import { nextEdition } from "@moc2030/shared/due/next-edition";
import { type NumberRefusal, type ReadNumber, readNumber } from "@moc2030/shared/figure/number-text";
import type { Assessment, AssessmentPreview } from "@moc2030/shared/schema/assessment";
import type { Target } from "@moc2030/shared/schema/target";
import type { Lang } from "@moc2030/shared/text/lang";
import type { Indicator, ObservationItem } from "../../client/api.ts";
import type { Text } from "../../text/text.tsx";
import { number } from "../../words/format.ts";
import { hasPassed } from "../../words/wording.ts";

/** A figure that is only assumed. */
export type Assumed = { timePeriod: number; value: number };
type Judged = { target: Target; assessment: Assessment };

const KINDS = ["level", "maintain", "count", "period_average"] as const;
type Kind = (typeof KINDS)[number];

/** The targets on which a coming figure can be tried: still open, with a threshold of the country's own, on a measure that goes on. */
export const openTargets = (all: readonly Judged[]): Judged[] =>
  all.filter(
    ({ target, assessment }) =>
      (KINDS as readonly string[]).includes(target.kind) &&
      target.value !== null &&
      assessment.reason !== "discontinued" &&
      !hasPassed(assessment),
  );

/** The years a figure may be assumed for: from the next edition to the last target year, in the publisher's steps. */
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
/** A figure as published texts write it, or what is wrong with it, in words that say how to write it. */
type Reading = { ok: true; text: string } | { ok: false; message: string };

const isCounted = ({ valueKind }: Limits) => valueKind === "rank" || valueKind === "count" || valueKind === "tier";

/** What a reader typed, without its sign of per cent. */
const bareOf = (typed: string) => typed.trim().replace(/%$/, "");

/** A number as a language writes it, as published texts do. */
export const readTyped = (typed: string, lang: Lang): ReadNumber => readNumber(bareOf(typed), lang);

/** Reads a figure that a reader typed. */
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

/** Whether an indicator can have a figure, which is rounded as its figures are. */
export function withinLimits(figure: string, limits: Limits, { say, lang }: Text): Reading {
  const { range, decimals } = limits;
  const value = Number(figure);
  if (isCounted(limits) && !Number.isInteger(value)) return { ok: false, message: say("whatIf.whole") };
  if (value < range.min || value > range.max)
    return {
      ok: false,
      message: say("whatIf.range", { min: number(range.min, lang), max: number(range.max, lang) }),
    };
  // More decimals than are ever published would only look exact.
  return { ok: true, text: String(Number(value.toFixed(Math.max(decimals, 2)))) };
}

/** Why an assumed figure cannot be read; `example` stands in where the refusal has none. */
function refusalText(refusal: NumberRefusal, typed: string, example: string, { say }: Text): string {
  const written = refusal.example ?? example;
  if (refusal.code === "use_decimal_comma") return say("whatIf.comma", { example: written });
  if (refusal.code === "use_decimal_point") return say("whatIf.point", { example: written });
  if (refusal.code === "ambiguous_number")
    return say("whatIf.ambiguous", { typed, example: written, other: refusal.other ?? "" });
  return say("whatIf.notNumber", { example: written });
}

/** What the preview is asked: the target as it stands, the official figures, and the assumed one in its year. */
export function previewOf(
  target: Target,
  indicator: Pick<Indicator, "direction">,
  series: readonly ObservationItem[],
  assumed: Assumed,
  asOf: string,
): AssessmentPreview | null {
  const { year, kind, comparator, value, baseYear, window } = target;
  if (comparator === null || value === null || assumed.timePeriod > year) return null;
  const known = series.flatMap((o) =>
    o.value === null || o.timePeriod === assumed.timePeriod
      ? []
      : [{ timePeriod: o.timePeriod, value: o.value, obsStatus: [...o.obsStatus], confidence: o.confidence }],
  );
  return {
    target: {
      ...{ year, kind: kind as Kind, comparator, value, direction: indicator.direction, baseYear },
      ...(window ? { window } : {}),
    },
    observations: [...known, { ...assumed, obsStatus: ["A"], confidence: "sourced" }],
    asOf,
  };
}
