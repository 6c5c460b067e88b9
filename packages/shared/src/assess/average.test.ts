import { describe, expect, test } from "vitest";
import { figures, input } from "./assess.fixture.ts";
import { assess } from "./assess.ts";
import { averageGrowth, neededGrowth } from "./average.ts";
import type { AssessedFigure, AssessedTarget, AssessmentInput } from "./input.ts";

const growth: Partial<AssessedTarget> = {
  kind: "period_average",
  comparator: ">",
  value: 7.5,
  window: { from: 2021, to: 2030 },
};
const judge = (target: Partial<AssessedTarget>, observations: AssessedFigure[], more: Partial<AssessmentInput> = {}) =>
  assess(input({ ...growth, ...target }, observations, { valueKind: "growth", ...more }));
const constant = (value: number, from = 2021, to = 2030) =>
  figures(Object.fromEntries(Array.from({ length: to - from + 1 }, (_, i) => [from + i, value])));
const short = { year: 2025, window: { from: 2021, to: 2025 } };

describe("the average to date", () => {
  test("compounds: +10 % and −10 % make less than nothing", () => {
    expect(averageGrowth([10, -10])).toBeCloseTo((Math.sqrt(0.99) - 1) * 100, 12);
    expect(averageGrowth([5, 5, 5])).toBeCloseTo(5, 12);
  });

  test("growth that cancels out is exactly 0", () => {
    expect(averageGrowth([25, -20])).toBe(0);
    expect(averageGrowth([400, -80])).toBe(0);
  });

  test("is null without a year and below −100 %; a total loss is −100", () => {
    expect(averageGrowth([])).toBeNull();
    expect(averageGrowth([-101, -300])).toBeNull();
    expect(averageGrowth([-100, 50])).toBe(-100);
  });
});

describe("the average still needed", () => {
  test("makes the whole window average the target", () => {
    const needed = neededGrowth([4, 5, 6], 7, 2) ?? Number.NaN;
    expect(averageGrowth([4, 5, 6, needed, needed])).toBeCloseTo(7, 10);
  });

  test("is null with no year left, after a total loss, and for a target that no growth reaches", () => {
    expect(neededGrowth([5], 7, 0)).toBeNull();
    expect(neededGrowth([9], 7, 0)).toBeNull();
    expect(neededGrowth([-100], 7, 2)).toBeNull();
    expect(neededGrowth([5], -150, 2)).toBeNull();
  });

  test("is null once all years are counted or the window has passed", () => {
    expect(judge(short, constant(6, 2021, 2025), { referenceDate: "2025-12-31" }).average?.needed).toBeNull();
    expect(judge(short, constant(6, 2021, 2024), { referenceDate: "2025-12-31" }).average?.needed).not.toBeNull();
    expect(judge(short, constant(6, 2021, 2024)).average?.needed).toBeNull();
  });
});

describe("the class before the window is over", () => {
  test.each([
    [7.125, "on_track"],
    [7.12, "behind"],
    [4.5, "behind"],
    [4.49, "off_track"],
    [0, "off_track"],
    [-0.01, "moving_away"],
  ])("an average of %d against 7.5 is %s", (value, expected) => {
    expect(judge({}, constant(value, 2021, 2025)).class).toBe(expected);
  });

  test("is never met, however high the average", () => {
    expect(judge({}, constant(12, 2021, 2025))).toMatchObject({ class: "on_track", reason: null });
    expect(judge(short, constant(12, 2021, 2025), { referenceDate: "2025-12-31" }).class).toBe("on_track");
  });

  test("has no cut-offs where less growth is asked for, or none", () => {
    expect(judge({ comparator: "<=", value: 4 }, constant(3, 2021, 2025)).reason).toBe("no_pace");
    expect(judge({ comparator: ">=", value: 0 }, constant(3, 2021, 2025)).reason).toBe("no_pace");
    expect(judge({ comparator: ">=", value: -1 }, constant(3, 2021, 2025)).reason).toBe("no_pace");
    expect(judge({ ...short, comparator: "<=", value: 4 }, constant(3, 2021, 2025)).class).toBe("met");
  });

  test("is not assessable where the average is no number", () => {
    expect(judge({}, figures({ 2021: -150, 2022: 5 }))).toMatchObject({ reason: "no_pace", average: { toDate: null } });
    expect(judge(short, figures({ 2021: -150, 2022: -150 })).reason).toBe("no_pace");
  });
});

describe("the class when the window has passed", () => {
  test("is met or missed on the average", () => {
    expect(judge(short, constant(7.6, 2021, 2025)).class).toBe("met");
    expect(judge(short, constant(7.4, 2021, 2025)).class).toBe("missed");
  });

  test("an average equal to the target satisfies >= and not >, whatever the rounding of the root", () => {
    for (const value of [7, 7.5, 3.3, 6.1]) {
      expect(judge({ ...short, value }, constant(value, 2021, 2025)).class).toBe("missed");
      expect(judge({ ...short, value, comparator: ">=" }, constant(value, 2021, 2025)).class).toBe("met");
    }
  });

  test("is decided on the years there are, names the missing ones and is provisional", () => {
    const found = judge(short, figures({ 2021: 8, 2022: 8, 2024: 8 }));
    expect(found).toMatchObject({ class: "met", provisional: true });
    expect(found.average).toMatchObject({ yearsCounted: [2021, 2022, 2024], yearsMissing: [2023, 2025] });
  });
});

