import { describe, expect, it } from "vitest";
import type { IndicatorFigures } from "./indicator-parts.ts";
import { digitalEconomy, egdi, gii, point, productivity } from "./indicators.fixture.ts";
import { type SparklineFigures, sparklineLayout } from "./sparkline-state.ts";

const layoutOf = (figures: IndicatorFigures, more: Partial<SparklineFigures> = {}) =>
  sparklineLayout(
    { ...figures, path: figures.ways?.[0]?.points, points: figures.series[0]?.points ?? [], ...more },
    240,
    56,
  );

describe("a sparkline", () => {
  it("begins five years before the base, or with the first figure, and ends in 2030", () => {
    expect(layoutOf(gii).dots).toHaveLength(11);
    expect(layoutOf(digitalEconomy).dots[0]?.x).toBe(7);
    expect(layoutOf(egdi).targets[0]?.x).toBe(233);
  });

  it("lets cards of one row share their years", () => {
    const at2020 = [gii, digitalEconomy, egdi].map((figures) => layoutOf(figures, { from: 2015 }).path?.[0].x);
    expect(new Set(at2020).size).toBe(1);
  });

  it("runs downwards for ranks and upwards for shares", () => {
    const [rank, share] = [layoutOf(egdi), layoutOf(digitalEconomy)];
    expect(rank.targets[0]?.y).toBeLessThan(rank.dots.at(-1)?.y ?? 0);
    expect(share.targets.at(-1)?.y).toBeLessThan(share.dots.at(-1)?.y ?? 0);
  });

  it("marks the latest figure once, hollow where it is provisional", () => {
    expect(layoutOf(digitalEconomy).dots.filter((dot) => dot.isLast)).toMatchObject([{ dot: "hollow" }]);
  });

  it("does not take a recalled figure for the latest one", () => {
    const points = [point(2023, 10), point(2024, 12, { confidence: "unverified" })];
    expect(layoutOf(digitalEconomy, { points }).dots.map((dot) => dot.isLast)).toEqual([true, false]);
  });

  it("cuts the line at a break and draws period targets as lines", () => {
    expect(layoutOf(productivity).lines).toHaveLength(2);
    expect(layoutOf(productivity).averages).toHaveLength(2);
    expect(layoutOf(productivity).targets).toEqual([]);
  });

  it("stands without figures", () => {
    const layout = layoutOf(egdi, { points: [], path: null });
    expect(layout.dots).toEqual([]);
    expect(layout.targets.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
  });
});
