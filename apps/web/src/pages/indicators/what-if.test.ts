import type { Assessment } from "@moc2030/shared/schema/assessment";
import type { Target } from "@moc2030/shared/schema/target";
import { describe, expect, test } from "vitest";
import { aFigure, anAssessment, anIndicator, aTarget, realText } from "../../words/data.fixture.ts";
import { assumedYears, openTargets, previewOf, readAssumed } from "./what-if.ts";

const judged = (target: Partial<Target> = {}, assessment: Partial<Assessment> = {}) => ({
  target: aTarget(target),
  assessment: anAssessment(assessment),
});

test.each([
  ["an open one with a threshold", judged(), true],
  ["an average", judged({ kind: "period_average" }), true],
  ["a place within a group, which others' figures decide", judged({ kind: "rank_in_group" }), false],
  ["one in words", judged({ kind: "wording", value: null }), false],
  ["one without a value", judged({ value: null }), false],
  ["one on a measure that has ended", judged({}, { reason: "discontinued" }), false],
  ["one whose year is not over", judged({}, { targetYear: 2026, referenceDate: "2026-12-31" }), true],
  ["one whose year is over", judged({}, { targetYear: 2025 }), false],
])("a coming figure can be tried on %s, or cannot", (_, one, isOpen) =>
  expect(openTargets([one])).toEqual(isOpen ? [one] : []),
);

describe("the years a figure may be assumed for", () => {
  const schedule = { everyYears: 1, month: 9, lagYears: 0, link: null, note: null };
  const series = [aFigure(2024, 44), aFigure(2025, 44), aFigure(2026, null, { obsStatus: ["M"] })];
  const years = (some: Parameters<typeof anIndicator>[0], ...until: number[]) =>
    assumedYears(
      anIndicator(some),
      series,
      until.map((year) => judged({ year })),
      "2026-11-21",
    );
  test("from the next edition to the last target year", () => {
    expect(years({ schedule }, 2027, 2030)).toEqual([2027, 2028, 2029, 2030]);
    expect(years({ schedule: { ...schedule, everyYears: 2 } }, 2030)).toEqual([2027, 2029]);
  });
  test("without a calendar in the steps of its frequency after the newest figure", () => {
    expect(years({}, 2028)).toEqual([2026, 2027, 2028]);
    expect(years({ frequency: "A2" }, 2030)).toEqual([2027, 2029]);
    expect(years({}, 2025)).toEqual([]);
  });
});

describe("a typed figure", () => {
  const share = { valueKind: "share", decimals: 2, range: { min: 0, max: 100 } } as const;
  const rank = { valueKind: "rank", decimals: 0, range: { min: 1, max: 200 } } as const;
  const read = (typed: string, of: Parameters<typeof readAssumed>[1], lang: "vi" | "en" = "vi") => {
    const found = readAssumed(typed, of, realText(lang));
    return found.ok ? found.text : found.message;
  };
  test("is read as the language writes numbers, with or without a sign of per cent", () => {
    expect([read("14,02", share), read(" 14,02 % ", share), read("14.02", share, "en")]).toEqual([
      "14.02",
      "14.02",
      "14.02",
    ]);
  });
  test("has no more decimals than are published, and two at least", () => {
    expect(read("14,0289", share)).toBe("14.03");
    expect(read("14,0289", { ...share, decimals: 0 })).toBe("14.03");
    expect(read("14,0289", { ...share, decimals: 3 })).toBe("14.029");
  });
  test.each([
    ["", share, "Nhập một con số, ví dụ 14,02.", "Enter a number, for example 14.02."],
    ["", rank, "Nhập một con số, ví dụ 40.", "Enter a number, for example 40."],
    ["abc", rank, "Không đọc được con số này. Ví dụ: 40.", "This cannot be read as a number. Example: 40."],
    ["0", rank, "Nhập số từ 1 đến 200.", "Enter a number from 1 to 200."],
    ["201", rank, "Nhập số từ 1 đến 200.", "Enter a number from 1 to 200."],
    ["101", share, "Nhập số từ 0 đến 100.", "Enter a number from 0 to 100."],
  ] as const)("%j is refused in words that say how to write it", (typed, of, ...said) =>
    expect([read(typed, of), read(typed, of, "en")]).toEqual(said),
  );
  test("the other language's mark is named", () => {
    expect(read("14.02", share)).toBe("Dùng dấu phẩy thập phân: 14,02");
    expect(read("14,02", share, "en")).toBe("Use a decimal point: 14.02");
  });
  test("ends of the range are in it, and what is counted is whole", () => {
    expect([read("1", rank), read("200", rank), read("0", share), read("100", share)]).toEqual([
      "1",
      "200",
      "0",
      "100",
    ]);
    expect([read("40,5", rank), read("40.5", { ...rank, valueKind: "count" }, "en")]).toEqual([
      "Nhập số nguyên.",
      "Enter a whole number.",
    ]);
    expect(read("2,5", { ...rank, valueKind: "tier" })).toBe("Nhập số nguyên.");
  });
});

describe("what the preview is asked", () => {
  const series = [aFigure(2024, 44, { obsStatus: ["P"] }), aFigure(2025, 45), aFigure(2026, null)];
  const indicator = anIndicator({});
  test("the target as it stands, the known figures, and the assumed one in its year, in place of what is known", () => {
    expect(previewOf(aTarget({}), indicator, series, { timePeriod: 2025, value: 38 }, "2026-11-21")).toEqual({
      target: {
        ...{ year: 2030, kind: "level", comparator: "<=", value: 40, direction: "lower", baseYear: 2020 },
        valueKind: "rank",
      },
      observations: [
        { timePeriod: 2024, value: 44, obsStatus: ["P"], confidence: "sourced" },
        { timePeriod: 2025, value: 38, obsStatus: ["A"], confidence: "sourced" },
      ],
      asOf: "2026-11-21",
    });
  });
  test("what its outlook depends on: the kind of value, and where the record begins", () => {
    const asked = (some: Parameters<typeof anIndicator>[0]) =>
      previewOf(aTarget({}), anIndicator(some), series, { timePeriod: 2026, value: 38 }, "2026-11-21")?.target;
    expect(asked({ referenceClass: { from: 2011 } })).toMatchObject({
      valueKind: "rank",
      referenceClass: { from: 2011 },
    });
    expect(asked({ valueKind: "share" })?.valueKind).toBe("share");
  });
  test("an average with its window", () => {
    const window = { from: 2021, to: 2030 };
    expect(
      previewOf(
        aTarget({ kind: "period_average", window }),
        indicator,
        [],
        { timePeriod: 2030, value: 8 },
        "2026-11-21",
      )?.target,
    ).toMatchObject({ kind: "period_average", window });
  });
  test("nothing where there is no threshold, or the year is after the target's", () => {
    const ask = (some: Partial<Target>, timePeriod: number) =>
      previewOf(aTarget(some), indicator, series, { timePeriod, value: 38 }, "2026-11-21");
    expect([ask({ value: null }, 2027), ask({ comparator: null }, 2027), ask({}, 2031)]).toEqual([null, null, null]);
    expect(ask({}, 2030)).not.toBeNull();
  });
});
