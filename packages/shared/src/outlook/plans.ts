import { averageGrowth, neededGrowth } from "../assess/average.ts";
import type { Assessment } from "../schema/assessment.ts";

/**
 * What a growth planned for one of the years left would leave of a period average, all in percent a year: `needed` on
 * average in the `yearsLeft` others, and the average of the whole window were it reached in every year that is left.
 * Null for other kinds, without a rate still needed and where no other year is left.
 */
export function afterPlan(
  { average, targetValue, outlook }: Pick<Assessment, "average" | "targetValue" | "outlook">,
  planned: number,
): { needed: number; yearsLeft: number; average: number } | null {
  const left = outlook?.catchUp?.length ?? 0;
  if (!average || average.toDate === null || targetValue === null || left < 2) return null;
  // n years at their average grow as far as they did.
  const grown = average.yearsCounted.map(() => average.toDate as number);
  const needed = neededGrowth([...grown, planned], targetValue, left - 1);
  const whole = averageGrowth([...grown, ...Array.from({ length: left }, () => planned)]);
  return needed === null || whole === null ? null : { needed, yearsLeft: left - 1, average: whole };
}
