/** Drawings of a chart: class, layout width, and the widest box in which `charts.css` shows it. */
export const WIDTHS = [
  ["chart-narrow", 300, 400],
  ["chart-medium", 640, 832],
  ["chart-wide", 1000, Number.POSITIVE_INFINITY],
] as const;

/** Height of the drawing that `charts.css` shows in a box, for drawings `height` pixels high. */
export function drawnHeight(box: number, height: number): number {
  const [, width, widest] = WIDTHS[box < 640 ? 0 : box < 960 ? 1 : 2];
  return Math.round((height * Math.min(box, widest)) / width);
}
