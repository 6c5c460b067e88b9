import { changedFields } from "../figure/changed-fields.ts";
import type { ObsStatus } from "../figure/fields.ts";
import { type ChoiceField, type ContentField, choiceFields, contentFields } from "../figure/fields.ts";
import { type FigureContent, type FigureKey, keyText, type PublishedFigure } from "../figure/figure.ts";
import { readNumber, refusalValues, wholeReadings } from "../figure/number-text.ts";
import { readYear } from "../figure/year-label.ts";
import { isBlankText, normalText, trimHidden } from "../text/clean.ts";
import { readDay } from "../text/day-text.ts";
import type { Lang } from "../text/lang.ts";
import {
  type CheckContext,
  checkFigure,
  type Finding,
  isSubmittable,
  type ProposedFigure,
  WHOLE_KINDS,
} from "./checks.ts";
import { codeOf } from "./code-words.ts";
import { type ImportColumn, textColumns } from "./import-columns.ts";
import type { DelimiterName, TableRow } from "./table-text.ts";

const COPIES = /^[0-9a-f]{64}(;[0-9a-f]{64}){0,9}$/;

/** Errors of a table row, beside those of `checkFigure`. */
export type RowErrorCode =
  | "year_mark"
  | "year_status_conflict"
  | "day_form"
  | "no_such_day"
  | "comma_twice"
  | "unnamed_column"
  | "ambiguous_area";
/** How a cell was interpreted when its text is not the stored form. */
export type ReadAsCode = "year_label" | "day_label";

/** Options of an import: number format, column mapping for a table without our headings, and defaults for empty cells. */
export interface ImportOptions {
  readonly numbers: Lang;
  /** Language of OBS_COM. */
  readonly lang: Lang;
  /** Column index (0-based) by name, for a table without our headings. */
  readonly mapping?: Partial<Record<ImportColumn, number>>;
  readonly defaults: Partial<Record<ImportColumn, string>>;
  /** A source that is not listed yet, for rows that name none. */
  readonly newSource?: ProposedFigure["newSource"];
  /** Delimiter; detected when absent. */
  readonly delimiter?: DelimiterName | undefined;
}

/** Columns that are simply empty when absent. */
const plainColumns = contentFields.filter(
  (field) => !("lang" in field) && field.name !== "value" && field.name !== "obsStatus" && field.name !== "source",
) as Exclude<ContentField, { lang: Lang } | { name: "value" | "obsStatus" | "source" }>[];

/** Published data that rows are compared with and checked against: of figures whose keys have been asked for. */
export interface Published {
  indicator(code: string): CheckContext["indicator"];
  /** Codes of the areas that a code or name can mean; none for a text that is not known. */
  areas(text: string): readonly string[];
  context(key: FigureKey, source: string | null): Omit<CheckContext, "duplicateOf" | "today">;
  readonly today: string;
}

export type RowClass = "new" | "changed" | "unchanged" | "refused";
/** The result of one row. */
export interface DryRunRow {
  readonly line: number;
  readonly class: RowClass;
  /** Its filled cells by column, as written. */
  readonly cells: Partial<Record<ImportColumn, string>>;
  /** Key of the row's figure and its number as written, as far as they can be read, also for a refused row. */
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
  /** Cells whose text is not the stored form: a year's label, a day in another form. */
  readonly readAs: readonly Finding[];
  readonly errors: readonly Finding[];
  readonly warnings: readonly Finding[];
}
/** Column index (0-based) by name. */
export type Where = Partial<Record<ImportColumn, number>>;

const LONGEST_SHOWN = 40;
const sameText = (a: string | null, b: string | null) =>
  a === null || b === null ? a === b : normalText(a) === normalText(b);

