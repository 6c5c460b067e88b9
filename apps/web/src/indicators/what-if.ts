import type { Assessment, AssessmentPreview } from "@moc2030/shared/assessment";
import { nextEdition } from "@moc2030/shared/due-next";
import { type NumberRefusal, readNumber } from "@moc2030/shared/number-text";
import type { Target } from "@moc2030/shared/target";
import type { Indicator, ObservationItem } from "../api.ts";
import { number } from "../format.ts";
import type { PageText } from "../text/page-text.tsx";
import { hasPassed } from "../wording.ts";

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

/** A typed figure as published texts write it, or what is wrong with it, in words that say how to write it. */
export function readAssumed(
  typed: string,
  { range, valueKind, decimals }: Pick<Indicator, "range" | "valueKind" | "decimals">,
  text: PageText,
): { ok: true; text: string } | { ok: false; message: string } {
  const { say, lang } = text;
  const refuse = (message: string) => ({ ok: false as const, message });
  const isWhole = valueKind === "rank" || valueKind === "count" || valueKind === "tier";
  const example = isWhole ? "40" : number(14.02, lang, 2);
  const trimmed = typed.trim();
  const bare = trimmed.endsWith("%") ? trimmed.slice(0, -1) : trimmed;
  if (bare === "") return refuse(say("whatIf.empty", { example }));
  const read = readNumber(bare, lang);
  if (!read.ok) return refuse(refusalText(read, bare, example, text));
  const value = Number(read.text);
  if (isWhole && !Number.isInteger(value)) return refuse(say("whatIf.whole"));
  if (value < range.min || value > range.max)
    return refuse(say("whatIf.range", { min: number(range.min, lang), max: number(range.max, lang) }));
  // More decimals than are ever published would only look exact.
  const written = Number(value.toFixed(Math.max(decimals, 2)));
  return { ok: true, text: String(written) };
}

/** Why an assumed figure cannot be read; `example` stands in where the refusal has none. */
function refusalText(refusal: NumberRefusal, typed: string, example: string, { say }: PageText): string {
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
