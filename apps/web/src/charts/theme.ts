/** Colours by job, as values of SVG attributes: a token of `tokens.css`, and its light value where the page has no tokens. */
export const color = {
  surface: "var(--chart-surface, #ffffff)",
  ink: "var(--chart-ink, #16211f)",
  muted: "var(--chart-muted, #4c5a57)",
  accent: "var(--chart-accent, #0b5c60)",
  other: "var(--chart-other, #74817d)",
  unverified: "var(--chart-unverified, #818d89)",
  target: "var(--chart-target, #3a4845)",
  axis: "var(--chart-axis, #87938f)",
  grid: "var(--chart-grid, #dde3e0)",
} as const;

/** Text sizes in pixels: nothing on a chart is smaller than `tick`. */
export const fontSize = { tick: 12, label: 13, value: 14 } as const;

/** Height of a line of text: stacked Vietnamese diacritics (Ễ, Ộ) need more than the usual 1.2. */
export const lineHeight = (size: number): number => Math.ceil(size * 1.3);
