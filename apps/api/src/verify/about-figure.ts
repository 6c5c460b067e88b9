import { COUNTRY } from "@moc2030/shared/figure/country";
import type { FigureKey } from "@moc2030/shared/figure/figure";
import { revisedFigureOf, type Statement } from "@moc2030/shared/schema/statement";
import { inArray, or, type SQL, sql } from "drizzle-orm";
import type { Db } from "../db/database.ts";
import { audit } from "../db/work/audit.ts";
import { enquiry } from "../db/work/enquiries.ts";
import { listDefinitions } from "../definitions/queries.ts";
import { newestReleaseId } from "../observations/read-point.ts";
import { keysOf } from "../submissions/enquiries/queries.ts";

/** An indicator, or its figures of one year, of one area, or of both. */
export type About = Pick<FigureKey, "indicator"> & { [K in "timePeriod" | "refArea"]?: FigureKey[K] | undefined };

const isOf = (key: Pick<FigureKey, "indicator" | "timePeriod" | "refArea">, about: About) =>
  key.indicator === about.indicator &&
  (about.timePeriod ?? key.timePeriod) === key.timePeriod &&
  (about.refArea ?? key.refArea) === key.refArea;

/**
 * The submissions and releases with statements on an indicator, or on some of its figures: corrections are on those that
 * their release put right, if any; explanations on one of the country; words and remarks of targets on the country's.
 */
async function statementsOn(db: Db, about: About): Promise<string[]> {
  const figures = await db.all<{ release: number; timePeriod: number; refArea: string }>(
    `SELECT DISTINCT release_id AS release, time_period AS timePeriod, ref_area AS refArea FROM observation_revision
     WHERE indicator = @indicator`,
    { indicator: about.indicator },
  );
  const isOnCountry = (about.refArea ?? COUNTRY) === COUNTRY;
  const isPutRight = (release: number) => {
    const right = figures.filter((one) => one.release === release);
    return right.length === 0 ? isOnCountry : right.some((one) => isOf({ ...one, indicator: about.indicator }, about));
  };
  const targets = await listDefinitions(db, "target", await newestReleaseId(db));
  const own = new Set(targets.filter(({ indicator }) => indicator === about.indicator).map(({ id }) => id));
  const rows = await db.all<{ subject: string; body: string }>(
    `SELECT 'submission ' || submission_id AS subject, body FROM submission_statement
     UNION ALL SELECT 'release ' || release_id, body FROM definition_revision WHERE kind = 'statement' AND body IS NOT NULL`,
  );
  return rows.flatMap(({ subject, body }) => {
    const said = JSON.parse(body) as Statement;
    if (said.kind === "correction")
      return said.content.indicators.includes(about.indicator) && isPutRight(said.content.rightSince) ? subject : [];
    if (said.kind !== "explanation") return isOnCountry && own.has(said.subject) ? subject : [];
    const figure = revisedFigureOf(said.subject);
    return figure && isOf({ ...figure, refArea: COUNTRY }, about) ? subject : [];
  });
}

/**
 * Entries on an indicator, or on some of its figures: submissions and releases that hold one, letters that ask for one,
 * and what concerns the indicator as a whole: its assignment, its limits, statements on it.
 */
export async function concerns(db: Db, about: About): Promise<SQL | undefined> {
  const { indicator, timePeriod, refArea } = about;
  const year = timePeriod === undefined ? sql`` : sql` AND time_period = ${timePeriod}`;
  const figures = sql`indicator = ${indicator}${year}${refArea === undefined ? sql`` : sql` AND ref_area = ${refArea}`}`;
  const enquiries = await db.orm.select({ id: enquiry.id, figures: enquiry.figures }).from(enquiry);
  const asked = enquiries.filter((row) => keysOf(row).some((key) => isOf(key, about))).map(({ id }) => `enquiry ${id}`);
  return or(
    inArray(audit.subject, [`indicator ${indicator}`, ...asked, ...(await statementsOn(db, about))]),
    sql`${audit.subject} IN (SELECT 'submission ' || submission_id FROM submission_item WHERE ${figures})`,
    sql`${audit.subject} IN (SELECT 'release ' || release_id FROM observation_revision WHERE ${figures})`,
  );
}
