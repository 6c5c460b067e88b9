import { color } from "./theme.ts";

/** How a line is drawn: the focus always in accent, the lit ones in ink, the others step back while any is lit. */
export type Look = { stroke: string; text: string; strokeWidth: number; opacity: number; bold: boolean };

/** The look of an area's line, given which one is the focus and which ones are lit. */
export function lookOf(area: string, focus: string, lit: readonly string[]): Look {
  if (area === focus) return { stroke: color.accent, text: color.accent, strokeWidth: 3, opacity: 1, bold: true };
  if (lit.includes(area)) return { stroke: color.ink, text: color.ink, strokeWidth: 2.5, opacity: 1, bold: true };
  const opacity = lit.every((one) => one === focus) ? 1 : 0.45;
  return { stroke: color.other, text: color.muted, strokeWidth: 1.25, opacity, bold: false };
}

/** The look of a target's label. */
export const targetLook: Look = { stroke: color.target, text: color.ink, strokeWidth: 1.5, opacity: 1, bold: false };