/** A table row: cells by column, as written and with defaults applied. */
function openRow(cells: readonly string[], where: Where, defaults: ImportOptions["defaults"]) {
  const written = (name: ImportColumn): string | null => {
    const index = where[name];
    const text = index === undefined ? "" : normalText(cells[index] ?? "");
    // In a text a hidden character is refused by its name; around a code, a number or a day it is passed over.
    return (textColumns.has(name) ? text.trim() : trimHidden(text)) || null;
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
  const filled = Object.fromEntries(
    Object.entries(where).flatMap(([name, index]) => (isBlankText(cells[index] ?? "") ? [] : [[name, cells[index]]])),
  ) as DryRunRow["cells"];
  return { cell, written, short, year, said, filled };
}

/** A refused row with what could be read of it. */
const refused = (
  line: number,
  { said, filled: cells }: Pick<ReturnType<typeof openRow>, "said" | "filled">,
  error: Finding,
  current: PublishedFigure | null = null,
) => ({
  line,
  class: "refused" as const,
  cells,
  said,
  figure: null,
  current,
  changes: [],
  readAs: [],
  errors: [error],
  warnings: [],
});

/** A row refused before its cells are read, because they cannot be matched to columns. */
export const refuseRow = (
  { line, cells }: TableRow,
  where: Where,
  defaults: ImportOptions["defaults"],
  error: Finding,
): DryRunRow => refused(line, openRow(cells, where, defaults), error);

/** The key of the figure that a row speaks of; its year is 0 where none can be read. */
export function keyOf(
  { cells }: TableRow,
  where: Where,
  { defaults }: ImportOptions,
  published: Pick<Published, "indicator" | "areas">,
): FigureKey {
  const { cell, year } = openRow(cells, where, defaults);
  const indicator = cell("INDICATOR") ?? "";
  const compiler = cell("COMPILER") ?? published.indicator(indicator)?.compiler ?? "";
  const area = cell("REF_AREA") ?? "";
  const [refArea = area, ...others] = published.areas(area);
  return { indicator, compiler, refArea: others.length > 0 ? area : refArea, timePeriod: year.ok ? year.year : 0 };
}

/** One row as new, changed, unchanged or refused. `seen` holds the line of each figure met so far. */
export function readRow(
  row: TableRow,
  where: Where,
  options: ImportOptions,
  published: Published,
  seen: Map<string, number>,
): DryRunRow {
  const { line, cells } = row;
  const asWritten = openRow(cells, where, options.defaults);
  const { cell, written, short, year, filled } = asWritten;
  const areas = published.areas(cell("REF_AREA") ?? "");
  const said = { ...asWritten.said, ...(areas.length === 1 && { refArea: areas[0] as string }) };
  const opened = { ...asWritten, said };
  if (!year.ok)
    return refused(line, opened, {
      code: year.code,
      field: "timePeriod",
      values: {
        typed: short("TIME_PERIOD") ?? "",
        ...(year.code === "year_mark" && { year: year.year, mark: year.mark.slice(0, LONGEST_SHOWN) }),
      },
    });
  const key = keyOf(row, where, options, published);
  const source = cell("SOURCE");
  const context = published.context(key, source);
  const { current } = context;
  const refuse = (field: Finding["field"], code: string, name: ImportColumn, values: Finding["values"] = {}) =>
    refused(line, opened, { code, field, values: { typed: short(name) ?? "", ...values } }, current);

  if (areas.length > 1) return refuse("refArea", "ambiguous_area", "REF_AREA", { codes: areas.join(", ") });
  const typed = cell("OBS_VALUE");
  const number = typed === null ? null : readNumber(typed, options.numbers);
  if (number && !number.ok) return refuse("value", number.code, "OBS_VALUE", refusalValues(number));
  const isWhole = WHOLE_KINDS.has(context.indicator?.valueKind ?? "");
  const readings = isWhole && number ? wholeReadings(number.text) : null;
  if (readings) return refuse("value", "ambiguous_number", "OBS_VALUE", readings);
  const chosen: Record<string, string | null> = {};
  for (const field of choiceFields) {
    const code = codeOf(field.name, cell(field.column));
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
  // The status in a year's label takes precedence over the default for all rows.
  const codes = (status ?? year.grade ?? cell("OBS_STATUS") ?? "A").split(";");
  if (codes.some((code) => !/^[ABDEFILMOPU]$/.test(code))) return refuse("obsStatus", "unknown_value", "OBS_STATUS");
  const dayTyped = cell("PUBLISHED");
  const day = dayTyped === null ? null : readDay(dayTyped, options.numbers);
  if (day && !day.ok) return refuse("published", day.code, "PUBLISHED", { expected: day.expected });

  const copies = cell("EVIDENCE");
  if (copies !== null && !COPIES.test(copies)) return refuse("evidence", "unknown_value", "EVIDENCE");

  const comment = cell("OBS_COM");
  // A comment equal to the published one in either language is not a change.
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
    // The pool of a ranking does not change with one rank.
    rankPool: pool !== null ? Number(pool) : kept("RANK_POOL") ? (current?.rankPool ?? null) : null,
    source,
    newSource: source === null ? (options.newSource ?? null) : null,
    edition: cell("EDITION"),
    published: day?.day ?? null,
    obsComVi: sameComment ? current.obsComVi : options.lang === "vi" ? comment : null,
    obsComEn: sameComment ? current.obsComEn : options.lang === "en" ? comment : null,
    reason: cell("REASON"),
    reasonText: cell("REASON_TEXT"),
    confirmation: null,
    place: cell("PLACE"),
  };
  // A table of years and values is compared in those columns alone.
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
      values: { typed: short("TIME_PERIOD"), year: year.year, grade: year.grade },
    });
  if (day && day.day !== dayTyped)
    readAs.push({ code: "day_label", field: "published", values: { typed: short("PUBLISHED"), day: day.day } });
  const read = { line, cells: filled, said, figure, current, changes, readAs };
  if (current && duplicateOf === null && changes.length === 0)
    return { ...read, class: "unchanged", errors: [], warnings: [] };
  const findings = checkFigure(figure, { ...context, duplicateOf, today: published.today });
  const isTaken = isSubmittable(findings, "later");
  return { ...read, class: isTaken ? (current ? "changed" : "new") : "refused", ...findings };
}
