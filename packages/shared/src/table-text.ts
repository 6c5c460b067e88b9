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

/** More rows than this in one import are refused. */
const MOST_ROWS = 20_000;

/** The mark that stands between fields: whichever of tab, `;` and `,` the first line holds most of outside quotes. */
function delimiterOf(text: string): "," | ";" | "\t" {
  const line = (/^[^\r\n]*/.exec(text)?.[0] ?? "").replace(/"[^"]*"/g, "");
  const count = (mark: string) => line.split(mark).length - 1;
  if (count("\t") > 0) return "\t";
  return count(";") > count(",") ? ";" : ",";
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
