import type { Report } from "../schema/report.ts";

/** The first year that a report can be of: the first whole one after the Decision. */
export const FIRST_REPORT_YEAR = 2021;

/** What a report is made of: a read point, its period, and the day of the report before. */
export interface ReportRequest {
  readonly form: "summary" | "official";
  readonly lang: "vi" | "en";
  readonly asOf: string | undefined;
  readonly release: number | undefined;
  readonly period: string;
  /** The day whose data the report before had. */
  readonly compareDay: string;
  /** As in `PageRequest`. */
  readonly reconstructed: number | null;
}

/** Writes a report; null where nothing was published. `read` gives the JSON of the API at an address. */
export type WriteReport = (
  request: ReportRequest,
  read: (address: string) => Promise<unknown>,
) => Promise<Report | null>;
