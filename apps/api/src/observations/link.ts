import type { Lang } from "@moc2030/shared/text/lang";
import type { ReadPoint } from "./read-point.ts";

/** Query parameters of an API URL. */
export type UrlQuery = Record<string, string | number | boolean | readonly string[] | undefined>;

/**
 * An API URL: parameters in a fixed order, lists joined by commas, undefined ones left out. `origin` may be empty for a
 * relative URL.
 */
export function apiUrl(origin: string, path: string, query: UrlQuery): string {
  const written = Object.entries(query).flatMap(([name, value]) =>
    value === undefined
      ? []
      : [`${name}=${(Array.isArray(value) ? value : [String(value)]).map(encodeURIComponent).join(",")}`],
  );
  return `${origin}/api/v1${path}${written.length > 0 ? `?${written.join("&")}` : ""}`;
}

/** The URL of a page: parameters in the order of their names, lists joined by commas, undefined ones left out. */
export function pageUrl(origin: string, path: string, query: UrlQuery): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined);
  const pairs = given.map(([name, value]) => [name, String(value)]).sort(([a = ""], [b = ""]) => (a < b ? -1 : 1));
  const search = new URLSearchParams(pairs).toString().replaceAll("%2C", ",");
  return `${origin}${path}${search ? `?${search}` : ""}`;
}

/** Pins the data for a permalink: by day if the result depends on the reference date, else by release. */
export const permalinkParams = (at: ReadPoint, dated: boolean): UrlQuery =>
  dated || !at.release ? { asOf: at.referenceDate } : { release: at.release.id };

/** `Link` header to the description of the figures, as of the same release. */
export const describedBy = (at: ReadPoint, lang: Lang, indicators: readonly string[] | undefined) => {
  const path = indicators?.length === 1 ? `/indicators/${indicators[0]}/dataset.jsonld` : "/indicators";
  return `<${apiUrl("", path, { lang, ...permalinkParams(at, false) })}>; rel="describedby"`;
};
