import fc from "fast-check";
import { expect, test } from "vitest";
import { isWithin, largestChange, usualChange, yearlyChanges } from "./plausible.ts";

const series = (...values: (number | null)[]) => values.map((value, i) => ({ timePeriod: 2020 + i, value }));

test("changes are a year, with their sign, over gaps too, in the order of the years", () => {
  expect(yearlyChanges(series(44, 42, null, 48).toReversed())).toEqual([
    { from: 2020, timePeriod: 2021, change: -2 },
    { from: 2021, timePeriod: 2023, change: 3 },
  ]);
  expect(largestChange(series(44, 42, null, 48))).toEqual({ from: 2021, timePeriod: 2023, change: 3 });
  expect([largestChange(series(44)), yearlyChanges([])]).toEqual([null, []]);
});

test("what is usual is the median of the changes and four median deviations on either side", () => {
  // Changes 1, 2, 3, 4, 100: median 3, deviations 2, 1, 0, 1, 97 with the median 1.
  expect(usualChange(series(0, 1, 3, 6, 10, 110))).toEqual({ low: -1, high: 7, basis: "history" });
  // Of four changes 1, 2, 4, 5 the median is 3, of their deviations 1.5.
  expect(usualChange(series(0, 1, 3, 7, 12))).toEqual({ low: -3, high: 9, basis: "history" });
});

test("where most changes are equal, it is from the lowest to the highest", () => {
  expect(usualChange(series(0, 1, 2, 3, 9))).toEqual({ low: 1, high: 6, basis: "history" });
});

test("with less than three changes it is from half to double of the figure before, and of none or 0 nothing is said", () => {
  expect(usualChange(series(0, 1, 3))).toEqual({ low: -1.5, high: 3, basis: "ratio" });
  expect(usualChange(series(80, 4), 2021)).toEqual({ low: -40, high: 80, basis: "ratio" });
  expect(usualChange(series(-6))).toEqual({ low: -3, high: 6, basis: "ratio" });
  expect([usualChange([]), usualChange(series(0)), usualChange(series(80, 4), 2020)]).toEqual([null, null, null]);
});

test("binary fractions do not put a change at a limit outside", () => {
  expect(isWithin(0.3 - 0.2, { low: 0, high: 0.1 })).toBe(true);
  expect(isWithin(0.1000001, { low: 0, high: 0.1 })).toBe(false);
});

test("limits grow and move with the unit: they follow a series that is scaled or shifted", () => {
  const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 4, maxLength: 12 });
  fc.assert(
    fc.property(values, fc.integer({ min: 1, max: 9 }), fc.integer(), (list, times, plus) => {
      const [own, other] = [series(...list), series(...list.map((value) => value * times + (plus % 1000)))];
      const [a, b] = [usualChange(own), usualChange(other)];
      expect(b?.low).toBeCloseTo((a?.low ?? 0) * times, 6);
      expect(b?.high).toBeCloseTo((a?.high ?? 0) * times, 6);
    }),
  );
});
