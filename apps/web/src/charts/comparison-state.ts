import { flagsInWords, writtenValue } from "./indicator-state.ts";
import type { ChartFormat, ChartPoint, ChartWords, Frequency, PathPoint, ValueKind } from "./model.ts";
import { type Mark, marksOf, runsOf } from "./runs.ts";

/** One area of a comparison. */
export type ComparisonLine = {
  area: string;
  name: string;
  shortName?: string | undefined;
  points: readonly ChartPoint[];
};

export type ComparisonFigures = {
  valueKind: ValueKind;
  frequency: Frequency;
  unit: string;
  lines: readonly ComparisonLine[];
  /** The area in the accent colour. */
  focus: string;
  editions?: readonly number[] | undefined;
  /** Areas that stand out from the others. */
  pins?: readonly string[] | undefined;
  targets?: readonly ComparedTarget[] | undefined;
};

/** A target of the focus, with the straight ways to it: from its base, and from the latest figure. */
export type ComparedTarget = {
  key: string;
  year: number;
  value: number;
  text: string;
  /** For narrow charts, where the mark's place already tells the year. */
  shortText: string;
  base: PathPoint | null;
  latest: PathPoint | null;
};

/** A stretch of an area's line; `key` is its column of the rows. */
export type ComparedRun = { key: string; area: string; marks: Mark[] };
/** What is written at the end of an area's line, or beside a target, and the figure at which that ends. */
export type LineEnd = {
  area: string;
  isTarget: boolean;
  name: string;
  shortName: string;
  last: PathPoint;
  text: string;
  /** Without its flags, for where they do not fit: the tooltip and the table say them. */
  shortText: string;
};
/** A year with its values, by key of the run. */
export type ComparedRow = { year: number } & Record<string, number>;

export type ComparisonState = {
  valueKind: ValueKind;
  unit: string;
  focus: string;
  pins: readonly string[];
  targets: readonly ComparedTarget[];
  runs: ComparedRun[];
  ends: LineEnd[];
  rows: ComparedRow[];
  years: [number, number];
  values: number[];
};

/** Everything that a comparison shows, without a pixel. Lines without a figure are left out; the focus is drawn last, on top. */
export function comparisonState(figures: ComparisonFigures, words: ChartWords, format: ChartFormat): ComparisonState {
  const lines = figures.lines
    .filter((line) => marksOf(line.points).length > 0)
    .toSorted((a, b) => Number(a.area === figures.focus) - Number(b.area === figures.focus));
  // An edition that lists anybody exists; whoever is not in it has a gap there.
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
    // Whoever is not in the latest edition says of which year the figure is.
    const year = last.timePeriod === lastYear ? [] : [`${last.timePeriod}`];
    // A break speaks of the figures before it, which this label does not.
    const notes = [...year, ...flagsInWords(last, words).filter((word) => word !== words.flags.B)];
    const value = writtenValue(last, format.label ?? format.value, false);
    const noted = (list: string[]) => value + (list.length ? ` (${list.join(", ")})` : "");
    return [
      {
        area: line.area,
        isTarget: false,
        name: line.name,
        shortName: line.shortName ?? line.area,
        last,
        text: noted(notes),
        shortText: noted(year),
      },
    ];
  });
  const { targets = [], pins = [] } = figures;
  for (const { key, year, value, text, shortText } of targets)
    ends.push({
      ...{ area: key, isTarget: true, name: words.target, shortName: words.target },
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
    unit: figures.valueKind === "rank" ? words.rankAxis : figures.unit,
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

/** What the tooltip says of a line in a year, and of which area; null where the key is none of the runs. */
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
