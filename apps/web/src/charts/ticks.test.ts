import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { niceStep, valueAxis, yearOfDate, yearTicks } from "./ticks.ts";

describe("the value axis", () => {
  it("runs down from 1 for ranks", () => {
    expect(valueAxis([42, 76, 40], "rank", 6)).toEqual({
      domain: [1, 80],
      ticks: [1, 20, 40, 60, 80],
      decimals: 0,
      reversed: true,
    });
    expect(valueAxis([3, 175], "rank", 8).ticks).toEqual([1, 25, 50, 75, 100, 125, 150, 175]);
    expect(valueAxis([1, 2], "rank", 6).ticks).toEqual([1, 2]);
  });

  it("is not forced to zero, and shows zero where it is near", () => {
    expect(valueAxis([16.5, 30], "share", 6).domain).toEqual([15, 30]);
    expect(valueAxis([12.33, 30], "share", 6).domain).toEqual([0, 30]);
    expect(valueAxis([8.2, 30], "share", 6).domain).toEqual([0, 30]);
    expect(valueAxis([3.65, 7.5], "growth", 6).ticks).toEqual([3, 4, 5, 6, 7, 8]);
  });

  it("writes as many decimals as the ticks need", () => {
    expect(valueAxis([0.34, 0.77], "index", 6)).toMatchObject({ ticks: [0.3, 0.4, 0.5, 0.6, 0.7, 0.8], decimals: 1 });
    expect(valueAxis([0.761, 0.771], "index", 6).decimals).toBe(3);
  });

  it("has whole ticks for counts and tiers", () => {
    expect(valueAxis([1, 2], "tier", 6).ticks.every(Number.isInteger)).toBe(true);
    expect(valueAxis([40, 48], "count", 6).ticks.every(Number.isInteger)).toBe(true);
  });

  it("stands for one value, none, and a fall below zero", () => {
    expect(valueAxis([5], "share", 6).domain).toSatisfy(([low, high]) => low < 5 && high > 5);
    expect(valueAxis([], "share", 6).ticks.length).toBeGreaterThan(1);
    expect(valueAxis([-2.5, 4], "growth", 6).domain[0]).toBeLessThanOrEqual(-2.5);
  });

  it("holds every value between finite, rising ticks", () => {
    const value = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 });
    fc.assert(
      fc.property(fc.array(value, { maxLength: 20 }), fc.integer({ min: 2, max: 10 }), (values, most) => {
        const axis = valueAxis(values, "share", most);
        for (const item of values) expect(item >= axis.domain[0] - 1e-9 && item <= axis.domain[1] + 1e-9).toBe(true);
        expect(axis.ticks.every(Number.isFinite)).toBe(true);
        expect(axis.ticks.every((tick, index) => index === 0 || tick > (axis.ticks[index - 1] ?? tick))).toBe(true);
        expect(axis.ticks.length).toBeLessThanOrEqual(most + 3);
      }),
    );
  });

  it("takes steps of 1, 2, 5 and 25", () => {
    expect([niceStep(10, 5), niceStep(12, 5), niceStep(1, 5), niceStep(175, 8)]).toEqual([2, 5, 0.2, 25]);
    expect(niceStep(0, 5)).toBe(1);
  });
});

describe("the year axis", () => {
  it("has fewer ticks on a narrow screen, 2030 always among them", () => {
    expect(yearTicks(2020, 2030, 1000, 46)).toHaveLength(11);
    expect(yearTicks(2020, 2030, 280, 46)).toEqual([2020, 2022, 2024, 2026, 2028, 2030]);
    expect(yearTicks(2003, 2030, 280, 46)).toEqual([2005, 2010, 2015, 2020, 2025, 2030]);
  });

  it("puts a date where the middle of the year is the year's figure", () => {
    expect(yearOfDate("2020")).toBe(2020);
    expect(yearOfDate("2020-12-31")).toBeCloseTo(2020.5, 2);
    expect(yearOfDate("2024-07-01")).toBeCloseTo(2024, 1);
    expect(yearOfDate("2024-07")).toBeCloseTo(2024.03, 1);
  });
});
