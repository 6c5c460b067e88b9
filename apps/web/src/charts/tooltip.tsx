import type { ReactNode } from "react";
import { flagsInWords, type IndicatorState, writtenValue } from "./indicator-state.ts";
import type { ChartFormat, ChartWords } from "./model.ts";
import { color, fontSize } from "./theme.ts";

/** Looks of the Recharts tooltip. It stays the default one: only that announces itself to a screen reader. */
export const tooltipStyle = {
  contentStyle: {
    background: color.surface,
    border: `1px solid ${color.axis}`,
    borderRadius: 4,
    padding: "6px 10px",
    fontSize: fontSize.label,
    lineHeight: 1.45,
    whiteSpace: "normal",
    width: "max-content",
    maxWidth: 260,
  },
  labelStyle: { fontWeight: 600, color: color.ink },
  itemStyle: { color: color.ink, paddingTop: 2, paddingBottom: 2 },
} as const;

/** What the tooltip says of one column of a year: who or what it is, and its value with flags, edition and source. */
export function tooltipEntry(
  state: IndicatorState,
  key: string,
  year: number,
  value: number,
  words: ChartWords,
  format: ChartFormat,
): [ReactNode, string] {
  const target = [...state.targets, ...state.averages].find((item) => item.key === key);
  if (target) return [target.text, words.target];
  const run = state.runs.find((item) => item.key === key);
  const mark = run?.marks.find((item) => item.timePeriod === year);
  if (!run || !mark) return [format.value(value), words.path];
  const { edition, source, valueLimit } = mark.point;
  const notes = [
    ...(valueLimit === null ? [] : [words.limit[valueLimit === ">=" ? ">=" : "<="]]),
    ...(edition === null ? [] : [words.edition(edition)]),
    words.source(format.source?.(source) ?? source),
  ];
  const flags = flagsInWords(mark, words);
  return [
    <span key={key}>
      <strong>{[writtenValue(mark, format.value, true), ...flags].join(", ")}</strong>
      <span style={{ display: "block", color: color.muted, fontSize: fontSize.tick }}>{notes.join("; ")}</span>
    </span>,
    run.series.name,
  ];
}
