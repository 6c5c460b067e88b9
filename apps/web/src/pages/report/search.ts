import { given, releaseNumber } from "../../address/search.ts";

/** Query parameters of the report besides language and day; absent ones mean the period and comparison of today. */
export type ReportSearch = { period?: string; compare?: number; form?: "official" };

const PERIOD = /^20[2-9]\d(-H1)?$/;

/** Parses the query of the report. */
export const parseReport = (search: Readonly<Record<string, unknown>>): ReportSearch =>
  given({
    period: typeof search.period === "string" && PERIOD.test(search.period) ? search.period : undefined,
    compare: releaseNumber(search.compare),
    // Refused: the official form is made by staff, elsewhere.
    form: search.form === "official" ? ("official" as const) : undefined,
  });
