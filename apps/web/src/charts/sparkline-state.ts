import type { Place } from "./labels.ts";
import type { ChartPoint, ChartTarget, Frequency, PathPoint, ValueKind } from "./model.ts";
import { type Dot, runsOf } from "./runs.ts";
import { linear } from "./ticks.ts";

export type SparklineFigures = {
  valueKind: ValueKind;
  frequency: Frequency;
  points: readonly ChartPoint[];
  targets: readonly ChartTarget[];
  path?: readonly PathPoint[] | null | undefined;
  baseYear?: number | null | undefined;
  from?: number | undefined;
  to?: number | undefined;
};

export type SparklineLayout = {
  lines: Place[][];
  dots: (Place & { dot: Dot; isLast: boolean })[];
  path: [Place, Place] | null;
  targets: Place[];
  /** Targets for the average of a period, as lines over their years. */
  averages: [Place, Place][];
};

/** Room at the edges for the largest mark. */
const EDGE = 7;

/** A sparkline in pixels of its viewBox. Years before the window are left out; values fill the height, ranks run downwards. */
export function sparklineLayout(figures: SparklineFigures, width: number, height: number): SparklineLayout {
  const to = figures.to ?? 2030;
  const known = figures.points.filter((point) => point.value !== null).map((point) => point.timePeriod);
  const first = Math.min(to - 1, ...known);
  const from = figures.from ?? Math.max((figures.baseYear ?? first + 5) - 5, first);
  const isShown = (year: number) => year >= from && year <= to;

  const runs = runsOf(
    figures.points.filter((point) => isShown(point.timePeriod)),
    figures.frequency,
  );
  const drawn = figures.targets.flatMap(({ kind, value, year, window }) =>
    value === null || kind === "rank_in_group" || !isShown(year) ? [] : [{ value, year, window }],
  );
  const [start, end] = [figures.path?.[0], figures.path?.at(-1)];
  const ends = start && end && isShown(start.timePeriod) && isShown(end.timePeriod) ? ([start, end] as const) : null;

  const values = [...runs.flat(), ...drawn, ...(ends ?? [])].map((item) => item.value);
  const [low, high] = values.length ? [Math.min(...values), Math.max(...values)] : [0, 1];
  const domain: [number, number] = low === high ? [low - 1, high + 1] : [low, high];
  const x = linear([from, to], EDGE, width - EDGE);
  const isReversed = figures.valueKind === "rank" || figures.valueKind === "tier";
  const y = isReversed ? linear(domain, EDGE, height - EDGE) : linear(domain, height - EDGE, EDGE);
  const at = (item: { timePeriod: number; value: number }): Place => ({ x: x(item.timePeriod), y: y(item.value) });

  const last = runs.flat().findLast((mark) => mark.dot !== "unverified") ?? runs.flat().at(-1);
  return {
    lines: runs.filter((run) => run.length > 1).map((run) => run.map(at)),
    dots: runs.flat().map((mark) => ({ ...at(mark), dot: mark.dot, isLast: mark === last })),
    path: ends && [at(ends[0]), at(ends[1])],
    targets: drawn.filter(({ window }) => !window).map(({ year, value }) => at({ timePeriod: year, value })),
    averages: drawn.flatMap(({ window, value }): [Place, Place][] =>
      window ? [[at({ timePeriod: Math.max(from, window.from), value }), at({ timePeriod: window.to, value })]] : [],
    ),
  };
}
