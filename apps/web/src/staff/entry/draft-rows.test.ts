import { expect, test } from "vitest";
import type { Item } from "../submissions/reads.ts";
import { cellsOf, commonColumns, isInTable, isUnsaved } from "./draft-rows.ts";
import { isWaiting, type WorkRow } from "./work-rows.ts";

const item = (more: Partial<Item> = {}) =>
  ({
    ...{ id: 1, state: "open", kind: "enter", pair: null },
    ...{ indicator: "GII_SCORE", compiler: "WIPO", refArea: "VNM", timePeriod: 2026 },
    ...{ value: "37.1", valueLimit: null, obsStatus: ["A", "B"], confidence: "sourced", rankPool: null },
    ...{ source: null, edition: "GII 2026", published: "2026-03-01", publishedPrecision: "day" },
    ...{ obsComVi: "bản in", obsComEn: "printed", reason: null, reasonText: null, place: "Bảng 1" },
    evidence: ["a", "b"],
    ...more,
  }) as Item;
const rowOf = (one: Item): WorkRow => ({ id: one.id, line: null, cells: cellsOf(one, "vi"), checked: null, item: one });

test("a figure stands in its cells as it is typed in the language, with the comment of that language", () => {
  const shared = { INDICATOR: "GII_SCORE", TIME_PERIOD: "2026", OBS_STATUS: "A;B", EVIDENCE: "a;b" };
  expect(cellsOf(item(), "vi")).toMatchObject({
    ...shared,
    OBS_VALUE: "37,1",
    PUBLISHED: "01/3/2026",
    OBS_COM: "bản in",
  });
  expect(cellsOf(item(), "en")).toMatchObject({
    ...shared,
    OBS_VALUE: "37.1",
    PUBLISHED: "2026-03-01",
    OBS_COM: "printed",
  });
  expect(cellsOf(item(), "vi")).not.toHaveProperty("SOURCE");
});

test("what all rows say is out of sight, but for key and figure", () => {
  const rows = [rowOf(item()), rowOf(item({ id: 2, refArea: "LAO", place: "Bảng 2" }))];
  expect(commonColumns(rows)).toContain("EDITION");
  for (const name of ["INDICATOR", "OBS_VALUE", "PLACE"]) expect(commonColumns(rows)).not.toContain(name);
});

test("a row is saved while it says what its figure says, blanks apart", () => {
  const row = rowOf(item());
  const typed = (cells: WorkRow["cells"]) => isUnsaved({ ...row, cells: { ...row.cells, ...cells } }, "vi");
  expect([
    typed({}),
    typed({ OBS_VALUE: "37,1 ", SOURCE: "" }),
    typed({ OBS_VALUE: "37,2" }),
    typed({ PLACE: "" }),
  ]).toEqual([false, false, true, true]);
  const fresh = (cells: WorkRow["cells"]) => isUnsaved({ id: -1, line: null, cells, checked: null }, "vi");
  expect([fresh({ OBS_VALUE: " " }), fresh({ OBS_VALUE: "4" })]).toEqual([false, true]);
});

test("a row waits while it has no figure and does not say that there is none; withdrawals and moves are no rows", () => {
  const without = { value: null, obsStatus: ["A"] } as Partial<Item>;
  expect(isWaiting(rowOf(item(without)))).toBe(true);
  expect(isWaiting(rowOf(item({ ...without, obsStatus: ["M"] })))).toBe(false);
  expect([item(), item({ kind: "withdraw" }), item({ pair: 3 }), item({ state: "approved" })].map(isInTable)).toEqual([
    true,
    false,
    false,
    false,
  ]);
});
