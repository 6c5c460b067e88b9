import type { IndicatorDefinition } from "@moc2030/shared/indicator";
import type { Db } from "../db/open.ts";
import { officialSeries } from "../observations/queries.ts";
import type { At } from "../releases/at.ts";

/** The newest edition of an indicator that a release holds for the country, and the month (`2026-09`) by the end of which its publisher's calendar lets expect the one after; null where there is none. */
export type Editions = {
  last: { timePeriod: number; published: string | null } | null;
  next: { timePeriod: number; by: string } | null;
};

/** The last and the next edition of an indicator, as a release knows them. */
export async function editionsOf(db: Db, at: At, indicator: IndicatorDefinition): Promise<Editions> {
  const figures = (await officialSeries(db, at, indicator.code, "en")).filter((o) => o.value !== null);
  const newest = figures.at(-1);
  const last = newest ? { timePeriod: newest.timePeriod, published: newest.published } : null;
  const { schedule, discontinued } = indicator;
  if (!last || !schedule || discontinued) return { last, next: null };
  const timePeriod = last.timePeriod + schedule.everyYears;
  const by = `${timePeriod + schedule.lagYears}-${String(schedule.month).padStart(2, "0")}`;
  return { last, next: { timePeriod, by } };
}
