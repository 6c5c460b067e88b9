import type { Assessment } from "@moc2030/shared/schema/assessment";
import type { Indicator } from "../client/api.ts";

/** Minimum number of years up to the target year. */
const LAST = 5;

type Ahead = Pick<Assessment, "latest" | "targetYear" | "referenceDate">;

/** Whether the last day of a year has come. */
export const isYearOver = (year: number, on: string): boolean => `${year}-12-31` <= on;

/**
 * Years with an edition, from the one after the latest figure, but at least the last five up to the target year:
 * 2026–2030, or 2026, 2028, 2030. A year without a figure that was over on the reference date is left out.
 */
export function yearsAhead(frequency: Indicator["frequency"], a: Ahead): number[] {
  const step = frequency === "A2" ? 2 : 1;
  const latest = a.latest?.timePeriod ?? a.targetYear;
  const first = Math.min(latest + 1, a.targetYear - LAST + 1);
  return Array.from({ length: a.targetYear - first + 1 }, (_, index) => first + index).filter(
    (year) => (year - latest) % step === 0 && (year <= latest || !isYearOver(year, a.referenceDate)),
  );
}
