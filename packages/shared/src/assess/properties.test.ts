import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { AssessmentClass, Reason } from "../schema/assessment.ts";
import { input } from "./assess.fixture.ts";
import { assess } from "./assess.ts";
import type { AssessedFigure, AssessmentInput } from "./input.ts";
import { isMet } from "./usable.ts";

const RUNS = { numRuns: 400 };
const statuses = fc.subarray(["A", "B", "D", "E", "F", "M", "P"] as const, { minLength: 1, maxLength: 2 });
const confidences = fc.constantFrom("sourced" as const, "derived" as const, "unverified" as const);
/** Figures as statistics are printed: two decimals, years around the target's. */
const decimal = fc.integer({ min: -30_000, max: 30_000 }).map((n) => n / 100);
const figuresOf = (value: fc.Arbitrary<number>): fc.Arbitrary<AssessedFigure[]> =>
  fc.uniqueArray(
    fc.record({
      timePeriod: fc.integer({ min: 2013, max: 2032 }),
      value,
      obsStatus: statuses,
      confidence: confidences,
    }),
    { selector: ({ timePeriod }) => timePeriod, maxLength: 12 },
  );
const target = (value: fc.Arbitrary<number>) =>
  fc.record({
    id: fc.constant(null),
    indicator: fc.constant(null),
    year: fc.constantFrom(2025, 2030),
    kind: fc.constantFrom("level" as const, "maintain" as const, "count" as const),
    comparator: fc.constantFrom("<=" as const, "<" as const, ">=" as const, ">" as const),
    value,
    baseYear: fc.constantFrom(2018, 2020),
    bridge: fc.constantFrom(null, "a note"),
  });
const referenceDate = fc.constantFrom("2024-06-30", "2025-12-31", "2026-01-01", "2031-01-01");
/** A level target whose direction agrees with its comparator, as every definition does. */
const level = fc
  .tuple(target(decimal), figuresOf(decimal), referenceDate, fc.constantFrom(null, "2025-07-01"))
  .map(([of, observations, date, discontinuedFrom]): AssessmentInput => {
    const direction = of.comparator.startsWith("<") ? "lower" : "higher";
    return { target: { ...of, direction }, observations, referenceDate: date, discontinuedFrom };
  });

const mapValues = (of: AssessmentInput, change: (value: number) => number): AssessmentInput => ({
  ...of,
  target: { ...of.target, value: of.target.value === null ? null : change(of.target.value) },
  observations: of.observations.map((o) => ({ ...o, value: o.value === null ? null : change(o.value) })),
});
const near = (a: number | null | undefined, b: number | null | undefined) =>
  a === b || (typeof a === "number" && typeof b === "number" && Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a)));

