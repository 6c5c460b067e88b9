import { readYear } from "../figure/year-label.ts";
import { isBlankText, trimHidden } from "../text/clean.ts";
import { SLICE, type TableRow, workOf } from "./table-text.ts";

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
/** As much of a line is looked at for what is shown of it. */
const LONGEST_READ = 1000;
const NUMBER = /^[-\u2212\u2013]?\d/;
/** How notes below a table begin, in Vietnamese and English: with a word, or with a mark, as a row may too (*2024). */
const NOTE_WORD = /^(?:nguồn|ghi chú|chú thích|chú ý|sources?|notes?)/iu;
const NOTE_MARK = /^(?:\*|\(\*|\(?\d{1,2}\)|[¹²³])/u;

/** 1, (2), A, 3=2/1. */
const COLUMN_LABEL = /^\(?([A-Z]|\d{1,2})\)?(?:\s*=.*)?$/u;

const filled = (row: TableRow) => row.cells.filter((cell) => !isBlankText(cell));
/** Number of cells up to the last filled one. */
export const widthOf = (cells: readonly string[]) => cells.findLastIndex((cell) => !isBlankText(cell)) + 1;
const passedOver = (row: TableRow, kind: PassedOver["kind"]): PassedOver => ({
  line: row.line,
  kind,
  text: filled(row).join(" ").slice(0, LONGEST_READ).replace(/\s+/gu, " ").slice(0, LONGEST_SHOWN),
});

/** Whether a row has a year or value, valid or not: such a row is read or refused, never skipped. */
function isRow({ cells }: TableRow, { year, value }: RowColumns): boolean {
  const at = (index: number | undefined) => (index === undefined ? "" : trimHidden(cells[index] ?? ""));
  if (year !== undefined || value !== undefined) {
    const read = readYear(at(year));
    const isYear = read.ok || (read.code === "year_mark" && !/\p{L}/u.test(read.mark));
    return isYear || NUMBER.test(at(value));
  }
  const years = cells.findIndex((cell) => readYear(cell).ok);
  return years >= 0 && cells.some((cell, index) => index !== years && NUMBER.test(trimHidden(cell)));
}

/** Whether a row below a table is a note: it begins like one, or is a sentence in a single cell. A row with a number, or with a marked year beside any value, is none. */
function isNote(row: TableRow, columns: RowColumns): boolean {
  const cells = filled(row).map(trimHidden);
  const [first = ""] = cells;
  const label = columns.year === undefined ? first : trimHidden(row.cells[columns.year] ?? "");
  const year = readYear(label);
  if (columns.year !== undefined && year.ok) return false;
  // A sentence cut at its commas may have a number where the values are: "Nguồn: Cục Thống kê, 2026".
  if (NOTE_WORD.test(label)) return true;
  const value = columns.value === undefined ? "" : trimHidden(row.cells[columns.value] ?? "");
  if (isRow(row, columns) || ("year" in year && value !== "")) return false;
  const isSentence = cells.length === 1 && first.includes(" ") && /\p{L}/u.test(first);
  return NOTE_WORD.test(first) || NOTE_MARK.test(first) || isSentence;
}

/** Whether a row numbers the columns, as yearbooks do beneath their headings: 1, 2, 3 or A, B, 1, (2), 3=2/1. */
function isColumnNumbers({ cells }: TableRow): boolean {
  let [letters, numbers, number] = [0, 0, 0];
  for (const cell of cells) {
    const text = trimHidden(cell);
    if (text === "") continue;
    const label = COLUMN_LABEL.exec(text)?.[1];
    if (label === undefined) return false;
    const isLetter = /\D/.test(label);
    if (isLetter && (numbers > 0 || label !== String.fromCharCode(65 + letters++))) return false;
    if (isLetter) continue;
    if (numbers++ > 0 ? Number(label) !== number + 1 : Number(label) > 1) return false;
    number = Number(label);
  }
  return letters + numbers > 1;
}

/** How many cells a line above the rows fills, as a candidate for the heading; 0 for none: a title fills its first cell only. */
const headingCells = (row: TableRow) => (widthOf(row.cells) < 2 || isColumnNumbers(row) ? 0 : filled(row).length);

/** `layOut` as a generator that pauses after every `SLICE` of work. */
export function* layOutInSteps(
  all: readonly TableRow[],
  columns: RowColumns,
  known?: number,
): Generator<readonly never[], TableLayout> {
  let work = 0;
  const isDue = (row: TableRow) => {
    work += workOf(row);
    if (work < SLICE) return false;
    work = 0;
    return true;
  };
  let last = all.length;
  for (let row = all[last - 1]; row && last > 1 && isNote(row, columns); row = all[last - 1]) {
    last--;
    if (isDue(row)) yield [];
  }
  const isFirst = (row: TableRow) => (known !== undefined || isRow(row, columns)) && !isColumnNumbers(row);
  const start = (known ?? -1) + 1;
  // Without known names, the heading is the line with most cells, the last of several.
  let [begins, heading, most] = [start, known ?? -1, 1];
  for (let row = all[begins]; row && !isFirst(row); row = all[++begins]) {
    const count = known === undefined ? headingCells(row) : 0;
    if (count >= most) [heading, most] = [begins, count];
    if (isDue(row)) yield [];
  }
  if (begins >= all.length) {
    // With no recognisable row, everything below the first line is one, to be refused by name.
    begins = Math.min(start || 1, all.length);
    heading = known ?? 0;
  }
  const passed: PassedOver[] = [];
  let width = heading < 0 ? widthOf(all[begins]?.cells ?? []) : 0;
  for (const [index, row] of all.slice(0, begins).entries()) {
    if (heading >= 0 && index >= heading) width = Math.max(width, widthOf(row.cells));
    if (index !== heading) passed.push(passedOver(row, isColumnNumbers(row) ? "column_numbers" : "title"));
    if (isDue(row)) yield [];
  }
  const ends = Math.max(begins, last);
  for (const row of all.slice(ends)) {
    passed.push(passedOver(row, "note"));
    if (isDue(row)) yield [];
  }
  return { heading: all[heading] ?? null, width, rows: all.slice(begins, ends), passedOver: passed };
}

/** Separates heading and rows from titles above and notes below. `known` is the index of a heading recognised by its names. */
export function layOut(all: readonly TableRow[], columns: RowColumns, known?: number): TableLayout {
  const steps = layOutInSteps(all, columns, known);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}
