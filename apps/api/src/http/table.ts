/** A column of a table: `number` cells hold the published text of a number, or a number. */
export type TableColumn = { name: string; as: "number" | "text" };
export type Cell = string | number | null;
/** A table that is small enough to be held whole. */
export type Table = { columns: TableColumn[]; rows: Cell[][] };

/** Columns from their names; those in `numbers` hold numbers. */
export const tableColumns = (names: readonly string[], ...numbers: string[]): TableColumn[] =>
  names.map((name) => ({ name, as: numbers.includes(name) ? "number" : "text" }));

/** A table as RFC 4180 text: CRLF, header first, quotes where needed. `decimalComma` is for `locale=vi`. */
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

/** What a request says of the form of its CSV. */
export type Written = { locale?: "vi" | "en" | undefined; bom?: boolean | undefined };

/** A table as the CSV file that was asked for. */
export const csvFile = (table: Table, { locale, bom }: Written) =>
  `${bom ? "\uFEFF" : ""}${csvText(table, locale === "vi")}`;
