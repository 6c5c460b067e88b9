import type { ChartPoint, Frequency } from "./model.ts";

/** How a figure is drawn: solid = observed; hollow = provisional, estimated, imputed or forecast; unverified = hollow and grey. */
export type Dot = "solid" | "hollow" | "unverified";

/** A figure that has a value, with its dot. */
export type Mark = { timePeriod: number; value: number; dot: Dot; point: ChartPoint };

/** What separates two figures of one series, besides the years between them. */
export type Cuts = {
  /** First years of a new measure. */
  breaks?: readonly number[] | undefined;
  /** Years in which an edition exists. */
  editions?: readonly number[] | undefined;
};

/** Most years between two editions that follow each other. Three for biennial ones: the UN survey went from 2005 to 2008 without skipping any. */
const widestStep: Record<Frequency, number> = { A: 1, A2: 3, _O: Number.POSITIVE_INFINITY };

const hollow = new Set(["P", "E", "I", "F"]);

/** The dot of a figure; confidence goes before status, since an unverified figure may not even be provisional. */
export function dotOf(point: Pick<ChartPoint, "confidence" | "obsStatus">): Dot {
  if (point.confidence === "unverified") return "unverified";
  return point.obsStatus.some((status) => hollow.has(status)) ? "hollow" : "solid";
}

/** The figures that have a value, by year. Order of the input does not matter. */
export function marksOf(points: readonly ChartPoint[]): Mark[] {
  return points
    .flatMap((point) =>
      point.value !== null && Number.isFinite(point.value)
        ? [{ timePeriod: point.timePeriod, value: point.value, dot: dotOf(point), point }]
        : [],
    )
    .sort((a, b) => a.timePeriod - b.timePeriod);
}

/** Whether a line may lead to or from the figure: not from a recalled one, nor from a forecast. */
const joins = (mark: Mark) => mark.dot !== "unverified" && !mark.point.obsStatus.includes("F");

/**
 * The figures in runs that are drawn as one line each; every figure is in exactly one run, runs in order of year.
 * A run ends where an edition is skipped (by `editions`, else by `frequency`), where a missing value is recorded,
 * and before a break. Unverified figures and forecasts stand alone.
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

/** Whether values are on two scales that no axis fits: those before a break are a tenth of all after it, or ten times them. */
export function isOtherScale(before: readonly number[], after: readonly number[]): boolean {
  if (before.length === 0 || after.length === 0) return false;
  const [old, recent] = [before.map(Math.abs), after.map(Math.abs)];
  return Math.max(...old) * 10 <= Math.min(...recent) || Math.max(...recent) * 10 <= Math.min(...old);
}
