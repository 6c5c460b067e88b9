import type { ValueKind } from "./model.ts";

/** A value axis; `decimals` are those needed to distinguish the ticks. */
export type ValueAxis = { domain: [number, number]; ticks: number[]; decimals: number; reversed: boolean };

/** The smallest step of 1, 2 or 5 times a power of ten (or 25, 250 …) that divides `span` into at most `most` parts. */
export function niceStep(span: number, most: number): number {
  if (!(span > 0) || !Number.isFinite(span)) return 1;
  const rough = span / Math.max(1, most);
  const power = 10 ** Math.floor(Math.log10(rough));
  const factors = power >= 10 ? [1, 2, 2.5, 5, 10] : [1, 2, 5, 10];
  const factor = factors.find((candidate) => candidate * power >= rough * (1 - 1e-9)) ?? 10;
  return factor * power;
}

const decimalsOf = (step: number) => Math.max(0, -Math.floor(Math.log10(step) + 1e-9));

/** Multiples of `step` from `low` to `high`, without floating-point error. */
function multiples(low: number, high: number, step: number): number[] {
  const decimals = decimalsOf(step);
  const count = Math.round((high - low) / step);
  return Array.from({ length: count + 1 }, (_, index) => Number((low + index * step).toFixed(decimals)));
}

/** A reversed axis for ranks and tiers: 1, then round numbers to the first one past the worst rank. */
function rankAxis(values: readonly number[], most: number): ValueAxis {
  const worst = Math.max(2, ...values);
  const step = Math.max(1, niceStep(worst, most));
  const end = Math.ceil(worst / step) * step;
  return { domain: [1, end], ticks: [1, ...multiples(step, end, step)].filter(isNew), decimals: 0, reversed: true };
}

const isNew = (value: number, index: number, list: number[]) => list.indexOf(value) === index;

/**
 * The value axis for all drawn values. Ranks and tiers are reversed from 1. Other axes include zero only if that takes at
 * most a third of the height (12 to 30 starts at 0, 16 to 30 at 15). `count` and `state` get no fractional ticks.
 */
export function valueAxis(values: readonly number[], kind: ValueKind, most: number): ValueAxis {
  if (kind === "rank" || kind === "tier") return rankAxis(values, most);
  const lowest = values.length ? Math.min(...values) : 0;
  const highest = values.length ? Math.max(...values) : 1;
  // A narrower span is floating-point error of a single value.
  const span = highest - lowest > 1e-9 ? highest - lowest : Math.max(1, Math.abs(highest));
  const whole = kind === "count" || kind === "state";
  const step = Math.max(whole ? 1 : 0, niceStep(span * 1.05, most));
  let low = Math.floor(lowest / step) * step;
  let high = Math.ceil(highest / step) * step;
  if (low === high) [low, high] = [low - step, high + step];
  if (lowest >= 0 && (low < 0 || low <= high / 3)) low = 0;
  const wide = Math.max(step, niceStep(high - low, most));
  low = Math.floor(low / wide) * wide;
  high = Math.ceil(high / wide) * wide;
  return { domain: [low, high], ticks: multiples(low, high, wide), decimals: decimalsOf(wide), reversed: false };
}

/**
 * Round years between `from` and `to`, at least `gap` pixels apart on `width` pixels; always with 2030 if it is in
 * range.
 */
export function yearTicks(from: number, to: number, width: number, gap: number): number[] {
  const perYear = width / Math.max(1, to - from);
  const step = [1, 2, 5, 10, 20, 50].find((candidate) => candidate * perYear >= gap) ?? 100;
  const first = Math.ceil(from / step) * step;
  return Array.from({ length: Math.max(0, Math.floor((to - first) / step) + 1) }, (_, index) => first + index * step);
}

/** Position of a date on the year axis, in years. A year's figure is at mid-year, so 2024-07-01 is close to 2024. */
export function yearOfDate(date: string): number {
  const [year = 0, month, day] = date.split("-").map(Number);
  if (month === undefined) return year;
  const start = Date.UTC(year, 0, 1);
  const instant = day === undefined ? Date.UTC(year, month - 1, 15) : Date.UTC(year, month - 1, day);
  return year + (instant - start) / (Date.UTC(year + 1, 0, 1) - start) - 0.5;
}

/** A linear scale from `domain` to pixels. */
export const linear =
  ([low, high]: readonly [number, number], from: number, to: number) =>
  (value: number): number =>
    from + ((value - low) / (high - low)) * (to - from);
