import { flagsInWords, writtenValue } from "./indicator-labels.ts";
import type { ChartFormat, ChartPoint, ChartWords, Frequency, PathPoint, ValueKind } from "./model.ts";
import { isOtherScale, type Mark, marksOf, runsOf } from "./runs.ts";

/** One line of a comparison. */
export type ComparisonLine = {
  area: string;
  name: string;
  points: readonly ChartPoint[];
};

export type ComparisonFigures = {
  valueKind: ValueKind;
  frequency: Frequency;
  unit: string;
  lines: readonly ComparisonLine[];
  /** Area in the accent colour. */
  focus: string;
  editions?: readonly number[] | undefined;
  /** Areas in colours of their own, four at most. */
  pins?: readonly string[] | undefined;
  targets?: readonly ComparedTarget[] | undefined;
  /** First years after a break in series. */
  breaks?: readonly number[] | undefined;
};

/** A target of the focus area, with straight paths from base and latest figure. */
export type ComparedTarget = {
  key: string;
  year: number;
  value: number;
  text: string;
  /** For narrow charts, where the mark's position gives the year. */
  shortText: string;
  base: PathPoint | null;
  latest: PathPoint | null;
};

/** A run of an area's line; `key` is its column in the rows. */
export type ComparedRun = { key: string; area: string; marks: Mark[] };
/** Label at the end of a line or beside a target, and the value it belongs to. */
export type LineEnd = {
  area: string;
  isTarget: boolean;
  name: string;
  last: PathPoint;
  text: string;
  /** Without flags, where they do not fit: tooltip and table have them. */
  shortText: string;
};
/** A year with its values by run key. */
export type ComparedRow = { year: number } & Record<string, number>;

export type ComparisonState = {
  valueKind: ValueKind;
  unit: string;
  axisFrom: ChartWords["axisFrom"];
  focus: string;
  pins: readonly string[];
  targets: readonly ComparedTarget[];
  runs: ComparedRun[];
  ends: LineEnd[];
  rows: ComparedRow[];
  years: [number, number];
  values: number[];
};

/** Drops figures before a break if they are on another scale; `left` has their years. */
function onOneScale({ lines, breaks = [] }: ComparisonFigures) {
  const marks = lines.flatMap(({ points }) => marksOf(points));
  const start = breaks.findLast((year) => {
    const values = (isLater: boolean) =>
      marks.flatMap(({ timePeriod, value }) => (timePeriod >= year === isLater ? [value] : []));
    return isOtherScale(values(false), values(true));
  });
  if (start === undefined) return { lines, left: null };
  const years = marks.flatMap(({ timePeriod }) => (timePeriod < start ? [timePeriod] : []));
  const left: [number, number] = [Math.min(...years), Math.max(...years)];
  const later = lines.map((line) => ({ ...line, points: line.points.filter((o) => o.timePeriod >= start) }));
  return { lines: later, left };
}

/**
 * Content of a comparison chart, without pixels. Areas without figures are omitted; the focus is last, so drawn on top.
 */
export function comparisonState(figures: ComparisonFigures, words: ChartWords, format: ChartFormat): ComparisonState {
  const { lines: onScale, left } = onOneScale(figures);
  const lines = onScale
    .filter((line) => marksOf(line.points).length > 0)
    .toSorted((a, b) => Number(a.area === figures.focus) - Number(b.area === figures.focus));
  // A year with at least one figure counts as an edition; missing areas get a gap.
  const editions = figures.editions ?? [
    ...new Set(lines.flatMap((line) => marksOf(line.points).map((mark) => mark.timePeriod))),
  ];
  const runs = lines.flatMap((line) =>
    runsOf(line.points, figures.frequency, { editions }).map((marks) => ({
      key: `${line.area}-${marks[0]?.timePeriod}`,
      area: line.area,
      marks,
    })),
  );
  const marks = runs.flatMap((run) => run.marks);
  const years = marks.map((mark) => mark.timePeriod);
  const lastYear = Math.max(...years);
  const ends = lines.flatMap((line): LineEnd[] => {
    const last = marksOf(line.points).at(-1);
    if (!last) return [];
    // Areas missing from the latest edition name their year.
    const year = last.timePeriod === lastYear ? [] : [`${last.timePeriod}`];
    // A break concerns earlier figures, not this label.
    const notes = [...year, ...flagsInWords(last, words).filter((word) => word !== words.flags.B)];
    const value = writtenValue(last, format.label ?? format.value, false);
    const noted = (list: string[]) => value + (list.length ? ` (${list.join(", ")})` : "");
    return [
      {
        area: line.area,
        isTarget: false,
        name: line.name,
        last,
        text: noted(notes),
        shortText: noted(year),
      },
    ];
  });
  const { targets = [], pins = [] } = figures;
  for (const { key, year, value, text, shortText } of targets)
    ends.push({
      ...{ area: key, isTarget: true, name: words.target },
      ...{ last: { timePeriod: year, value }, text, shortText },
    });
  const drawn: PathPoint[] = [
    ...marks,
    ...targets.flatMap(({ year, value, base, latest }) =>
      [{ timePeriod: year, value }, base, latest].filter((point) => point !== null),
    ),
  ];
  const rows = new Map<number, ComparedRow>();
  for (const run of runs) {
    for (const { timePeriod, value } of run.marks) {
      const row = rows.get(timePeriod) ?? ({ year: timePeriod } as ComparedRow);
      row[run.key] = value;
      rows.set(timePeriod, row);
    }
  }
  return {
    valueKind: figures.valueKind,
    unit: [
      figures.valueKind === "rank" ? words.rankAxis : figures.unit,
      ...(left ? [words.otherScale(...left)] : []),
    ].join(" · "),
    axisFrom: words.axisFrom,
    focus: figures.focus,
    pins,
    targets,
    runs,
    ends,
    rows: [...rows.values()].sort((a, b) => a.year - b.year),
    years: years.length ? [Math.min(...years), Math.max(...drawn.map((point) => point.timePeriod))] : [2020, 2030],
    values: drawn.map((point) => point.value),
  };
}

/** Tooltip entry of a run in a year, with its area; null for an unknown key. */
export function comparedEntry(
  state: ComparisonState,
  key: string,
  year: number,
  words: ChartWords,
  format: ChartFormat,
): { area: string; name: string; text: string } | null {
  const run = state.runs.find((item) => item.key === key);
  const mark = run?.marks.find((item) => item.timePeriod === year);
  const end = state.ends.find((item) => item.area === run?.area);
  if (!mark || !end) return null;
  return {
    area: end.area,
    name: end.name,
    text: [writtenValue(mark, format.value, true), ...flagsInWords(mark, words)].join(", "),
  };
}
