import { expect, test } from "vitest";
import { anAssessment, anIndicator, aTarget } from "./data.fixture.ts";
import { byStanding, standingOf } from "./standing.ts";

type Some = Parameters<typeof anAssessment>[0];
const row = (code: string, some: Some) => ({
  indicator: anIndicator({ code }),
  target: aTarget({ indicator: code }),
  assessment: anAssessment({ indicator: code, ...some }),
});
/** An assessment that needs `needed` a year, with `best` as the largest yearly improvement on record. */
const needing = (needed: number, best: number | null): Some => ({
  outlook: {
    ...{ catchUp: null, continuation: null, othersLikeUs: null },
    record: {
      ...{ needed, of: 5, since: 2020 },
      best: best === null ? null : { from: 2020, to: 2021, perYear: best },
      reached: best !== null && best >= needed ? 1 : 0,
    },
  },
});

test.each([
  [needing(3.2, 0.85), "beyond"],
  // A pace equal to the record counts as reached.
  [needing(3.5, 3.5), "reached"],
  [needing(1, null), "unknown"],
  [{ class: "met" }, "met"],
  [{ class: "missed" }, "missed"],
  [{ class: "not_assessable", reason: "discontinued" }, "ended"],
  [{ class: "not_assessable", reason: "no_observation" }, "unknown"],
] as const)("%o stands in the group “%s”", (some, standing) => {
  expect(standingOf(row("A", some as Some))).toBe(standing);
});

test("within a group the furthest from its record comes first, then the order of the Decision", () => {
  const rows = [
    row("GII", needing(0.8, 19)),
    row("GCI", { class: "not_assessable", reason: "discontinued" }),
    row("EGDI", needing(3.5, 7.5)),
    row("PRODUCTIVITY", needing(9.88, 6.84)),
    row("DIGITAL", needing(3.2, 0.85)),
    row("NEVER_ROSE", needing(1, -2)),
    row("NEVER_ROSE_TOO", needing(9, 0)),
  ];
  const groups = byStanding(rows).map(({ key, rows: own }) => [key, own.map(({ indicator }) => indicator.code)]);
  expect(groups).toEqual([
    ["beyond", ["NEVER_ROSE", "NEVER_ROSE_TOO", "DIGITAL", "PRODUCTIVITY"]],
    ["reached", ["EGDI", "GII"]],
    ["ended", ["GCI"]],
  ]);
});
