import type { Lang } from "@moc2030/shared/text";
import type { At } from "./read-point.ts";

/** What can stand in the address of a file. */
export type AddressQuery = Record<string, string | number | boolean | readonly string[] | undefined>;

/** An address of the API: parameters in a fixed order, lists joined by commas, what was not asked for left out. `origin` is where the server is reached from outside, empty where nobody has said. */
export function address(origin: string, path: string, query: AddressQuery): string {
  const written = Object.entries(query).flatMap(([name, value]) =>
    value === undefined
      ? []
      : [`${name}=${(Array.isArray(value) ? value : [String(value)]).map(encodeURIComponent).join(",")}`],
  );
  return `${origin}/api/v1${path}${written.length > 0 ? `?${written.join("&")}` : ""}`;
}

/** The parameter that asks for the same data at any later time. An answer that depends on the reference date is pinned by its day, others by their release. */
export const pinned = (at: At, dated: boolean): AddressQuery =>
  dated || !at.release ? { asOf: at.referenceDate } : { release: at.release.id };

/** The `Link` header that leads from figures to what describes them, as of the same release. */
export const describedBy = (at: At, lang: Lang, indicators: readonly string[] | undefined) => {
  const path = indicators?.length === 1 ? `/indicators/${indicators[0]}/dataset.jsonld` : "/indicators";
  return `<${address("", path, { lang, ...pinned(at, false) })}>; rel="describedby"`;
};
