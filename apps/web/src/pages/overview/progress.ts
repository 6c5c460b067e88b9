import type { Assessment } from "@moc2030/shared/schema/assessment";

/** Shares of the distance from base (0) to target (1): of the latest figure, and of the reference path in its year. */
export type Progress = { reached: number; path: number };

/** Progress towards a target; null unless the latest figure lies strictly between base and target. */
export function progressOf({ base, latest, targetValue, targetYear }: Assessment): Progress | null {
  if (!base || !latest || targetValue === null) return null;
  const reached = (latest.value - base.value) / (targetValue - base.value);
  const path = (latest.timePeriod - base.timePeriod) / (targetYear - base.timePeriod);
  return reached > 0 && reached < 1 && path > 0 && path <= 1 ? { reached, path } : null;
}
