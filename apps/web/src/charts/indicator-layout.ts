import type { DataLabel } from "./indicator-labels.ts";
import type { IndicatorState } from "./indicator-state.ts";
import { type LabelWish, type Obstacles, type Place, type PlacedLabel, placeLabels, type Side } from "./labels.ts";
import { balance, textWidth, wrapText } from "./text.ts";
import { fontSize, lineHeight } from "./theme.ts";
import { linear, type ValueAxis, valueAxis, yearTicks } from "./ticks.ts";

/** Edges of the plot area, in SVG pixels. */
export type Plot = { left: number; right: number; top: number; bottom: number };

export type BreakCaption = { x: number; lines: string[]; textX: number; textAnchor: "start" | "end"; top: number };
export type MilestoneTick = { x: number; text: string };

export type IndicatorLayout = {
  plot: Plot;
  /** Height of the strip at the bottom of the plot for milestone numbers. */
  foot: number;
  axis: ValueAxis;
  /** Lines above the value axis: unit, and its start if not zero. */
  unit: string[];
  xDomain: [number, number];
  years: number[];
  x: (year: number) => number;
  y: (value: number) => number;
  labels: (PlacedLabel & { role: DataLabel["role"] })[];
  breaks: BreakCaption[];
  milestones: MilestoneTick[];
};

/** Height of the strip with the year labels. */
export const YEARS_HEIGHT = 26;
const DOT = 11;
const EDGE = 14;
/** Below this width, in pixels, labels use `shortText`. */
export const NARROW = 480;
/** Space above the plot for labels of figures at its top. */
const HEAD = 28;

/** Width of the widest tick label, in pixels. */
export const tickWidth = (axis: ValueAxis, tick: (value: number, decimals: number) => string): number =>
  Math.max(...axis.ticks.map((value) => textWidth(tick(value, axis.decimals), fontSize.tick)));

/** Domain that leaves `edge` pixels free at both ends of `width`, so that no dot is cut. */
export function paddedYears([first, last]: readonly [number, number], width: number, edge: number): [number, number] {
  const years = Math.max(1, last - first);
  const pad = (years * edge) / Math.max(1, width - 2 * edge);
  return [first - pad, Math.max(last, first + 1) + pad];
}

const above: Side[] = ["above", "below", "above-start", "above-end", "below-start", "below-end", "right", "left"];
const sidesOf: Record<DataLabel["role"], readonly Side[]> = {
  target: ["right", "above-end", "below-end", "left", "above-start", "below-start"],
  average: ["above-end", "above-start", "below-end", "below-start", "right"],
  way: ["above", "below", "above-end", "below-end", "above-start", "below-start", "left", "right"],
  assumed: ["right", "above", "below", "left", "above-start", "below-start", "above-end", "below-end"],
  last: ["right", "above", "below", "above-start", "below-start", "above-end", "below-end"],
  name: ["right", "above", "below", "above-start", "below-start", "above-end", "below-end", "left"],
  point: above,
};

/** Text size by role: the latest figure is what the eye should find first. */
export const sizeOf = (role: DataLabel["role"]): number => (role === "last" ? fontSize.value : fontSize.label);

function breakCaptions(state: IndicatorState, x: (year: number) => number, plot: Omit<Plot, "top">, top: number) {
  const places = state.breaks.map((item) => x(item.timePeriod - 0.5));
  return state.breaks.map((item, index): BreakCaption => {
    const at = places[index] ?? 0;
    const before = at - (places[index - 1] ?? plot.left);
    const after = (places[index + 1] ?? plot.right) - at;
    const textAnchor = state.breaks.length === 1 && before > after * 1.5 ? "end" : "start";
    const room = Math.min(340, (textAnchor === "end" ? before : after) - 8);
    const textX = textAnchor === "end" ? at - 5 : at + 5;
    const count = wrapText(item.cause, room, fontSize.tick).length;
    return { x: at, lines: balance(item.cause, count, fontSize.tick), textX, textAnchor, top };
  });
}

/** Ticks of milestones; those too close for their numbers share one ("2–4"), at the first of them. */
function milestoneTicks(state: IndicatorState, x: (year: number) => number, plot: Plot): MilestoneTick[] {
  const widest = state.milestones.length;
  const room = textWidth(`${widest}–${widest}`, fontSize.tick) + 6;
  const groups: { x: number; first: number; last: number }[] = [];
  for (const milestone of state.milestones) {
    // Keeps the first number clear of the value axis.
    const at = Math.max(x(milestone.x), plot.left + room / 2);
    const group = groups.at(-1);
    if (group && at - group.x < room) group.last = milestone.number;
    else groups.push({ x: at, first: milestone.number, last: milestone.number });
  }
  return groups.map(({ x: at, first, last }) => ({ x: at, text: first === last ? `${first}` : `${first}–${last}` }));
}

