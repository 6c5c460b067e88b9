import { expect, test } from "vitest";
import type { BodyDetail } from "../../client/api.ts";
import { anAssessment, anIndicator, aTarget } from "../../words/data.fixture.ts";
import { assignmentsOf, type Duty, listsOf } from "./facts.ts";

const aDuty = (indicator: string, some: Partial<Duty> = {}): Duty => ({
  ...{
    indicator,
    role: "lead",
    body: "OLD",
    from: null,
    to: "2024-11-30",
    basis: "basis",
    paper: "paper",
    source: "S",
  },
  ...some,
});
const indicators = ["A", "B", "C"].map((code) => anIndicator({ code }));
const detail = (some: Partial<BodyDetail>): BodyDetail => ({
  ...{ release: null, referenceDate: "2026-11-21", body: null, bodies: [], sources: [], due: [], indicators },
  ...{ given: [], sourced: [], related: [], past: [] },
  targets: [2025, 2030].map((year) => aTarget({ id: `D2289-${year}-A`, indicator: "A", year })),
  assessments: [2025, 2030].map((targetYear) =>
    anAssessment({ indicator: "A", targetYear, targetId: `D2289-${targetYear}-A` }),
  ),
  ...some,
});

test("what one paper gives is said once, for all that it gives; another term is another line", () => {
  const found = assignmentsOf([aDuty("A"), aDuty("B"), aDuty("C", { basis: "other" }), aDuty("X")], indicators);
  expect(found.map((one) => [one.basis, one.indicators.map(({ code }) => code)])).toEqual([
    ["basis", ["A", "B"]],
    ["other", ["C"]],
  ]);
});

test("an indicator has its row in the first list that names it, the furthest target first; one without targets is context", () => {
  const lists = listsOf(
    detail({ given: [aDuty("A", { role: "compiler" })], related: [aDuty("A"), aDuty("B")], past: [aDuty("C")] }),
  );
  expect(
    lists.map(({ standing, assignments, rows, context }) => [
      standing,
      assignments.map((one) => one.indicators.length),
      rows.map((row) => [row.indicator.code, ...row.judged.map(({ target }) => target.year)]),
      context.map(({ code }) => code),
    ]),
  ).toEqual([
    ["given", [1], [["A", 2030, 2025]], []],
    ["related", [2], [], ["B"]],
  ]);
});

test("an edition that is due stands with its own indicator", () => {
  const due = { indicator: "A", timePeriod: 2026, dueBy: "2026-09-30", requestBy: null, isOut: true };
  expect(listsOf(detail({ given: [aDuty("A")], due: [due] }))[0]?.rows[0]?.due).toEqual(due);
  expect(listsOf(detail({ given: [aDuty("A")] }))[0]?.rows[0]?.due).toBeNull();
});
