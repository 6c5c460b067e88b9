/** One record of a table, with the line (1-based) on which it begins. */
export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
}
export type TableText =
  | { readonly ok: true; readonly delimiter: "," | ";" | "\t"; readonly rows: TableRow[] }
  | {
      readonly ok: false;
      readonly line: number;
      readonly code: "nul" | "open_quote" | "after_quote" | "too_many_rows";
    };

/** The text of a file in UTF-8; of any other, the line (1-based) on which it stops being that. */
export function readUtf8(bytes: Uint8Array): { ok: true; text: string } | { ok: false; line: number } {
  try {
    return { ok: true, text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    // What is read up to the first byte that is not UTF-8 ends on the line to name.
    const read = new TextDecoder("utf-8").decode(bytes);
    return { ok: false, line: read.slice(0, Math.max(0, read.indexOf("\ufffd"))).split("\n").length };
  }
}

/** More rows than this in one import are refused. */
const MOST_ROWS = 20_000;

/** The mark that stands between fields: a tab where there is one; `;` where the first line, outside quotes, holds as many as commas, which may be decimal marks (2024;13,17). */
function delimiterOf(text: string): "," | ";" | "\t" {
  const line = (/^[^\r\n]*/.exec(text)?.[0] ?? "").replace(/"[^"]*"/g, "");
  const count = (mark: string) => line.split(mark).length - 1;
  if (count("\t") > 0) return "\t";
  return count(";") > 0 && count(";") >= count(",") ? ";" : ",";
}

/** Reads RFC 4180 text, or what a spreadsheet puts on the clipboard. Empty lines are passed over; a byte order mark is dropped. */
export function readTable(input: string): TableText {
  const text = input.startsWith("\ufeff") ? input.slice(1) : input;
  const lineAt = (index: number) => text.slice(0, index).split("\n").length;
  const nul = text.indexOf("\0");
  if (nul >= 0) return { ok: false, line: lineAt(nul), code: "nul" };
  const delimiter = delimiterOf(text);
  const rows: TableRow[] = [];
  let [index, line] = [0, 1];
  while (index < text.length) {
    const start = line;
    const cells: string[] = [];
    for (let more = true; more; ) {
      let cell: string;
      if (text[index] === '"') {
        cell = "";
        for (let end = index + 1; ; ) {
          const quote = text.indexOf('"', end);
          if (quote < 0) return { ok: false, line: start, code: "open_quote" };
          cell += text.slice(end, quote);
          index = quote + 1;
          if (text[index] !== '"') break;
          cell += '"';
          end = index + 1;
        }
        for (const character of cell) if (character === "\n") line++;
        if (index < text.length && text[index] !== delimiter && text[index] !== "\r" && text[index] !== "\n")
          return { ok: false, line, code: "after_quote" };
      } else {
        const from = index;
        while (index < text.length && text[index] !== delimiter && text[index] !== "\r" && text[index] !== "\n")
          index++;
        cell = text.slice(from, index);
      }
      cells.push(cell);
      more = text[index] === delimiter;
      if (more) index++;
    }
    if (text[index] === "\r") index++;
    if (text[index] === "\n") index++;
    line++;
    if (cells.some((cell) => cell.trim() !== "")) rows.push({ line: start, cells });
    if (rows.length > MOST_ROWS) return { ok: false, line: start, code: "too_many_rows" };
  }
  return { ok: true, delimiter, rows };
}
