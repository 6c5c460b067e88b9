import {
  type CheckContext,
  checkFigure,
  type Finding,
  isSubmittable,
  type ProposedFigure,
  saysTheSame,
} from "./checks.ts";
import { type FigureKey, keyText, type PublishedFigure } from "./figure.ts";
import { readNumber } from "./number-text.ts";
import type { Confidence, ObsStatus } from "./observation.ts";
import { readTable, type TableRow } from "./table-text.ts";
import type { Lang } from "./text.ts";

/** The columns that an import reads; every other column of our own files is passed over. */
export const importColumns = [
  "INDICATOR",
  "COMPILER",
  "REF_AREA",
  "TIME_PERIOD",
  "OBS_VALUE",
  "VALUE_LIMIT",
  "OBS_STATUS",
  "CONFIDENCE",
  "RANK_POOL",
  "SOURCE",
  "EDITION",
  "PUBLISHED",
  "OBS_COM",
  "REASON",
  "REASON_TEXT",
] as const;
export type ImportColumn = (typeof importColumns)[number];

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

/** How a table is to be read: whose number format, what stands in its columns where it has no header of ours, and what holds for every row that does not say. */
export interface ImportOptions {
  readonly numbers: Lang;
  /** Language of OBS_COM. */
  readonly lang: Lang;
  /** Which column (0-based) is what, for a table without our header. */
  readonly mapping?: Partial<Record<ImportColumn, number>>;
  readonly defaults: Partial<Record<ImportColumn, string>>;
}

/** What the rows are compared with and checked against. */
export interface Published {
  context(key: FigureKey, source: string | null): Omit<CheckContext, "duplicateOf" | "today">;
  readonly today: string;
}

export type RowClass = "new" | "changed" | "unchanged" | "refused";
export interface DryRunRow {
  readonly line: number;
  readonly class: RowClass;
  readonly figure: ProposedFigure | null;
  readonly current: PublishedFigure | null;
  readonly errors: readonly Finding[];
  readonly warnings: readonly Finding[];
}
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

type Where = Partial<Record<ImportColumn, number>>;
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
      return refused(row.line, "timePeriod", "unknown_value", {
        cells: row.cells.length,
        expected: header.cells.length,
      });
    return classify(row, found.where, { ...options, numbers }, published, seen);
  });
  const counts = { new: 0, changed: 0, unchanged: 0, refused: 0 };
  for (const row of rows) counts[row.class]++;
  return { ok: true, rows, counts };
}

const refused = (
  line: number,
  field: Finding["field"],
  code: string,
  values: Finding["values"] = {},
  more: Partial<DryRunRow> = {},
): DryRunRow => ({
  line,
  class: "refused",
  figure: null,
  current: null,
  warnings: [],
  ...more,
  errors: [{ code, field, values }],
});

function classify(
  { line, cells }: TableRow,
  where: Where,
  options: ImportOptions,
  published: Published,
  seen: Map<string, number>,
): DryRunRow {
  const cell = (name: ImportColumn): string | null => {
    const index = where[name];
    const written = index === undefined ? "" : (cells[index] ?? "").trim();
    return written || options.defaults[name]?.trim() || null;
  };
  const year = cell("TIME_PERIOD") ?? "";
  if (!/^\d{4}$/.test(year)) return refused(line, "timePeriod", "not_a_year", { typed: year.slice(0, 40) });
  const indicator = cell("INDICATOR") ?? "";
  const timePeriod = Number(year);
  const refArea = cell("REF_AREA") ?? "";
  const official = published.context({ indicator, compiler: "", refArea, timePeriod }, null).indicator?.compiler;
  const key: FigureKey = { indicator, compiler: cell("COMPILER") ?? official ?? "", refArea, timePeriod };
  const source = cell("SOURCE");
  const context = published.context(key, source);
  const { current } = context;

  const typed = cell("OBS_VALUE");
  const number = typed === null ? null : readNumber(typed, options.numbers);
  if (number && !number.ok)
    return refused(
      line,
      "value",
      number.code,
      { typed: (typed ?? "").slice(0, 40), example: number.example },
      { current },
    );
  const limit = cell("VALUE_LIMIT");
  if (limit !== null && limit !== "<=" && limit !== ">=")
    return refused(line, "valueLimit", "unknown_value", { typed: limit.slice(0, 40) }, { current });
  const pool = cell("RANK_POOL");
  if (pool !== null && !/^\d{1,4}$/.test(pool))
    return refused(line, "rankPool", "not_a_number", { typed: pool.slice(0, 40) }, { current });
  const codes = (cell("OBS_STATUS") ?? "A").split(";");
  if (codes.some((code) => !/^[ABDEFILMOPU]$/.test(code)))
    return refused(line, "obsStatus", "unknown_value", { typed: codes.join(";").slice(0, 40) }, { current });
  const confidence = cell("CONFIDENCE") ?? "sourced";
  if (!["sourced", "derived", "unverified"].includes(confidence))
    return refused(line, "confidence", "unknown_value", { typed: confidence.slice(0, 40) }, { current });

  const comment = cell("OBS_COM");
  // A comment that stands there in either language is not a change.
  const sameComment =
    current !== null &&
    (where.OBS_COM === undefined || comment === current.obsComVi || comment === current.obsComEn) &&
    (comment !== null || where.OBS_COM === undefined || (current.obsComVi === null && current.obsComEn === null));
  const kept = (name: ImportColumn) => where[name] === undefined && !options.defaults[name];
  const figure: ProposedFigure = {
    ...key,
    kind: "enter",
    value: number ? number.text : null,
    valueLimit: limit,
    obsStatus: codes as ObsStatus[],
    confidence: confidence as Confidence,
    rankPool: pool === null ? null : Number(pool),
    source,
    newSource: null,
    edition: cell("EDITION"),
    published: cell("PUBLISHED"),
    obsComVi: sameComment ? current.obsComVi : options.lang === "vi" ? comment : null,
    obsComEn: sameComment ? current.obsComEn : options.lang === "en" ? comment : null,
    reason: cell("REASON"),
    reasonText: cell("REASON_TEXT"),
    confirmation: null,
  };
  // A table of years and values alone is compared by what it says, not by what it leaves out.
  const compared: ProposedFigure = current
    ? {
        ...figure,
        ...(kept("VALUE_LIMIT") && { valueLimit: current.valueLimit }),
        ...(kept("OBS_STATUS") && { obsStatus: current.obsStatus }),
        ...(kept("CONFIDENCE") && { confidence: current.confidence }),
        ...(kept("RANK_POOL") && { rankPool: current.rankPool }),
        ...(where.SOURCE === undefined && { source: current.source }),
        ...(kept("EDITION") && { edition: current.edition }),
        ...(kept("PUBLISHED") && { published: current.published }),
      }
    : figure;
  const id = keyText(key);
  const duplicateOf = seen.get(id) ?? null;
  if (duplicateOf === null) seen.set(id, line);
  if (current && duplicateOf === null && saysTheSame(compared, current))
    return { line, class: "unchanged", figure, current, errors: [], warnings: [] };
  const findings = checkFigure(figure, { ...context, duplicateOf, today: published.today });
  return {
    line,
    class: isSubmittable(findings, "later") ? (current ? "changed" : "new") : "refused",
    figure,
    current,
    ...findings,
  };
}