describe("the years of the window", () => {
  test("years outside it do not count", () => {
    const found = judge(short, figures({ 2020: 50, 2021: 6, 2026: 50 }), { referenceDate: "2022-06-30" });
    expect(found.average).toMatchObject({ yearsCounted: [2021], yearsMissing: [] });
    expect(found.average?.toDate).toBeCloseTo(6, 12);
  });

  test("years after the window do not count, though the target year is later", () => {
    const found = judge({ window: { from: 2021, to: 2023 } }, constant(6, 2021, 2025));
    expect(found.average?.yearsCounted).toEqual([2021, 2022, 2023]);
  });

  test("all years of the window count as over once the target year has passed", () => {
    const found = judge({ year: 2022, window: { from: 2021, to: 2024 } }, figures({ 2021: 6, 2022: 6 }), {
      referenceDate: "2023-06-30",
    });
    expect(found.average?.yearsMissing).toEqual([2023, 2024]);
  });

  test("a year is missing once it is over", () => {
    const missing = (referenceDate: string) => judge({}, figures({ 2021: 6 }), { referenceDate }).average?.yearsMissing;
    expect(missing("2022-12-31")).toEqual([]);
    expect(missing("2023-01-01")).toEqual([2022]);
  });

  test("a gap before the latest year makes the verdict provisional; a year not out yet does not", () => {
    expect(judge({}, figures({ 2021: 6, 2023: 6 }), { referenceDate: "2024-06-30" }).provisional).toBe(true);
    expect(judge({}, figures({ 2021: 6, 2022: 6 }), { referenceDate: "2024-06-30" }).provisional).toBe(false);
  });

  test("once passed, a missing last year makes the verdict provisional too", () => {
    expect(judge(short, constant(6, 2021, 2024)).provisional).toBe(true);
    expect(judge(short, constant(6, 2021, 2025)).provisional).toBe(false);
  });

  test("any counted year that is provisional or estimated makes it provisional", () => {
    const years = [...figures({ 2021: 6 }, ["E"]), ...figures({ 2022: 6 })];
    expect(judge({}, years, { referenceDate: "2023-06-30" }).provisional).toBe(true);
  });

  test("no year at all is no observation, with the years that should be there", () => {
    const found = judge({}, figures({ 2020: 6 }), { referenceDate: "2024-06-30" });
    expect(found).toMatchObject({ reason: "no_observation", latest: null, margin: null, otherMethods: null });
    expect(found.average).toMatchObject({ toDate: null, ratio: null, yearsMissing: [2021, 2022, 2023] });
  });

  test("a break inside is allowed: each year's growth stands alone", () => {
    const found = judge({}, [...figures({ 2021: 6 }, ["B"]), ...figures({ 2022: 6 }, ["B"])]);
    expect(found.class).toBe("behind");
    expect(found.latest?.obsStatus).toEqual(["B"]);
  });

  test("a window of absurd length is answered at once", () => {
    const found = judge({ window: { from: -1e15, to: 1e15 } }, figures({ 2021: 6 }));
    expect(found.average?.yearsMissing.length).toBeLessThan(201);
  });
});

describe("what is given beside the class", () => {
  test("the latest year of the window, both other methods without result, nothing of a level", () => {
    const found = judge({}, constant(6, 2020, 2025));
    expect(found).toMatchObject({
      latest: { timePeriod: 2025 },
      base: null,
      pace: null,
      path: null,
      sensitivity: null,
    });
    expect(found.otherMethods).toEqual([
      { method: "cagr", ratio: null, class: null },
      { method: "un", ratio: null, class: null },
    ]);
  });

  test("the margin is the latest year's growth at which the class changes, the other years fixed", () => {
    for (const value of [7.3, 5, 1, -2]) {
      const others = figures({ 2021: value, 2022: value });
      const found = judge({}, [...others, ...figures({ 2023: value })]);
      const at = (latest: number) => judge({}, [...others, ...figures({ 2023: latest })]).class;
      const { better, worse } = found.margin ?? {};
      if (typeof better === "number")
        expect([at(better + 1e-6), at(better - 1e-6)]).toEqual([expect.not.stringMatching(found.class), found.class]);
      if (typeof worse === "number")
        expect([at(worse + 1e-6), at(worse - 1e-6)]).toEqual([found.class, expect.not.stringMatching(found.class)]);
      expect(better === null).toBe(found.class === "on_track");
      expect(worse === null).toBe(found.class === "moving_away");
    }
  });

  test("once passed the margin is the growth at which the average is the target", () => {
    const missed = judge(short, constant(6, 2021, 2025));
    expect(missed.margin?.worse).toBeNull();
    expect(averageGrowth([6, 6, 6, 6, missed.margin?.better ?? Number.NaN])).toBeCloseTo(7.5, 10);
    const met = judge(short, constant(8, 2021, 2025));
    expect(met.margin?.better).toBeNull();
    expect(averageGrowth([8, 8, 8, 8, met.margin?.worse ?? Number.NaN])).toBeCloseTo(7.5, 10);
  });

  test("with one year the margin is the cut-off itself", () => {
    expect(judge({}, figures({ 2021: 5 })).margin).toEqual({
      better: expect.closeTo(7.125, 10),
      worse: expect.closeTo(4.5, 10),
    });
  });
});
