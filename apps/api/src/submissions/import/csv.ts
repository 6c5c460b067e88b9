import { cells } from "@moc2030/shared/due/due";
import { type DryRunSum, dryRunInSteps } from "@moc2030/shared/entry/dry-run";
import { fileColumns, type ImportColumn } from "@moc2030/shared/entry/import-columns";
import type { DryRunRow, ImportOptions } from "@moc2030/shared/entry/import-row";
import { COUNTRY } from "@moc2030/shared/figure/country";
import type { IndicatorDefinition } from "@moc2030/shared/schema/indicator";
import type { ProblemDetail } from "@moc2030/shared/schema/problem";
import type { FigureInput } from "@moc2030/shared/schema/submission";
import { trimHidden } from "@moc2030/shared/text/clean";
import type { Lang } from "@moc2030/shared/text/lang";
import type { Db } from "../../db/database.ts";
import { Problem } from "../../http/problem.ts";
import { runSteps } from "../../http/slices.ts";
import { loadCheckData, officialFigures } from "../published.ts";
import type { Reader } from "../visibility.ts";
import { MAX_TO_MEND, type RowToMend } from "./rest.ts";

/** Classifies the rows of an author's table in slices that are passed to `take` in order. Read-only. */
export async function classifyRows(
  db: Db,
  text: string,
  options: ImportOptions,
  { id, now }: Reader,
  take: (rows: readonly DryRunRow[]) => void,
): Promise<DryRunSum> {
  const checking = await loadCheckData(db, now, id);
  return runSteps(dryRunInSteps(text, options, checking), async (step) => {
    if ("next" in step) await checking.load(step.next);
    else take(step);
  });
}

const WORDS: Record<Extract<DryRunSum, { ok: false }>["code"], string> = {
  nul: "holds a NUL character",
  open_quote: "opens a quote that is never closed",
  after_quote: "has text after a closing quote",
  too_many_rows: "is one row too many (at most 20,000)",
  too_many_columns: "has too many columns (at most 16,384)",
  empty: "is all there is: the table is empty",
  unknown_column: "names a column that is not known here",
  missing_column: "lacks a column",
  repeated_column: "names a column twice",
  sdmx_csv: "begins a file in SDMX-CSV, which is not taken in: take the same figures as .csv",
};

/** Rejected rows listed in a problem. */
const MAX_LISTED = 100;

/** The result of a dry run: figures to add, and the first rejected rows. */
export type ClassifiedRows = {
  sum: DryRunSum;
  inputs: FigureInput[];
  /** The line of each. */
  lines: number[];
  errors: ProblemDetail[];
  /** Rejected rows as written, with what was given for all. */
  rest: RowToMend[];
};

/** What holds for all figures of a table. */
type Given = { evidence: string[]; confirmation: string | null };

/** Classifies the rows of a table; `confirmation` answers their warnings. */
export async function tryImport(
  db: Db,
  text: string,
  options: ImportOptions,
  { evidence, confirmation }: Given,
  author: Reader,
): Promise<ClassifiedRows> {
  const inputs: FigureInput[] = [];
  const lines: number[] = [];
  const rest: RowToMend[] = [];
  const errors: ProblemDetail[] = [];
  const sum = await classifyRows(db, text, options, author, (rows) => {
    for (const { class: kind, line, cells, figure, errors: found, warnings, current } of rows) {
      if (kind === "refused" && rest.length <= MAX_TO_MEND)
        rest.push({ line, cells: { ...options.defaults, ...cells }, newSource: options.newSource ?? null, evidence });
      if (kind === "refused" && errors.length < MAX_LISTED)
        errors.push({ pointer: `/line/${line}/${found[0]?.field}`, detail: found.map((e) => e.code).join(", ") });
      if (kind === "refused" || kind === "unchanged" || !figure) continue;
      lines.push(line);
      inputs.push({
        ...figure,
        obsStatus: [...figure.obsStatus],
        reason: figure.reason as FigureInput["reason"],
        confirmation: warnings.length > 0 ? confirmation : null,
        // Its own copies in place of those of all rows.
        evidence: cells.EVIDENCE ? [...new Set(trimHidden(cells.EVIDENCE).split(";"))] : evidence,
        baseRelease: current?.release ?? null,
      });
    }
  });
  return { sum, inputs, lines, errors, rest };
}

/**
 * The figures to add and the number of unchanged rows; throws a 422 with line, field and reason if any row is rejected
 * and such rows are not kept.
 */
export function rowsToImport(
  { sum, inputs, errors }: ClassifiedRows,
  keepsRest: boolean,
): { inputs: FigureInput[]; unchanged: number } {
  if (!sum.ok) {
    const detail = `Line ${sum.line} ${WORDS[sum.code]}${sum.column ? `: ${sum.column}` : ""}.`;
    throw new Problem("invalid", detail, [{ pointer: `/line/${sum.line}`, detail: sum.code }]);
  }
  const { refused, unchanged } = sum.counts;
  if (refused === 0 || keepsRest) return { inputs, unchanged };
  const rest = refused > MAX_LISTED ? ` The first ${MAX_LISTED} are named.` : "";
  throw new Problem("invalid", `${refused} rows are refused; nothing was taken in.${rest}`, errors);
}

/** A CSV template for an indicator: our header and a line per expected year, with `;` for a Vietnamese spreadsheet. */
export async function template(db: Db, indicator: IndicatorDefinition, today: string, locale: Lang): Promise<string> {
  const separator = locale === "vi" ? ";" : ",";
  const year = Number(today.slice(0, 4));
  const published = await officialFigures(db, indicator);
  const wanted = cells(indicator, published, { from: year - 10, to: year }, today).filter((c) => c.wanted !== null);
  const line = (filled: Partial<Record<ImportColumn, string>>) =>
    fileColumns.map((column) => filled[column] ?? "").join(separator);
  const years = wanted.length > 0 ? wanted.map((c) => c.timePeriod) : [year];
  const rows = years.map((y) =>
    line({
      INDICATOR: indicator.code,
      COMPILER: indicator.compiler,
      REF_AREA: COUNTRY,
      TIME_PERIOD: String(y),
      OBS_STATUS: "A",
      CONFIDENCE: "sourced",
    }),
  );
  return `${[fileColumns.join(separator), ...rows].join("\r\n")}\r\n`;
}
