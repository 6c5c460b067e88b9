import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Comparator } from "../schema/target.ts";
import { assess } from "./assess.ts";
import type { AssessmentInput } from "./input.ts";
import { ladder, rungOf } from "./ladder.ts";

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

describe("where there is no ladder", () => {
  const known = assess(egdi);
  const at = (more: Partial<Parameters<typeof ladder>[0]>, year = 2025) => ladder({ ...known, ...more }, year, 0);
  test("it is there for a level that is open", () => expect(at({})).not.toBeNull());
  test.each([
    ["without a comparator", { comparator: null }],
    ["without a target value", { targetValue: null }],
    ["for a place in a group", { group: { position: 1, ahead: [], missing: [], edition: 2025 } }],
    ["with a reason for no verdict", { reason: "break_in_series" }],
    ["without a base", { base: null }],
    ["from a base that meets the target", { base: { timePeriod: 2020, value: 50 } }],
    ["from a base better than the target", { base: { timePeriod: 2020, value: 49 } }],
    ["once the target year is over", { referenceDate: "2031-01-01" }],
  ] as [string, Partial<Parameters<typeof ladder>[0]>][])("none %s", (_, more) => expect(at(more)).toBeNull());
  test("on the last day of the target year there still is one, for the year itself, not for a later one", () => {
    expect(at({ referenceDate: "2030-12-31" }, 2030)).not.toBeNull();
    expect([at({}, 2031), at({}, 2020), at({}, 2019)]).toEqual([null, null, null]);
  });
  test("a floor too is met by a base at it or above", () => {
    const floor = assess(
      input(">=", 50, [
        [2020, 10],
        [2024, 20],
      ]),
    );
    const from = (value: number) => ladder({ ...floor, base: { timePeriod: 2020, value } }, 2025, 0);
    expect([from(50), from(51)]).toEqual([null, null]);
    expect(from(49)).not.toBeNull();
  });
});

describe("what a ladder is of", () => {
  test("values, lower being better, in the year asked for", () =>
    expect(ladder(assess(egdi), 2024, 0)).toMatchObject({ timePeriod: 2024, of: "value", direction: "lower" }));
  test("values, higher being better", () =>
    expect(
      ladder(
        assess(
          input(">=", 100, [
            [2020, 0],
            [2025, 48],
          ]),
        ),
        2025,
        0,
      ),
    ).toMatchObject({ of: "value", direction: "higher" }));
  test("an average of growth, the thresholds of G itself; none where less is better or G is not above zero", () => {
    const growth = (comparator: Comparator, value: number) =>
      assess(
        input(
          comparator,
          value,
          [
            [2021, 5],
            [2022, 6],
          ],
          { kind: "period_average", window: { from: 2021, to: 2030 } },
        ),
      );
    const found = ladder(growth(">", 10), 2022, 2);
    expect(found).toMatchObject({ of: "average", direction: "higher" });
    expect(found?.rungs).toEqual([
      { class: "on_track", best: null, worst: 9.5 },
      { class: "behind", best: 9.49, worst: 6 },
      { class: "off_track", best: 5.99, worst: 0 },
      { class: "moving_away", best: -0.01, worst: null },
    ]);
    const average = { toDate: 1, needed: 1, ratio: null, yearsCounted: [2021], yearsMissing: [] };
    const none = (comparator: Comparator, targetValue: number) =>
      ladder({ ...growth(">", 10), average, reason: null, comparator, targetValue }, 2022, 2);
    expect([none("<=", 5), none(">=", 0), none(">=", -1)]).toEqual([null, null, null]);
    expect(none(">=", 1)).not.toBeNull();
  });
});

test("a strict target leaves its own value out; one between two published values does not", () => {
  const met = (comparator: Comparator, value: number, decimals: number, from: number) =>
    ladder(
      assess(
        input(comparator, value, [
          [2020, from],
          [2024, from],
        ]),
      ),
      2024,
      decimals,
    )?.rungs[0];
  expect(met("<", 50, 0, 86)).toEqual({ class: "met", best: null, worst: 49 });
  expect(met("<=", 50, 0, 86)).toEqual({ class: "met", best: null, worst: 50 });
  expect(met(">", 50, 1, 10)).toEqual({ class: "met", best: null, worst: 50.1 });
  expect(met(">", 50.55, 1, 10)).toEqual({ class: "met", best: null, worst: 50.6 });
  expect(met("<", 50.55, 1, 86)).toEqual({ class: "met", best: null, worst: 50.5 });
  expect(met("<", 0, 0, 5)).toEqual({ class: "met", best: null, worst: -1 });
});

test("a threshold at zero is zero, never minus zero", () => {
  const rungs =
    ladder(
      assess(
        input(">=", 10, [
          [2020, -10],
          [2025, -9],
        ]),
      ),
      2025,
      0,
    )?.rungs ?? [];
  for (const { best, worst } of rungs) expect([Object.is(best, -0), Object.is(worst, -0)]).toEqual([false, false]);
  expect(
    bounds(
      input("<=", 0, [
        [2020, 10],
        [2025, 9],
      ]),
      2025,
      0,
    )?.[0],
  ).toEqual(["met", null, 0]);
});
