import type {
  ChartBreak,
  ChartFormat,
  ChartMilestone,
  ChartSeries,
  ChartTarget,
  ChartWords,
  Frequency,
  PathPoint,
  ValueKind,
} from "./model.ts";
import { type Mark, marksOf, runsOf } from "./runs.ts";
import { unbroken } from "./text.ts";
import { yearOfDate } from "./ticks.ts";

/** The figures of an indicator chart, as the page gives them. */
export type IndicatorFigures = {
  valueKind: ValueKind;
  frequency: Frequency;
  unit: string;
  series: readonly ChartSeries[];
  targets: readonly ChartTarget[];
  path?: readonly PathPoint[] | null | undefined;
  baseYear?: number | null | undefined;
  breaks?: readonly ChartBreak[] | undefined;
  milestones?: readonly ChartMilestone[] | undefined;
  editions?: readonly number[] | undefined;
};

/** Figures that are drawn as one line; `key` is the column of the rows that holds them. */
export type Run = { key: string; series: ChartSeries; marks: Mark[] };
/** A target of a year, drawn as a diamond. */
export type TargetMark = { key: string; year: number; value: number; text: string; shortText?: string | undefined };
/** A target for the average of a period, drawn as a horizontal line over it. */
export type AverageMark = {
  key: string;
  from: number;
  to: number;
  value: number;
  text: string;
  shortText?: string | undefined;
};
/** A milestone with its number and its place on the year axis. */
export type NumberedMilestone = ChartMilestone & { number: number; x: number };
/** A year that the reader can step to, with the values in it by key. */
export type Row = { year: number } & Record<string, number>;

/** A text that belongs to a point of the data, in the order in which texts get their places. */
export type DataLabel = {
  id: string;
  role: "target" | "average" | "last" | "name" | "point";
  year: number;
  value: number;
  text: string;
  /** For narrow charts. */
  shortText?: string | undefined;
};

export type IndicatorState = {
  valueKind: ValueKind;
  unit: string;
  runs: Run[];
  targets: TargetMark[];
  averages: AverageMark[];
  path: [PathPoint, PathPoint] | null;
  breaks: ChartBreak[];
  milestones: NumberedMilestone[];
  rows: Row[];
  years: [number, number];
  values: number[];
  labels: DataLabel[];
};

const flat = <T>(list: readonly (T | null | undefined)[]): T[] => list.filter((item) => item != null);

/** A value as it is written at a dot: with the bound that the source gave (≤ 5%) and, for the latest rank, the pool (44/139). */
export function writtenValue(mark: Mark, write: ChartFormat["value"], withPool: boolean): string {
  const limit = mark.point.valueLimit === null ? "" : mark.point.valueLimit === "<=" ? "≤ " : "≥ ";
  const pool = withPool && mark.point.rankPool !== null ? `/${mark.point.rankPool}` : "";
  return `${limit}${write(mark.value, mark.point.decimals)}${pool}`;
}

/** The flags of a figure in words, in the order status, confidence; empty for a plain one. */
export const flagsInWords = (mark: Mark, words: ChartWords): string[] =>
  flat([...mark.point.obsStatus.map((status) => words.flags[status]), words.confidence[mark.point.confidence]]);

/** A short name stays in one piece; a long one would be wider than any free place of a phone's chart. */
const nameOf = ({ name }: ChartSeries): string => (name.length > 16 ? name : unbroken(name));

