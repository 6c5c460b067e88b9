import { balance, textWidth } from "./text.ts";
import { lineHeight } from "./theme.ts";

export type Rect = { x: number; y: number; width: number; height: number };
export type Place = { x: number; y: number };

/** Position of a label relative to its anchor; `start` and `end` name the edge aligned with it. */
export type Side = "right" | "left" | "above" | "below" | "above-start" | "above-end" | "below-start" | "below-end";

/** A label to place. Earlier wishes are placed first; `sides` in order of preference. */
export type LabelWish = {
  id: string;
  text: string;
  /** Used if there is no free place for `text`. */
  shortText?: string | undefined;
  /** Candidate anchors, best first: one for a dot, several for a line. */
  anchors: readonly Place[];
  size: number;
  sides: readonly Side[];
  /** Pixels between the anchor and the text. */
  gap: number;
  /** Omitted instead of covering a line or a dot; table and tooltip have it. */
  isOptional?: boolean | undefined;
};

export type PlacedLabel = {
  id: string;
  lines: string[];
  size: number;
  rect: Rect;
  textAnchor: "start" | "middle" | "end";
  /** Leader line from the anchor to a label placed further away; null if it is near. */
  leader: readonly [Place, Place] | null;
};

/** Marks that labels avoid: dots and diamonds as boxes, lines as segments. */
export type Obstacles = { boxes: readonly Rect[]; segments: readonly (readonly [Place, Place])[] };

export const overlaps = (a: Rect, b: Rect): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

const inside = (rect: Rect, bounds: Rect) =>
  rect.x >= bounds.x &&
  rect.y >= bounds.y &&
  rect.x + rect.width <= bounds.x + bounds.width &&
  rect.y + rect.height <= bounds.y + bounds.height;

/** Number of points inside the box, of those about every 4 px along a segment. */
function touches(rect: Rect, [from, to]: readonly [Place, Place]): number {
  const steps = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / 4));
  let count = 0;
  for (let step = 0; step <= steps; step++) {
    const x = from.x + ((to.x - from.x) * step) / steps;
    const y = from.y + ((to.y - from.y) * step) / steps;
    if (x >= rect.x && x <= rect.x + rect.width && y >= rect.y && y <= rect.y + rect.height) count++;
  }
  return count;
}

const anchors: Record<Side, PlacedLabel["textAnchor"]> = {
  right: "start",
  left: "end",
  above: "middle",
  below: "middle",
  "above-start": "start",
  "below-start": "start",
  "above-end": "end",
  "below-end": "end",
};

function rectAt(wish: LabelWish, { x, y }: Place, side: Side, gap: number, lines: readonly string[]): Rect {
  const width = Math.max(...lines.map((line) => textWidth(line, wish.size)));
  const height = lines.length * lineHeight(wish.size);
  const left = { start: x, middle: x - width / 2, end: x - width }[anchors[side]];
  if (side === "right") return { x: x + gap, y: y - height / 2, width, height };
  if (side === "left") return { x: x - gap - width, y: y - height / 2, width, height };
  return { x: left, y: side.startsWith("above") ? y - gap - height : y + gap, width, height };
}

/** Extra distances from the anchor to try, in pixels; beyond 0 a leader line is drawn. */
const FURTHER = [0, 14, 30, 52];

/** Leader line from an anchor to the nearest edge of a label. */
const leaderTo = ({ x, y }: Place, { x: left, y: top, width, height }: Rect): readonly [Place, Place] => [
  { x, y },
  { x: Math.max(left, Math.min(x, left + width)), y: Math.max(top, Math.min(y, top + height)) },
];

/** The box, shifted horizontally into the bounds. */
function nudged(rect: Rect, bounds: Rect): Rect {
  const most = bounds.x + bounds.width - rect.width;
  return { ...rect, x: Math.max(bounds.x, Math.min(rect.x, most)) };
}

/**
 * Places labels around their anchors without overlaps, inside the bounds. A label that would cover a dot or a line is
 * moved away with a leader line; if nothing is free it gets the best remaining place, or is omitted if optional or too big.
 */
