import { given } from "../../address/search.ts";

/** Query parameters of the report besides language and day; absent ones mean the period and comparison of today. */
export type ReportSearch = { period?: string; compare?: number; release?: number };

const PERIOD = /^20[2-9]\d(-H1)?$/;
const releaseOf = (text: unknown) =>
  typeof text === "string" && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined;

/** Parses the query of the report. */
export const parseReport = (search: Readonly<Record<string, unknown>>): ReportSearch =>
  given({
    period: typeof search.period === "string" && PERIOD.test(search.period) ? search.period : undefined,
    compare: releaseOf(search.compare),
    release: releaseOf(search.release),
  });
