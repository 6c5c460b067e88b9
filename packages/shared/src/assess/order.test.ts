import { describe, expect, test } from "vitest";
import { figures, input } from "./assess.fixture.ts";
import { assess } from "./assess.ts";
import type { AssessedFigure, AssessedTarget, AssessmentInput } from "./input.ts";

const verdict = (
  target: Partial<AssessedTarget>,
  observations: AssessedFigure[],
  more: Partial<AssessmentInput> = {},
) => {
  const found = assess(input(target, observations, more));
  return found.reason ?? found.class;
};

describe("usable figures", () => {
  test("a forecast, an unverified figure, a missing value and a year after the target year do not count", () => {
    const observations = [
      ...figures({ 2020: 0, 2022: 20 }),
      ...figures({ 2023: 99 }, ["F"]),
      ...figures({ 2024: 98 }, ["A", "F"]),
      ...figures({ 2025: 97 }, ["A"], "unverified"),
      { ...figures({ 2026: 0 })[0], value: null } as AssessedFigure,
      ...figures({ 2031: 100 }),
    ];
    expect(assess(input({}, observations)).latest).toMatchObject({ timePeriod: 2022, value: 20 });
  });

  test("a year that no series can have does not count", () => {
    const odd = figures({ 1000: 1, 2020: 5, 2500: 1 });
    expect(assess(input({ year: 3000, baseYear: 900 }, [...odd, ...figures({ 2021: 6 })])).base?.timePeriod).toBe(2020);
    expect(assess(input({ year: 3000 }, odd)).latest?.timePeriod).toBe(2020);
  });

  test("derived figures count as they are", () => {
    expect(assess(input({}, figures({ 2022: 20 }, ["A"], "derived"))).latest?.confidence).toBe("derived");
  });

  test("years without a figure are neither carried forward nor interpolated", () => {
    const biennial = { year: 2030, comparator: "<=", value: 50, direction: "lower" } as const;
    const found = assess(input(biennial, figures({ 2020: 86, 2024: 71 }), { referenceDate: "2026-01-01" }));
    expect(found.latest?.timePeriod).toBe(2024);
    expect(found.pace?.ratio).toBeCloseTo(1.041667, 6);
  });

  test("of two figures of one year the worse is read", () => {
    const two = [...figures({ 2020: 0, 2024: 50 }), ...figures({ 2024: 30 })];
    expect(assess(input({}, two)).latest?.value).toBe(30);
    expect(assess(input({ direction: "lower", comparator: "<=", value: -100 }, two)).latest?.value).toBe(50);
  });
});

describe("the base", () => {
  test("is the figure of the base year", () => {
    const found = assess(input({}, figures({ 2018: 5, 2020: 10, 2021: 20, 2024: 30 })));
    expect(found.base).toEqual({ timePeriod: 2020, value: 10 });
  });

  test("is the first figure after the base year where that has none, and its year is printed", () => {
    const found = assess(input({}, figures({ 2018: 5, 2022: 20, 2024: 40 })));
    expect(found.base).toEqual({ timePeriod: 2022, value: 20 });
    expect(found.pace?.ratio).toBe(1);
  });
});

