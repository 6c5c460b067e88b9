import { expect, test } from "vitest";
import { byPublication } from "./publications.ts";

const edition = (code: string, compiler: string, timePeriod: number, dueBy: string) => ({
  ...{ code, compiler },
  next: { timePeriod, dueBy, requestBy: null, isOut: false },
});

test("editions of one compiler, year and day come out together, the first expected in front", () => {
  const coming = [
    edition("SHARE", "NSO", 2026, "2027-01-31"),
    edition("RANK", "WIPO", 2026, "2026-09-29"),
    edition("SCORE", "WIPO", 2026, "2026-09-29"),
    edition("GROWTH", "NSO", 2026, "2027-01-31"),
    // Announced for another day, made by another, of another year: apart.
    edition("INPUT", "WIPO", 2026, "2026-09-30"),
    edition("EGDI", "UNDESA", 2026, "2026-09-30"),
    edition("INDEX", "WIPO", 2027, "2026-09-30"),
  ];
  expect(byPublication(coming).map((group) => group.map(({ code }) => code))).toEqual([
    ["RANK", "SCORE"],
    ["INPUT"],
    ["EGDI"],
    ["INDEX"],
    ["SHARE", "GROWTH"],
  ]);
  expect(byPublication([])).toEqual([]);
});
