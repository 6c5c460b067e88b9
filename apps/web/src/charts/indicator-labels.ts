import type { AssumedMark, AverageMark, IndicatorFigures, Run, TargetMark, Way } from "./indicator-parts.ts";
import type { ChartFormat, ChartSeries, ChartWords, PathPoint } from "./model.ts";
import type { Mark } from "./runs.ts";
import { unbroken } from "./text.ts";

/** A label of a figure or a line. */
export type DataLabel = {
  id: string;
  role: "target" | "average" | "last" | "name" | "point" | "way" | "assumed";
  /** Candidate anchors, best first: one for a figure, several for a line. */
  at: readonly PathPoint[];
  text: string;
  /** For narrow charts. */
  shortText?: string | undefined;
};

type Labelled = {
  runs: readonly Run[];
  targets: readonly TargetMark[];
  averages: readonly AverageMark[];
  ways: readonly Way[];
  assumed: AssumedMark | null;
};

/** The value label of a dot, with the source's bound (≤ 5%) and, if `withPool`, the rank pool (44/139). */
export function writtenValue(mark: Mark, write: ChartFormat["value"], withPool: boolean): string {
  const limit = mark.point.valueLimit === null ? "" : mark.point.valueLimit === "<=" ? "≤ " : "≥ ";
  const pool = withPool && mark.point.rankPool !== null ? `/${mark.point.rankPool}` : "";
  return `${limit}${write(mark.value, mark.point.decimals)}${pool}`;
}

/** Flags as words, status before confidence; empty for a final, sourced figure. */
export const flagsInWords = (mark: Mark, words: ChartWords): string[] =>
  [...mark.point.obsStatus.map((status) => words.flags[status]), words.confidence[mark.point.confidence]].filter(
    (word) => word !== null,
  );

/** The name, with no-break spaces if short; a long one may wrap, to fit on a phone. */
const nameOf = ({ name }: ChartSeries): string => (name.length > 16 ? name : unbroken(name));

/** Candidate anchors along a line, from its end to its start: points, and some in between. */
function along(points: readonly PathPoint[]): PathPoint[] {
  const [start, end] = [points[0], points.at(-1)];
  if (!start || !end || start === end) return [...points];
  const between = (before: PathPoint, after: PathPoint, share: number): PathPoint => ({
    timePeriod: before.timePeriod + share * (after.timePeriod - before.timePeriod),
    value: before.value + share * (after.value - before.value),
  });
  const parts = points.length > 2 ? [0.5] : [0.2, 0.35, 0.5, 0.65, 0.8];
  return points
    .flatMap((point, index) => {
      const next = points[index + 1];
      return next ? [point, ...parts.map((share) => between(point, next, share))] : [point];
    })
    .toReversed();
}

/** Figures to label: sourced ones, or unverified ones if there are no others. */
function readableMarks(runs: readonly Run[], series: ChartSeries): Mark[] {
  const marks = runs.filter((run) => run.series === series).flatMap((run) => run.marks);
  const sure = marks.filter((mark) => mark.dot !== "unverified");
  return sure.length ? sure : marks;
}

/** All labels, in the order in which they are placed: most important first. */
export function labelsOf(drawn: Labelled, figures: IndicatorFigures, words: ChartWords, format: ChartFormat) {
  const labels: DataLabel[] = [
    ...drawn.targets.map(({ key, year, value, text, shortText }) => ({
      ...{ id: key, role: "target" as const, at: [{ timePeriod: year, value }], text, shortText },
    })),
    ...drawn.averages.map(({ key, from, to, value, text, shortText }) => ({
      ...{ id: key, role: "average" as const, text, shortText },
      at: along([from, to].map((timePeriod) => ({ timePeriod, value }))),
    })),
  ];
  const points: DataLabel[] = [];
  const series = figures.series.toSorted((a, b) => Number(b.official) - Number(a.official));
  const readable = new Map(series.map((own) => [own, readableMarks(drawn.runs, own)]));
  const isAlone = [...readable.values()].filter((marks) => marks.length > 0).length === 1;
  const others = series.filter(({ official }) => !official).map((own) => readable.get(own)?.at(-1)?.timePeriod);
  const write = format.label ?? format.value;
  const label = (own: ChartSeries, mark: Mark, role: DataLabel["role"], text: string): DataLabel => ({
    ...{ id: `${own.compiler}-${mark.timePeriod}`, role, at: [mark], text },
  });
  for (const own of series) {
    const marks = readable.get(own) ?? [];
    const last = marks.at(-1);
    if (!last) continue;
    // The axis may not show this year, so the latest figure names its own.
    const remarks = [last.timePeriod, ...flagsInWords(last, words).slice(0, 1).map(unbroken)].join(", ");
    const lastText = `${writtenValue(last, write, true)} (${remarks})`;
    labels.push({
      ...label(own, last, own.official ? "last" : "name", isAlone ? lastText : `${nameOf(own)} ${lastText}`),
      // With another compiler's line, only that one is named; the official one has the accent colour.
      shortText: isAlone
        ? undefined
        : own.official
          ? `${writtenValue(last, write, true)} (${last.timePeriod})`
          : unbroken(`${own.shortName ?? own.name} ${writtenValue(last, write, false)}`),
    });
    if (!own.official) continue;
    const told = marks.filter(
      (mark, index) =>
        index === 0 ||
        mark.timePeriod === figures.baseYear ||
        mark.point.valueLimit !== null ||
        // The official figure is labelled in the year of another compiler's latest figure too.
        others.includes(mark.timePeriod),
    );
    // The base year explains the target, so it gets its place before the first figure.
    const isBase = (mark: Mark) => Number(mark.timePeriod === figures.baseYear);
    for (const mark of told.toSorted((a, b) => isBase(b) - isBase(a)))
      if (mark !== last) points.push(label(own, mark, "point", writtenValue(mark, write, false)));
  }
  const { assumed, ways } = drawn;
  if (assumed) labels.push({ id: "assumed", role: "assumed", at: [assumed], text: assumed.text });
  labels.push(
    ...ways.map(({ key, points: line, ...way }) => ({ ...way, id: key, role: "way" as const, at: along(line) })),
  );
  return [...labels, ...points];
}
