import {
  type DryRunRow,
  type ImportColumn,
  type ImportOptions,
  importColumns,
  type Published,
  type RowClass,
  readRow,
  refuseWidth,
  type Where,
} from "./import-row.ts";
import { readTable, type TableRow } from "./table-text.ts";
import type { Lang } from "./text.ts";

/** Columns of our own files that say nothing new: derived, or known from the code beside them. */
const passedOver = new Set([
  "FREQ",
  "UNIT_MEASURE",
  "DECIMALS",
  "RELEASE",
  "TARGET_VALUE",
  "PATH_VALUE",
  "ASSESSMENT",
  "METHOD_VERSION",
  "INDICATOR_NAME",
  "REF_AREA_NAME",
  "SOURCE_TITLE",
]);

/** What a table would bring; or why nothing of it can be read, and where. */
export type DryRun =
  | { readonly ok: true; readonly rows: DryRunRow[]; readonly counts: Record<RowClass, number> }
  | {
      readonly ok: false;
      readonly line: number;
      readonly code:
        | "nul"
        | "open_quote"
        | "after_quote"
        | "too_many_rows"
        | "empty"
        | "unknown_column"
        | "missing_column"
        | "repeated_column";
      readonly column: string | null;
    };

type Refusal = Extract<DryRun, { ok: false }>;

function whereOf(header: TableRow, options: ImportOptions): { where: Where } | Refusal {
  const refuse = (code: Refusal["code"], column: string): Refusal => ({ ok: false, line: header.line, code, column });
  const where: Where = {};
  for (const [index, cell] of header.cells.entries()) {
    const name = cell.trim();
    if (passedOver.has(name)) continue;
    if (!(importColumns as readonly string[]).includes(name)) return refuse("unknown_column", name.slice(0, 40));
    if (where[name as ImportColumn] !== undefined) return refuse("repeated_column", name);
    where[name as ImportColumn] = index;
  }
  for (const name of ["TIME_PERIOD", "OBS_VALUE"] as const)
    if (where[name] === undefined) return refuse("missing_column", name);
  for (const name of ["INDICATOR", "REF_AREA"] as const)
    if (where[name] === undefined && !options.defaults[name]) return refuse("missing_column", name);
  return { where };
}

/** Sorts the rows of a table into new, changed, unchanged and refused, each refusal with line, field and reason. Pure: nothing is written. */
export function dryRun(text: string, options: ImportOptions, published: Published): DryRun {
  const table = readTable(text);
  if (!table.ok) return { ...table, column: null };
  const [header] = table.rows;
  if (!header) return { ok: false, line: 1, code: "empty", column: null };
  const found = options.mapping ? { where: options.mapping } : whereOf(header, options);
  if (!("where" in found)) return found;
  // A comma between fields cannot also be the decimal mark, and our own `;` files have decimal commas.
  const numbers: Lang = table.delimiter === ";" ? "vi" : table.delimiter === "," ? "en" : options.numbers;
  const first = options.mapping && /^\s*\d{4}\s*$/.test(header.cells[options.mapping.TIME_PERIOD ?? -1] ?? "") ? 0 : 1;
  const seen = new Map<string, number>();
  const rows = table.rows.slice(first).map((row): DryRunRow => {
    if (!options.mapping && row.cells.length !== header.cells.length)
      return refuseWidth(row, found.where, header.cells.length);
    return readRow(row, found.where, { ...options, numbers }, published, seen);
  });
  const counts = { new: 0, changed: 0, unchanged: 0, refused: 0 };
  for (const row of rows) counts[row.class]++;
  return { ok: true, rows, counts };
}
