/** Colours by job, as values of SVG attributes: a token of `tokens.css`, and its light value where the page has no tokens. */
export const color = {
  surface: "var(--chart-surface, #ffffff)",
  ink: "var(--chart-ink, #1b2733)",
  muted: "var(--chart-muted, #566370)",
  accent: "var(--chart-accent, #0b6670)",
  other: "var(--chart-other, #74828f)",
  unverified: "var(--chart-unverified, #818e99)",
  target: "var(--chart-target, #3a4957)",
  axis: "var(--chart-axis, #818e99)",
  grid: "var(--chart-grid, #e4e9ed)",
} as const;

/** Text sizes in pixels: nothing on a chart is smaller than `tick`. */
export const fontSize = { tick: 12, label: 13, value: 14 } as const;

/** Height of a line of text: stacked Vietnamese diacritics (Ễ, Ộ) need more than the usual 1.2. */
export const lineHeight = (size: number): number => Math.ceil(size * 1.3);
