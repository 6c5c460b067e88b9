/** A table column; `number` cells hold the published text or a number. */
export type TableColumn = { name: string; as: "number" | "text" };
export type Cell = string | number | null;
/** A table small enough to be held in memory. */
export type Table = { columns: TableColumn[]; rows: Cell[][] };

/** Columns by name; those in `numbers` are numeric. */
export const tableColumns = (names: readonly string[], ...numbers: string[]): TableColumn[] =>
  names.map((name) => ({ name, as: numbers.includes(name) ? "number" : "text" }));

/** RFC 4180 text with a header: CRLF, quoted where needed. `decimalComma` is for `locale=vi`. */
export function csvText({ columns, rows }: Table, decimalComma = false): string {
  const separator = decimalComma ? ";" : ",";
  const special = decimalComma ? /[";\r\n]/ : /[",\r\n]/;
  const written = (cell: Cell, index: number) => {
    if (cell === null) return "";
    const text = String(cell);
    if (columns[index]?.as === "number") return decimalComma ? text.replace(".", ",") : text;
    return special.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const lines = [columns.map((c) => c.name), ...rows.map((row) => row.map(written))];
  return lines.map((line) => `${line.join(separator)}\r\n`).join("");
}

export type CsvOptions = { locale?: "vi" | "en" | undefined; bom?: boolean | undefined };

export const csvFile = (table: Table, { locale, bom }: CsvOptions) =>
  `${bom ? "\uFEFF" : ""}${csvText(table, locale === "vi")}`;
