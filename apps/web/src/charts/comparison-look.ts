import { color } from "./theme.ts";

/** Style of a line: focus in accent, pinned ones in colours of their own, others faded while any is pinned or hovered. */
export type Look = { stroke: string; text: string; strokeWidth: number; opacity: number; bold: boolean };

/** Colours of pinned lines, in the order of the pins. */
const PINNED = [color.first, color.second, color.third, color.fourth];
/** Maximum number of pins: one per colour. */
export const MOST_PINS = PINNED.length;

/** Style of an area's line, given the focus, the pinned areas and the one pointed at. */
export function lookOf(area: string, focus: string, pins: readonly string[], lit: string | null = null): Look {
  if (area === focus) return { stroke: color.accent, text: color.accent, strokeWidth: 3, opacity: 1, bold: true };
  const others = pins.filter((one) => one !== focus);
  const own = PINNED[others.indexOf(area)] ?? (area === lit ? color.ink : undefined);
  if (own) return { stroke: own, text: own, strokeWidth: 2.5, opacity: 1, bold: true };
  const opacity = others.length > 0 || (lit !== null && lit !== focus) ? 0.45 : 1;
  return { stroke: color.other, text: color.muted, strokeWidth: 1.25, opacity, bold: false };
}

/** Style of a target's label. */
export const targetLook: Look = { stroke: color.target, text: color.ink, strokeWidth: 1.5, opacity: 1, bold: false };
