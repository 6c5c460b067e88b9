import { type DataLabel, labelsOf } from "./indicator-labels.ts";
import type {
  AssumedMark,
  AverageMark,
  IndicatorFigures,
  NumberedMilestone,
  Run,
  TargetMark,
  Way,
} from "./indicator-parts.ts";
import type { ChartBreak, ChartFormat, ChartTarget, ChartWords, PathPoint, ValueKind } from "./model.ts";
import { isOtherScale, runsOf } from "./runs.ts";
import { yearOfDate } from "./ticks.ts";

/** A year with its values by key; arrow keys step through the rows. */
export type Row = { year: number } & Record<string, number>;

export type IndicatorState = {
  valueKind: ValueKind;
  unit: string;
  axisFrom: ChartWords["axisFrom"];
  runs: Run[];
  targets: TargetMark[];
  averages: AverageMark[];
  ways: Way[];
  assumed: AssumedMark | null;
  breaks: ChartBreak[];
  milestones: NumberedMilestone[];
  rows: Row[];
  years: [number, number];
  values: number[];
  labels: DataLabel[];
};

function targetMarks(targets: readonly ChartTarget[]): { targets: TargetMark[]; averages: AverageMark[] } {
  // A position within a group is not a world rank and does not fit this axis.
  const drawn = targets.filter((target) => target.value !== null && target.kind !== "rank_in_group");
  const marks: TargetMark[] = [];
  const averages: AverageMark[] = [];
  drawn.forEach(({ year, value, text, shortText, kind, window }, index) => {
    const key = `target${index}`;
    if (kind === "period_average" && window) averages.push({ key, ...window, value: value ?? 0, text, shortText });
    else marks.push({ key, year, value: value ?? 0, text, shortText });
  });
  return { targets: marks, averages };
}

/** First and last of the years; 2020 to 2030 for none. */
function extent(years: readonly number[]): [number, number] {
  return years.length ? [Math.min(...years), Math.max(...years)] : [2020, 2030];
}

/** Drops figures before a break if they are on another scale; `left` has their years. */
function onOneScale(
  runs: readonly Run[],
  breaks: readonly ChartBreak[],
): { runs: Run[]; left: [number, number] | null } {
  for (const { timePeriod } of breaks.toReversed()) {
    const isLater = ({ series, marks }: Run) => !series.official || (marks[0]?.timePeriod ?? 0) >= timePeriod;
    const values = (list: readonly Run[]) => list.flatMap(({ marks }) => marks.map(({ value }) => value));
    const later = runs.filter(isLater);
    const earlier = runs.filter((run) => !isLater(run));
    if (isOtherScale(values(earlier), values(later)))
      return { runs: later, left: extent(earlier.flatMap(({ marks }) => marks.map((mark) => mark.timePeriod))) };
  }
  return { runs: [...runs], left: null };
}

/** Content of an indicator chart, without pixels. */
export function indicatorState(figures: IndicatorFigures, words: ChartWords, format: ChartFormat): IndicatorState {
  const breaks = [...(figures.breaks ?? [])].sort((a, b) => a.timePeriod - b.timePeriod);
  const { runs, left } = onOneScale(runsOfAll(figures, breaks), breaks);
  const { targets, averages } = targetMarks(figures.targets);
  const ways = (figures.ways ?? []).filter(({ points }) => points.length > 0).map((way) => ({ ...way, key: way.kind }));
  const assumed = figures.assumed ? { ...figures.assumed, key: "assumed" } : null;

  const marks = runs.flatMap((run) => run.marks);
  const points = ways.flatMap((way) => way.points);
  const years = extent([
    ...marks.map((mark) => mark.timePeriod),
    ...targets.map((target) => target.year),
    ...averages.flatMap(({ from, to }) => [from, to]),
    ...points.map((point) => point.timePeriod),
    ...(assumed ? [assumed.timePeriod] : []),
  ]);
  const milestones = (figures.milestones ?? [])
    .map((milestone) => ({ ...milestone, x: yearOfDate(milestone.date) }))
    .filter(({ x }) => x >= years[0] - 0.5 && x <= years[1] + 0.5)
    .sort((a, b) => a.x - b.x)
    .map((milestone, index) => ({ ...milestone, number: index + 1 }));
  const state = {
    valueKind: figures.valueKind,
    unit: [
      figures.valueKind === "rank" ? words.rankAxis : figures.unit,
      ...(left ? [words.otherScale(...left)] : []),
    ].join(" · "),
    axisFrom: words.axisFrom,
    runs,
    targets,
    averages,
    ways,
    assumed,
    breaks: breaks.filter((item) => item.timePeriod > years[0] && item.timePeriod <= years[1]),
    milestones,
    years,
    values: [...marks, ...targets, ...averages, ...points, ...(assumed ? [assumed] : [])].map((item) => item.value),
    labels: labelsOf({ runs, targets, averages, ways, assumed }, figures, words, format),
  };
  return { ...state, rows: rowsOf(state) };
}

/** Runs of all series. */
const runsOfAll = (figures: IndicatorFigures, breaks: readonly ChartBreak[]): Run[] =>
  figures.series.flatMap((series) =>
    runsOf(series.points, figures.frequency, {
      // Breaks and editions are those of the official series.
      breaks: series.official ? breaks.map((item) => item.timePeriod) : [],
      editions: series.official ? figures.editions : undefined,
    }).map((marks) => ({ key: `${series.compiler}-${marks[0]?.timePeriod}`, series, marks })),
  );

/** The value of a computed line in a year, interpolated; null outside its range. */
function valueAt(points: readonly PathPoint[], year: number): number | null {
  const next = points.findIndex(({ timePeriod }) => timePeriod >= year);
  const [before, after] = [points[next - 1], points[next]];
  if (!after) return null;
  if (after.timePeriod === year) return after.value;
  if (!before) return null;
  const share = (year - before.timePeriod) / (after.timePeriod - before.timePeriod);
  return before.value + share * (after.value - before.value);
}

/**
 * Rows for all years with a figure, a target or a point of a computed line, whose values are interpolated in every row.
 */
function rowsOf({ runs, targets, averages, ways, assumed }: Omit<IndicatorState, "rows">): Row[] {
  const rows = new Map<number, Row>();
  const set = (year: number, key: string, value: number) => {
    const row = rows.get(year) ?? ({ year } as Row);
    row[key] = value;
    rows.set(year, row);
  };
  for (const run of runs) for (const mark of run.marks) set(mark.timePeriod, run.key, mark.value);
  if (assumed) set(assumed.timePeriod, assumed.key, assumed.value);
  for (const target of targets) set(target.year, target.key, target.value);
  for (const { key, from, to, value } of averages) for (const year of [from, to]) set(year, key, value);
  for (const { key, points } of ways) for (const { timePeriod, value } of points) set(timePeriod, key, value);
  for (const year of rows.keys()) {
    for (const { key, from, to, value } of averages) if (year > from && year < to) set(year, key, value);
    for (const { key, points } of ways) {
      const value = valueAt(points, year);
      if (value !== null) set(year, key, value);
    }
  }
  return [...rows.values()].sort((a, b) => a.year - b.year);
}
