import { expect, test } from "vitest";
import { figures, input } from "../assess/assess.fixture.ts";
import { assessWithOutlook } from "./outlook.ts";
import { afterPlan } from "./plans.ts";

const productivity = (years: Record<number, number>) =>
  assessWithOutlook(
    input({ kind: "period_average", comparator: ">", value: 7.5, window: { from: 2021, to: 2030 } }, figures(years), {
      valueKind: "growth",
    }),
  );
const known = { 2021: 4.71, 2022: 4.8, 2023: 3.65, 2024: 5.88, 2025: 6.84 };

test("after a planned 8.5 % in 2026 the four other years need 10.2293 %; 8.5 % in all five give 6.8222 %", () => {
  const left = afterPlan(productivity(known), 8.5);
  expect(left?.yearsLeft).toBe(4);
  expect(left?.needed).toBeCloseTo(10.2293, 4);
  expect(left?.average).toBeCloseTo(6.8222, 4);
});

test("a plan leaves nothing where no other year is left, or the kind knows no average", () => {
  expect(afterPlan(productivity({ ...known, 2026: 7, 2027: 7, 2028: 7, 2029: 7 }), 8.5)).toBeNull();
  const level = assessWithOutlook(input({}, figures({ 2020: 10, 2025: 20 }), { valueKind: "share" }));
  expect(afterPlan(level, 30)).toBeNull();
});
