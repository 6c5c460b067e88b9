import type { Lang } from "@moc2030/shared/text";

/** What every address can say: the language and the day whose figures are shown. */
export type ViewSearch = { lang?: "en"; asOf?: string };

/** What an indicator's address can say beside that. */
export type IndicatorSearch = ViewSearch & { compiler?: string; tab?: "table" };

const isDay = (text: unknown): text is string => {
  if (typeof text !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const parsed = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text);
};

/** Reads language and day from an address; what is unknown is dropped, so that an old link still opens. */
export function parseView(search: Record<string, unknown>): ViewSearch {
  return {
    ...(search.lang === "en" ? { lang: "en" as const } : {}),
    ...(isDay(search.asOf) ? { asOf: search.asOf } : {}),
  };
}

/** Reads an indicator page's address. */
export function parseIndicator(search: Record<string, unknown>): IndicatorSearch {
  return {
    ...parseView(search),
    ...(typeof search.compiler === "string" && /^[A-Z]{2,12}$/.test(search.compiler)
      ? { compiler: search.compiler }
      : {}),
    ...(search.tab === "table" ? { tab: "table" as const } : {}),
  };
}

/** The language of an address: Vietnamese unless it asks for English. */
export const langOf = (search: ViewSearch): Lang => search.lang ?? "vi";

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
