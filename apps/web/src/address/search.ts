import type { Lang } from "@moc2030/shared/text/lang";
import { writtenDay } from "@moc2030/shared/text/written-day";

/** What every address can say: the language and the day whose figures are shown. */
export type ViewSearch = { lang?: "en"; asOf?: string };

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

/** A code as an address writes it, which may be in small letters; undefined where it is none. */
export function codeOf(value: unknown, form: RegExp): string | undefined {
  const code = typeof value === "string" ? value.toUpperCase() : "";
  return form.test(code) ? code : undefined;
}

/** Reads language and day from an address; what is unknown is dropped, so that an old link still opens. */
export const parseView = (search: Record<string, unknown>): ViewSearch =>
  given({ lang: oneOf(search.lang, ["en"]), asOf: writtenDay(search.asOf) });

export const COMPILER = /^[A-Z]{2,12}$/;
export const AREA = /^[A-Z][A-Z0-9-]{1,9}$/;
export const INDICATOR = /^[A-Z][A-Z0-9_]{1,49}$/;

/** A list from `A,B` or from a list: what is no code is dropped, and nothing comes twice; undefined where nothing is left. */
export function codes(value: unknown, code: RegExp, most: number): string[] | undefined {
  const parts: unknown[] = Array.isArray(value) ? value : typeof value === "string" ? value.split(",") : [];
  const list = [...new Set(parts.flatMap((part) => codeOf(part, code) ?? []))];
  return list.length > 0 ? list.slice(0, most) : undefined;
}

/** A year of our time; undefined for anything else. */
export const yearOf = (value: unknown): number | undefined =>
  /^(19|20)\d{2}$/.test(String(value)) ? Number(value) : undefined;

/** First and last year; the wrong way round they are turned. */
export function years(search: Readonly<Record<string, unknown>>): { from?: number; to?: number } {
  const [from, to] = [yearOf(search.from), yearOf(search.to)];
  return given(from !== undefined && to !== undefined && from > to ? { from: to, to: from } : { from, to });
}

/** Which line of a figure a form is for, and into which draft it goes. */
export type FigureSearch = ViewSearch & { compiler?: string; area?: string; draft?: string };

/** Reads the address of a figure's form or sheet. */
export function parseFigure(search: Record<string, unknown>): FigureSearch {
  const taken = (value: unknown, form: RegExp) => (form.test(String(value ?? "")) ? String(value) : undefined);
  return given({
    ...parseView(search),
    compiler: taken(search.compiler, COMPILER),
    area: taken(search.area, AREA),
    draft: taken(search.draft, /^(new|\d{1,9})$/),
  });
}

/** The language of an address: Vietnamese unless it asks for English. */
export const langOf = (search: ViewSearch): Lang => search.lang ?? "vi";

/**
 * A parser for the router, which lays what a parser returns over what the address says: what is dropped has to be named.
 * `names` are those that it answers for; all, unless an inner page has more to read.
 */
export const dropping = <P extends (search: Record<string, unknown>) => object>(
  parse: P,
  names: (search: object) => string[] = Object.keys,
): P =>
  ((search) => ({ ...Object.fromEntries(names(search).map((name) => [name, undefined])), ...parse(search) })) as P;

/** Plain `a=b` pairs instead of the router's JSON, so that a person can read and write an address. */
export const parseSearch = (text: string): Record<string, string> => Object.fromEntries(new URLSearchParams(text));

/** The address of a view; always in the same order, so that one view has one address. */
export function stringifySearch(search: Record<string, unknown>): string {
  const pairs = Object.entries(search)
    .filter(([, value]) => value !== undefined && value !== "")
    .map(([key, value]) => [key, String(value)] as [string, string])
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const text = new URLSearchParams(pairs).toString().replaceAll("%2C", ",");
  return text ? `?${text}` : "";
}
