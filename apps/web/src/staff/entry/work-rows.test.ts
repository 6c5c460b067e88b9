import type { ImportColumn } from "@moc2030/shared/entry/import-columns";
import { readTable } from "@moc2030/shared/entry/table-text";
import { expect, test } from "vitest";
import {
  type Cells,
  type Checked,
  checkedBy,
  columnsOf,
  countRows,
  rowsOf,
  tableOf,
  typedRows,
  withBlock,
  withCell,
  withRow,
} from "./work-rows.ts";

const COLUMNS: ImportColumn[] = ["REF_AREA", "TIME_PERIOD", "OBS_VALUE"];
const found = (line: number, of: Checked["class"], warnings: object[] = []) =>
  ({
    line,
    class: of,
    cells: { OBS_VALUE: String(line) },
    errors: [],
    warnings,
    readAs: [],
    changes: [],
  }) as unknown as Checked;
const cellsOf = (rows: readonly { cells: Cells }[]) =>
  rows.map(({ cells }) => COLUMNS.map((name) => cells[name] ?? ""));
const asean = typedRows(["BRN", "KHM", "VNM"].map((area) => ({ REF_AREA: area, TIME_PERIOD: "2026" })));

test("rows to be mended come first, unchanged ones are left out", () => {
  const run = { rows: [found(2, "new"), found(3, "unchanged"), found(4, "refused"), found(5, "changed")] };
  expect(rowsOf(run as never).map(({ line }) => line)).toEqual([4, 2, 5]);
});

test("rows become a table that the API reads line by line: row n on line n + 2, whatever is in their cells", () => {
  const rows = typedRows([
    { REF_AREA: "VNM", OBS_VALUE: 'a\t"b"' },
    { REF_AREA: "LAO", TIME_PERIOD: "một\r\nhai" },
    { REF_AREA: '"x' },
  ]);
  const read = readTable(tableOf(rows, COLUMNS), "tab");
  expect(read.ok && read.rows).toEqual([
    { line: 1, cells: COLUMNS },
    { line: 2, cells: ["VNM", "", 'a\t"b"'] },
    { line: 3, cells: ["LAO", "một\rhai", ""] },
    { line: 4, cells: ['"x', "", ""] },
  ]);
});

test("a block from a spreadsheet is laid over the cells from one on, and adds rows", () => {
  expect(cellsOf(withBlock(asean, COLUMNS, { row: 1, column: 1 }, "2025\t44\r\n2026\t45\tx\r\n2027\t46\r\n"))).toEqual([
    ["BRN", "2026", ""],
    ["KHM", "2025", "44"],
    ["VNM", "2026", "45"],
    ["", "2027", "46"],
  ]);
  const ids = withBlock(asean, COLUMNS, { row: 2, column: 0 }, "a\nb\nc").map(({ id }) => id);
  expect(new Set(ids).size).toBe(5);
});

test("another row repeats what all have in common, but for the value", () => {
  const rows = asean.map((row) => ({ ...row, cells: { ...row.cells, OBS_VALUE: "1" } }));
  expect(cellsOf(withRow(rows)).at(-1)).toEqual(["", "2026", ""]);
  expect(cellsOf(withRow(rows.slice(0, 1))).at(-1)).toEqual(["", "", ""]);
});

test("a changed cell is not checked until the table is; an empty row never", () => {
  const checked = checkedBy(asean, [found(2, "new"), found(3, "refused"), found(4, "new", [{}])]);
  expect(countRows(checked)).toEqual({ ready: 2, open: 1, warned: 1 });
  const typed = withCell(checked, 3, "OBS_VALUE", "45");
  expect([typed[2]?.checked, countRows(typed)]).toEqual([null, { ready: 1, open: 2, warned: 0 }]);
});

test("columns are those of the table and those with something in them, in our order", () => {
  expect(columnsOf(typedRows([{ OBS_VALUE: "1", EDITION: "" }, { PLACE: "tr. 3" }]), ["TIME_PERIOD"])).toEqual([
    "TIME_PERIOD",
    "OBS_VALUE",
    "PLACE",
  ]);
});
