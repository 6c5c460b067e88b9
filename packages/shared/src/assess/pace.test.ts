import { describe, expect, test } from "vitest";
import { figures, input } from "./assess.fixture.ts";
import { assess } from "./assess.ts";
import { cagrRatio, unProjection } from "./other-methods.ts";
import { integerMargin, linearPace, paceRatio, targetPath } from "./pace.ts";

const at = (timePeriod: number, value: number) => ({ timePeriod, value });

describe("the margin", () => {
  // From 0 in 2020 to 100 in 2030, seen in 2025: the path stands at 50.
  test.each([
    [48, "on_track", 100, 47.5],
    [40, "behind", 47.5, 30],
    [10, "off_track", 30, 0],
    [-1, "moving_away", 0, null],
    [100, "met", null, 100],
  ])("at %d (%s): better from %s, worse below %s", (value, verdict, better, worse) => {
    const found = assess(input({}, figures({ 2020: 0, 2025: value })));
    expect(found.class).toBe(verdict);
    expect(found.margin?.better ?? null).toBe(better);
    expect(found.margin?.worse ?? null).toBe(worse);
  });

  test("missed and lost need the target itself", () => {
    expect(assess(input({ year: 2025 }, figures({ 2020: 0, 2025: 50 }))).margin).toEqual({ better: 100, worse: null });
    expect(assess(input({}, figures({ 2020: 100, 2025: 50 }))).margin).toEqual({ better: 100, worse: null });
  });

  test("is not given without a base, with one point or where no class is", () => {
    expect(assess(input({}, figures({ 2019: 100 }))).margin).toBeNull();
    expect(assess(input({}, figures({ 2020: 50 }))).margin).toBeNull();
    expect(assess(input({ comparator: ">" }, figures({ 2020: 100, 2024: 90 }))).margin).toBeNull();
  });
});

describe("the margin in whole numbers", () => {
  const whole = (target: Parameters<typeof input>[0], values: Record<number, number>) =>
    integerMargin(assess(input(target, figures(values))));
  const rank = { comparator: "<=", value: 50, direction: "lower" } as const;

  test("a rank on track: the last rank still on track, the first behind, the first that meets the target", () => {
    expect(whole(rank, { 2020: 86, 2024: 71 })).toEqual({ lastInClass: 72, firstWorse: 73, firstBetter: 50 });
  });

  test("a rank behind, off track and moving away", () => {
    expect(whole(rank, { 2020: 86, 2024: 75 })).toEqual({ lastInClass: 77, firstWorse: 78, firstBetter: 72 });
    expect(whole(rank, { 2020: 86, 2024: 80 })).toEqual({ lastInClass: 86, firstWorse: 87, firstBetter: 77 });
    expect(whole(rank, { 2020: 86, 2024: 90 })).toEqual({ lastInClass: null, firstWorse: null, firstBetter: 86 });
  });

  test("a count goes the other way", () => {
    expect(whole({ kind: "count" }, { 2020: 0, 2025: 48 })).toEqual({
      lastInClass: 48,
      firstWorse: 47,
      firstBetter: 100,
    });
    expect(whole({ kind: "count", value: 3 }, { 2020: 0, 2025: 3 })).toEqual({
      lastInClass: 3,
      firstWorse: 2,
      firstBetter: null,
    });
  });

  test("a strict target leaves its own value out", () => {
    expect(whole({ ...rank, comparator: "<" }, { 2020: 86, 2024: 71 })?.firstBetter).toBe(49);
    expect(whole({ ...rank, comparator: "<" }, { 2020: 86, 2024: 40 })).toMatchObject({
      lastInClass: 49,
      firstWorse: 50,
    });
    expect(whole({ comparator: ">" }, { 2020: 0, 2025: 48 })?.firstBetter).toBe(101);
  });

  test("a strict target between two whole numbers, and thresholds that are not the target, keep theirs", () => {
    expect(whole({ ...rank, comparator: "<", value: 50.5 }, { 2020: 86, 2024: 71 })?.firstBetter).toBe(50);
    expect(whole({ comparator: ">" }, { 2020: 0, 2025: 40 })).toEqual({
      lastInClass: 30,
      firstWorse: 29,
      firstBetter: 48,
    });
    expect(whole({ comparator: ">", value: 200 }, { 2020: 0, 2025: 95 })).toMatchObject({
      lastInClass: 95,
      firstWorse: 94,
    });
  });

  test("a threshold that rounding left just short of a whole number is that number", () => {
    const margin = { better: 50, worse: 72.99999999999999 };
    expect(integerMargin({ class: "on_track", comparator: "<=", margin })?.lastInClass).toBe(73);
  });

  test("every whole rank falls where the margin says", () => {
    const margin = whole(rank, { 2020: 86, 2024: 71 });
    const verdict = (value: number) => assess(input(rank, figures({ 2020: 86, 2024: value }))).class;
    expect(verdict(margin?.lastInClass ?? 0)).toBe("on_track");
    expect(verdict(margin?.firstWorse ?? 0)).toBe("behind");
    expect(verdict(margin?.firstBetter ?? 0)).toBe("met");
  });

  test("is null where there is no margin", () => {
    expect(integerMargin(assess(input({}, [])))).toBeNull();
  });
});

