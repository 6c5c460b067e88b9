import { COUNTRY } from "@moc2030/shared/country";
import type { Area, ObservationItem, Observations } from "../api.ts";
import type { ComparisonFigures } from "../charts/comparison-state.ts";
import type { ChartFormat, ChartFrame } from "../charts/model.ts";
import { chartWords } from "../charts/words.ts";
import { figure } from "../format.ts";
import { type Compared, editionsOf, type Positions, positions } from "../positions.ts";
import type { Text } from "../text/text.tsx";
import { type Comparable, comparedLines, shownYears, usualYears } from "./state.ts";

/** A group around the country: who is in it, the years shown, and its places whether or not all of it is among the lines. */
type Around = {
  shown: Comparable;
  members: string[];
  usual: [number, number];
  years: [number, number];
  group: Positions;
  nameOf: (area: string) => string;
};

/** Everything that an address shows. */
export type Comparison = Around & {
  all: Comparable[];
  areas: Area[];
  day: string;
  lines: Compared[];
  focus: string;
  release: Observations["release"];
};

/** What is shown of an indicator around the lines: `items` are the figures of the group's members. */
export function aroundOf(
  shown: Comparable,
  members: string[],
  items: readonly ObservationItem[],
  areas: readonly Area[],
  asked: { from?: number | undefined; to?: number | undefined },
): Around {
  const figures = items.filter((o) => members.includes(o.refArea));
  const usual = usualYears(shown, figures);
  const years = shownYears(shown, usual, asked);
  const nameOf = (area: string) => areas.find((item) => item.code === area)?.name ?? area;
  const lines = comparedLines(figures, members, shown.compiler, years, nameOf);
  return { shown, members, usual, years, nameOf, group: positions(lines, shown.indicator.direction) };
}

/** The line in the accent colour: the country's, or the first. */
export const focusOf = (areas: readonly string[]): string =>
  areas.includes(COUNTRY) ? COUNTRY : (areas[0] ?? COUNTRY);

/** The props of a comparison's chart. */
export function chartOf(
  { shown: { indicator }, lines, focus }: Pick<Comparison, "shown" | "lines" | "focus">,
  { lang }: Text,
): ComparisonFigures & ChartFrame & { editions: number[] } {
  const short = indicator.valueKind === "growth" ? "share" : indicator.valueKind;
  const format: ChartFormat = {
    value: (value, decimals) => figure(value, indicator.valueKind, lang, { decimals }),
    // At a line's end as many decimals as the indicator is usually given with; the table has those published.
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
    lines: lines.map(({ area, name, figures }) => ({ area, name, shortName: area, points: figures })),
    focus,
    editions: editionsOf(lines),
  };
}
