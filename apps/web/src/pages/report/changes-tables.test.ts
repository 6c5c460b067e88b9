import { expect, test } from "vitest";
import { aFigure, anIndicator, realText } from "../../words/data.fixture.ts";
import { changes } from "./changes-tables.ts";
import type { ReportData } from "./reads.ts";

const INDICATORS = [anIndicator({ code: "CONTEXT", name: "Bối cảnh", order: 1001 }), anIndicator({ order: 1 })];
const changed = (count: number) => {
  const context = Array.from({ length: count - 1 }, (_, i) => ({
    old: null,
    new: aFigure(1700 + i, 50, { indicator: "CONTEXT" }),
  }));
  const items = [...context, { old: null, new: aFigure(2025, 44) }];
  const data = { changes: { items, statuses: [], from: { day: "2025-11-21" } }, indicators: INDICATORS, compilers: [] };
  return changes(data as unknown as ReportData, realText("en"));
};

test("of some hundred changed figures all are in the table, of more the first in the catalogue, and it is said", () => {
  const [since, all] = changed(300);
  expect([since?.kind, all]).toMatchObject(["paragraph", { kind: "table", rows: { length: 300 } }]);
  const [, told, table] = changed(50_000);
  expect(told).toEqual({
    kind: "paragraph",
    text: "The table has 300 of 50,000 changed figures; for all of them see the page “Figures compared between two days”.",
  });
  expect(table).toMatchObject({ rows: { length: 300 } });
  expect(table?.kind === "table" && table.rows[0]?.[1]).toBe("2025");
});
