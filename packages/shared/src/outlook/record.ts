import type { Point } from "../assess/input.ts";
import { finite, ROUNDING } from "../assess/method.ts";
import type { Outlook } from "../schema/outlook.ts";

/** An improvement a year between two figures, positive for the better. */
interface Step {
  readonly from: number;
  readonly to: number;
  readonly perYear: number;
}

/** Improvements a year between neighbouring figures, oldest first. What ends in a break of the series (B) is left out. */
export function levelSteps(series: readonly Point[], direction: "lower" | "higher"): Step[] {
  return series.slice(1).flatMap((later, i) => {
    const earlier = series[i] as Point;
    const change = (later.value - earlier.value) / (later.timePeriod - earlier.timePeriod);
    const perYear = finite(direction === "higher" ? change : -change);
    if (perYear === null || later.obsStatus.includes("B")) return [];
    return [{ from: earlier.timePeriod, to: later.timePeriod, perYear }];
  });
}

/** The growth of each year as a step of its own: each stands alone, so a break does not matter. */
export const growthSteps = (series: readonly Point[]): Step[] =>
  series.map(({ timePeriod, value }) => ({ from: timePeriod, to: timePeriod, perYear: value }));

/** Whether `a` is at least `b`, but for binary rounding of decimal figures. */
const reaches = (a: number, b: number): boolean => a >= b - ROUNDING * Math.max(Math.abs(a), Math.abs(b));

/**
 * The improvement a year that is `needed` beside those on record, all in the indicator's unit a year: the largest (of
 * equal ones the latest; null without a step), how many of how many were as large, and the year the record begins.
 */
export function recordOf(steps: readonly Step[], needed: number, since: number): NonNullable<Outlook["record"]> {
  let best: Step | null = null;
  for (const step of steps) if (best === null || reaches(step.perYear, best.perYear)) best = step;
  const reached = steps.filter(({ perYear }) => reaches(perYear, needed)).length;
  return { needed, best, reached, of: steps.length, since };
}