describe("a level assessment", () => {
  test("is unchanged by the unit", () => {
    fc.assert(
      fc.property(level, fc.constantFrom(0.001, 0.01, 0.37, 3.6, 1000, 2 ** 40), (of, unit) => {
        const [a, b] = [assess(of), assess(mapValues(of, (value) => value * unit))];
        expect([b.class, b.reason, b.provisional]).toEqual([a.class, a.reason, a.provisional]);
        expect(near(a.pace?.ratio, b.pace?.ratio)).toBe(true);
        expect(b.sensitivity?.map((s) => s.class)).toEqual(a.sensitivity?.map((s) => s.class));
        expect(b.otherMethods?.map((m) => m.class)).toEqual(a.otherMethods?.map((m) => m.class));
      }),
      RUNS,
    );
  });

  test("is mirrored by the direction", () => {
    const mirrored = { "<=": ">=", "<": ">", ">=": "<=", ">": "<" } as const;
    fc.assert(
      fc.property(level, (of) => {
        const flipped = mapValues(of, (value) => -value);
        const { comparator, direction } = of.target;
        const [a, b] = [
          assess(of),
          assess({
            ...flipped,
            target: {
              ...flipped.target,
              comparator: comparator && mirrored[comparator],
              direction: direction === "lower" ? "higher" : "lower",
            },
          }),
        ];
        expect([b.class, b.reason, b.pace?.ratio, b.pace?.gap]).toEqual([
          a.class,
          a.reason,
          a.pace?.ratio,
          a.pace?.gap,
        ]);
        expect(b.otherMethods).toEqual(a.otherMethods);
        expect(b.sensitivity).toEqual(a.sensitivity);
        expect(near(b.margin?.better, a.margin?.better == null ? a.margin?.better : -a.margin.better)).toBe(true);
      }),
      RUNS,
    );
  });

  test("has pace 1 on the path, and is on track there", () => {
    fc.assert(
      fc.property(decimal, decimal, fc.integer({ min: 2021, max: 2029 }), (base, goal, year) => {
        fc.pre(base !== goal);
        const [direction, comparator] = goal > base ? (["higher", ">="] as const) : (["lower", "<="] as const);
        const value = base + ((goal - base) * (year - 2020)) / 10;
        const figure = (timePeriod: number, of: number): AssessedFigure => ({
          timePeriod,
          value: of,
          obsStatus: ["A"],
          confidence: "sourced",
        });
        const observations = [figure(2020, base), figure(year, value)];
        const found = assess(input({ direction, comparator, value: goal }, observations));
        expect(found.pace?.ratio).toBeCloseTo(1, 6);
        expect(found.class).toBe("on_track");
        expect(found.path?.[year - 2020]?.value).toBeCloseTo(value, 9);
      }),
      RUNS,
    );
  });

  test("does not depend on the order of the figures", () => {
    fc.assert(
      fc.property(
        level.chain((of) =>
          fc.tuple(fc.constant(of), fc.shuffledSubarray([...of.observations], { minLength: of.observations.length })),
        ),
        ([of, shuffled]) => {
          expect(assess({ ...of, observations: shuffled })).toEqual(assess(of));
        },
      ),
      RUNS,
    );
  });

  test("is not changed by an unverified figure or by a forecast", () => {
    const extra = fc.record({ timePeriod: fc.integer({ min: 2013, max: 2032 }), value: decimal });
    fc.assert(
      fc.property(level, extra, fc.boolean(), (of, figure, forecast) => {
        const ignored: AssessedFigure = forecast
          ? { ...figure, obsStatus: ["A", "F"], confidence: "sourced" }
          : { ...figure, obsStatus: ["B", "P"], confidence: "unverified" };
        expect(assess({ ...of, observations: [ignored, ...of.observations] })).toEqual(assess(of));
      }),
      RUNS,
    );
  });

  test("that satisfied the target at base and does not now is never on track", () => {
    fc.assert(
      fc.property(level, (of) => {
        const found = assess(of);
        const { comparator, value } = of.target;
        if (!comparator || value === null || !found.base || !found.latest) return;
        const lost = isMet(comparator, found.base.value, value) && !isMet(comparator, found.latest.value, value);
        if (lost) expect(["lost", "missed"]).toContain(found.class);
      }),
      { numRuns: 1000 },
    );
  });

  test("follows the order of classes of the method, first that holds", () => {
    fc.assert(
      fc.property(level, (of) => {
        expect(verdictOf(of)).toBe(firstThatHolds(of));
      }),
      { numRuns: 3000 },
    );
  });
});

const verdictOf = (of: AssessmentInput) => {
  const found = assess(of);
  return found.reason ?? found.class;
};

/** The eleven steps of docs/method.md written down once more, as plainly as they read. */
function firstThatHolds({ target: t, observations, discontinuedFrom, referenceDate: day }: AssessmentInput) {
  const usable = observations
    .filter((o) => o.confidence !== "unverified" && !o.obsStatus.includes("F") && o.timePeriod <= t.year)
    .sort((a, b) => a.timePeriod - b.timePeriod);
  const latest = usable.at(-1);
  const base = usable.find((o) => o.timePeriod >= t.baseYear);
  const [x0, xt, T] = [base?.value ?? Number.NaN, latest?.value ?? Number.NaN, t.value ?? Number.NaN];
  const satisfies = (x: number) => ({ "<=": x <= T, "<": x < T, ">=": x >= T, ">": x > T })[t.comparator ?? "<="];
  const [t0, year] = [base?.timePeriod ?? 0, latest?.timePeriod ?? 0];
  const pace = (((xt - x0) / (T - x0)) * (t.year - t0)) / (year - t0);
  const steps: [Reason | AssessmentClass, boolean][] = [
    ["discontinued", discontinuedFrom !== null && discontinuedFrom <= day],
    ["no_observation", !latest],
    ["met", satisfies(xt)],
    ["missed", day > `${t.year}-12-31`],
    ["no_baseline", !base],
    ["lost", satisfies(x0)],
    ["one_point", t0 === year],
    ["no_pace", T === x0],
    ["break_in_series", !t.bridge && usable.some((o) => o.obsStatus.includes("B") && o.timePeriod > t0)],
    ["on_track", pace >= 0.95 - 1e-9],
    ["behind", pace >= 0.6 - 1e-9],
    ["off_track", pace >= 0],
    ["moving_away", pace < 0],
  ];
  return steps.find(([, holds]) => holds)?.[0];
}
