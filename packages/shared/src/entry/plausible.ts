/** One published figure of a series. */
export interface SeriesPoint {
  readonly timePeriod: number;
  readonly value: number | null;
}
/** A change a year between neighbouring figures of a series, in the indicator's unit, with its sign. */
export interface YearlyChange {
  readonly from: number;
  readonly timePeriod: number;
  readonly change: number;
}
/** Limits of a plausible change, ends included. */
export interface ChangeLimits {
  readonly low: number;
  readonly high: number;
}

/**
 * What change is usual, and by what: `history`, a year, by the changes of the series; `ratio`, where there are too few
 * of them, by its last figure, however many years lie between.
 */
type UsualChange = ChangeLimits & { readonly basis: "history" | "ratio" };

/** Median deviations on either side of the median. */
const DEVIATIONS = 4;
/** Fewer changes say nothing about what is usual. */
const FEWEST = 3;
/** A ratio edit: what is less than half of the figure before, or more than double, is asked about. */
const RATIO = { low: -0.5, high: 1 } as const;

type Valued = { readonly timePeriod: number; readonly value: number };

/** The figures of a series that have a value, by year. */
export const valuedPoints = (series: readonly SeriesPoint[]): Valued[] =>
  series.filter((p): p is Valued => p.value !== null).sort((a, b) => a.timePeriod - b.timePeriod);

/** The changes of a series, oldest first; over a gap the change a year. */
export function yearlyChanges(series: readonly SeriesPoint[]): YearlyChange[] {
  const points = valuedPoints(series);
  return points.slice(1).map(({ timePeriod, value }, i) => {
    const before = points[i] as Valued;
    const years = timePeriod - before.timePeriod;
    return { from: before.timePeriod, timePeriod, change: (value - before.value) / years };
  });
}

/** The largest change of a series, up or down, the first of several; null for less than two figures. */
export const largestChange = (series: readonly SeriesPoint[]): YearlyChange | null =>
  yearlyChanges(series).reduce<YearlyChange | null>(
    (a, b) => (a === null || Math.abs(b.change) > Math.abs(a.change) ? b : a),
    null,
  );

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle] ?? 0, sorted[middle] ?? 0];
  return (low + high) / 2;
}

/**
 * What change is usual by the history of a series: a year, median ± 4 median absolute deviations (Hampel's identifier;
 * Leys et al., 2013). Where more than half of the changes are equal the deviation is 0: then from the lowest change
 * to the highest. With less than three changes a ratio edit: from half to double of the last figure before a year, by
 * default of the newest. Null where there is none, or it is 0.
 */
export function usualChange(series: readonly SeriesPoint[], timePeriod = Number.POSITIVE_INFINITY): UsualChange | null {
  const changes = yearlyChanges(series).map(({ change }) => change);
  if (changes.length < FEWEST) {
    const last = valuedPoints(series).findLast((point) => point.timePeriod < timePeriod);
    if (!last?.value) return null;
    const size = Math.abs(last.value);
    return { low: size * RATIO.low, high: size * RATIO.high, basis: "ratio" };
  }
  const basis = "history" as const;
  const centre = median(changes);
  const deviation = DEVIATIONS * median(changes.map((change) => Math.abs(change - centre)));
  if (deviation === 0) return { low: Math.min(...changes), high: Math.max(...changes), basis };
  return { low: centre - deviation, high: centre + deviation, basis };
}

/** Whether a change is within limits, but for what binary fractions round off. */
export const isWithin = (change: number, { low, high }: ChangeLimits): boolean => {
  const tolerance = 1e-9 * Math.max(Math.abs(low), Math.abs(high), Math.abs(change));
  return change >= low - tolerance && change <= high + tolerance;
};