describe("pace and path", () => {
  test("pace so far, pace still needed and gap carry the indicator's unit", () => {
    const found = assess(input({ comparator: "<=", value: 40, direction: "lower" }, figures({ 2020: 42, 2025: 44 })));
    expect(found.pace).toEqual({ ratio: -2, soFarPerYear: 0.4, neededPerYear: -0.8, gap: -4 });
  });

  test("no pace is needed any more in the target year; the gap of a target outdone is positive", () => {
    const found = assess(input({ year: 2025 }, figures({ 2020: 0, 2025: 110 })));
    expect(found.pace).toEqual({ ratio: 1.1, soFarPerYear: 22, neededPerYear: null, gap: 10 });
  });

  test("the path is the straight line from base to target, both ends exact", () => {
    const path = assess(input({ value: 0.7 }, figures({ 2020: 0.1, 2024: 0.2 }))).path ?? [];
    expect(path).toHaveLength(11);
    expect(path[0]).toEqual(at(2020, 0.1));
    expect(path[5]).toEqual({ timePeriod: 2025, value: expect.closeTo(0.4, 12) });
    expect(path[10]).toEqual(at(2030, 0.7));
  });

  test("the path ends on the target itself, not on what rounding leaves of it", () => {
    expect(assess(input({ value: 0.9 }, figures({ 2020: 0.2, 2024: 0.3 }))).path?.[10]).toEqual(at(2030, 0.9));
  });

  test("a target beyond the years that a series can have gets no path", () => {
    expect(assess(input({ year: 9999 }, figures({ 2020: 10, 2024: 20 }))).path).toBeNull();
  });

  test("a base in a later year starts the path there", () => {
    expect(assess(input({}, figures({ 2023: 10, 2025: 20 }))).path?.[0]).toEqual(at(2023, 10));
  });

  test("no ratio without a distance to go or a year between", () => {
    expect(paceRatio(at(2020, 1), at(2024, 2), at(2030, 1))).toBeNaN();
    expect(paceRatio(at(2020, 1), at(2020, 2), at(2030, 3))).toBeNaN();
  });
});

describe("sensitivity", () => {
  test("takes every other usable year from five before the base to the one before the latest", () => {
    const values = Object.fromEntries(Array.from({ length: 16 }, (_, i) => [2010 + i, i]));
    const years = assess(input({}, figures(values))).sensitivity?.map(({ baseYear }) => baseYear);
    expect(years).toEqual([2015, 2016, 2017, 2018, 2019, 2021, 2022, 2023, 2024]);
  });

  test("another base year may have lost the target, or leave no pace", () => {
    const found = assess(input({ comparator: ">" }, figures({ 2018: 120, 2020: 10, 2021: 100, 2024: 50 })));
    expect(found.sensitivity?.map((entry) => [entry.baseYear, entry.class, entry.ratio === null])).toEqual([
      [2018, "lost", false],
      [2021, "not_assessable", true],
    ]);
  });
});

describe("the other methods", () => {
  test("EGDI rank 86 → 71 → 50: 0.886317 by compound growth, 0.909455 by the UN's projection", () => {
    const points = [at(2020, 86), at(2024, 71), at(2030, 50)] as const;
    expect(cagrRatio(...points, "lower")).toBeCloseTo(0.886317, 6);
    expect(unProjection(...points)).toBeCloseTo(0.909455, 6);
  });

  test("compound growth on its own curve is exactly on track by both", () => {
    const points = [at(2020, 10), at(2025, 20), at(2030, 40)] as const;
    expect(cagrRatio(...points, "higher")).toBeCloseTo(1, 12);
    expect(unProjection(...points)).toBeCloseTo(1, 12);
  });

  test("movement the wrong way is negative, also between negative values", () => {
    expect(cagrRatio(at(2020, 10), at(2025, 5), at(2030, 40), "higher")).toBeLessThan(0);
    expect(cagrRatio(at(2020, -10), at(2025, -5), at(2030, -1), "higher")).toBeGreaterThan(0);
    expect(cagrRatio(at(2020, -10), at(2025, -20), at(2030, -1), "higher")).toBeLessThan(0);
  });

  test.each([
    [0, 50, 100],
    [10, 0, 100],
    [-10, 50, 100],
    [10, -50, 100],
    [10, 5, -10],
    [100, 90, 100],
  ])("zero, a change of sign or no distance (%d → %d → %d) gives no result", (x0, xt, T) => {
    expect(cagrRatio(at(2020, x0), at(2025, xt), at(2030, T), "higher")).toBeNull();
    expect(unProjection(at(2020, x0), at(2025, xt), at(2030, T))).toBeNull();
  });

  test("the UN's classes: on track, fair, stagnation", () => {
    const un = (value: number) => assess(input({}, figures({ 2020: 10, 2025: value }))).otherMethods?.[1]?.class;
    expect([un(40), un(20), un(8)]).toEqual(["on_track", "fair", "stagnation"]);
    // q = 0.10 at 13.784: 13.784²/10 = 19.
    expect([un(13.8), un(13.75)]).toEqual(["fair", "stagnation"]);
  });

  test("a growth rate is not compounded", () => {
    const methods = (valueKind: "growth" | "share") =>
      assess(input({}, figures({ 2020: 10, 2025: 40 }), { valueKind })).otherMethods?.map(
        ({ ratio }) => ratio === null,
      );
    expect(methods("growth")).toEqual([true, true]);
    expect(methods("share")).toEqual([false, false]);
  });

  test("are not given without a base, and given without a result with one point", () => {
    expect(assess(input({}, figures({ 2019: 10 }))).otherMethods).toBeNull();
    expect(assess(input({}, figures({ 2020: 10 }))).otherMethods).toEqual([
      { method: "cagr", ratio: null, class: null },
      { method: "un", ratio: null, class: null },
    ]);
  });
});