export function placeLabels(wishes: readonly LabelWish[], bounds: Rect, obstacles: Obstacles): PlacedLabel[] {
  const placed: PlacedLabel[] = [];
  for (const wish of wishes) {
    const best = candidates(wish, bounds)
      .filter(({ rect }) => inside(rect, bounds) && !placed.some((label) => overlaps(label.rect, rect)))
      .map((candidate) => ({ ...candidate, met: meets(candidate, placed, obstacles) }))
      .toSorted((a, b) => a.cost + a.met * 40 - (b.cost + b.met * 40))[0];
    if (!best || (wish.isOptional && best.met > 0)) continue;
    const { lines, rect, textAnchor, leader } = best;
    placed.push({ id: wish.id, lines, size: wish.size, rect, textAnchor, leader });
  }
  return placed;
}

type Candidate = Omit<PlacedLabel, "id" | "size"> & { cost: number };

/** All candidate places of a label, with their own penalty. */
const candidates = (wish: LabelWish, bounds: Rect): Candidate[] => [
  ...placesOf(wish.text, 0, wish, bounds),
  ...(wish.shortText ? placesOf(wish.shortText, SHORTENED, wish, bounds) : []),
];

/** Penalty of `shortText`: less than covering a line. */
const SHORTENED = 35;

const placesOf = (text: string, shortening: number, wish: LabelWish, bounds: Rect): Candidate[] =>
  [1, 2, 3].flatMap((count) => {
    const lines = balance(text, count, wish.size);
    return wish.anchors.flatMap((anchor, place) =>
      FURTHER.flatMap((further) =>
        wish.sides.map((side, order): Candidate => {
          const wanted = rectAt(wish, anchor, side, wish.gap + further, lines);
          const rect = side === "left" || side === "right" ? wanted : nudged(wanted, bounds);
          const cost =
            shortening +
            order * 2 +
            (lines.length - 1) * 12 +
            Math.abs(rect.x - wanted.x) / 3 +
            place * 3 +
            further * 1.2;
          return { lines, rect, cost, textAnchor: anchors[side], leader: further > 0 ? leaderTo(anchor, rect) : null };
        }),
      ),
    );
  });

/** Number of dots and lines that a candidate covers, plus the labels that its leader line crosses. */
function meets({ rect, leader }: Candidate, placed: readonly PlacedLabel[], obstacles: Obstacles): number {
  const leaders = placed.flatMap((label) => (label.leader ? [label.leader] : []));
  const boxes = obstacles.boxes.filter((box) => overlaps(rect, box)).length;
  const lines = [...obstacles.segments, ...leaders].reduce((sum, segment) => sum + touches(rect, segment), 0) / 4;
  const texts = leader ? placed.filter((label) => touches(label.rect, leader) > 0).length : 0;
  return boxes + lines + texts;
}

/**
 * Centres of the labels of a column: as close as possible to the wanted ones, in the same order, at least `pitch` apart,
 * between `top` and `bottom`. If they do not fit, the pitch shrinks evenly. Ties keep input order.
 */
export function spread(wanted: readonly number[], pitch: number, top: number, bottom: number): number[] {
  const room = bottom - top;
  const step = wanted.length * pitch > room ? room / wanted.length : pitch;
  const order = wanted.map((y, index) => ({ y, index })).sort((a, b) => a.y - b.y || a.index - b.index);
  // Adjacent groups are merged and centred on the mean of their members' wanted centres (isotonic regression).
  const groups: { members: number[]; sum: number }[] = [];
  const size = (group: { members: number[] }) => group.members.length * step;
  const start = (group: { members: number[]; sum: number }) => {
    const middle = group.sum / group.members.length;
    return Math.max(top, Math.min(bottom - size(group), middle - size(group) / 2));
  };
  for (const { y, index } of order) {
    let group = { members: [index], sum: y };
    for (let last = groups.at(-1); last && start(last) + size(last) > start(group); last = groups.at(-1)) {
      group = { members: [...last.members, ...group.members], sum: last.sum + group.sum };
      groups.pop();
    }
    groups.push(group);
  }
  const centres = new Array<number>(wanted.length).fill(0);
  for (const group of groups) {
    group.members.forEach((index, place) => {
      centres[index] = start(group) + (place + 0.5) * step;
    });
  }
  return centres;
}
