import type { Assessment } from "@moc2030/shared/schema/assessment";

/** Where a figure stands on the way from base (0) to target (1), and where the reference path is in the same year. */
export type Progress = { reached: number; path: number };

/** Null unless the latest figure lies between base and target: elsewhere a bar would say nothing, or the wrong thing. */
export function progressOf({ base, latest, targetValue, targetYear }: Assessment): Progress | null {
  if (!base || !latest || targetValue === null) return null;
  const reached = (latest.value - base.value) / (targetValue - base.value);
  const path = (latest.timePeriod - base.timePeriod) / (targetYear - base.timePeriod);
  return reached > 0 && reached < 1 && path > 0 && path <= 1 ? { reached, path } : null;
}
