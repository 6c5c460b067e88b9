import { type DryRun, dryRun } from "@moc2030/shared/dry-run";
import { cells } from "@moc2030/shared/due";
import { type DryRunRow, type ImportColumn, type ImportOptions, importColumns } from "@moc2030/shared/import-row";
import type { IndicatorDefinition } from "@moc2030/shared/indicator";
import type { FigureInput } from "@moc2030/shared/submission";
import { readUtf8 } from "@moc2030/shared/table-text";
import type { Db } from "../db/open.ts";
import { Problem } from "../http/problem.ts";
import { listPublished, openChecking } from "../submissions/published.ts";

/** Largest file that an import reads. */
export const MOST_BYTES = 5 * 1024 * 1024;

/** A file's text; one that is not UTF-8 is refused with the line on which it stops being. */
export function readText(bytes: Uint8Array): string {
  const read = readUtf8(bytes);
  if (read.ok) return read.text;
  throw new Problem("invalid", `Line ${read.line} is not UTF-8: save the file as CSV UTF-8.`, [
    { pointer: `/line/${read.line}`, detail: "not UTF-8" },
  ]);
}

/** Sorts the rows of a file or of pasted text; nothing is written. */
export async function tryRows(db: Db, text: string, options: ImportOptions, now: Date): Promise<DryRun> {
  const checking = await openChecking(db, now);
  return dryRun(text, options, checking);
}

const WORDS: Record<Extract<DryRun, { ok: false }>["code"], string> = {
  nul: "holds a NUL character",
  open_quote: "opens a quote that is never closed",
  after_quote: "has text after a closing quote",
  too_many_rows: "is one row too many (at most 20,000)",
  empty: "is all there is: the table is empty",
  unknown_column: "names a column that is not known here",
  missing_column: "lacks a column",
  repeated_column: "names a column twice",
};

/** The rows to take into a draft; throws a 422 with line, field and reason where any is refused. */
export function rowsToImport(run: DryRun, confirmation: string | null): FigureInput[] {
  if (!run.ok) {
    const detail = `Line ${run.line} ${WORDS[run.code]}${run.column ? `: ${run.column}` : ""}.`;
    throw new Problem("invalid", detail, [{ pointer: `/line/${run.line}`, detail: run.code }]);
  }
  const refused = run.rows.filter((row) => row.class === "refused");
  if (refused.length > 0)
    throw new Problem(
      "invalid",
      `${refused.length} rows are refused; nothing was taken in.`,
      refused.slice(0, 200).map((row) => ({
        pointer: `/line/${row.line}/${row.errors[0]?.field}`,
        detail: row.errors.map((e) => e.code).join(", "),
      })),
    );
  const take = run.rows.filter(
    (row): row is DryRunRow & { figure: NonNullable<DryRunRow["figure"]> } =>
      row.class !== "unchanged" && row.figure !== null,
  );
  return take.map(({ figure, warnings, current }) => ({
    ...figure,
    obsStatus: [...figure.obsStatus],
    reason: figure.reason as FigureInput["reason"],
    confirmation: warnings.length > 0 ? confirmation : null,
    evidence: [],
    baseRelease: current?.release ?? null,
  }));
}

/** A file to fill in for one indicator: our header, and a line for each year that is wanted. */
export function template(db: Db, indicator: IndicatorDefinition, today: string): string {
  const year = Number(today.slice(0, 4));
  const published = listPublished(db, indicator.code).filter(
    (f) => f.refArea === "VNM" && f.compiler === indicator.compiler,
  );
  const wanted = cells(indicator, published, { from: year - 10, to: year }, today).filter((c) => c.wanted !== null);
  const line = (filled: Partial<Record<ImportColumn, string>>) =>
    importColumns.map((column) => filled[column] ?? "").join(",");
  const years = wanted.length > 0 ? wanted.map((c) => c.timePeriod) : [year];
  const rows = years.map((y) =>
    line({
      INDICATOR: indicator.code,
      COMPILER: indicator.compiler,
      REF_AREA: "VNM",
      TIME_PERIOD: String(y),
      OBS_STATUS: "A",
      CONFIDENCE: "sourced",
    }),
  );
  return `${[importColumns.join(","), ...rows].join("\r\n")}\r\n`;
}
