import { expect, it } from "vitest";
import { yearsAhead } from "./years-ahead.ts";

const from = (timePeriod: number) => ({
  latest: { timePeriod, value: 1, obsStatus: [], confidence: "sourced" as const },
  targetYear: 2030,
  referenceDate: "2023-06-30",
});

it("has every year after the latest figure, and of the last five those that are known too", () => {
  expect(yearsAhead("A", from(2023))).toEqual([2024, 2025, 2026, 2027, 2028, 2029, 2030]);
  expect(yearsAhead("A", from(2025))).toEqual([2026, 2027, 2028, 2029, 2030]);
  expect(yearsAhead("A", from(2027))).toEqual([2026, 2027, 2028, 2029, 2030]);
});

it("asks nothing of a year that was over on the day without a figure", () => {
  const on = (referenceDate: string) => yearsAhead("A", { ...from(2021), referenceDate });
  expect(on("2024-12-30")).toEqual([2024, 2025, 2026, 2027, 2028, 2029, 2030]);
  expect(on("2024-12-31")).toEqual([2025, 2026, 2027, 2028, 2029, 2030]);
});

it("has the editions of a publisher that comes out every second year", () =>
  expect(yearsAhead("A2", from(2024))).toEqual([2026, 2028, 2030]));
