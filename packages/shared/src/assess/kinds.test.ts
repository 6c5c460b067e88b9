import { describe, expect, test } from "vitest";
import { figures, input } from "./assess.fixture.ts";
import { assess } from "./assess.ts";
import type { AssessedFigure, AssessedTarget } from "./input.ts";

const verdict = (target: Partial<AssessedTarget>, observations: AssessedFigure[]) => {
  const found = assess(input(target, observations));
  return found.reason ?? found.class;
};

describe("the other kinds", () => {
  test("maintain and count are judged as a level", () => {
    for (const kind of ["maintain", "count"] as const) {
      expect(verdict({ kind }, figures({ 2020: 0, 2025: 50 }))).toBe("on_track");
      expect(verdict({ kind, value: 3 }, figures({ 2020: 0, 2025: 3 }))).toBe("met");
    }
  });

  test("maintain that did not hold at base is assessed by pace, and the base value shows it", () => {
    const found = assess(
      input({ kind: "maintain", comparator: "<=", value: 40, direction: "lower" }, figures({ 2020: 42, 2025: 44 })),
    );
    expect(found).toMatchObject({ class: "moving_away", base: { value: 42 }, targetValue: 40, comparator: "<=" });
  });

  test.each([
    ["done", "2026-11-21", "met"],
    ["done", "2031-01-01", "met"],
    ["under_way", "2026-11-21", "qualitative"],
    ["not_started", "2030-12-31", "qualitative"],
    ["under_way", "2031-01-01", "missed"],
    ["not_started", "2031-01-01", "missed"],
    [null, "2026-11-21", "no_observation"],
    [null, "2031-01-01", "no_observation"],
  ] as const)("state %s on %s is %s", (state, referenceDate, expected) => {
    const found = assess(input({ kind: "state", comparator: null, value: null }, [], { state, referenceDate }));
    expect(found.reason ?? found.class).toBe(expected);
    expect(found).toMatchObject({ pace: null, path: null, otherMethods: null, last: null });
  });
});

describe("provisional", () => {
  test.each([
    [["A"], ["P"], true],
    [["E"], ["A"], true],
    [["P"], ["E"], true],
    [["A"], ["A"], false],
    [["B"], ["U", "D"], false],
  ] as const)("base %j, latest %j: %s", (atBase, atLatest, expected) => {
    const observations = [
      ...figures({ 2020: 0 }, [...atBase]),
      ...figures({ 2022: 10 }, ["P"]),
      ...figures({ 2024: 50 }, [...atLatest]),
    ];
    expect(assess(input({}, observations)).provisional).toBe(expected);
  });
});
