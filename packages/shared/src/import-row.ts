import { changedFields } from "./changed-fields.ts";
import { type CheckContext, checkFigure, type Finding, isSubmittable, type ProposedFigure } from "./checks.ts";
import { readDay } from "./day-text.ts";
import {
  type ChoiceField,
  type ContentField,
  choiceFields,
  contentFields,
  type Field,
  figureFields,
  inAnyLanguage,
} from "./figure/fields.ts";
import { type FigureContent, type FigureKey, keyText, type PublishedFigure } from "./figure.ts";
import { readNumber, refusalValues } from "./number-text.ts";
import type { ObsStatus } from "./observation.ts";
import type { DelimiterName, TableRow } from "./table-text.ts";
import type { Lang } from "./text.ts";
import { normalText } from "./text-clean.ts";
import { readYear } from "./year-label.ts";

const REASONS = ["REASON", "REASON_TEXT"] as const;
export type ImportColumn = Exclude<Field, { lang: Lang }>["column"] | "OBS_COM" | (typeof REASONS)[number];
/** The columns of the version of the list in which a field came, a comment's once. */
const columnsOf = (fields: readonly Field[]) => new Set(fields.map(({ column }) => inAnyLanguage(column)));
/** The columns that an import reads; every other column of our own files is passed over. */
export const importColumns = [
  ...columnsOf(figureFields.filter(({ since }) => since === 1)),
  ...REASONS,
  ...columnsOf(figureFields.filter(({ since }) => since > 1)),
] as readonly ImportColumn[];

/** What can be wrong with a row of a table beyond what the checks of a figure find. */
export type RowErrorCode =
  | "year_mark"
  | "year_status_conflict"
  | "day_form"
  | "no_such_day"
  | "comma_twice"
  | "unnamed_column";
/** How a cell was read that is not written as it is kept. */
export type ReadAsCode = "year_label" | "day_label";

/** How a table is to be read: whose number format, what stands in its columns where it has no header of ours, and what holds for every row that does not say. */
export interface ImportOptions {
  readonly numbers: Lang;
  /** Language of OBS_COM. */
  readonly lang: Lang;
  /** Which column (0-based) is what, for a table without our header. */
  readonly mapping?: Partial<Record<ImportColumn, number>>;
  readonly defaults: Partial<Record<ImportColumn, string>>;
  /** What stands between fields, where somebody has said it; otherwise the table shows it. */
  readonly delimiter?: DelimiterName | undefined;
}

/** The columns that say nothing where they are absent; the others have rules of their own. */
const plainColumns = contentFields.filter(
  (field) => !("lang" in field) && field.name !== "value" && field.name !== "obsStatus" && field.name !== "source",
) as Exclude<ContentField, { lang: Lang } | { name: "value" | "obsStatus" | "source" }>[];

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
  /** What was read from cells that are not written as they are kept: a year's label, a day of another form. */
  readonly readAs: readonly Finding[];
  readonly errors: readonly Finding[];
  readonly warnings: readonly Finding[];
}
/** In which column (0-based) what stands. */
export type Where = Partial<Record<ImportColumn, number>>;

const LONGEST_SHOWN = 40;
const sameText = (a: string | null, b: string | null) =>
  a === null || b === null ? a === b : normalText(a) === normalText(b);

/** One row of a table: its cells by column, as written and with what holds where they are empty. */
function openRow(cells: readonly string[], where: Where, defaults: ImportOptions["defaults"]) {
  const written = (name: ImportColumn): string | null => {
    const index = where[name];
    return (index === undefined ? "" : normalText(cells[index] ?? "").trim()) || null;
  };
  const cell = (name: ImportColumn): string | null => written(name) ?? (defaults[name]?.trim() || null);
  const short = (name: ImportColumn) => cell(name)?.slice(0, LONGEST_SHOWN) ?? null;
  const year = readYear(cell("TIME_PERIOD") ?? "");
  const said = {
    indicator: short("INDICATOR"),
    compiler: short("COMPILER"),
    refArea: short("REF_AREA"),
    timePeriod: year.ok ? year.year : null,
    value: short("OBS_VALUE"),
  };
  return { cell, written, short, year, said };
}

/** A row that cannot be taken, with what can be read of it. */
const refused = (line: number, said: DryRunRow["said"], error: Finding, current: PublishedFigure | null = null) => ({
  line,
  class: "refused" as const,
  said,
  figure: null,
  current,
  changes: [],
  readAs: [],
  errors: [error],
  warnings: [],
});

/** A row that is refused before its cells are read, because what stands where is not known. */
export const refuseRow = (
  { line, cells }: TableRow,
  where: Where,
  defaults: ImportOptions["defaults"],
  error: Finding,
): DryRunRow => refused(line, openRow(cells, where, defaults).said, error);

