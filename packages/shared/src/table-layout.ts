import type { TableRow } from "./table-text.ts";
import { readYear } from "./year-label.ts";

/** A line of a table that is neither heading nor row, and what it was taken for. */
export interface PassedOver {
  readonly line: number;
  readonly kind: "title" | "note" | "row_names";
  /** Its text, cut to 80 characters. */
  readonly text: string;
}
/** Which rows of a table are what. */
export interface TableLayout {
  /** What the columns are called; null where the rows begin at once. */
  readonly heading: TableRow | null;
  /** The rows from the first to the last that says anything of a year. */
  readonly rows: readonly TableRow[];
  readonly passedOver: readonly PassedOver[];
}
/** The columns (0-based) by which rows are told from what stands around them; where they are not known, any will do. */
interface RowColumns {
  readonly year?: number | undefined;
  readonly value?: number | undefined;
}

const LONGEST_SHOWN = 80;
const NUMBER = /^[-\u2212\u2013]?\d/;
/** How notes beneath a table begin, in Vietnamese and English. */
const NOTE = /^(?:nguồn|ghi chú|chú thích|chú ý|sources?|notes?|\*|\(\*|\(?\d{1,2}\)|[¹²³])/iu;

const filled = (row: TableRow) => row.cells.filter((cell) => cell.trim() !== "");
/** How many cells a row has up to its last that is filled. */
export const widthOf = (cells: readonly string[]) => cells.findLastIndex((cell) => cell.trim() !== "") + 1;
const passedOver = (row: TableRow, kind: PassedOver["kind"]): PassedOver => ({
  line: row.line,
  kind,
  text: filled(row).join(" ").replace(/\s+/gu, " ").slice(0, LONGEST_SHOWN),
});

/** Whether a row speaks of a year or a value, rightly or wrongly: such a row is read or refused, never passed over. */
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

/** Whether a row beneath a table is a note: it begins as notes do, or is a sentence in one cell. */
function isNote(row: TableRow, columns: RowColumns): boolean {
  if (columns.year !== undefined && readYear(row.cells[columns.year] ?? "").ok) return false;
  const cells = filled(row).map((cell) => cell.trim());
  const [first = ""] = cells;
  return (
    NOTE.test(first) || (cells.length === 1 && first.includes(" ") && /\p{L}/u.test(first) && !isRow(row, columns))
  );
}

/** Where the heading is among the lines above the rows: the one with most cells, of several the last; a title stands in its first cell alone. */
function headingOf(above: readonly TableRow[]): number {
  let [found, most] = [-1, 0];
  for (const [index, row] of above.entries()) {
    if (widthOf(row.cells) < 2 || filled(row).length < most) continue;
    [found, most] = [index, filled(row).length];
  }
  return found;
}

/** Tells the heading and the rows of a table from titles above and notes beneath. `known` is the index of a heading that is known by its names. */
export function layOut(all: readonly TableRow[], columns: RowColumns, known?: number): TableLayout {
  let last = all.length;
  while (last > 1 && isNote(all[last - 1] as TableRow, columns)) last--;
  const first = known === undefined ? all.findIndex((row) => isRow(row, columns)) : known + 1;
  // Where no row can be told from the rest, everything beneath the first line is one, to be refused by name.
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
