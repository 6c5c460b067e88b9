import { expect, test } from "vitest";
import { dueCells, dueInCare, missingByBody } from "./due-cells.ts";
import type { Cell, GridRow } from "./reads.ts";

const cell = (timePeriod: number, more: Partial<Cell> = {}): Cell => ({
  ...{ timePeriod, state: "overdue", grade: null, wanted: "figure", wantedState: "overdue" },
  ...{ dueBy: `${timePeriod}-09-30`, requestBy: null, value: null, release: null, proposals: [], ...more },
});
const entered = cell(2024, { state: "entered", grade: "final", wanted: null, wantedState: null, value: "1" });
const row = (indicator: string, bodies: string[], cells: Cell[], more: Partial<GridRow> = {}): GridRow => ({
  ...{ indicator, name: indicator, role: "target", compiler: "X", publisher: "X", link: null, note: null },
  ...{
    responsible: bodies,
    bodies: bodies.map((id) => ({ id, name: id, compiles: false })),
    assignee: null,
    cells: [entered, ...cells],
    ...more,
  },
});
const expected = (dueBy: string, requestBy: string | null = null) =>
  cell(2026, { state: "expected", wantedState: "expected", dueBy, requestBy });

test("headline figures come first, then the oldest; what is only expected is not due", () => {
  const items = [
    row("A", [], [cell(2026)]),
    row("B", [], [cell(2025)]),
    row("C", [], [cell(2026)], { role: "headline" }),
    row("D", [], [expected("2026-12-31")]),
  ];
  expect(dueCells({ items }).figures.map(({ row }) => row.indicator)).toEqual(["C", "B", "A"]);
});

test("in one's care are final figures that are awaited too, those of one's body first, and others are counted alike", () => {
  const final = (timePeriod: number) => cell(timePeriod, { state: "entered", grade: "estimate", wanted: "final" });
  const items = [
    row("A", [], [cell(2025)], { assignee: { id: "lan", name: "Lan" } }),
    row("B", [], [final(2023)], { assignee: { id: "lan", name: "Lan" } }),
    row("C", ["MOST"], [final(2023), final(2024), cell(2025)]),
    row("D", ["NSO"], [final(2024), cell(2025)]),
    row("E", ["MOST"], [expected("2026-12-31")]),
  ];
  const { figures, finals, mine, others } = dueInCare({ id: "lan", body: "MOST" }, { items });
  expect(figures.map(({ row }) => row.indicator)).toEqual(["C", "A"]);
  expect(finals.map(({ row, cells }) => [row.indicator, ...cells.map((one) => one.timePeriod)])).toEqual([
    ["C", 2023, 2024],
    ["B", 2023],
  ]);
  expect([mine, others]).toEqual([5, 2]);
});

test("what is missing stands under each body that answers for it, at each closing, most at the first one first", () => {
  const items = [
    row("A", ["MOST"], [cell(2026)]),
    row("B", ["NSO", "MOST"], [expected("2026-12-31", "2026-11-30")]),
    row("C", ["NSO"], [expected("2027-01-31")]),
    row("D", [], [expected("2027-06-30")]),
    row("E", [], [cell(2025)]),
  ];
  const found = missingByBody({ items }, ["2026-12-01", "2027-06-15"]);
  expect(
    found.map(({ id, missing }) => [id, ...missing.map((list) => list.map(({ row }) => row.indicator).join())]),
  ).toEqual([
    ["MOST", "A,B", "A,B"],
    ["NSO", "B", "B,C"],
    [null, "E", "E"],
  ]);
});
