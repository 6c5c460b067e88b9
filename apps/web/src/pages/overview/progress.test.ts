import { assess } from "@moc2030/shared/assess/assess";
import fc from "fast-check";
import { expect, test } from "vitest";
import { anAssessment } from "../../words/data.fixture.ts";
import { progressOf } from "./progress.ts";

const at = (base: number, latest: number, target: number, year = 2024) =>
  progressOf(
    anAssessment({
      ...{ base: { timePeriod: 2020, value: base }, targetValue: target, targetYear: 2030 },
      latest: { timePeriod: year, value: latest, obsStatus: ["A"], confidence: "sourced" },
    }),
  );

test("a bar goes as far as the figure has come, its tick as far as the reference path in that figure's year", () => {
  expect(at(86, 71, 50)).toEqual({ reached: 15 / 36, path: 0.4 });
  expect(at(12, 14, 20, 2025)).toEqual({ reached: 0.25, path: 0.5 });
});

test("there is no bar where the figure is not between base and target", () => {
  for (const latest of [42, 44, 40, 39]) expect(at(42, latest, 40)).toBeNull();
  expect(progressOf(anAssessment({}))).toBeNull();
});

test("a bar never contradicts its badge: short of the tick it is behind, beyond it on track", () => {
  const value = fc.integer({ min: 1, max: 400 });
  fc.assert(
    fc.property(value, value, value, fc.integer({ min: 2021, max: 2029 }), (from, to, goal, year) => {
      const direction = goal >= from ? "higher" : "lower";
      const found = assess({
        target: {
          ...{ id: null, indicator: null, year: 2030, kind: "level", value: goal, baseYear: 2020, direction },
          comparator: direction === "higher" ? ">=" : "<=",
        },
        observations: [
          { timePeriod: 2020, value: from },
          { timePeriod: year, value: to },
        ].map((figure) => ({ ...figure, obsStatus: ["A" as const], confidence: "sourced" as const })),
        discontinuedFrom: null,
        referenceDate: "2029-12-31",
      });
      const progress = progressOf({ ...anAssessment({}), ...found });
      if (!progress) return;
      const { reached, path } = progress;
      if (reached >= path) expect(found.class).toBe("on_track");
      else if (reached < 0.9 * path) expect(["behind", "off_track"]).toContain(found.class);
    }),
  );
});