function obstaclesOf(state: IndicatorState, x: (year: number) => number, y: (value: number) => number, plot: Plot) {
  const at = (item: { timePeriod: number; value: number }): Place => ({ x: x(item.timePeriod), y: y(item.value) });
  const box = (place: Place, size: number) => ({
    x: place.x - size / 2,
    y: place.y - size / 2,
    width: size,
    height: size,
  });
  const segments: [Place, Place][] = state.runs.flatMap(({ marks }) =>
    marks.slice(1).map((mark, index): [Place, Place] => [at(marks[index] ?? mark), at(mark)]),
  );
  for (const { points } of state.ways)
    segments.push(...points.slice(1).map((point, index): [Place, Place] => [at(points[index] ?? point), at(point)]));
  for (const { from, to, value } of state.averages)
    segments.push([
      { x: x(from), y: y(value) },
      { x: x(to), y: y(value) },
    ]);
  for (const item of state.breaks) {
    const middle = x(item.timePeriod - 0.5);
    segments.push([
      { x: middle, y: plot.top - HEAD },
      { x: middle, y: plot.bottom },
    ]);
  }
  const boxes = [
    ...state.runs.flatMap(({ marks }) => marks.map((mark) => box(at(mark), DOT))),
    ...state.targets.map(({ year, value }) => box({ x: x(year), y: y(value) }, DOT + 3)),
    ...(state.assumed ? [box(at(state.assumed), DOT + 3)] : []),
  ];
  return { boxes, segments } satisfies Obstacles;
}

/** Layout of an indicator chart in pixels. */
export function indicatorLayout(
  state: IndicatorState,
  width: number,
  height: number,
  tick: (value: number, decimals: number) => string,
): IndicatorLayout {
  const axis = valueAxis(state.values, state.valueKind, height < 260 ? 4 : 6);
  const left = Math.max(24, tickWidth(axis, tick) + 10);
  const right = width - 4;
  const xDomain = paddedYears(state.years, right - left, EDGE);
  const x = linear(xDomain, left, right);

  const isCut = !axis.reversed && axis.domain[0] > 0;
  const written = isCut ? `${state.unit} · ${state.axisFrom(tick(axis.domain[0], axis.decimals))}` : state.unit;
  const unit = wrapText(written, right, fontSize.tick);
  const unitHeight = unit.length * lineHeight(fontSize.tick) + 6;
  const breaks = breakCaptions(state, x, { left, right, bottom: height - YEARS_HEIGHT }, unitHeight);
  const captionLines = Math.max(0, ...breaks.map((item) => item.lines.length));
  const plot: Plot = {
    left,
    right,
    top: unitHeight + captionLines * lineHeight(fontSize.tick) + HEAD,
    bottom: height - YEARS_HEIGHT,
  };
  const foot = state.milestones.length ? 24 : 0;
  const ends: [number, number] = axis.reversed ? [axis.domain[1], axis.domain[0]] : axis.domain;
  const y = linear(ends, plot.bottom - foot, plot.top);

  const wishes = state.labels.map(
    (label): LabelWish => ({
      id: label.id,
      ...(width < NARROW ? { text: label.shortText ?? label.text } : { text: label.text, shortText: label.shortText }),
      anchors: label.at.map(({ timePeriod, value }) => ({ x: x(timePeriod), y: y(value) })),
      size: sizeOf(label.role),
      sides: sidesOf[label.role],
      gap: label.role === "average" || label.role === "way" ? 4 : 9,
      isOptional: label.role === "point",
    }),
  );
  const bounds = {
    x: left + 2,
    y: plot.top - HEAD,
    width: right - left - 2,
    height: plot.bottom - foot - plot.top + HEAD,
  };
  const roles = new Map(state.labels.map((label) => [label.id, label.role]));
  const labels = placeLabels(wishes, bounds, obstaclesOf(state, x, y, plot)).map((label) => ({
    ...label,
    role: roles.get(label.id) ?? "point",
  }));

  return {
    plot,
    foot,
    axis,
    unit,
    xDomain,
    years: yearTicks(state.years[0], state.years[1], right - left, 46),
    x,
    y,
    labels,
    breaks,
    milestones: milestoneTicks(state, x, plot),
  };
}
