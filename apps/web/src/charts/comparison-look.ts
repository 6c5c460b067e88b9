import { color } from "./theme.ts";

/** Style of a line: focus in accent, highlighted ones in ink, others faded while any is highlighted. */
export type Look = { stroke: string; text: string; strokeWidth: number; opacity: number; bold: boolean };

/** Style of an area's line, given the focus and the highlighted areas. */
export function lookOf(area: string, focus: string, lit: readonly string[]): Look {
  if (area === focus) return { stroke: color.accent, text: color.accent, strokeWidth: 3, opacity: 1, bold: true };
  if (lit.includes(area)) return { stroke: color.ink, text: color.ink, strokeWidth: 2.5, opacity: 1, bold: true };
  const opacity = lit.every((one) => one === focus) ? 1 : 0.45;
  return { stroke: color.other, text: color.muted, strokeWidth: 1.25, opacity, bold: false };
}

/** Style of a target's label. */
export const targetLook: Look = { stroke: color.target, text: color.ink, strokeWidth: 1.5, opacity: 1, bold: false };
