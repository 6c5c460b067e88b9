import type { FigureKey } from "../figure/figure.ts";
import type { IndicatorDefinition } from "../schema/indicator.ts";
import { isBlankText, trimHidden } from "../text/clean.ts";
import type { Lang } from "../text/lang.ts";
import { type Finding, WHOLE_KINDS } from "./checks.ts";
import { type ImportColumn, importColumns } from "./import-columns.ts";
import {
  type DryRunRow,
  type ImportOptions,
  keyOf,
  type Published,
  type RowClass,
  readRow,
  refuseRow,
  type Where,
} from "./import-row.ts";
import { layOutInSteps, type PassedOver, widthOf } from "./table-layout.ts";
import {
  type DelimiterName,
  openTable,
  readRecords,
  SLICE,
  type TableFault,
  type TableRow,
  workOf,
} from "./table-text.ts";

/** Columns of our own files that an import ignores: derived values and labels. */
const passedOver: ReadonlySet<string> = new Set([
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
  "FLAGS",
  "UNIT",
  "RANGE",
  "LAST_VALUE",
  "DUE_BY",
]);

/** How a table was read. */
export interface TableRead {
  readonly delimiter: DelimiterName;
  /** Number format; `vi` has decimal commas. */
  readonly numbers: Lang;
  /** Line of the column headings; null for a table without. */
  readonly headingLine: number | null;
  /** What of its columns are read, in their order. */
  readonly columns: readonly ImportColumn[];
  readonly passedOver: readonly PassedOver[];
}

/** Totals of a dry run, or why and on which line the table cannot be read. */
export type DryRunSum =
  | { readonly ok: true; readonly read: TableRead; readonly counts: Record<RowClass, number> }
  | {
      readonly ok: false;
      readonly line: number;
      readonly code:
        | TableFault["code"]
        | "empty"
        | "unknown_column"
        | "missing_column"
        | "repeated_column"
        | "sdmx_csv";
      readonly column: string | null;
      readonly delimiter: DelimiterName;
    };

type Refusal = Extract<DryRunSum, { ok: false }>;
/** A dry run with its rows. */
export type DryRun = (Extract<DryRunSum, { ok: true }> & { readonly rows: DryRunRow[] }) | Refusal;
type HeadingRefusal = Pick<Refusal, "line" | "code" | "column">;

const names = (row: TableRow | undefined) => row?.cells.map(trimHidden) ?? [];

const known: ReadonlySet<string> = new Set(importColumns);

/** The line of our own headings: the first with a year and a value column, else the first with any known name. Pauses like `layOutInSteps`. */
function* ownHeading(all: readonly TableRow[]): Generator<readonly never[], number> {
  let [first, work] = [-1, 0];
  for (const [index, row] of all.entries()) {
    const found = names(row);
    if (found.includes("TIME_PERIOD") && found.includes("OBS_VALUE")) return index;
    if (first < 0 && found.some((name) => known.has(name))) first = index;
    work += workOf(row);
    if (work < SLICE) continue;
    work = 0;
    yield [];
  }
  return Math.max(0, first);
}

function whereOf(heading: TableRow, options: ImportOptions): { where: Where } | HeadingRefusal {
  const refuse = (code: Refusal["code"], column: string | null) => ({ line: heading.line, code, column });
  const where: Where = {};
  const all = names(heading);
  if (all.includes("STRUCTURE") && all.includes("STRUCTURE_ID")) return refuse("sdmx_csv", null);
  for (const [index, name] of all.entries()) {
    if (name === "" || passedOver.has(name)) continue;
    if (!known.has(name)) return refuse("unknown_column", name.slice(0, 40));
    if (where[name as ImportColumn] !== undefined) return refuse("repeated_column", name);
    where[name as ImportColumn] = index;
  }
  for (const name of ["TIME_PERIOD", "OBS_VALUE"] as const)
    if (where[name] === undefined) return refuse("missing_column", name);
  for (const name of ["INDICATOR", "REF_AREA"] as const)
    if (where[name] === undefined && !options.defaults[name]) return refuse("missing_column", name);
  return { where };
}

