import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assess } from "./assess.ts";
import type { AssessmentInput } from "./assess-input.ts";
import { ladder, rungOf } from "./assess-ladder.ts";
import type { Comparator } from "./target.ts";

const figure = (timePeriod: number, value: number) => ({
  timePeriod,
  value,
  obsStatus: ["A" as const],
  confidence: "sourced" as const,
});
const input = (
  comparator: Comparator,
  value: number,
  figures: [number, number][],
  more: Partial<AssessmentInput["target"]> = {},
): AssessmentInput => ({
  target: {
    id: null,
    indicator: null,
    year: 2030,
    kind: "level",
    comparator,
    value,
    direction: comparator.startsWith("<") ? "lower" : "higher",
    baseYear: 2020,
    ...more,
  },
  observations: figures.map(([year, x]) => figure(year, x)),
  discontinuedFrom: null,
  referenceDate: "2026-11-21",
});
const bounds = (given: AssessmentInput, year: number, decimals: number) =>
  ladder(assess(given), year, decimals)?.rungs.map((r) => [r.class, r.best, r.worst]);

const egdi = input("<=", 50, [
  [2020, 86],
  [2024, 71],
]);

test("EGDI 2024: 72 is still on track, 73 behind, 78 off track, 87 further away than in 2020", () =>
  expect(bounds(egdi, 2024, 0)).toEqual([
    ["met", null, 50],
    ["on_track", 51, 72],
    ["behind", 73, 77],
    ["off_track", 78, 86],
    ["moving_away", 87, null],
  ]));

test("classes that no whole rank leads to are left out (GII 2025)", () =>
  expect(
    bounds(
      input(
        "<=",
        40,
        [
          [2020, 42],
          [2025, 44],
        ],
        { kind: "maintain" },
      ),
      2025,
      0,
    ),
  ).toEqual([
    ["met", null, 40],
    ["on_track", 41, 41],
    ["off_track", 42, 42],
    ["moving_away", 43, null],
  ]));

test("a share is rounded into its class, and a strict target leaves its own value out", () => {
  const share = input(">", 30, [
    [2020, 12.66],
    [2025, 14.02],
  ]);
  expect(bounds(share, 2025, 2)).toEqual([
    ["met", null, 30.01],
    ["on_track", 30, 20.9],
    ["behind", 20.89, 17.87],
    ["off_track", 17.86, 12.66],
    ["moving_away", 12.65, null],
  ]);
});

test("a period average has the thresholds of its average, and is not met before its time", () => {
  const growth = input(">", 7.5, [[2021, 4.71]], { kind: "period_average", window: { from: 2021, to: 2030 } });
  expect(bounds(growth, 2021, 2)).toEqual([
    ["on_track", null, 7.13],
    ["behind", 7.12, 4.5],
    ["off_track", 4.49, 0],
    ["moving_away", -0.01, null],
  ]);
});

test("there is none where classes do not go by pace", () => {
  const a = assess(egdi);
  expect(ladder({ ...a, referenceDate: "2031-01-01" }, 2024, 0)).toBeNull();
  expect(ladder({ ...a, reason: "discontinued" }, 2024, 0)).toBeNull();
  expect(ladder({ ...a, base: null }, 2024, 0)).toBeNull();
  expect(ladder(a, 2020, 0)).toBeNull();
  expect(ladder(a, 2031, 0)).toBeNull();
  expect(
    ladder(
      assess(
        input("<=", 50, [
          [2020, 40],
          [2024, 60],
        ]),
      ),
      2024,
      0,
    ),
  ).toBeNull();
});

describe("every rung is what the rules themselves say of its ends", () => {
  const cases = fc.record({
    lower: fc.boolean(),
    base: fc.integer({ min: 10, max: 150 }),
    gap: fc.integer({ min: 1, max: 60 }),
    year: fc.integer({ min: 2021, max: 2030 }),
    value: fc.integer({ min: 1, max: 250 }),
  });
  test("ranks and whole shares", () => {
    fc.assert(
      fc.property(cases, ({ lower, base, gap, year, value }) => {
        const target = lower ? base - gap : base + gap;
        const given = (x: number) =>
          input(lower ? "<=" : ">=", target, [
            [2020, base],
            [year, x],
          ]);
        const found = ladder(assess(given(base)), year, 0);
        if (!found) throw new Error("no ladder");
        const { rungs } = found;
        for (const rung of rungs)
          for (const end of [rung.best, rung.worst])
            if (end !== null) expect(assess(given(end)).class).toBe(rung.class);
        expect(rungOf(found, value)?.class).toBe(assess(given(value)).class);
      }),
    );
  });
});
