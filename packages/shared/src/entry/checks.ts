import { changedFields } from "../figure/changed-fields.ts";
import { type ContentField, contentFields } from "../figure/fields.ts";
import { type FigureContent, type FigureKey, gradeOf, MISSING_STATUS, type PublishedFigure } from "../figure/figure.ts";
import { isNumberText, type NumberCode, sameNumber, wholeReadings } from "../figure/number-text.ts";
import type { IndicatorDefinition } from "../schema/indicator.ts";
import type { Source } from "../schema/source.ts";
import { codePoint, findHidden, looksLikeFormula } from "../text/clean.ts";
import { addDays, FIRST_DAY, isDay } from "../text/date.ts";
import { type ChangeLimits, isWithin, type SeriesPoint, usualChange, valuedPoints } from "./plausible.ts";

/** A proposed change: a figure entered, revised or withdrawn. */
export interface ProposedFigure extends FigureKey, FigureContent {
  readonly kind: "enter" | "withdraw";
  /** A source that is not listed yet; it is listed with the release. */
  readonly newSource: Pick<Source, "title" | "publisher" | "date" | "url" | "kind"> | null;
  readonly reason: string | null;
  readonly reasonText: string | null;
  /** The author's answer to the warnings. */
  readonly confirmation: string | null;
  /** Page or table of the source; number and date of the letter. */
  readonly place: string | null;
}

export type ErrorCode =
  | "unknown_indicator"
  | "unknown_compiler"
  | "unknown_area"
  | "not_a_year"
  | "future_year"
  | NumberCode
  | "not_a_whole_number"
  | "out_of_range"
  | "rank_above_pool"
  | "missing_status"
  | "status_conflict"
  | "repeated_status"
  | "limit_without_value"
  | "missing_source"
  | "unknown_source"
  | "not_a_date"
  | "future_date"
  | "early_date"
  | "precision_without_day"
  | "not_month_end"
  | "not_year_end"
  | "duplicate"
  | "formula_start"
  | "too_long"
  | "missing_reason"
  | "missing_reason_text"
  | "nothing_published"
  | "nothing_changes"
  | "unknown_value"
  | "wrong_width";
export type WarningCode =
  | "unusual_change"
  | "published_before_year"
  | "final_unsupported"
  | "provisional_again"
  | "grade_lowered"
  | "unofficial_compiler"
  | "discontinued";

/** An error or warning about one field: a code, and the values that its message needs in any language. */
export interface Finding<C extends string = string> {
  readonly code: C;
  /** The field concerned; `row` for a table row as a whole, `evidence` for its copies. */
  readonly field: keyof ProposedFigure | "row" | "evidence";
  readonly values: Readonly<Record<string, string | number | null>>;
}
export interface Findings {
  readonly errors: Finding<ErrorCode>[];
  readonly warnings: Finding<WarningCode>[];
}

/** Data that a proposed figure is checked against. */
export interface CheckContext {
  readonly indicator: Pick<
    IndicatorDefinition,
    "code" | "range" | "valueKind" | "decimals" | "compiler" | "discontinued"
  > | null;
  readonly knows: { readonly compiler: boolean; readonly area: boolean; readonly source: boolean };
  /** The figure as it is published now; null where there is none. */
  readonly current: PublishedFigure | null;
  /** The published series of the same compiler and area, in any order. */
  readonly series: readonly SeriesPoint[];
  /** Limits of a change a year that a reviewer has set; null for those of the series' own history. */
  readonly limits: ChangeLimits | null;
  /** Line or item id of the same figure elsewhere in this batch. */
  readonly duplicateOf: number | null;
  /** Today in Viet Nam. */
  readonly today: string;
}

/** Longest free text of one field. */
const LONGEST_TEXT = 2000;
type TextField = Extract<ContentField, { form: "line" | "lines" }>["name"];
const linesOf = Object.fromEntries(
  contentFields.flatMap(({ name, form }) =>
    form === "line" || form === "lines" ? [[name, form === "line" ? "one" : "many"]] : [],
  ),
) as Record<TextField, "one" | "many">;
/** The free texts of a figure and of its proposal, and how many lines each may have. */
export const figureTexts = {
  ...linesOf,
  place: "one",
  reasonText: "many",
  confirmation: "many",
} as const;
/** Kinds of values that are whole numbers. */
export const WHOLE_KINDS: ReadonlySet<string> = new Set(["rank", "count", "tier", "state"]);

