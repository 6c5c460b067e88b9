import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readYear } from "./year-label.ts";

describe("a year's label is read as tables print it, with what it says of the grade", () => {
  test.each([
    ["2024", 2024, null],
    [" 2024 ", 2024, null],
    ["Năm 2024", 2024, null],
    ["2024\u200b", 2024, null],
    ["\u200e2022", 2022, null],
    ["\ufeff\u202aSơ bộ 2024\u202c\uffff", 2024, "P"],
    ["Sơ bộ 2024", 2024, "P"],
    ["Sơ bộ\u00a02024", 2024, "P"],
    ["SƠ BỘ 2024", 2024, "P"],
    ["So bo 2024", 2024, "P"],
    ["2024 (sơ bộ)", 2024, "P"],
    ["Sơ bộ\nPrel. 2024", 2024, "P"],
    ["Sơ bộ 2024 - Prel. 2024", 2024, "P"],
    ["Prel. 2024", 2024, "P"],
    ["2024 p", 2024, "P"],
    ["2024p", 2024, "P"],
    ["2024 (p)", 2024, "P"],
    ["Ước tính 2025", 2025, "E"],
    ["2024 (ước tính)", 2024, "E"],
    ["2024 (ước tính)".normalize("NFD"), 2024, "E"],
    ["Ước TH 2025", 2025, "E"],
    ["2024e", 2024, "E"],
    ["Est. 2025", 2025, "E"],
    ["2025 est.", 2025, "E"],
  ])("%j", (typed, year, grade) => expect(readYear(typed)).toEqual({ ok: true, year, grade }));
});

describe("a mark that is not known is named, never dropped", () => {
  test.each([
    ["2025(*)", 2025, "(*)"],
    ["2025*", 2025, "*"],
    ["2024.0", 2024, ".0"],
    ["2024 (1)", 2024, "(1)"],
    ["'2024", 2024, "'"],
    ["Dự báo 2026", 2026, "Dự báo"],
    ["Sơ bộ ước tính 2024", 2024, "Sơ bộ ước tính"],
    ["12/2024", 2024, "12/"],
  ])("%j", (typed, year, mark) => expect(readYear(typed)).toEqual({ ok: false, code: "year_mark", year, mark }));
});

test.each(["", "24", "20244", "2023-2024", "86,7", "1e400", "٢٠٢٤", `2024 ${"x".repeat(80)}`])(
  "%j is no year",
  (typed) => expect(readYear(typed)).toEqual({ ok: false, code: "not_a_year" }),
);

test("no text is read as another year than the one that stands in it", () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1000, max: 9999 }), fc.string(), (before, year, after) => {
      const read = readYear(`${before}${year}${after}`);
      if ("year" in read) expect(`${before}${year}${after}`).toContain(String(read.year));
    }),
  );
});
