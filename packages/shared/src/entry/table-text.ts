import { readYear } from "../figure/year-label.ts";

/** One record of a table, with the line (1-based) on which it begins. */
export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
}
/** Field delimiters. */
export const delimiters = { tab: "\t", semicolon: ";", comma: "," } as const;
export type DelimiterName = keyof typeof delimiters;
/** Why a text is not a table, and on which line. */
export interface TableFault {
  readonly line: number;
  readonly code: "nul" | "open_quote" | "after_quote" | "too_many_rows" | "too_many_columns";
}
export type TableText =
  | { readonly ok: true; readonly delimiter: DelimiterName; readonly rows: TableRow[] }
  | ({ readonly ok: false } & TableFault);

/** More rows than this in one import are refused. */
export const MAX_ROWS = 20_000;
/** Column limit, that of a spreadsheet. */
export const MAX_COLUMNS = 16_384;
/** What is used to detect the delimiter: so many rows, cells and characters at most. */
const SAMPLE = { rows: 100, cells: 1000, characters: 64 * 1024 };

/** Work of one step, as `workOf` counts it: a reader in steps pauses when it has done so much. */
export const SLICE = 64 * 1024;
/** Work that a row takes: its characters and cells, and a little for itself. */
export const workOf = ({ cells }: TableRow): number => cells.reduce((sum, cell) => sum + cell.length + 1, SLICE / 512);

function lineFeedsIn(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) === 10) count++;
  return count;
}

const isEnd = (character: string | undefined) => character === undefined || character === "\r" || character === "\n";

/** The quoted cell that opens at `from`, with its end; a fault if it is not closed or text follows. */
function quotedCell(text: string, from: number, mark: string): { cell: string; end: number } | TableFault["code"] {
  for (let start = from + 1; ; ) {
    const quote = text.indexOf('"', start);
    if (quote < 0) return "open_quote";
    if (text[quote + 1] !== '"') {
      const end = quote + 1;
      if (!isEnd(text[end]) && text[end] !== mark) return "after_quote";
      return {
        cell: text
          .slice(from + 1, quote)
          .split('""')
          .join('"'),
        end,
      };
    }
    start = quote + 2;
  }
}

/** Gives the records of RFC 4180 text, or of what a spreadsheet puts on the clipboard, one by one; empty lines are passed over. Null is a pause, at least every `SLICE` characters between records. Returns the fault at which it stops. Each character is looked at a bounded number of times. The clipboard quotes a cell only for a tab or a line break in it, so that between tabs (`isLenient`) any other quotation mark is text. */
export function* readRecords(
  text: string,
  delimiter: DelimiterName,
  isLenient = delimiter === "tab",
): Generator<TableRow | null, TableFault | null> {
  const mark = delimiters[delimiter];
  let [index, line, count, paused] = [0, 1, 0, 0];
  while (index < text.length) {
    const start = line;
    const cells: string[] = [];
    for (let more = true; more; ) {
      const quoted = text[index] === '"' ? quotedCell(text, index, mark) : null;
      if (quoted !== null && typeof quoted === "object") {
        cells.push(quoted.cell);
        line += lineFeedsIn(quoted.cell);
        index = quoted.end;
      } else if (quoted !== null && !isLenient) {
        return { line: start, code: quoted };
      } else {
        const from = index;
        while (!isEnd(text[index]) && text[index] !== mark) index++;
        cells.push(text.slice(from, index));
      }
      if (cells.length > MAX_COLUMNS) return { line: start, code: "too_many_columns" };
      more = text[index] === mark;
      if (more) index++;
    }
    if (text[index] === "\r") index++;
    if (text[index] === "\n") index++;
    line++;
    if (index - paused >= SLICE) {
      paused = index;
      yield null;
    }
    if (cells.every((cell) => cell.trim() === "")) continue;
    if (cells.some((cell) => cell.includes("\0"))) return { line: start, code: "nul" };
    // A heading and MAX_ROWS below it.
    if (++count > MAX_ROWS + 1) return { line: start, code: "too_many_rows" };
    yield { line: start, cells };
  }
  return null;
}

/** Score of a delimiter on the first rows, 0 to 2: share of rows with the commonest width above one, plus share with a year in a cell of its own. */
function agreement(text: string, delimiter: DelimiterName): number {
  const widths = new Map<number, number>();
  let [rows, years, seen] = [0, 0, 0];
  for (const row of readRecords(text, delimiter, true)) {
    if (row === null) continue;
    const { cells } = row;
    rows++;
    seen += cells.length;
    if (cells.length > 1) {
      widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
      if (cells.slice(0, SAMPLE.cells).some((cell) => readYear(cell).ok)) years++;
    }
    if (rows === SAMPLE.rows || seen >= SAMPLE.cells) break;
  }
  return rows === 0 ? 0 : (Math.max(0, ...widths.values()) + years) / rows;
}

/** The whole lines with which a text begins, as far as the sample goes. */
function sampleOf(text: string): string {
  if (text.length <= SAMPLE.characters) return text;
  const sample = text.slice(0, SAMPLE.characters);
  const end = Math.max(sample.lastIndexOf("\n"), sample.lastIndexOf("\r"));
  return end < 0 ? sample : sample.slice(0, end);
}

/** Detects the delimiter by score; on a tie tab, then `;`, then comma, which can be a decimal mark (2024;13,17). Excel's first line `sep=;` takes precedence. */
export function delimiterOf(text: string): DelimiterName {
  const said = /^sep=([;,\t])\r?\n/i.exec(text)?.[1];
  const names = ["tab", "semicolon", "comma"] as const;
  const named = names.find((name) => delimiters[name] === said);
  if (named) return named;
  const sample = sampleOf(text);
  const scores = names.map((name) => (sample.includes(delimiters[name]) ? agreement(sample, name) : 0));
  const best = Math.max(...scores);
  return best === 0 ? "comma" : (names[scores.indexOf(best)] ?? "comma");
}

/** A table's text without its byte order mark, with its delimiter. */
export function openTable(input: string, said?: DelimiterName): { text: string; delimiter: DelimiterName } {
  const text = input.startsWith("\ufeff") ? input.slice(1) : input;
  return { text, delimiter: said ?? delimiterOf(text) };
}

/** All records of a table, or the first `most`. */
export function readTable(input: string, said?: DelimiterName, most = Number.POSITIVE_INFINITY): TableText {
  const { text, delimiter } = openTable(input, said);
  const rows: TableRow[] = [];
  const records = readRecords(text, delimiter);
  for (let next = records.next(); ; next = records.next()) {
    if (next.done) return next.value ? { ok: false, ...next.value } : { ok: true, delimiter, rows };
    if (next.value) rows.push(next.value);
    if (rows.length >= most) return { ok: true, delimiter, rows };
  }
}