function targetMarks(targets: readonly ChartTarget[]): { targets: TargetMark[]; averages: AverageMark[] } {
  // A position within a group is no rank of the world, and has no place on this axis.
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

/** What was only recalled is not written beside what was read, unless there is nothing else. */
function readableMarks({ points }: ChartSeries): Mark[] {
  const marks = marksOf(points);
  const sure = marks.filter((mark) => mark.dot !== "unverified");
  return sure.length ? sure : marks;
}

function labelsOf(
  targets: readonly TargetMark[],
  averages: readonly AverageMark[],
  figures: IndicatorFigures,
  words: ChartWords,
  format: ChartFormat,
): DataLabel[] {
  const labels: DataLabel[] = [
    ...targets.map(({ key, ...target }) => ({ ...target, id: key, role: "target" as const })),
    ...averages.map(({ key, from: _, to, ...target }) => ({ ...target, id: key, role: "average" as const, year: to })),
  ];
  const write = format.label ?? format.value;
  const isAlone = figures.series.filter((series) => series.points.some((point) => point.value !== null)).length === 1;
  const others = figures.series
    .filter(({ official }) => !official)
    .map((series) => readableMarks(series).at(-1)?.timePeriod);
  for (const series of [...figures.series].sort((a, b) => Number(b.official) - Number(a.official))) {
    const readable = readableMarks(series);
    const last = readable.at(-1);
    if (!last) continue;
    const label = (mark: Mark, role: DataLabel["role"], text: string): DataLabel => ({
      id: `${series.compiler}-${mark.timePeriod}`,
      role,
      year: mark.timePeriod,
      value: mark.value,
      text,
    });
    // The axis may not show this year, so the latest figure names its own.
    const remarks = [last.timePeriod, ...flagsInWords(last, words).slice(0, 1).map(unbroken)].join(", ");
    const lastText = `${writtenValue(last, write, true)} (${remarks})`;
    labels.push({
      ...label(last, series.official ? "last" : "name", isAlone ? lastText : `${nameOf(series)} ${lastText}`),
      // Another compiler's line is told apart by its name; its year and flag are in the tooltip and the table.
      shortText:
        series.official || isAlone || !series.shortName
          ? undefined
          : unbroken(`${series.shortName} ${writtenValue(last, write, false)}`),
    });
    if (!series.official) continue;
    const told = readable.filter(
      (mark, index) =>
        index === 0 ||
        mark.timePeriod === figures.baseYear ||
        mark.point.valueLimit !== null ||
        // Beside another compiler's latest figure stands the official one of that year.
        others.includes(mark.timePeriod),
    );
    // The base year explains the target, so it gets its place before the first figure.
    const byWeight = told.sort(
      (a, b) => Number(b.timePeriod === figures.baseYear) - Number(a.timePeriod === figures.baseYear),
    );
    for (const mark of byWeight) if (mark !== last) labels.push(label(mark, "point", writtenValue(mark, write, false)));
  }
  return labels;
}

/** Years from first to last, of figures, targets and path. */
function extent(years: readonly number[]): [number, number] {
  return years.length ? [Math.min(...years), Math.max(...years)] : [2020, 2030];
}

/** Everything that an indicator chart shows, without a pixel. */
export function indicatorState(figures: IndicatorFigures, words: ChartWords, format: ChartFormat): IndicatorState {
  const breaks = [...(figures.breaks ?? [])].sort((a, b) => a.timePeriod - b.timePeriod);
  const runs = figures.series.flatMap((series) =>
    runsOf(series.points, figures.frequency, {
      // A change of the official measure says nothing about another compiler's.
      breaks: series.official ? breaks.map((item) => item.timePeriod) : [],
      editions: series.official ? figures.editions : undefined,
    }).map((marks) => ({ key: `${series.compiler}-${marks[0]?.timePeriod}`, series, marks })),
  );
  const { targets, averages } = targetMarks(figures.targets);
  const [first, last] = [figures.path?.[0], figures.path?.at(-1)];
  const path: IndicatorState["path"] = first && last && first.timePeriod < last.timePeriod ? [first, last] : null;

  const marks = runs.flatMap((run) => run.marks);
  const years = extent([
    ...marks.map((mark) => mark.timePeriod),
    ...targets.map((target) => target.year),
    ...averages.flatMap(({ from, to }) => [from, to]),
    ...(path ?? []).map((point) => point.timePeriod),
  ]);
  const milestones = (figures.milestones ?? [])
    .map((milestone) => ({ ...milestone, x: yearOfDate(milestone.date) }))
    .filter(({ x }) => x >= years[0] - 0.5 && x <= years[1] + 0.5)
    .sort((a, b) => a.x - b.x)
    .map((milestone, index) => ({ ...milestone, number: index + 1 }));

  return {
    valueKind: figures.valueKind,
    unit: figures.valueKind === "rank" ? words.rankAxis : figures.unit,
    runs,
    targets,
    averages,
    path,
    breaks: breaks.filter((item) => item.timePeriod > years[0] && item.timePeriod <= years[1]),
    milestones,
    rows: rowsOf(runs, targets, averages, path),
    years,
    values: [...marks, ...targets, ...averages, ...(path ?? [])].map((item) => item.value),
    labels: labelsOf(targets, averages, figures, words, format),
  };
}

/** A row for each year with a figure or a target; the path and period targets appear in these years only. */
function rowsOf(runs: Run[], targets: TargetMark[], averages: AverageMark[], path: IndicatorState["path"]): Row[] {
  const rows = new Map<number, Row>();
  const set = (year: number, key: string, value: number) => {
    const row = rows.get(year) ?? ({ year } as Row);
    row[key] = value;
    rows.set(year, row);
  };
  for (const run of runs) for (const mark of run.marks) set(mark.timePeriod, run.key, mark.value);
  for (const target of targets) set(target.year, target.key, target.value);
  for (const { key, from, to, value } of averages) for (const year of [from, to]) set(year, key, value);
  if (path) for (const end of path) set(end.timePeriod, "path", end.value);
  for (const year of rows.keys()) {
    for (const { key, from, to, value } of averages) if (year > from && year < to) set(year, key, value);
    if (path && year > path[0].timePeriod && year < path[1].timePeriod) {
      const share = (year - path[0].timePeriod) / (path[1].timePeriod - path[0].timePeriod);
      set(year, "path", path[0].value + share * (path[1].value - path[0].value));
    }
  }
  return [...rows.values()].sort((a, b) => a.year - b.year);
}
