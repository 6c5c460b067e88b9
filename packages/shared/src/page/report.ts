import type { Report } from "../schema/report.ts";

/** What a report is made of: a read point, its period, and the day of the report before. */
export interface ReportRequest {
  readonly form: "summary" | "official";
  readonly lang: "vi" | "en";
  readonly asOf: string | undefined;
  readonly release: number | undefined;
  readonly period: string;
  /** The day whose data the report before had. */
  readonly compareDay: string;
}

/** Writes a report; null where nothing was published. `read` gives the JSON of the API at an address. */
export type WriteReport = (
  request: ReportRequest,
  read: (address: string) => Promise<unknown>,
) => Promise<Report | null>;