/** One row as new, changed, unchanged or refused. `seen` holds the line of each figure met so far. */
export function readRow(
  { line, cells }: TableRow,
  where: Where,
  options: ImportOptions,
  published: Published,
  seen: Map<string, number>,
): DryRunRow {
  const { cell, written, short, year, said } = openRow(cells, where, options.defaults);
  if (!year.ok)
    return refused(line, said, {
      code: year.code,
      field: "timePeriod",
      values: {
        typed: short("TIME_PERIOD") ?? "",
        ...(year.code === "year_mark" && { year: year.year, mark: year.mark.slice(0, LONGEST_SHOWN) }),
      },
    });
  const indicator = cell("INDICATOR") ?? "";
  const refArea = cell("REF_AREA") ?? "";
  const timePeriod = year.year;
  const official = published.context({ indicator, compiler: "", refArea, timePeriod }, null).indicator?.compiler;
  const key: FigureKey = { indicator, compiler: cell("COMPILER") ?? official ?? "", refArea, timePeriod };
  const source = cell("SOURCE");
  const context = published.context(key, source);
  const { current } = context;
  const refuse = (field: Finding["field"], code: string, name: ImportColumn, values: Finding["values"] = {}) =>
    refused(line, said, { code, field, values: { typed: short(name) ?? "", ...values } }, current);

  const typed = cell("OBS_VALUE");
  const number = typed === null ? null : readNumber(typed, options.numbers);
  if (number && !number.ok) return refuse("value", number.code, "OBS_VALUE", refusalValues(number));
  const chosen: Record<string, string | null> = {};
  for (const field of choiceFields) {
    const code = cell(field.column);
    if (code !== null && !(field.values as readonly string[]).includes(code))
      return refuse(field.name, "unknown_value", field.column);
    chosen[field.name] = code ?? ("required" in field ? field.values[0] : null);
  }
  const pool = cell("RANK_POOL");
  if (pool !== null && !/^\d{1,4}$/.test(pool)) return refuse("rankPool", "not_a_number", "RANK_POOL");
  const status = written("OBS_STATUS");
  if (status && year.grade && !status.split(";").includes(year.grade))
    return refuse("obsStatus", "year_status_conflict", "OBS_STATUS", {
      label: short("TIME_PERIOD"),
      grade: year.grade,
    });
  // What the year's label says comes before what holds for all rows.
  const codes = (status ?? year.grade ?? cell("OBS_STATUS") ?? "A").split(";");
  if (codes.some((code) => !/^[ABDEFILMOPU]$/.test(code))) return refuse("obsStatus", "unknown_value", "OBS_STATUS");
  const dayTyped = cell("PUBLISHED");
  const day = dayTyped === null ? null : readDay(dayTyped, options.numbers);
  if (day && !day.ok) return refuse("published", day.code, "PUBLISHED", { expected: day.expected });

  const comment = cell("OBS_COM");
  // A comment that stands there in either language is not a change.
  const sameComment =
    current !== null &&
    (where.OBS_COM === undefined || [current.obsComVi, current.obsComEn].some((text) => sameText(comment, text))) &&
    (comment !== null || where.OBS_COM === undefined || (current.obsComVi === null && current.obsComEn === null));
  const kept = (name: ImportColumn) => where[name] === undefined && !options.defaults[name];
  const figure: ProposedFigure = {
    ...key,
    kind: "enter",
    value: number ? number.text : null,
    ...(chosen as Pick<FigureContent, ChoiceField["name"]>),
    obsStatus: codes as ObsStatus[],
    // How many were ranked in a year does not change with one rank.
    rankPool: pool !== null ? Number(pool) : kept("RANK_POOL") ? (current?.rankPool ?? null) : null,
    source,
    newSource: null,
    edition: cell("EDITION"),
    published: day?.day ?? null,
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
        ...Object.fromEntries(
          plainColumns.filter(({ column }) => kept(column)).map(({ name }) => [name, current[name]]),
        ),
        ...(kept("OBS_STATUS") && !year.grade && { obsStatus: current.obsStatus }),
        ...(where.SOURCE === undefined && { source: current.source }),
      }
    : figure;
  const id = keyText(key);
  const duplicateOf = seen.get(id) ?? null;
  if (duplicateOf === null) seen.set(id, line);
  const changes = current ? changedFields(compared, current) : [];
  const readAs: Finding<ReadAsCode>[] = [];
  if (year.grade)
    readAs.push({
      code: "year_label",
      field: "timePeriod",
      values: { typed: short("TIME_PERIOD"), year: timePeriod, grade: year.grade },
    });
  if (day && day.day !== dayTyped)
    readAs.push({ code: "day_label", field: "published", values: { typed: short("PUBLISHED"), day: day.day } });
  const row = { line, said, figure, current, changes, readAs };
  if (current && duplicateOf === null && changes.length === 0)
    return { ...row, class: "unchanged", errors: [], warnings: [] };
  const findings = checkFigure(figure, { ...context, duplicateOf, today: published.today });
  const isTaken = isSubmittable(findings, "later");
  return { ...row, class: isTaken ? (current ? "changed" : "new") : "refused", ...findings };
}
