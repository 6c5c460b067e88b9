/** Colours by role, as SVG attribute values: tokens of `tokens.css`, which `palette.ts` resolves for files. */
export const color = {
  surface: "var(--chart-surface)",
  ink: "var(--chart-ink)",
  muted: "var(--chart-muted)",
  accent: "var(--chart-accent)",
  first: "var(--chart-first)",
  second: "var(--chart-second)",
  third: "var(--chart-third)",
  fourth: "var(--chart-fourth)",
  other: "var(--chart-other)",
  unverified: "var(--chart-unverified)",
  target: "var(--chart-target)",
  axis: "var(--chart-axis)",
  grid: "var(--chart-grid)",
} as const;

/** Font sizes in pixels; `tick` is the smallest. */
export const fontSize = { tick: 12, label: 13, value: 14 } as const;

/** Line height in pixels; stacked Vietnamese diacritics (Ễ, Ộ) need more than the usual 1.2 em. */
export const lineHeight = (size: number): number => Math.ceil(size * 1.3);