describe("the classes, in their order", () => {
  const ended = { discontinuedFrom: "2024-09-12" };

  test("discontinued comes before everything that a figure could say", () => {
    expect(verdict({ value: 10 }, figures({ 2020: 5, 2024: 50 }), ended)).toBe("discontinued");
    expect(verdict({}, [], ended)).toBe("discontinued");
    expect(verdict({ comparator: null, value: null }, [], ended)).toBe("discontinued");
  });

  test("discontinued counts from its day on, as known at the reference date", () => {
    const on = (referenceDate: string) => verdict({ value: 10 }, figures({ 2020: 50 }), { ...ended, referenceDate });
    expect(on("2024-09-11")).toBe("met");
    expect(on("2024-09-12")).toBe("discontinued");
  });

  test("discontinued gives the last figure and whether it satisfied the target, and nothing else", () => {
    const found = assess(input({ value: 25 }, figures({ 2019: 10, 2020: 30 }), ended));
    expect(found).toMatchObject({ last: { timePeriod: 2020, value: 30, satisfies: true }, base: null, latest: null });
    expect(assess(input({ value: 31 }, figures({ 2020: 30 }), ended)).last?.satisfies).toBe(false);
    expect(assess(input({}, [], ended)).last).toBeNull();
  });

  test("a discontinued average keeps the last year's growth as its last figure, in or out of the window", () => {
    const target = { kind: "period_average", value: 5, window: { from: 2021, to: 2030 } } as const;
    expect(assess(input(target, figures({ 2019: 6 }), ended)).last).toEqual({
      timePeriod: 2019,
      value: 6,
      satisfies: true,
    });
  });

  test("a wording without a threshold is never assessed, even of a measure that has ended", () => {
    expect(verdict({ kind: "wording", comparator: null, value: null }, figures({ 2024: 99 }))).toBe("no_definition");
    expect(verdict({ kind: "wording", comparator: null, value: null }, [], ended)).toBe("no_definition");
  });

  test("a measurable kind without comparator, value or window has no definition", () => {
    expect(verdict({ comparator: null }, figures({ 2024: 99 }))).toBe("no_definition");
    expect(verdict({ value: null }, figures({ 2024: 99 }))).toBe("no_definition");
    expect(verdict({ value: Number.NaN }, figures({ 2024: 99 }))).toBe("no_definition");
    expect(verdict({ kind: "period_average", window: null }, figures({ 2024: 99 }))).toBe("no_definition");
  });

  test("no usable figure is no observation, before and after the target year", () => {
    expect(verdict({}, [])).toBe("no_observation");
    expect(verdict({ year: 2025 }, figures({ 2024: 100 }, ["F"]))).toBe("no_observation");
  });

  test("met is decided on the latest figure, before and after the target year, with or without a base", () => {
    expect(verdict({}, figures({ 2020: 10, 2024: 100 }))).toBe("met");
    expect(verdict({ year: 2025 }, figures({ 2020: 10, 2024: 100 }))).toBe("met");
    expect(verdict({}, figures({ 2019: 100 }))).toBe("met");
    expect(verdict({}, figures({ 2020: 100, 2024: 99 }))).not.toBe("met");
  });

  test("missed needs the whole target year to be over", () => {
    const on = (referenceDate: string) => verdict({ year: 2025 }, figures({ 2020: 0, 2025: 90 }), { referenceDate });
    expect(on("2025-12-31")).toBe("behind");
    expect(on("2026-01-01")).toBe("missed");
  });

  test("missed comes before no baseline, lost and a break", () => {
    expect(verdict({ year: 2025 }, figures({ 2019: 50 }))).toBe("missed");
    expect(verdict({ year: 2025 }, figures({ 2020: 100, 2024: 50 }))).toBe("missed");
    expect(verdict({ year: 2025 }, figures({ 2020: 0, 2024: 50 }, ["B"]))).toBe("missed");
  });

  test("no baseline: nothing usable in or after the base year", () => {
    expect(verdict({}, figures({ 2018: 10, 2019: 20 }))).toBe("no_baseline");
  });

  test("lost: satisfied at base, not any more; it comes before a break and is never a pace class", () => {
    expect(verdict({ kind: "maintain" }, figures({ 2020: 100, 2024: 99.9 }))).toBe("lost");
    expect(verdict({}, [...figures({ 2020: 100 }), ...figures({ 2024: 50 }, ["B"])])).toBe("lost");
  });

  test("one point: the base is the latest", () => {
    expect(verdict({}, figures({ 2020: 50 }))).toBe("one_point");
    expect(verdict({}, figures({ 2023: 50 }))).toBe("one_point");
  });

  test("no pace: a strict target that the base stands exactly on", () => {
    expect(verdict({ comparator: ">" }, figures({ 2020: 100, 2024: 90 }))).toBe("no_pace");
    expect(verdict({ comparator: "<", direction: "lower" }, figures({ 2020: 100, 2024: 110 }))).toBe("no_pace");
    expect(verdict({ comparator: ">" }, [...figures({ 2020: 100 }), ...figures({ 2024: 90 }, ["B"])])).toBe("no_pace");
  });

  test.each([
    [2020, 0, "on_track", "a break in the base year lies before the span"],
    [2021, 20, "break_in_series", "between base and latest"],
    [2024, 50, "break_in_series", "in the latest year"],
    [2018, 0, "on_track", "before the base"],
  ])("a break in %i counts only after the base (%s → %s: %s)", (year, value, expected) => {
    const observations = [
      ...figures({ 2018: 0, 2020: 0, 2021: 20, 2024: 50 }).filter(({ timePeriod }) => timePeriod !== year),
      ...figures({ [year]: value }, ["B"]),
    ];
    expect(verdict({}, observations)).toBe(expected);
  });

  test("a cited bridge lifts the break; an empty one does not", () => {
    const broken = [...figures({ 2020: 0 }), ...figures({ 2024: 50 }, ["B", "P"])];
    expect(verdict({ bridge: "Statistical note 12/2024" }, broken)).toBe("on_track");
    expect(verdict({ bridge: "" }, broken)).toBe("break_in_series");
  });

  test("across a break nothing is computed, also where the class does not need it", () => {
    const broken = [...figures({ 2020: 10 }), ...figures({ 2024: 50 }, ["B"])];
    const found = assess(input({}, broken));
    expect(found.pace).toEqual({ ratio: null, soFarPerYear: null, neededPerYear: 50 / 6, gap: -50 });
    expect(found).toMatchObject({ path: null, margin: null });
    expect(found.otherMethods?.map(({ ratio }) => ratio)).toEqual([null, null]);
    const met = assess(input({ value: 40 }, broken));
    expect(met).toMatchObject({ class: "met", path: null, margin: { better: null, worse: 40 } });
    expect(met.pace?.ratio).toBeNull();
  });

  test("the base years of the sensitivity that lie after the break are assessed", () => {
    const broken = [
      ...figures({ 2018: 0, 2020: 10, 2022: 40 }),
      ...figures({ 2021: 30 }, ["B"]),
      ...figures({ 2024: 60 }),
    ];
    expect(assess(input({}, broken)).sensitivity).toEqual([
      { baseYear: 2018, ratio: null, class: "not_assessable" },
      { baseYear: 2021, ratio: expect.closeTo(9 / 7, 12), class: "on_track" },
      { baseYear: 2022, ratio: expect.closeTo(4 / 3, 12), class: "on_track" },
    ]);
  });
});

