import { dayInVietNam } from "@moc2030/shared/date";
import { nextEdition } from "@moc2030/shared/due-next";
import type { IndicatorDefinition } from "@moc2030/shared/indicator";
import type { Db } from "../db/database.ts";
import type { At } from "../observations/read-point.ts";
import { officialSeries } from "./rows.ts";

/** The newest edition of an indicator that a release holds for the country, and the month (`2026-09`) by the end of which its publisher's calendar lets expect the one after; null where there is none. */
export type Editions = {
  last: { timePeriod: number; published: string | null } | null;
  next: { timePeriod: number; by: string } | null;
};

/** The last and the next edition of an indicator, as a release knows them. */
export async function editionsOf(db: Db, at: At, indicator: IndicatorDefinition): Promise<Editions> {
  const series = await officialSeries(db, at, indicator.code, "en");
  const newest = series.findLast((o) => o.value !== null && !o.obsStatus.includes("F"));
  const last = newest ? { timePeriod: newest.timePeriod, published: newest.published } : null;
  // The day of the release and not of the question: a file is a function of its release.
  const next = at.release && nextEdition(indicator, series, dayInVietNam(new Date(at.release.publishedAt)));
  return { last, next: next && { timePeriod: next.timePeriod, by: next.dueBy.slice(0, 7) } };
}
