import { nextEdition } from "@moc2030/shared/due/next-edition";
import type { IndicatorDefinition } from "@moc2030/shared/schema/indicator";
import { dayInVietNam } from "@moc2030/shared/text/date";
import type { Db } from "../db/database.ts";
import type { ReadPoint } from "../observations/read-point.ts";
import { officialSeries } from "./rows.ts";

/**
 * The country's newest edition of an indicator in a release, and the month (`2026-09`) by whose end the next one is
 * expected; null if there is none.
 */
export type Editions = {
  last: { timePeriod: number; published: string | null } | null;
  next: { timePeriod: number; by: string } | null;
};

export async function editionsOf(db: Db, at: ReadPoint, indicator: IndicatorDefinition): Promise<Editions> {
  const series = await officialSeries(db, at, indicator.code, "en");
  const newest = series.findLast((o) => o.value !== null && !o.obsStatus.includes("F"));
  const last = newest ? { timePeriod: newest.timePeriod, published: newest.published } : null;
  // The day of the release, not of the request: a file is a function of its release.
  const next = at.release && nextEdition(indicator, series, dayInVietNam(new Date(at.release.publishedAt)));
  return { last, next: next && { timePeriod: next.timePeriod, by: next.dueBy.slice(0, 7) } };
}
