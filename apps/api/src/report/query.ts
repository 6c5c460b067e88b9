import { FIRST_REPORT_YEAR, type ReportRequest } from "@moc2030/shared/page/report";
import { day } from "@moc2030/shared/schema/date";
import { line } from "@moc2030/shared/schema/line";
import { reportForm, reportPeriod } from "@moc2030/shared/schema/report";
import { addDays, dayInVietNam } from "@moc2030/shared/text/date";
import { z } from "zod";
import type { Db } from "../db/database.ts";
import { invalidParameter, Problem } from "../http/problem.ts";
import { decimal, readQuery } from "../http/query.ts";
import { listIssuedReports } from "../issued-reports/queries.ts";
import type { ReadPoint } from "../observations/read-point.ts";
import { lastReconstructed, releaseRefs } from "../observations/read-point.ts";

export const reportQuery = z.strictObject({
  ...readQuery,
  period: reportPeriod
    .optional()
    .describe("A year, or its first half; the year of the read unless given.")
    .meta({ example: "2026-H1" }),
  compare: decimal("a release number", { min: 1, max: 999_999_999 })
    .optional()
    .describe(
      "The release of the report before. Unless given: the day of the newest issued report that is registered by then and has an earlier release, or a year before.",
    ),
  form: reportForm
    .default("summary")
    .describe("`official`: a draft in the form of Decree 30/2020/NĐ-CP, in Vietnamese, for staff who are signed in."),
  number: z
    .string()
    .regex(/^0*[1-9]\d{0,5}$/, "expected the number alone, such as 12: its symbol comes from the settings")
    .optional()
    .describe("Of the official document, without its symbol: 12; left open unless given."),
  date: day
    .optional()
    .describe("Of the official document, within a year from the day of its data; left open unless given."),
  to: line(200)
    .min(1)
    .regex(/^[^[\]［］]*$/, "expected no square brackets: they mark what is left open")
    .optional()
    .describe("Whom the official document is for; left open unless given."),
});
export type ReportQuery = z.infer<typeof reportQuery>;

/** What an official document says of itself. */
export type Details = Pick<ReportQuery, "number" | "date" | "to">;

/** The first day of a period. */
const firstDay = (period: string) => `${period.slice(0, 4)}-01-01`;

/** Checks what is asked for against the read point, and fills in what is not. */
export async function reportRequest(db: Db, query: ReportQuery, at: ReadPoint): Promise<ReportRequest> {
  const { form, lang, asOf, release, number, date, to } = query;
  if (!at.release) throw new Problem("not-found", at.notice ?? "Nothing has been published yet.");
  if (form === "official" && lang !== "vi")
    throw invalidParameter("lang", "expected vi: the official form is in Vietnamese");
  if (form === "summary")
    for (const [name, value] of Object.entries({ number, date, to }))
      if (value !== undefined) throw invalidParameter(name, "expected only with form=official");
  const latest = aYear(at.referenceDate, 1);
  if (date !== undefined && (date < at.referenceDate || date > latest))
    throw invalidParameter("date", `expected a day from ${at.referenceDate}, that of the data, to ${latest}`);
  const period = query.period ?? at.referenceDate.slice(0, 4);
  const isEarly = query.period !== undefined && Number(query.period.slice(0, 4)) < FIRST_REPORT_YEAR;
  if (isEarly || firstDay(period) > at.referenceDate)
    throw invalidParameter(
      "period",
      `expected a period from ${FIRST_REPORT_YEAR} on that has begun by ${at.referenceDate}`,
    );
  return {
    ...{ form, lang, asOf, release, period, compareDay: await compareDay(db, query.compare, at) },
    reconstructed: await lastReconstructed(db),
  };
}

async function compareDay(db: Db, compare: number | undefined, { release, referenceDate }: ReadPoint): Promise<string> {
  if (compare === undefined) {
    const before = (await listIssuedReports(db, release?.id ?? null)).find(
      ({ dataRelease }) => dataRelease.id < (release?.id ?? 0),
    );
    return before?.dataDay ?? aYear(referenceDate, -1);
  }
  const found = (await releaseRefs(db, [compare])).get(compare);
  if (!found || compare > (release?.id ?? 0))
    throw invalidParameter("compare", `expected a release up to ${release?.id}, the one of the report`);
  return dayInVietNam(new Date(found.publishedAt));
}

/** The same day so many years later; 28 February for the 29th. */
function aYear(iso: string, years: 1 | -1): string {
  const other = `${Number(iso.slice(0, 4)) + years}${iso.slice(4)}`;
  return other.endsWith("02-29") ? addDays(`${other.slice(0, 4)}-03-01`, -1) : other;
}
