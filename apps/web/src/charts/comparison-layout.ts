import type { ComparisonState, LineEnd } from "./comparison-state.ts";
import { type Plot, paddedYears, tickWidth, YEARS_HEIGHT } from "./indicator-layout.ts";
import { type Place, spread } from "./labels.ts";
import { textWidth, wrapText } from "./text.ts";
import { fontSize, lineHeight } from "./theme.ts";
import { linear, type ValueAxis, valueAxis, yearTicks } from "./ticks.ts";

/** A label in the column beside the plot, and its leader line. */
export type EndLabel = {
  area: string;
  isTarget: boolean;
  /** As much of the name as fits. */
  name: string;
  text: string;
  /** Name and figure in full. */
  whole: string;
  x: number;
  y: number;
  thread: [Place, Place, Place];
};

export type ComparisonLayout = {
  /** Lines above the value axis: unit, and its start if not zero. */
  unit: string[];
  plot: Plot;
  axis: ValueAxis;
  xDomain: [number, number];
  years: number[];
  x: (year: number) => number;
  y: (value: number) => number;
  labels: EndLabel[];
  /** Width of the label column. */
  column: number;
  pitch: number;
};

const THREAD = 22;

/** Layout of a comparison in pixels; labels in a column at the right, as close to their lines as they fit. */
export function comparisonLayout(
  state: ComparisonState,
  width: number,
  height: number,
  tick: (value: number, decimals: number) => string,
): ComparisonLayout {
  const axis = valueAxis(state.values, state.valueKind, 8);
  // Labels get at most two fifths of the width.
  const written = state.ends.map((end) => fitted(end, Math.floor(width * 0.4)));
  const column = Math.max(0, ...written.map(widthOf)) + THREAD;
  const isCut = !axis.reversed && axis.domain[0] > 0;
  const said = isCut ? `${state.unit} · ${state.axisFrom(tick(axis.domain[0], axis.decimals))}` : state.unit;
  const unit = wrapText(said, width - 4, fontSize.tick);
  const plot: Plot = {
    left: Math.max(24, tickWidth(axis, tick) + 10),
    right: width - column,
    top: unit.length * lineHeight(fontSize.tick) + 16,
    bottom: height - YEARS_HEIGHT,
  };
  const xDomain = paddedYears(state.years, plot.right - plot.left, 8);
  const x = linear(xDomain, plot.left, plot.right);
  const y = linear(axis.reversed ? [axis.domain[1], axis.domain[0]] : axis.domain, plot.bottom, plot.top);
  const pitch = lineHeight(fontSize.label);
  const centres = spread(
    state.ends.map((end) => y(end.last.value)),
    pitch,
    plot.top - pitch / 2,
    height - 2,
  );
  const labels = state.ends.map((end, index): EndLabel => {
    const from = { x: x(end.last.timePeriod), y: y(end.last.value) };
    const at = centres[index] ?? from.y;
    const to = { x: plot.right + THREAD - 5, y: at };
    const { name, text } = written[index] ?? end;
    return {
      area: end.area,
      isTarget: end.isTarget,
      ...{ name, text },
      whole: `${end.name} ${end.text}`,
      x: plot.right + THREAD,
      y: at,
      // Horizontal to the plot's edge, then to the label.
      thread: [from, { x: Math.max(from.x, plot.right - 2), y: from.y }, to],
    };
  });
  const years = yearTicks(state.years[0], state.years[1], plot.right - plot.left, 46);
  return { unit, plot, axis, xDomain, years, x, y, labels, column, pitch };
}

type Written = { name: string; text: string };
const widthOf = ({ name, text }: Written) => textWidth(`${name} ${text}`, fontSize.label);

/** A label in the room there is: wider ones lose their flags, then the end of the name. */
function fitted({ name, text, shortText }: LineEnd, room: number): Written {
  if (widthOf({ name, text }) <= room) return { name, text };
  let end = name.length;
  const cut = () => ({
    name: end < name.length ? `${name.slice(0, end).replace(/[\s(]+$/, "")}…` : name,
    text: shortText,
  });
  while (end > 1 && widthOf(cut()) > room) end--;
  return cut();
}

/** The area whose figure in the year is nearest to `y`, within `reach` pixels; null for none. */
export function nearestArea(
  state: ComparisonState,
  layout: ComparisonLayout,
  year: number,
  height: number,
  reach = 28,
): string | null {
  let best: { area: string; distance: number } | null = null;
  for (const { area, marks } of state.runs) {
    const mark = marks.find((item) => item.timePeriod === year);
    const distance = mark ? Math.abs(layout.y(mark.value) - height) : Number.POSITIVE_INFINITY;
    if (distance <= (best?.distance ?? reach)) best = { area, distance };
  }
  return best?.area ?? null;
}
