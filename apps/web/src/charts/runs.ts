import type { ChartPoint, Frequency } from "./model.ts";

/** How a figure is drawn: solid = observed; hollow = provisional, estimated, imputed or forecast; unverified = hollow and grey. */
export type Dot = "solid" | "hollow" | "unverified";

/** A figure that has a value, with its dot. */
export type Mark = { timePeriod: number; value: number; dot: Dot; point: ChartPoint };

/** Further reasons to end a run, besides skipped years. */
export type Cuts = {
  /** First years of a new measure. */
  breaks?: readonly number[] | undefined;
  /** Years in which an edition exists. */
  editions?: readonly number[] | undefined;
};

/** Maximum years between consecutive editions. Three for biennial ones: the UN survey of 2008 followed that of 2005. */
const widestStep: Record<Frequency, number> = { A: 1, A2: 3, _O: Number.POSITIVE_INFINITY };

const hollow = new Set(["P", "E", "I", "F"]);

/** The dot of a figure; confidence takes precedence over status. */
export function dotOf(point: Pick<ChartPoint, "confidence" | "obsStatus">): Dot {
  if (point.confidence === "unverified") return "unverified";
  return point.obsStatus.some((status) => hollow.has(status)) ? "hollow" : "solid";
}

/** Figures with a value, sorted by year. */
export function marksOf(points: readonly ChartPoint[]): Mark[] {
  return points
    .flatMap((point) =>
      point.value !== null && Number.isFinite(point.value)
        ? [{ timePeriod: point.timePeriod, value: point.value, dot: dotOf(point), point }]
        : [],
    )
    .sort((a, b) => a.timePeriod - b.timePeriod);
}

/** Whether the figure may be connected by a line: unverified figures and forecasts are not. */
const joins = (mark: Mark) => mark.dot !== "unverified" && !mark.point.obsStatus.includes("F");

/**
 * Splits figures into runs, each drawn as one line; every figure is in exactly one run, runs are sorted by year. A run ends
 * at a skipped edition (by `editions`, else `frequency`), a missing value or a break. Unverified figures and forecasts are
 * runs of their own.
 */
export function runsOf(points: readonly ChartPoint[], frequency: Frequency, cuts: Cuts = {}): Mark[][] {
  const marks = marksOf(points);
  const missing = points.filter((point) => point.value === null).map((point) => point.timePeriod);
  const breaks = [
    ...(cuts.breaks ?? []),
    ...points.filter((point) => point.obsStatus.includes("B")).map((p) => p.timePeriod),
  ];
  const skipped = [...missing, ...(cuts.editions ?? [])];
  const isJoined = (from: Mark, to: Mark) =>
    joins(from) &&
    joins(to) &&
    to.timePeriod - from.timePeriod <= widestStep[frequency] &&
    !skipped.some((year) => year > from.timePeriod && year < to.timePeriod) &&
    !breaks.some((year) => year > from.timePeriod && year <= to.timePeriod);

  const runs: Mark[][] = [];
  for (const mark of marks) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    if (run && before && isJoined(before, mark)) run.push(mark);
    else runs.push([mark]);
  }
  return runs;
}

/** Whether values before and after a break do not fit one axis: they differ by a factor of at least ten. */
export function isOtherScale(before: readonly number[], after: readonly number[]): boolean {
  if (before.length === 0 || after.length === 0) return false;
  const [old, recent] = [before.map(Math.abs), after.map(Math.abs)];
  return Math.max(...old) * 10 <= Math.min(...recent) || Math.max(...recent) * 10 <= Math.min(...old);
}