/** The number format of a table. With commas as delimiters a decimal comma must be quoted; our own `;` files have decimal commas. */
function numbersOf(rows: readonly TableRow[], where: Where, delimiter: DelimiterName, asked: Lang): Lang {
  if (delimiter === "tab") return asked;
  const has = (mark: string) => rows.some(({ cells }) => cells[where.OBS_VALUE ?? -1]?.includes(mark));
  if (delimiter === "semicolon") return asked === "en" && has(".") && !has(",") ? "en" : "vi";
  return asked === "vi" && has(",") && !has(".") ? "vi" : "en";
}

/** Columns that no row may omit; other cells at its end can be missing. */
const KEY = ["INDICATOR", "COMPILER", "REF_AREA", "TIME_PERIOD", "OBS_VALUE"] as const;
const LONGEST_SHOWN = 40;
/** A number cut at its comma: what is left of it, and what is right, also before a mark (7%, 7(1), 7 p). A date, a range or a number with decimals is no right half. */
const LEFT = /^[-\u2212\u2013]?\d+$/;
const RIGHT = /^\d{1,9}(?!\d|[-\u2013./:]\d)/;
/** The same of 1,234. */
const LEFT_GROUP = /^[-\u2212\u2013]?[1-9]\d{0,2}$/;
const RIGHT_GROUP = /^\d{3}(?!\d|[-\u2013./:]\d)/;

type ValueKind = IndicatorDefinition["valueKind"];

/** Whether two cells may be one number cut at its comma. A whole number has no decimals, and of whole numbers only a count passes 999. */
function isCut(value: string, next: string, kind: ValueKind | undefined): boolean {
  if (kind === "count") return LEFT_GROUP.test(value) && RIGHT_GROUP.test(next);
  return !WHOLE_KINDS.has(kind ?? "") && LEFT.test(value) && RIGHT.test(next);
}

/** The shape of a table, against which rows are checked before their cells are read. */
interface Frame {
  /** Our own headings; null where the columns are named by hand. */
  readonly ours: readonly string[] | null;
  readonly hasHeading: boolean;
  readonly where: Where;
  /** Number of columns, and number up to the last named one. */
  readonly width: number;
  readonly named: number;
  /** Whether a delimiting comma could be a decimal comma. */
  readonly doubts: boolean;
}

/** Why a row's cells cannot be matched to columns: too wide, no key, a value in an unnamed column, or 86,7 split over two cells. */
function misfit({ cells }: TableRow, frame: Frame, kind: () => ValueKind | undefined): Finding | null {
  const { ours, where, width, named } = frame;
  const wrongWidth = (found: number, expected: number): Finding => ({
    code: "wrong_width",
    field: "row",
    values: { cells: found, expected },
  });
  const found = widthOf(cells);
  if (found > width) return wrongWidth(found, width);
  if (cells.length <= Math.max(...KEY.map((name) => where[name] ?? -1))) return wrongWidth(cells.length, width);
  const unnamed = ours ? ours.findIndex((name, i) => i > 0 && name === "" && !isBlankText(cells[i] ?? "")) : -1;
  if (unnamed >= 0) return { code: "unnamed_column", field: "row", values: { n: unnamed + 1 } };
  const after = (where.OBS_VALUE ?? -1) + 1;
  // Our own files quote decimal commas.
  if (!frame.doubts || passedOver.has(ours?.[after] ?? "")) return null;
  const [value, next] = [trimHidden(cells[after - 1] ?? ""), trimHidden(cells[after] ?? "")];
  if (!isCut(value, next, kind())) return null;
  if (!frame.hasHeading && after >= named) return wrongWidth(found, named);
  return { code: "comma_twice", field: "value", values: { typed: `${value},${next}`.slice(0, LONGEST_SHOWN) } };
}

/** Rows read, or checked, per step. */
export const STEP = 50;

/** Rows that have been checked, none after a pause; or the keys of the figures that the next rows are compared with. */
export type DryRunStep = readonly DryRunRow[] | { readonly next: readonly FigureKey[] };

