import { MAX_COLUMNS, MAX_ROWS } from "@moc2030/shared/entry/table-text";
import type { Lang } from "@moc2030/shared/text/lang";
import { type CellFormat, GENERAL, numberCell } from "./cell-text.ts";
import { WorkbookFault } from "./workbook-fault.ts";
import { parsePart } from "./xml-part.ts";
import type { ZipParts } from "./zip-parts.ts";

/** What the cells of a sheet refer to. */
export interface SheetSetting {
  readonly strings: readonly string[];
  readonly formats: readonly CellFormat[];
  readonly since1904: boolean;
  readonly lang: Lang;
}

/** Cells of a kind: how many, and the first of them. */
export interface Noted {
  readonly count: number;
  readonly first: string;
}

/** A sheet as tab-separated text whose lines are its rows. */
export interface SheetText {
  readonly text: string;
  readonly rows: number;
  /** Whether a row has our own headings. */
  readonly isOurs: boolean;
  readonly merged: readonly string[];
  readonly hiddenRows: number;
  /** Formulas, read by their kept results. */
  readonly formulas: Noted | null;
  readonly withoutResult: Noted | null;
  readonly percents: Noted | null;
  /** Numbers with more decimals than their cells show. */
  readonly cut: Noted | null;
}

/** Longest text of a sheet: what an import takes. */
const MAX_TEXT = 5 * 1024 * 1024;
/** Longest text of a cell: what spreadsheets keep. */
const MAX_CELL = 32_767;
const LAST_ROW = 1_048_576;
const MAX_NAMED = 5;

/** Row and column (0-based) of a reference such as B12. */
function placeOf(reference: string): { row: number; column: number } | null {
  const found = /^([A-Z]{1,3})(\d{1,7})$/.exec(reference);
  if (!found) return null;
  const [, letters = "", digits = ""] = found;
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(digits) - 1, column };
}

const note = (noted: Noted | null, first: string): Noted =>
  noted === null ? { count: 1, first } : { ...noted, count: noted.count + 1 };

/** Line ends as CR, which a table's text keeps within a cell without counting another line. */
const quoted = (cell: string) => {
  const text = cell.replaceAll("\r\n", "\r").replaceAll("\n", "\r");
  return /[\t\r]|^"/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** Reads a sheet. Throws what makes a workbook unreadable; merged cells and formulas without a result are listed. */
export function readSheet(zip: ZipParts, part: string, setting: SheetSetting): SheetText {
  const lines: string[] = [];
  const merged: string[] = [];
  let found: Omit<SheetText, "text" | "rows" | "merged"> = {
    isOurs: false,
    hiddenRows: 0,
    formulas: null,
    withoutResult: null,
    percents: null,
    cut: null,
  };
  let [rows, size] = [0, 0];
  let [row, column] = [-1, -1];
  let cells: string[] = [];
  let cell = { type: "n", format: GENERAL, at: "", formula: false, value: "", hasValue: false };
  let inside: "v" | "t" | null = null;
  /** Counts bytes before they are joined: many cells can name one long text. */
  const grow = (bytes: number) => {
    size += bytes;
    if (size > MAX_TEXT) throw new WorkbookFault("too_big");
  };

  const endCell = () => {
    const { type, format, at, formula, hasValue } = cell;
    if (formula) {
      if (hasValue) found = { ...found, formulas: note(found.formulas, at) };
      else found = { ...found, withoutResult: note(found.withoutResult, at) };
    }
    let text = cell.value;
    if (type === "s") text = setting.strings[Number(text)] ?? "";
    else if (type === "b") text = text === "1" ? "TRUE" : "FALSE";
    else if (type === "d") text = text.slice(0, 10);
    else if (type === "n" && hasValue) {
      const read = numberCell(text, format, setting.since1904, setting.lang);
      text = read.text;
      if (format.kind === "percent") found = { ...found, percents: note(found.percents, at) };
      if (read.isCut) found = { ...found, cut: note(found.cut, at) };
    }
    if (text === "") return;
    if (text.length > MAX_CELL) throw new WorkbookFault("too_big", [at]);
    const said = quoted(text);
    grow(column - cells.length + Buffer.byteLength(said) + 1);
    while (cells.length < column) cells.push("");
    cells[column] = said;
  };
  const endRow = () => {
    if (cells.length === 0) return;
    if (++rows > MAX_ROWS + 1) throw new WorkbookFault("too_many_rows", [String(row + 1)]);
    found = { ...found, isOurs: found.isOurs || (cells.includes("TIME_PERIOD") && cells.includes("OBS_VALUE")) };
    grow(row - lines.length);
    while (lines.length < row) lines.push("");
    lines.push(cells.join("\t"));
    cells = [];
  };
  parsePart(zip, part, {
    open(name, attribute) {
      if (name === "row") {
        const said = attribute("r");
        const next = said === undefined ? row + 1 : Number(said) - 1;
        if (!Number.isInteger(next) || next <= row || next >= LAST_ROW) throw new WorkbookFault("damaged");
        [row, column] = [next, -1];
        if (/^(1|true)$/.test(attribute("hidden") ?? "")) found = { ...found, hiddenRows: found.hiddenRows + 1 };
      } else if (name === "c") {
        const said = attribute("r");
        const place = said === undefined ? { row, column: column + 1 } : placeOf(said);
        if (!place || place.row !== row || place.column <= column) throw new WorkbookFault("damaged");
        if (place.column >= MAX_COLUMNS) throw new WorkbookFault("too_many_columns", [said ?? ""]);
        column = place.column;
        const format = setting.formats[Number(attribute("s") ?? 0)] ?? GENERAL;
        const at = said ?? `R${row + 1}C${column + 1}`;
        cell = { type: attribute("t") ?? "n", format, at, formula: false, value: "", hasValue: false };
      } else if (name === "f") cell.formula = true;
      else if (name === "v" || name === "t") {
        inside = name;
        cell.hasValue = true;
      } else if (name === "rPh") inside = null;
      else if (name === "mergeCell" && merged.length < MAX_NAMED) merged.push(attribute("ref") ?? "");
    },
    text(text) {
      if (inside === null) return;
      if (cell.value.length + text.length > MAX_CELL) throw new WorkbookFault("too_big", [cell.at]);
      cell.value += text;
    },
    close(name) {
      if (name === "v" || name === "t") inside = null;
      else if (name === "c") endCell();
      else if (name === "row") endRow();
    },
  });
  return { ...found, text: lines.join("\n"), rows, merged };
}
