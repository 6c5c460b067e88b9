import type { TableRow } from "./table-text.ts";
import { readYear } from "./year-label.ts";

/** A line that is neither heading nor row, and why it was skipped. */
export interface PassedOver {
  readonly line: number;
  readonly kind: "title" | "note" | "row_names" | "column_numbers";
  /** Its text, cut to 80 characters. */
  readonly text: string;
}
/** The parts of a table. */
export interface TableLayout {
  /** The heading row; null for a table without. */
  readonly heading: TableRow | null;
  /** Cells of the widest row from the heading to the first row: a heading can have several rows. */
  readonly width: number;
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

/** 1, (2), A, 3=2/1. */
const COLUMN_LABEL = /^\(?([A-Z]|\d{1,2})\)?(?:\s*=.*)?$/u;

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

/** Whether a row numbers the columns, as yearbooks do beneath their headings: 1, 2, 3 or A, B, 1, (2), 3=2/1. */
function isColumnNumbers({ cells }: TableRow): boolean {
  let [letters, numbers, number] = [0, 0, 0];
  for (const cell of cells) {
    if (cell.trim() === "") continue;
    const label = COLUMN_LABEL.exec(cell.trim())?.[1];
    if (label === undefined) return false;
    const isLetter = /\D/.test(label);
    if (isLetter && (numbers > 0 || label !== String.fromCharCode(65 + letters++))) return false;
    if (isLetter) continue;
    if (numbers++ > 0 ? Number(label) !== number + 1 : Number(label) > 1) return false;
    number = Number(label);
  }
  return letters + numbers > 1;
}

/** The heading among the lines above the rows: the one with most cells, the last of several; a title fills its first cell only. */
function headingOf(above: readonly TableRow[]): number {
  let [found, most] = [-1, 0];
  for (const [index, row] of above.entries()) {
    if (widthOf(row.cells) < 2 || filled(row).length < most || isColumnNumbers(row)) continue;
    [found, most] = [index, filled(row).length];
  }
  return found;
}

/** Separates heading and rows from titles above and notes below. `known` is the index of a heading recognised by its names. */
export function layOut(all: readonly TableRow[], columns: RowColumns, known?: number): TableLayout {
  let last = all.length;
  while (last > 1 && isNote(all[last - 1] as TableRow, columns)) last--;
  const isFirst = (row: TableRow) => (known !== undefined || isRow(row, columns)) && !isColumnNumbers(row);
  const start = (known ?? -1) + 1;
  const below = all.slice(start).findIndex(isFirst);
  // With no recognisable row, everything below the first line is one, to be refused by name.
  const begins = below >= 0 ? start + below : Math.min(start || 1, all.length);
  const heading = known ?? (below < 0 ? 0 : headingOf(all.slice(0, begins)));
  const ends = Math.max(begins, last);
  const top = heading < 0 ? all.slice(begins, begins + 1) : all.slice(heading, Math.max(begins, heading + 1));
  return {
    heading: all[heading] ?? null,
    width: Math.max(0, ...top.map(({ cells }) => widthOf(cells))),
    rows: all.slice(begins, ends),
    passedOver: [
      ...all
        .slice(0, begins)
        .flatMap((row, i) =>
          i === heading ? [] : [passedOver(row, isColumnNumbers(row) ? "column_numbers" : "title")],
        ),
      ...all.slice(ends).map((row) => passedOver(row, "note")),
    ],
  };
}
