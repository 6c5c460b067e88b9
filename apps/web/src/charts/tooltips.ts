import { dotSize } from "./comparison-line.tsx";
import { lookOf } from "./comparison-look.ts";
import { type ComparisonState, comparedEntry } from "./comparison-state.ts";
import { flagsInWords, writtenValue } from "./indicator-labels.ts";
import { runLook } from "./indicator-lines.tsx";
import type { IndicatorState } from "./indicator-state.ts";
import type { ChartFormat, ChartWords } from "./model.ts";

/** A tooltip line: name, value with flags, and edition and source as `note`; `isMain` is bold. */
export type TooltipLine = { name: string; text: string; note?: string; isMain?: boolean };
/** A dot that is highlighted with its year; `line` is the index of its tooltip line. */
export type TooltipDot = { value: number; r: number; fill: string; line?: number };
/** Tooltip of a year. */
export type TooltipYear = { year: number; dots: TooltipDot[]; lines: TooltipLine[] };

/** Tooltips of an indicator chart, oldest year first. */
export const indicatorTooltips = (state: IndicatorState, words: ChartWords, format: ChartFormat): TooltipYear[] =>
  state.rows.map(({ year, ...values }) => ({
    year,
    dots: state.runs.flatMap((run) => {
      const mark = run.marks.find(({ timePeriod }) => timePeriod === year);
      const { stroke, r } = runLook(run);
      return mark ? [{ value: mark.value, r: r + 2, fill: stroke }] : [];
    }),
    lines: Object.entries(values).map(([key, value]) => lineOf(state, key, year, value, words, format)),
  }));

function lineOf(
  state: IndicatorState,
  key: string,
  year: number,
  value: number,
  words: ChartWords,
  format: ChartFormat,
): TooltipLine {
  const target = [...state.targets, ...state.averages].find((item) => item.key === key);
  if (target) return { name: words.target, text: target.text };
  const run = state.runs.find((item) => item.key === key);
  const mark = run?.marks.find((item) => item.timePeriod === year);
  const way = state.ways.find((item) => item.key === key);
  if (!run || !mark) {
    // A rank that is needed is the whole place that suffices, as in the year table.
    const isPlace = way?.kind === "needed" && state.valueKind === "rank";
    return { name: way?.text ?? state.assumed?.text ?? "", text: format.value(isPlace ? Math.floor(value) : value) };
  }
  const { edition, source, valueLimit } = mark.point;
  const notes = [
    ...(valueLimit === null ? [] : [words.limit[valueLimit]]),
    ...(edition === null ? [] : [words.edition(edition)]),
    words.source(format.source?.(source) ?? source),
  ];
  return {
    name: run.series.name,
    text: [writtenValue(mark, format.value, true), ...flagsInWords(mark, words)].join(", "),
    note: notes.join("; "),
    isMain: true,
  };
}

/** Tooltips of a comparison, oldest year first; lines from the best rank or the highest value. */
export const comparisonTooltips = (state: ComparisonState, words: ChartWords, format: ChartFormat): TooltipYear[] => {
  const sign = state.valueKind === "rank" || state.valueKind === "tier" ? 1 : -1;
  return state.rows.map(({ year, ...values }) => {
    const ordered = Object.entries(values).sort(([, a], [, b]) => (a - b) * sign);
    return {
      year,
      dots: ordered.flatMap(([key, value], line) => {
        const run = state.runs.find((item) => item.key === key);
        if (!run) return [];
        const { stroke, bold } = lookOf(run.area, state.focus, state.pins);
        return [{ value, r: dotSize(run, bold) + 1.5, fill: stroke, line }];
      }),
      lines: ordered.flatMap(([key]): TooltipLine[] => {
        const entry = comparedEntry(state, key, year, words, format);
        if (!entry) return [];
        const { area, ...line } = entry;
        return [area === state.focus ? { ...line, isMain: true } : line];
      }),
    };
  });
};
