import type { TableRow } from "./table-text.ts";
import { readYear } from "./year-label.ts";

/** A line that is neither heading nor row, and why it was skipped. */
export interface PassedOver {
  readonly line: number;
  readonly kind: "title" | "note" | "row_names";
  /** Its text, cut to 80 characters. */
  readonly text: string;
}
/** The parts of a table. */
export interface TableLayout {
  /** The heading row; null for a table without. */
  readonly heading: TableRow | null;
  /** The rows from the first to the last with a year or value. */
  readonly rows: readonly TableRow[];
  readonly passedOver: readonly PassedOver[];
}
/** Columns (0-based) that identify data rows; any column when unknown. */
interface RowColumns {
  readonly year?: number | undefined;
  readonly value?: number | undefined;
}

const LONGEST_SHOWN = 80;
const NUMBER = /^[-\u2212\u2013]?\d/;
/** How notes below a table begin, in Vietnamese and English: with a word, or with a mark, as a row may too (*2024). */
const NOTE_WORD = /^(?:nguồn|ghi chú|chú thích|chú ý|sources?|notes?)/iu;
const NOTE_MARK = /^(?:\*|\(\*|\(?\d{1,2}\)|[¹²³])/u;

const filled = (row: TableRow) => row.cells.filter((cell) => cell.trim() !== "");
/** Number of cells up to the last filled one. */
export const widthOf = (cells: readonly string[]) => cells.findLastIndex((cell) => cell.trim() !== "") + 1;
const passedOver = (row: TableRow, kind: PassedOver["kind"]): PassedOver => ({
  line: row.line,
  kind,
  text: filled(row).join(" ").replace(/\s+/gu, " ").slice(0, LONGEST_SHOWN),
});

/** Whether a row has a year or value, valid or not: such a row is read or refused, never skipped. */
function isRow({ cells }: TableRow, { year, value }: RowColumns): boolean {
  const at = (index: number | undefined) => (index === undefined ? "" : (cells[index] ?? "").trim());
  if (year !== undefined || value !== undefined) {
    const read = readYear(at(year));
    const isYear = read.ok || (read.code === "year_mark" && !/\p{L}/u.test(read.mark));
    return isYear || NUMBER.test(at(value));
  }
  const years = cells.findIndex((cell) => readYear(cell).ok);
  return years >= 0 && cells.some((cell, index) => index !== years && NUMBER.test(cell.trim()));
}

/** Whether a row below a table is a note: it begins like one, or is a sentence in a single cell. A row with a number, or with a marked year beside any value, is none. */
function isNote(row: TableRow, columns: RowColumns): boolean {
  const cells = filled(row).map((cell) => cell.trim());
  const [first = ""] = cells;
  const label = columns.year === undefined ? first : (row.cells[columns.year] ?? "").trim();
  const year = readYear(label);
  if (columns.year !== undefined && year.ok) return false;
  // A sentence cut at its commas may have a number where the values are: "Nguồn: Cục Thống kê, 2026".
  if (NOTE_WORD.test(label)) return true;
  const value = columns.value === undefined ? "" : (row.cells[columns.value] ?? "").trim();
  if (isRow(row, columns) || ("year" in year && value !== "")) return false;
  const isSentence = cells.length === 1 && first.includes(" ") && /\p{L}/u.test(first);
  return NOTE_WORD.test(first) || NOTE_MARK.test(first) || isSentence;
}

/** The heading among the lines above the rows: the one with most cells, the last of several; a title fills its first cell only. */
function headingOf(above: readonly TableRow[]): number {
  let [found, most] = [-1, 0];
  for (const [index, row] of above.entries()) {
    if (widthOf(row.cells) < 2 || filled(row).length < most) continue;
    [found, most] = [index, filled(row).length];
  }
  return found;
}

/** Separates heading and rows from titles above and notes below. `known` is the index of a heading recognised by its names. */
export function layOut(all: readonly TableRow[], columns: RowColumns, known?: number): TableLayout {
  let last = all.length;
  while (last > 1 && isNote(all[last - 1] as TableRow, columns)) last--;
  const first = known === undefined ? all.findIndex((row) => isRow(row, columns)) : known + 1;
  // With no recognisable row, everything below the first line is one, to be refused by name.
  const begins = first < 0 ? Math.min(1, all.length) : first;
  const heading = known ?? (first < 0 ? 0 : headingOf(all.slice(0, begins)));
  const ends = Math.max(begins, last);
  return {
    heading: all[heading] ?? null,
    rows: all.slice(begins, ends),
    passedOver: [
      ...all.slice(0, begins).flatMap((row, i) => (i === heading ? [] : [passedOver(row, "title")])),
      ...all.slice(ends).map((row) => passedOver(row, "note")),
    ],
  };
}
