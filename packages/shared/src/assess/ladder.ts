import type { Assessment, AssessmentClass } from "../schema/assessment.ts";
import { CUT_OFFS, ROUNDING } from "./method.ts";
import { paceMargin } from "./pace.ts";

/** A class with its inclusive range of publishable values; an open end is null. `best` is the end nearer to the target. */
export interface Rung {
  readonly class: AssessmentClass;
  readonly best: number | null;
  readonly worst: number | null;
}
/** The value ranges of all classes for one year; `of` tells values of the indicator from averages over the window. */
export interface Ladder {
  readonly timePeriod: number;
  readonly of: "value" | "average";
  /** Which way is better. */
  readonly direction: "lower" | "higher";
  readonly rungs: readonly Rung[];
}

type Assessed = Pick<
  Assessment,
  | "kind"
  | "comparator"
  | "targetValue"
  | "targetYear"
  | "base"
  | "latest"
  | "average"
  | "group"
  | "referenceDate"
  | "reason"
>;

/**
 * The classes from the best to the worst with the values that lead to each, were they the figure of `timePeriod`: the
 * thresholds of docs/method.md (T, then P = 0.95, 0.60 and 0 on the pace line of that year), rounded to `decimals`
 * into the class. EGDI 2024: up to 50, 51 to 72, 73 to 77, 78 to 86, from 87. For a period average the thresholds of
 * the average so far. Classes that no such value leads to are left out. Null where classes do not go by pace: target
 * year over, no base or target, a position in a group, a base that satisfies the target, a break.
 */
export function ladder(assessment: Assessed, timePeriod: number, decimals: number): Ladder | null {
  const { comparator, targetValue, targetYear, base, average, group, referenceDate, reason } = assessment;
  if (comparator === null || targetValue === null || group || reason !== null) return null;
  if (referenceDate > `${targetYear}-12-31` || timePeriod > targetYear) return null;
  const lower = comparator === "<=" || comparator === "<";
  const strict = comparator === "<" || comparator === ">";
  const step = 10 ** -decimals;
  const worse = lower ? step : -step;
  const tidy = (value: number) => Number(value.toFixed(decimals)) + 0;
  /** The worst publishable value that is at least as good as a threshold. */
  const within = (threshold: number) =>
    tidy((lower ? Math.floor(threshold / step + ROUNDING) : Math.ceil(threshold / step - ROUNDING)) * step);

  const ends: [AssessmentClass, number][] = [];
  if (average) {
    // Before the target year is over an average is never met.
    if (lower || targetValue <= 0) return null;
    ends.push(["on_track", within(CUT_OFFS.onTrack * targetValue)], ["behind", within(CUT_OFFS.behind * targetValue)]);
    ends.push(["off_track", 0]);
  } else {
    if (!base || base.timePeriod >= timePeriod) return null;
    if (lower ? base.value <= targetValue : base.value >= targetValue) return null;
    const year = { timePeriod, value: base.value };
    const target = { timePeriod: targetYear, value: targetValue };
    const reached = within(targetValue);
    ends.push(["met", strict && reached === targetValue ? tidy(reached - worse) : reached]);
    for (const rung of ["on_track", "behind", "off_track"] as const) {
      const end = paceMargin(rung, base, year, target)?.worse;
      if (end == null) return null;
      ends.push([rung, within(end)]);
    }
  }
  const rungs: Rung[] = [];
  let best: number | null = null;
  for (const [found, worst] of ends) {
    if (best !== null && (lower ? worst < best : worst > best)) continue;
    rungs.push({ class: found, best, worst });
    best = tidy(worst + worse);
  }
  return {
    timePeriod,
    of: average ? "average" : "value",
    direction: lower ? "lower" : "higher",
    rungs: [...rungs, { class: "moving_away", best, worst: null }],
  };
}

/** The rung that a value stands on. */
export const rungOf = ({ rungs, direction }: Ladder, value: number): Rung | null =>
  rungs.find(({ worst }) => worst === null || (direction === "lower" ? value <= worst : value >= worst)) ?? null;