/**
 * A change beyond what a reviewer has set a year, or beyond what the series' own history makes usual. Over a gap the
 * mean of its years is compared, but against a ratio (`usualChange`) the change itself.
 */
function unusualChange(figure: ProposedFigure, { series, limits }: CheckContext): Finding<WarningCode> | null {
  const others = valuedPoints(series).filter(({ timePeriod }) => timePeriod !== figure.timePeriod);
  const before = others.findLast(({ timePeriod }) => timePeriod < figure.timePeriod);
  const plausible = limits ? { ...limits, basis: "reviewer" } : usualChange(others, figure.timePeriod);
  if (!before || !plausible) return null;
  const { low, high, basis } = plausible;
  const years = figure.timePeriod - before.timePeriod;
  const change = (Number(figure.value) - before.value) / (basis === "ratio" ? 1 : years);
  if (isWithin(change, plausible)) return null;
  const values = {
    from: before.value,
    fromYear: before.timePeriod,
    to: Number(figure.value),
    years,
    change,
    low,
    high,
    basis,
  };
  return { code: "unusual_change", field: "value", values };
}

/** What a final figure should say of where it stands, in the order of its message. */
const SUPPORT = ["published", "edition", "place"] as const;

/**
 * Errors (the figure cannot be submitted) and warnings (its author must answer them in words) of a proposed figure.
 * Pure; used by both the API and the form.
 */
export function checkFigure(figure: ProposedFigure, context: CheckContext): Findings {
  const errors: Finding<ErrorCode>[] = [];
  const warnings: Finding<WarningCode>[] = [];
  const error = (code: ErrorCode, field: keyof ProposedFigure, values: Finding["values"] = {}) =>
    errors.push({ code, field, values });
  const { indicator, current } = context;
  const thisYear = Number(context.today.slice(0, 4));

  if (!indicator) error("unknown_indicator", "indicator", { indicator: figure.indicator });
  if (!context.knows.compiler) error("unknown_compiler", "compiler", { compiler: figure.compiler });
  if (!context.knows.area) error("unknown_area", "refArea", { area: figure.refArea });
  if (!Number.isInteger(figure.timePeriod) || figure.timePeriod < 1900 || figure.timePeriod > 2100)
    error("not_a_year", "timePeriod", { year: figure.timePeriod });
  else if (figure.timePeriod > thisYear) error("future_year", "timePeriod", { year: figure.timePeriod, thisYear });
  if (context.duplicateOf !== null) error("duplicate", "timePeriod", { of: context.duplicateOf });
  for (const [field, lines] of Object.entries(figureTexts) as [keyof typeof figureTexts, "one" | "many"][])
    checkText(figure[field], field, lines, error);
  if (current !== null || figure.kind === "withdraw") {
    if (!figure.reason) error("missing_reason", "reason");
    if (!figure.reasonText?.trim()) error("missing_reason_text", "reasonText");
  }
  if (figure.kind === "withdraw") {
    if (current === null || (current.value === null && current.storedAs === undefined))
      error("nothing_published", "timePeriod");
    return { errors, warnings };
  }

  checkContent(figure, context, error);
  if (current && errors.length === 0 && changedFields(figure, current).length === 0 && !figure.newSource)
    error("nothing_changes", "value");

  if (figure.value !== null && isNumberText(figure.value)) {
    const found = unusualChange(figure, context);
    if (found) warnings.push(found);
  }
  const { published, timePeriod } = figure;
  if (published && isDay(published) && Number(published.slice(0, 4)) < timePeriod)
    warnings.push({ code: "published_before_year", field: "published", values: { date: published, year: timePeriod } });
  const [before, after] = [current && gradeOf(current), gradeOf(figure)];
  if (before && after && before !== "final" && after !== "final" && !sameNumber(figure.value, current?.value ?? null))
    warnings.push({ code: "provisional_again", field: "obsStatus", values: { before, after } });
  if (before === "final" && after && after !== "final")
    warnings.push({ code: "grade_lowered", field: "obsStatus", values: { after } });
  const unsaid = SUPPORT.filter((name) => !figure[name]?.trim());
  if (after === "final" && unsaid.length > 0)
    warnings.push({ code: "final_unsupported", field: "obsStatus", values: { missing: unsaid.join(";") } });
  if (indicator && figure.compiler !== indicator.compiler)
    warnings.push({
      code: "unofficial_compiler",
      field: "compiler",
      values: { compiler: figure.compiler, official: indicator.compiler },
    });
  if (indicator?.discontinued && `${figure.timePeriod}-12-31` >= indicator.discontinued.from)
    warnings.push({ code: "discontinued", field: "timePeriod", values: { from: indicator.discontinued.from } });
  return { errors, warnings };
}