describe("whole numbers at the edge of a class", () => {
  const margin = (found: "met" | "on_track" | "behind" | "missed" | "lost", comparator: "<" | "<=" | ">" | ">=") =>
    integerMargin({ class: found, comparator, margin: { better: 50, worse: 50 } });
  test("a strict target leaves its own value out, where the next class begins at the target", () => {
    for (const found of ["on_track", "missed", "lost"] as const) {
      expect(margin(found, "<")).toEqual({ lastInClass: 50, firstWorse: 51, firstBetter: 49 });
      expect(margin(found, ">")).toEqual({ lastInClass: 50, firstWorse: 49, firstBetter: 51 });
    }
    expect(margin("behind", "<")).toEqual({ lastInClass: 50, firstWorse: 51, firstBetter: 50 });
    expect(margin("behind", ">")).toEqual({ lastInClass: 50, firstWorse: 49, firstBetter: 50 });
    expect(margin("met", "<")).toEqual({ lastInClass: 49, firstWorse: 50, firstBetter: 50 });
  });
  test("zero is zero, never minus zero", () => {
    const found = integerMargin({ class: "off_track", comparator: ">=", margin: { better: -0.4, worse: 1 } });
    expect(found).toEqual({ lastInClass: 1, firstWorse: 0, firstBetter: 0 });
    expect(integerMargin({ class: "off_track", comparator: "<=", margin: { better: null, worse: -1 } })).toEqual({
      lastInClass: -1,
      firstWorse: 0,
      firstBetter: null,
    });
  });
});

describe("the ratio, where numbers are too small or too large", () => {
  test("away from the target is never 0, towards it is", () => {
    const [base, target] = [at(2020, 0), at(2030, 1e300)];
    expect(paceRatio(base, at(2025, -1e-300), target)).toBe(-Number.MIN_VALUE);
    expect(paceRatio(base, at(2025, 1e-300), target)).toBe(0);
    expect(paceRatio(base, at(2025, 1e-300), at(2030, -1e300))).toBe(-Number.MIN_VALUE);
    expect(paceRatio(base, at(2025, -1e-300), at(2030, -1e300))).toBe(0);
  });
  test("standing still is 0, never minus 0, whichever way is better", () => {
    expect(paceRatio(at(2020, 5), at(2025, 5), at(2030, 1))).toBe(0);
    expect(paceRatio(at(2020, 5), at(2025, 5), at(2030, 9))).toBe(0);
  });
  test("a distance beyond a double still has its share", () => {
    const far = Number.MAX_VALUE;
    expect(paceRatio(at(2020, -far), at(2025, 0), at(2030, far))).toBe(1);
    expect(targetPath(at(2020, -far), at(2022, far))?.map(({ value }) => value)).toEqual([-far, 0, far]);
    expect((targetPath(at(2020, far), at(2024, -far))?.[1]?.value ?? 0) / (far / 2)).toBeCloseTo(1, 12);
  });
});

describe("the path", () => {
  test("is one value a year, both ends included, and zero is no minus zero", () =>
    expect(targetPath(at(2020, -10), at(2022, 10))).toEqual([at(2020, -10), at(2021, 0), at(2022, 10)]));
  test("is null where the years do not differ, run back, or leave the calendar", () => {
    expect([targetPath(at(2020, 1), at(2020, 2)), targetPath(at(2021, 1), at(2020, 2))]).toEqual([null, null]);
    expect(targetPath(at(2099, 1), at(2101, 2))).toBeNull();
    expect(targetPath(at(2099, 1), at(2100, 2))).toHaveLength(2);
  });
});

test("no pace is still needed in the target year and after it", () => {
  const goal = {
    comparator: ">=",
    value: 10,
    year: 2025,
    direction: "higher",
    baseYear: 2020,
    bridged: false,
    passed: false,
    growth: false,
  } as const;
  const needed = (year: number) => linearPace(at(2020, 0), at(year, 5), goal, true)?.neededPerYear;
  expect([needed(2024), needed(2025), needed(2026)]).toEqual([5, null, null]);
});
