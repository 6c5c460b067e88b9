import { LANGS, type Lang } from "@moc2030/shared/text/lang";
import { writtenDay } from "@moc2030/shared/text/written-day";

const [DEFAULT, ...OTHERS] = LANGS;
type Other = (typeof OTHERS)[number];

/** Query parameters of every page: language, unless it is the default, and as-of date. */
export type ViewSearch = { lang?: Other; asOf?: string };

/** The value of the `lang` parameter; undefined for the default. */
export const langParam = (lang: Lang): Other | undefined => OTHERS.find((other) => other === lang);

/** What of some values is there. */
export const given = <T extends object>(values: T) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };

/** One of some words; undefined for any other. */
export const oneOf = <T extends string>(value: unknown, words: readonly T[]): T | undefined =>
  words.find((word) => word === value);

/** Which page of several, from the second on: the first needs no word. */
export const pageNumber = (value: unknown): number | undefined =>
  /^([2-9]|[1-9]\d{1,3})$/.test(String(value)) ? Number(value) : undefined;

/** An upper-case code, accepted in any case; undefined if it does not match. */
export function codeOf(value: unknown, form: RegExp): string | undefined {
  const code = typeof value === "string" ? value.toUpperCase() : "";
  return form.test(code) ? code : undefined;
}

/** Reads language and day from an address; what is unknown is dropped, so that an old link still opens. */
export const parseView = (search: Record<string, unknown>): ViewSearch =>
  given({ lang: oneOf(search.lang, ["en"]), asOf: writtenDay(search.asOf) });

/** The number of a release; undefined for anything else. */
export const releaseNumber = (value: unknown): number | undefined =>
  /^[1-9]\d{0,8}$/.test(String(value)) ? Number(value) : undefined;

/** Query parameters of every public page: language, and a day or a release, neither of which means now. */
export type PageSearch = ViewSearch & { release?: number };

/** Reads language, day and release from the address of a public page. */
export const parsePage = (search: Record<string, unknown>): PageSearch =>
  given({ ...parseView(search), release: releaseNumber(search.release) });

export const COMPILER = /^[A-Z]{2,12}$/;
export const AREA = /^[A-Z][A-Z0-9-]{1,9}$/;
export const INDICATOR = /^[A-Z][A-Z0-9_]{1,49}$/;

/** Parses a comma-separated or repeated list of codes, without duplicates and invalid ones; undefined if empty. */
export function codes(value: unknown, code: RegExp, most: number): string[] | undefined {
  const parts: unknown[] = Array.isArray(value) ? value : typeof value === "string" ? value.split(",") : [];
  const list = [...new Set(parts.flatMap((part) => codeOf(part, code) ?? []))];
  return list.length > 0 ? list.slice(0, most) : undefined;
}

/** A year of our time; undefined for anything else. */
export const yearOf = (value: unknown): number | undefined =>
  /^(19|20)\d{2}$/.test(String(value)) ? Number(value) : undefined;

/** Parses first and last year, swapped if reversed. */
export function years(search: Readonly<Record<string, unknown>>): { from?: number; to?: number } {
  const [from, to] = [yearOf(search.from), yearOf(search.to)];
  return given(from !== undefined && to !== undefined && from > to ? { from: to, to: from } : { from, to });
}

/** Query parameters of a figure's form: its key beside the path, and the draft to edit. */
export type FigureSearch = ViewSearch & { compiler?: string; area?: string; draft?: string };

/** Parses the query of a figure's form or sheet. */
export function parseFigure(search: Record<string, unknown>): FigureSearch {
  const taken = (value: unknown, form: RegExp) => (form.test(String(value ?? "")) ? String(value) : undefined);
  return given({
    ...parseView(search),
    compiler: taken(search.compiler, COMPILER),
    area: taken(search.area, AREA),
    draft: taken(search.draft, /^(new|\d{1,9})$/),
  });
}

/** What an address says of a report. */
type OfReport = { period?: string; number?: string; date?: string; day?: string };