describe("the cut-offs of the pace", () => {
  // From 0 in 2020 to 100 in 2030, seen in 2025: P = 2·x/100.
  test.each([
    [47.5, "on_track"],
    [47.4999, "behind"],
    [30, "behind"],
    [29.9999, "off_track"],
    [0, "off_track"],
    [-0.0001, "moving_away"],
  ])("%d of 50 is %s", (value, expected) => {
    expect(verdict({}, figures({ 2020: 0, 2025: value }))).toBe(expected);
  });

  test("a decimal that stands on a cut-off is not pushed off it by binary rounding", () => {
    // 0.95 of the way exactly; in doubles (0.29 − 0.1)/(0.5 − 0.1)·2 is just below.
    const found = assess(input({ value: 0.5 }, figures({ 2020: 0.1, 2025: 0.29 })));
    expect(found.pace?.ratio).toBeLessThan(0.95);
    expect(found.class).toBe("on_track");
    expect(verdict({ value: 0.3, comparator: ">" }, figures({ 2020: 0.1, 2025: 0.1 }))).toBe("off_track");
  });

  test("P = −∞ in doubles is moving away without a ratio; a step too small for a double keeps its sign", () => {
    const huge = assess(input({ value: 5e-324 }, figures({ 2020: 0, 2025: -1e300 })));
    expect(huge).toMatchObject({ class: "moving_away", pace: { ratio: null } });
    const tiny = assess(input({ value: 1e300 }, figures({ 2020: 0, 2025: -5e-324 })));
    expect(tiny).toMatchObject({ class: "moving_away", pace: { ratio: -Number.MIN_VALUE } });
  });

  test("differences beyond a double are still compared", () => {
    const found = assess(input({ value: 1.7e308 }, figures({ 2020: -1.7e308, 2025: 0 })));
    expect(found).toMatchObject({ class: "on_track", pace: { ratio: 1, soFarPerYear: 3.4e307 } });
    expect(assess(input({ value: 1.7e308 }, figures({ 2020: -1.7e308, 2025: 1e308 }))).path).toHaveLength(11);
  });
});
