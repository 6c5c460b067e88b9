import type { ObsStatus } from "../figure/fields.ts";
import type { Confidence } from "../schema/observation.ts";
import type { Comparator } from "../schema/target.ts";
import type { AssessedFigure, Goal, Point } from "./input.ts";
import { ROUNDING, YEARS } from "./method.ts";

/** Whether `value` satisfies "comparator target", in the same unit. With `slack`, values that near count as equal (for computed values; published ones are compared as they stand). */
export function isMet(comparator: Comparator, value: number, target: number, slack = 0): boolean {
  if (comparator === "<=") return value <= target + slack;
  if (comparator === "<") return value < target - slack;
  return comparator === ">=" ? value >= target - slack : value > target + slack;
}

/** `isMet` for a computed average. */
export const isAverageMet = (comparator: Comparator, average: number, target: number): boolean =>
  isMet(comparator, average, target, ROUNDING);

/** Whether a figure counts in assessments: neither unverified nor a forecast (F). Source: docs/method.md, "Usable observations". */
export const isTrusted = (figure: { obsStatus: readonly ObsStatus[]; confidence: Confidence }): boolean =>
  figure.confidence !== "unverified" && !figure.obsStatus.includes("F");

/** Whether a figure has a value and is trusted; others are shown but never counted. */
export const isUsable = <T extends { value: number | null; obsStatus: readonly ObsStatus[]; confidence: Confidence }>(
  figure: T,
): figure is T & { value: number } => figure.value !== null && isTrusted(figure);

/** Whether a figure carries status P (provisional) or E (estimated). */
export const isProvisional = (figure: { obsStatus: readonly ObsStatus[] }): boolean =>
  figure.obsStatus.includes("P") || figure.obsStatus.includes("E");

/** Figures usable for a target, oldest first: with a value, trusted, not after the target year. Gaps are neither filled nor interpolated. */
export function usable(figures: readonly AssessedFigure[], goal: Pick<Goal, "year" | "direction">): Point[] {
  const better = goal.direction === "higher" ? 1 : -1;
  const key = (point: Point) => `${point.confidence} ${[...point.obsStatus].sort()}`;
  return figures
    .filter(isUsable)
    .flatMap(({ timePeriod, value, obsStatus, confidence }) => {
      const inRange = Number.isInteger(timePeriod) && timePeriod >= YEARS.first && timePeriod <= YEARS.last;
      if (!Number.isFinite(value) || !inRange || timePeriod > goal.year) return [];
      return [{ timePeriod, value: value + 0, worst: value + 0, obsStatus, confidence }];
    })
    .sort(
      (a, b) =>
        a.timePeriod - b.timePeriod ||
        (a.value === b.value ? 0 : a.value < b.value ? -better : better) ||
        (key(a) < key(b) ? -1 : 1),
    )
    .filter((point, index, all) => all[index - 1]?.timePeriod !== point.timePeriod);
}

/** The base: the point of the base year, else the first one after it; null where there is none. */
export const basePoint = (series: readonly Point[], baseYear: number): Point | null =>
  series.find((point) => point.timePeriod >= baseYear) ?? null;