function parseReport(search: Record<string, unknown>): OfReport {
  const taken = (value: unknown, form: RegExp) => (form.test(String(value ?? "")) ? String(value) : undefined);
  return given({
    period: taken(search.period, /^20[2-9]\d(-H1)?$/),
    number: taken(search.number, /^[^\p{C}]{1,50}$/u),
    date: writtenDay(search.date),
    day: writtenDay(search.day),
  });
}

/**
 * Query parameters of a statement's form: the draft it goes into, the statement of that draft to edit, or to begin, and
 * what a report is registered with.
 */
export type StatementSearch = ViewSearch & OfReport & { draft?: string; statement?: string; release?: string };

/** Parses the query of a statement's form. */
export function parseStatement(search: Record<string, unknown>): StatementSearch {
  const taken = (value: unknown, form: RegExp) => (form.test(String(value ?? "")) ? String(value) : undefined);
  return given({
    ...parseView(search),
    draft: taken(search.draft, /^\d{1,9}$/),
    statement: taken(search.statement, /^[a-z]+(\/[\w-]+){1,2}$/),
    release: taken(search.release, /^[1-9]\d{0,8}$/),
    ...parseReport(search),
  });
}

/** Query parameters of one's own submission: its figures as cards, or as a table to work in. */
export type SubmissionSearch = ViewSearch & { as?: "table" };

/** Parses the query of one's own submission. */
export const parseSubmission = (search: Record<string, unknown>): SubmissionSearch =>
  given({ ...parseView(search), as: search.as === "table" ? ("table" as const) : undefined });

/** Query parameters of the page that starts a draft: a publication, the answer to an enquiry, or the letter of a body with its number and day. */
export type StartSearch = ViewSearch & {
  of?: string;
  enquiry?: string;
  body?: string;
  number?: string;
  day?: string;
};

/** Parses the query of the page that starts a draft. */
export function parseStart(search: Record<string, unknown>): StartSearch {
  const taken = (value: unknown, form: RegExp) => (form.test(String(value ?? "")) ? String(value) : undefined);
  return given({
    ...parseView(search),
    of: taken(search.of, /^[A-Z0-9-]{2,80}$/),
    enquiry: taken(search.enquiry, /^[1-9]\d{0,8}$/),
    body: taken(search.body, /^[A-Z0-9]{2,20}$/),
    number: taken(search.number, /^[^\p{C}]{1,100}$/u),
    day: writtenDay(search.day),
  });
}

/** Query parameters of the draft of a report: what it is of, the release compared with, and whom it is for. */
export type DraftSearch = ViewSearch & OfReport & { compare?: string; to?: string };

/** Parses the query of the draft of a report; what the API refuses is said on the page. */
export function parseDraft(search: Record<string, unknown>): DraftSearch {
  const taken = (value: unknown, form: RegExp) => (form.test(String(value ?? "")) ? String(value) : undefined);
  return given({
    ...parseView(search),
    ...parseReport(search),
    compare: taken(search.compare, /^[1-9]\d{0,8}$/),
    to: taken(search.to, /^[^\p{C}]{1,200}$/u),
  });
}

/** The language of a page: Vietnamese by default. */
export const langOf = (search: ViewSearch): Lang => search.lang ?? DEFAULT;

/**
 * Adapts a parser to the router, which merges its result into the raw query: names that the parser dropped must be
 * undefined. `names` limits this to the parser's own parameters where a nested route has more.
 */
export const searchValidator = <P extends (search: Record<string, unknown>) => object>(
  parse: P,
  names: (search: object) => string[] = Object.keys,
): P =>
  ((search) => ({ ...Object.fromEntries(names(search).map((name) => [name, undefined])), ...parse(search) })) as P;

/** Plain `a=b` pairs instead of the router's JSON. */
export const parseSearch = (text: string): Record<string, string> => Object.fromEntries(new URLSearchParams(text));

/** Serialises query parameters in a fixed order, so that equal views have equal URLs. */
export function stringifySearch(search: Record<string, unknown>): string {
  const pairs = Object.entries(search)
    .filter(([, value]) => value !== undefined && value !== "")
    .map(([key, value]) => [key, String(value)] as [string, string])
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const text = new URLSearchParams(pairs).toString().replaceAll("%2C", ",");
  return text ? `?${text}` : "";
}
