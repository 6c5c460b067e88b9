import {
  type CheckContext,
  changedFields,
  checkFigure,
  type Finding,
  isSubmittable,
  type ProposedFigure,
} from "./checks.ts";
import { type FigureKey, keyText, type PublishedFigure } from "./figure.ts";
import { readNumber } from "./number-text.ts";
import type { Confidence, ObsStatus } from "./observation.ts";
import type { TableRow } from "./table-text.ts";
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
/** What one row would bring. */
export interface DryRunRow {
  readonly line: number;
  readonly class: RowClass;
  /** Which figure the row speaks of, and its number as written: also where it is refused, as far as it can be read. */
  readonly said: {
    readonly indicator: string | null;
    readonly compiler: string | null;
    readonly refArea: string | null;
    readonly timePeriod: number | null;
    readonly value: string | null;
  };
  readonly figure: ProposedFigure | null;
  readonly current: PublishedFigure | null;
  /** What differs from what is published. */
  readonly changes: readonly Finding["field"][];
  readonly errors: readonly Finding[];
  readonly warnings: readonly Finding[];
}
/** In which column (0-based) what stands. */
export type Where = Partial<Record<ImportColumn, number>>;

const LONGEST_SHOWN = 40;
const YEAR = /^\d{4}$/;

/** One row of a table: its cells by column, and what holds where they are empty. */
function openRow(cells: readonly string[], where: Where, defaults: ImportOptions["defaults"]) {
  const cell = (name: ImportColumn): string | null => {
    const index = where[name];
    const written = index === undefined ? "" : (cells[index] ?? "").trim();
    return written || defaults[name]?.trim() || null;
  };
  const short = (name: ImportColumn) => cell(name)?.slice(0, LONGEST_SHOWN) ?? null;
  const year = cell("TIME_PERIOD") ?? "";
  const said = {
    indicator: short("INDICATOR"),
    compiler: short("COMPILER"),
    refArea: short("REF_AREA"),
    timePeriod: YEAR.test(year) ? Number(year) : null,
    value: short("OBS_VALUE"),
  };
  return { cell, said };
}

/** A row that cannot be taken, with what can be read of it. */
const refused = (line: number, said: DryRunRow["said"], error: Finding, current: PublishedFigure | null = null) => ({
  line,
  class: "refused" as const,
  said,
  figure: null,
  current,
  changes: [],
  errors: [error],
  warnings: [],
});

/** A row with more or fewer cells than the header: what stands where is not known. */
export const refuseWidth = ({ line, cells }: TableRow, where: Where, expected: number): DryRunRow =>
  refused(line, openRow(cells, where, {}).said, {
    code: "wrong_width",
    field: "row",
    values: { cells: cells.length, expected },
  });

/** One row as new, changed, unchanged or refused. `seen` holds the line of each figure met so far. */
export function readRow(
  { line, cells }: TableRow,
  where: Where,
  options: ImportOptions,
  published: Published,
  seen: Map<string, number>,
): DryRunRow {
  const { cell, said } = openRow(cells, where, options.defaults);
  if (said.timePeriod === null)
    return refused(line, said, {
      code: "not_a_year",
      field: "timePeriod",
      values: { typed: (cell("TIME_PERIOD") ?? "").slice(0, LONGEST_SHOWN) },
    });
  const indicator = cell("INDICATOR") ?? "";
  const refArea = cell("REF_AREA") ?? "";
  const { timePeriod } = said;
  const official = published.context({ indicator, compiler: "", refArea, timePeriod }, null).indicator?.compiler;
  const key: FigureKey = { indicator, compiler: cell("COMPILER") ?? official ?? "", refArea, timePeriod };
  const source = cell("SOURCE");
  const context = published.context(key, source);
  const { current } = context;
  const refuse = (field: Finding["field"], code: string, name: ImportColumn, values: Finding["values"] = {}) =>
    refused(
      line,
      said,
      { code, field, values: { typed: (cell(name) ?? "").slice(0, LONGEST_SHOWN), ...values } },
      current,
    );

  const typed = cell("OBS_VALUE");
  const number = typed === null ? null : readNumber(typed, options.numbers);
  if (number && !number.ok) {
    const { ok: _, code, ...values } = number;
    return refuse("value", code, "OBS_VALUE", values);
  }
  const limit = cell("VALUE_LIMIT");
  if (limit !== null && limit !== "<=" && limit !== ">=") return refuse("valueLimit", "unknown_value", "VALUE_LIMIT");
  const pool = cell("RANK_POOL");
  if (pool !== null && !/^\d{1,4}$/.test(pool)) return refuse("rankPool", "not_a_number", "RANK_POOL");
  const codes = (cell("OBS_STATUS") ?? "A").split(";");
  if (codes.some((code) => !/^[ABDEFILMOPU]$/.test(code))) return refuse("obsStatus", "unknown_value", "OBS_STATUS");
  const confidence = cell("CONFIDENCE") ?? "sourced";
  if (!["sourced", "derived", "unverified"].includes(confidence))
    return refuse("confidence", "unknown_value", "CONFIDENCE");

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
    // How many were ranked in a year does not change with one rank.
    rankPool: pool !== null ? Number(pool) : kept("RANK_POOL") ? (current?.rankPool ?? null) : null,
    source,
    newSource: null,
    edition: cell("EDITION"),
    published: cell("PUBLISHED"),
    obsComVi: sameComment ? current.obsComVi : options.lang === "vi" ? comment : null,
    obsComEn: sameComment ? current.obsComEn : options.lang === "en" ? comment : null,
    reason: cell("REASON"),
    reasonText: cell("REASON_TEXT"),
    confirmation: null,
    place: null,
  };
  // A table of years and values alone is compared by what it says, not by what it leaves out.
  const compared: ProposedFigure = current
    ? {
        ...figure,
        ...(kept("VALUE_LIMIT") && { valueLimit: current.valueLimit }),
        ...(kept("OBS_STATUS") && { obsStatus: current.obsStatus }),
        ...(kept("CONFIDENCE") && { confidence: current.confidence }),
        ...(where.SOURCE === undefined && { source: current.source }),
        ...(kept("EDITION") && { edition: current.edition }),
        ...(kept("PUBLISHED") && { published: current.published }),
      }
    : figure;
  const id = keyText(key);
  const duplicateOf = seen.get(id) ?? null;
  if (duplicateOf === null) seen.set(id, line);
  const changes = current ? changedFields(compared, current) : [];
  const row = { line, said, figure, current, changes };
  if (current && duplicateOf === null && changes.length === 0)
    return { ...row, class: "unchanged", errors: [], warnings: [] };
  const findings = checkFigure(figure, { ...context, duplicateOf, today: published.today });
  const isTaken = isSubmittable(findings, "later");
  return { ...row, class: isTaken ? (current ? "changed" : "new") : "refused", ...findings };
}
