import { type ImportColumn, importColumns } from "@moc2030/shared/entry/import-columns";
import { readTable } from "@moc2030/shared/entry/table-text";
import type { Item } from "../submissions/reads.ts";
import type { DryRun } from "./reads.ts";

export type Checked = Extract<DryRun, { ok: true }>["rows"][number];
export type Cells = Partial<Record<ImportColumn, string>>;
/** A row that is worked on; `checked` is null once a cell has changed. `item` is the figure of a draft that it is. */
export type WorkRow = { id: number; line: number | null; cells: Cells; checked: Checked | null; item?: Item };

const isOpen = ({ class: of }: Checked) => of === "refused";

/** The rows of a dry run to work on, those to be mended first; unchanged ones are left out. */
export const rowsOf = (run: Extract<DryRun, { ok: true }>): WorkRow[] =>
  run.rows
    .filter((row) => row.class !== "unchanged")
    .sort((a, b) => Number(isOpen(b)) - Number(isOpen(a)) || a.line - b.line)
    .map((row) => ({ id: row.line, line: row.line, cells: row.cells as Cells, checked: row }));

/** Rows to be typed into. */
export const typedRows = (cells: readonly Cells[]): WorkRow[] =>
  cells.map((one, n) => ({ id: n + 1, line: null, cells: one, checked: null }));

/** Columns in the order of the list: those given and those with a filled cell. */
export const columnsOf = (rows: readonly WorkRow[], given: readonly string[]): ImportColumn[] =>
  importColumns.filter((name) => given.includes(name) || rows.some(({ cells }) => cells[name]));

/** Quoted as spreadsheets do; a line break within as CR, which is not counted as a line. */
const quoted = (cell: string) => {
  const text = cell.replaceAll("\r\n", "\r").replaceAll("\n", "\r");
  return /[\t\r]|^"/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** Rows as tab-separated text under our headings: row n stands on line n + 2. */
export const tableOf = (rows: readonly WorkRow[], columns: readonly ImportColumn[]): string =>
  [columns, ...rows.map(({ cells }) => columns.map((name) => quoted(cells[name] ?? "")))]
    .map((line) => line.join("\t"))
    .join("\n");

/** Rows with what a check of `tableOf` said of each; an empty row is not checked. */
export const checkedBy = (rows: readonly WorkRow[], checked: readonly Checked[]): WorkRow[] => {
  const byLine = new Map(checked.map((row) => [row.line, row]));
  return rows.map((row, n) => ({ ...row, checked: byLine.get(n + 2) ?? null }));
};

const nextId = (rows: readonly WorkRow[]) => Math.max(0, ...rows.map(({ id }) => id)) + 1;
const emptyRow = (rows: readonly WorkRow[], cells: Cells = {}): WorkRow => ({
  id: nextId(rows),
  line: null,
  cells,
  checked: null,
});

/** Rows with another one at the end, which repeats what all rows have in common but for the value. */
export function withRow(rows: readonly WorkRow[]): WorkRow[] {
  const last = rows.at(-1)?.cells ?? {};
  const same = Object.entries(last).filter(([name, text]) =>
    rows.every(({ cells }) => cells[name as ImportColumn] === text),
  );
  const { OBS_VALUE: _, EVIDENCE: __, ...cells } = Object.fromEntries(same) as Cells;
  return [...rows, emptyRow(rows, rows.length > 1 ? cells : {})];
}

/** Rows with one cell changed, which is to be checked anew; a copy says nothing of the figure. */
export const withCell = (rows: readonly WorkRow[], id: number, name: ImportColumn, text: string): WorkRow[] =>
  rows.map((row) => {
    if (row.id !== id) return row;
    const checked = name === "EVIDENCE" ? row.checked : null;
    return { ...row, cells: { ...row.cells, [name]: text }, checked };
  });

/** Rows with a block of cells, as a spreadsheet copies it, laid over them from a cell on; rows are added below. */
export function withBlock(
  rows: readonly WorkRow[],
  columns: readonly ImportColumn[],
  at: { row: number; column: number },
  text: string,
): WorkRow[] {
  const table = readTable(text, "tab");
  if (!table.ok) return [...rows];
  const next = [...rows];
  for (const [down, { cells }] of table.rows.entries()) {
    const old = next[at.row + down] ?? emptyRow(next);
    const laid = columns.slice(at.column).flatMap((name, right) => {
      const cell = cells[right];
      return cell === undefined ? [] : [[name, cell]];
    });
    next[at.row + down] = { ...old, cells: { ...old.cells, ...Object.fromEntries(laid) }, checked: null };
  }
  return next;
}

/** Whether a row can be taken as it is. */
export const isReady = ({ checked }: WorkRow): boolean => checked?.class === "new" || checked?.class === "changed";

/** Whether a row of a draft has no figure yet, and does not say that there is none. */
export const isWaiting = ({ item, cells }: WorkRow): boolean =>
  item !== undefined && !cells.OBS_VALUE?.trim() && !/[LMO]/.test(cells.OBS_STATUS ?? "");

/** Whether a row that came with a table or is in a draft has no value, no reason, and does not say that there is no figure. */
export const isBlank = ({ item, line, cells }: WorkRow): boolean =>
  (item !== undefined || line !== null) &&
  !/[LMO]/.test(cells.OBS_STATUS ?? "") &&
  ![cells.OBS_VALUE, cells.REASON, cells.REASON_TEXT].some((text) => text?.trim());

/** How many rows can be taken, and how many have to be mended. */
export function countRows(rows: readonly WorkRow[]): { ready: number; open: number; warned: number } {
  const checked = rows.flatMap((row) => row.checked ?? []);
  return {
    ready: rows.filter(isReady).length,
    open: rows.length - checked.length + checked.filter(isOpen).length,
    warned: checked.filter((row) => !isOpen(row) && row.warnings.length > 0).length,
  };
}
