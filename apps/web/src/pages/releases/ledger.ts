import { dayInVietNam } from "@moc2030/shared/text/date";
import type { FigureChanged, LedgerEntry } from "../../client/api.ts";
import type { LedgerSearch } from "./search.ts";

/** The year, in Viet Nam, in which a release became public. */
export const yearOf = (publishedAt: string): number => Number(dayInVietNam(new Date(publishedAt)).slice(0, 4));

/** The releases that an address asks for. */
export const narrowed = <T extends Pick<LedgerEntry, "indicators" | "publishedAt">>(
  entries: readonly T[],
  { indicator, year }: Pick<LedgerSearch, "indicator" | "year">,
): T[] =>
  entries.filter(
    (entry) =>
      (indicator === undefined || entry.indicators.includes(indicator)) &&
      (year === undefined || yearOf(entry.publishedAt) === year),
  );

/** Some of a release's figures: revised ones first, then the newest years; in that order, and never more than `most`. */
export const mostTelling = (figures: readonly FigureChanged[], most: number): FigureChanged[] =>
  figures
    .toSorted((a, b) => Number(b.old !== null) - Number(a.old !== null) || b.new.timePeriod - a.new.timePeriod)
    .slice(0, most);

/** The years of the ledger, newest first, each with its releases. */
export function byYear<T extends Pick<LedgerEntry, "publishedAt">>(
  entries: readonly T[],
): [year: number, entries: T[]][] {
  const years = new Map<number, T[]>();
  for (const entry of entries) {
    const year = yearOf(entry.publishedAt);
    years.set(year, [...(years.get(year) ?? []), entry]);
  }
  return [...years].sort(([a], [b]) => b - a);
}
