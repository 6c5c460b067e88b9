import { dayInVietNam } from "@moc2030/shared/text/date";
import type { FigureChanged, LedgerEntry, ReleaseContents } from "../../client/api.ts";
import type { LedgerSearch } from "./search.ts";

/** Year of publication in Viet Nam time. */
export const yearOf = (publishedAt: string): number => Number(dayInVietNam(new Date(publishedAt)).slice(0, 4));

/** Releases that match the filter; an absent parameter matches all. */
export const narrowed = <T extends ReleaseContents["items"][number]>(
  entries: readonly T[],
  { indicator, year }: Pick<LedgerSearch, "indicator" | "year">,
): T[] =>
  entries.filter(
    (entry) =>
      (indicator === undefined || entry.indicators.includes(indicator)) &&
      (year === undefined || yearOf(entry.publishedAt) === year),
  );

/** Up to `most` figures of a release: revised ones first, then by year, newest first. */
export const mostTelling = (figures: readonly FigureChanged[], most: number): FigureChanged[] =>
  figures
    .toSorted((a, b) => Number(b.old !== null) - Number(a.old !== null) || b.new.timePeriod - a.new.timePeriod)
    .slice(0, most);

/** Releases grouped by year, newest year first. */
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
