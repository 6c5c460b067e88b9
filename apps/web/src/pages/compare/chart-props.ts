import type { ComparisonFigures } from "../../charts/comparison-state.ts";
import type { ChartFormat, ChartFrame, ChartPoint } from "../../charts/model.ts";
import type { Text } from "../../text/text.tsx";
import { figure } from "../../words/format.ts";
import { editionsOf, type Place } from "../../words/positions.ts";
import { targetBound, targetMark } from "../../words/wording.ts";
import { chartWords } from "../../words/words.ts";
import type { Comparison } from "./comparison.ts";
import { GROUP } from "./state.ts";

type Chart = ComparisonFigures & ChartFrame;

/** Props of the comparison chart. */
export function chartOf(
  { shown: { indicator }, lines, focus, targets }: Comparison,
  pins: readonly string[] | undefined,
  text: Text,
): Chart & { editions: number[] } {
  const { lang } = text;
  const short = indicator.valueKind === "growth" ? "share" : indicator.valueKind;
  const format: ChartFormat = {
    value: (value, decimals) => figure(value, indicator.valueKind, lang, { decimals }),
    // Labels at line ends use at most the indicator's usual decimals; the table shows them as published.
    label: (value, decimals = 9) => figure(value, short, lang, { decimals: Math.min(decimals, indicator.decimals) }),
    tick: (value, decimals) => figure(value, short, lang, { decimals }),
  };
  return {
    titleId: "chart-title",
    descriptionId: "chart-summary",
    words: chartWords[lang],
    format,
    valueKind: indicator.valueKind,
    frequency: indicator.frequency,
    unit: indicator.unit,
    lines: lines.map(({ area, name, figures }) => ({ area, name, points: figures })),
    focus,
    pins,
    targets: targets.map(({ target, ...way }) => ({
      ...way,
      ...{ key: target.id, year: target.year, text: targetMark(target, indicator.valueKind, text) },
      shortText: targetBound(target, short, text),
    })),
    breaks: indicator.breaks.map(({ timePeriod }) => timePeriod),
    editions: editionsOf(lines),
  };
}

/** Props of the chart of positions within the group. */
export function placesChartOf(
  { shown: { indicator }, group, focus }: Comparison,
  pins: readonly string[] | undefined,
  { lang, say }: Text,
): Chart {
  const points = (places: readonly (Place | null)[]) =>
    places.flatMap((place, index) => {
      const timePeriod = group.editions[index]?.year;
      return place && timePeriod !== undefined ? [pointOf(timePeriod, place)] : [];
    });
  return {
    ...{ titleId: "chart-title", descriptionId: "chart-summary", words: chartWords[lang], focus, pins },
    format: { value: String, tick: String },
    // A reversed axis from 1, as for ranks, but without the rank axis title.
    valueKind: "tier",
    frequency: indicator.frequency,
    unit: say("compare.placesUnit", { group: GROUP }),
    lines: group.rows.map(({ area, name, places }) => ({ area, name, points: points(places) })),
    editions: group.editions.map(({ year }) => year),
  };
}

const pointOf = (timePeriod: number, { position, isSure }: Place): ChartPoint => ({
  ...{ timePeriod, value: position, decimals: 0, valueLimit: null, obsStatus: [], rankPool: null },
  ...{ edition: null, source: "", confidence: isSure ? "sourced" : "unverified" },
});