type Report = (code: ErrorCode, field: keyof ProposedFigure, values?: Finding["values"]) => void;

function checkText(text: string | null | undefined, field: keyof ProposedFigure, lines: "one" | "many", error: Report) {
  if (!text) return;
  if (text.length > LONGEST_TEXT) return error("too_long", field, { most: LONGEST_TEXT });
  if (looksLikeFormula(text)) error("formula_start", field, { start: text.slice(0, 1) });
  const hidden = findHidden(text, lines);
  if (hidden) error("hidden_character", field, { mark: codePoint(hidden.code), at: hidden.at });
}

function checkContent(figure: ProposedFigure, { indicator, knows, today }: CheckContext, error: Report) {
  const missing = figure.obsStatus.some((code) => MISSING_STATUS.includes(code));
  if (missing !== (figure.value === null)) error("missing_status", figure.value === null ? "value" : "obsStatus");
  if (figure.obsStatus.length === 0) error("missing_status", "obsStatus");
  // A means no other remark; only B (break) can accompany it.
  const plain = figure.obsStatus.includes("A") && figure.obsStatus.some((code) => code !== "A" && code !== "B");
  if (plain || (figure.obsStatus.includes("E") && figure.obsStatus.includes("P")))
    error("status_conflict", "obsStatus", { codes: figure.obsStatus.join(";") });
  if (new Set(figure.obsStatus).size < figure.obsStatus.length)
    error("repeated_status", "obsStatus", { codes: figure.obsStatus.join(";") });
  if (figure.valueLimit !== null && figure.value === null) error("limit_without_value", "valueLimit");
  if (figure.value !== null) {
    const value = Number(figure.value);
    if (!isNumberText(figure.value)) error("not_a_number", "value", { typed: figure.value.slice(0, 40) });
    else if (indicator) {
      const { min, max } = indicator.range;
      const isWhole = WHOLE_KINDS.has(indicator.valueKind);
      const readings = isWhole ? wholeReadings(figure.value) : null;
      if (readings) error("ambiguous_number", "value", { typed: figure.value, ...readings });
      if (isWhole && !Number.isInteger(value)) error("not_a_whole_number", "value", { value });
      if (value < min || value > max) error("out_of_range", "value", { value, min, max });
      if (indicator.valueKind === "rank" && figure.rankPool !== null && value > figure.rankPool)
        error("rank_above_pool", "value", { value, pool: figure.rankPool });
    }
  }
  if (!figure.newSource && !figure.source) error("missing_source", "source");
  else if (!figure.newSource && !knows.source) error("unknown_source", "source", { source: figure.source });
  for (const name of ["title", "publisher", "date", "url"] as const)
    checkText(figure.newSource?.[name], "newSource", "one", error);
  const { kind, date } = figure.newSource ?? {};
  if (kind === "official_letter" && date && date > today) error("future_date", "newSource", { date });
  if (figure.published !== null) {
    if (!isDay(figure.published)) error("not_a_date", "published", { typed: figure.published.slice(0, 40) });
    else if (figure.published < FIRST_DAY) error("early_date", "published", { date: figure.published });
    else if (figure.published > today) error("future_date", "published", { date: figure.published });
    else checkPrecision(figure.published, figure.publishedPrecision, today, error);
  } else if (figure.publishedPrecision !== null) error("precision_without_day", "publishedPrecision");
}

/** A month or year counts as its last day; of one that is not over, any day of it up to today. */
function checkPrecision(day: string, known: ProposedFigure["publishedPrecision"], today: string, error: Report) {
  if (known !== "month" && known !== "year") return;
  const period = (text: string) => text.slice(0, known === "month" ? 7 : 4);
  if (period(addDays(day, 1)) !== period(day) || period(today) === period(day)) return;
  error(known === "month" ? "not_month_end" : "not_year_end", "published", { typed: day });
}

/** Whether a checked proposal may be submitted: no error, and every warning has been answered in words. */
export const isSubmittable = ({ errors, warnings }: Findings, confirmation: string | null): boolean =>
  errors.length === 0 && (warnings.length === 0 || Boolean(confirmation?.trim()));