/** Rows to be checked in one step: `STEP` of them or `SLICE` of work. */
function* slicesOf(rows: readonly TableRow[]): Generator<TableRow[], void> {
  let [slice, work]: [TableRow[], number] = [[], 0];
  for (const row of rows) {
    slice.push(row);
    work += workOf(row);
    if (slice.length < STEP && work < SLICE) continue;
    yield slice;
    [slice, work] = [[], 0];
  }
  if (slice.length > 0) yield slice;
}

/** `dryRun` as a generator that yields every `STEP` rows or `SLICE` of work, so that a server can serve other requests, and read what is published, in between. */
export function* dryRunInSteps(
  input: string,
  options: ImportOptions,
  published: Published,
): Generator<DryRunStep, DryRunSum> {
  const { text, delimiter } = openTable(input, options.delimiter);
  const refuse = (refusal: HeadingRefusal): Refusal => ({ ok: false, ...refusal, delimiter });
  const all: TableRow[] = [];
  const records = readRecords(text, delimiter);
  for (let next = records.next(); ; next = records.next()) {
    if (next.done && next.value) return refuse({ ...next.value, column: null });
    if (next.done) break;
    if (next.value) all.push(next.value);
    if (!next.value || all.length % STEP === 0) yield [];
  }
  const own = options.mapping ? undefined : yield* ownHeading(all);
  const first = all[own ?? 0];
  if (!first) return refuse({ line: 1, code: "empty", column: null });
  const found = options.mapping ? { where: options.mapping } : whereOf(first, options);
  if (!("where" in found)) return refuse(found);
  const { where } = found;
  const layout = yield* layOutInSteps(all, { year: where.TIME_PERIOD, value: where.OBS_VALUE }, own);
  const numbers = numbersOf(layout.rows, where, delimiter, options.numbers);
  const ours = own === undefined ? null : names(first);
  const named = Math.max(...Object.values(where)) + 1;
  const hasHeading = layout.heading !== null;
  const doubts = delimiter === "comma" && (options.delimiter === undefined || !hasHeading);
  const frame: Frame = { ours, hasHeading, where, width: Math.max(layout.width, named), named, doubts };
  const kindOf = (row: TableRow) => {
    const indicator = trimHidden(row.cells[where.INDICATOR ?? -1] ?? "") || options.defaults.INDICATOR || "";
    return published.indicator(indicator)?.valueKind;
  };
  const counts = { new: 0, changed: 0, unchanged: 0, refused: 0 };
  const seen = new Map<string, number>();
  for (const slice of slicesOf(layout.rows)) {
    yield { next: slice.map((row) => keyOf(row, where, options, published)) };
    const rows = slice.map((row) => {
      const wrong = misfit(row, frame, () => kindOf(row));
      return wrong
        ? refuseRow(row, where, options.defaults, wrong)
        : readRow(row, where, { ...options, numbers }, published, seen);
    });
    for (const row of rows) counts[row.class]++;
    yield rows;
  }
  const rowNames: PassedOver[] =
    ours?.[0] === "" && layout.rows.some(({ cells }) => !isBlankText(cells[0] ?? ""))
      ? [{ line: first.line, kind: "row_names", text: "" }]
      : [];
  return {
    ok: true,
    read: {
      delimiter,
      numbers,
      headingLine: layout.heading?.line ?? null,
      columns: (Object.entries(where) as [ImportColumn, number][]).sort((a, b) => a[1] - b[1]).map(([name]) => name),
      passedOver: [...rowNames, ...layout.passedOver],
    },
    counts,
  };
}

/** Sorts the rows of a table into new, changed, unchanged and refused, each refusal with line, field and reason. Pure: nothing is written. */
export function dryRun(text: string, options: ImportOptions, published: Published): DryRun {
  const rows: DryRunRow[] = [];
  const steps = dryRunInSteps(text, options, published);
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value.ok ? { ...step.value, rows } : step.value;
    if (!("next" in step.value)) rows.push(...step.value);
  }
}
