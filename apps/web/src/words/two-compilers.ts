import { isUsable } from "@moc2030/shared/assess/usable";
import type { Observation } from "@moc2030/shared/schema/observation";

/** One year that two compilers tell differently: the figure that counts for the target, and the one beside it. */
export type TwoCompilers<T> = { year: number; official: T; other: T };

/** The newest year for which the official compiler and another have figures that are not the same; null where there is none. */
export function twoCompilers<T extends Observation>(figures: readonly T[], compiler: string): TwoCompilers<T> | null {
  const known = figures.filter(isUsable).sort((a, b) => b.timePeriod - a.timePeriod);
  for (const official of known.filter((o) => o.compiler === compiler)) {
    const year = official.timePeriod;
    const other = known.find((o) => o.compiler !== compiler && o.timePeriod === year && o.value !== official.value);
    if (other) return { year, official, other };
  }
  return null;
}
