import { expect, test } from "vitest";
import { yearRanges } from "./year-ranges.ts";

test("years that follow each other are a range; one alone, and editions of every second year, stand by themselves", () => {
  expect(yearRanges([2012, 2016, 2017, 2018, 2019, 2022, 2024, 2025])).toEqual([
    [2012],
    [2016, 2019],
    [2022],
    [2024, 2025],
  ]);
  expect(yearRanges([])).toEqual([]);
});
