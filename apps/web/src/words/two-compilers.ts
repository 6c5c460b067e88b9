import { isUsable } from "@moc2030/shared/assess/usable";
import type { Observation } from "@moc2030/shared/schema/observation";

/** A year for which two compilers differ: the official figure and the other one. */
export type TwoCompilers<T> = { year: number; official: T; other: T };

/** The newest year for which another compiler's figure differs from the official one; null for none. */
export function twoCompilers<T extends Observation>(figures: readonly T[], compiler: string): TwoCompilers<T> | null {
  const known = figures.filter(isUsable).sort((a, b) => b.timePeriod - a.timePeriod);
  for (const official of known.filter((o) => o.compiler === compiler)) {
    const year = official.timePeriod;
    const other = known.find((o) => o.compiler !== compiler && o.timePeriod === year && o.value !== official.value);
    if (other) return { year, official, other };
  }
  return null;
}
