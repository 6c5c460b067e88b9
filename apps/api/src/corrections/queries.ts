import { day } from "@moc2030/shared/schema/date";
import { type ReleaseRef, releaseRef } from "@moc2030/shared/schema/release";
import { correctionContent } from "@moc2030/shared/schema/statement";
import { addDays, dayInVietNam } from "@moc2030/shared/text/date";
import { z } from "zod";
import type { Db } from "../db/database.ts";
import { listDefinitions } from "../definitions/queries.ts";
import { statementsBySubject } from "../definitions/statements.ts";
import type { ReadPoint } from "../observations/read-point.ts";

/** Days for which a notice stands on the pages that it concerns, that of its publication included. */
const SHOWN_DAYS = 30;

/** JSON of a correction notice. */
export const correctionNotice = correctionContent.extend({
  id: z.string(),
  pages: z.array(z.string()).describe("Addresses of the pages that it concerns, those of indicators and releases too."),
  published: releaseRef.describe("The release that first had the notice."),
  release: z.int().describe("The release of its newest wording."),
  shownUntil: day.describe("The last day on which it stands on those pages; it stays in this list."),
  isShown: z.boolean().describe("Whether it does so on the day of the read."),
});
type CorrectionNotice = z.infer<typeof correctionNotice>;

/** By id, the release in which a correction first appeared. */
async function firstReleases(db: Db, upto: number): Promise<Map<string, ReleaseRef>> {
  const rows = await db.all<ReleaseRef & { statement: string }>(
    `SELECT d.id AS statement, l.id AS id, l.published_at AS publishedAt FROM definition_revision d
     JOIN release l ON l.id = d.release_id
     WHERE d.kind = 'statement' AND d.id LIKE 'correction/%' AND d.body IS NOT NULL AND d.release_id <= @upto
     ORDER BY d.release_id DESC`,
    { upto },
  );
  return new Map(rows.map(({ statement, id, publishedAt }) => [statement, { id, publishedAt }]));
}

/** The correction notices at a read point, newest first, each with the pages that it concerns. */
export async function listCorrections(db: Db, { release, referenceDate }: ReadPoint): Promise<CorrectionNotice[]> {
  if (release === null) return [];
  const known = [...(await statementsBySubject(db, "correction", release.id)).values()].flat();
  if (known.length === 0) return [];
  const first = await firstReleases(db, release.id);
  const headlines = (await listDefinitions(db, "indicator", release.id))
    .filter(({ role }) => role === "headline")
    .map(({ code }) => code);
  return known
    .map(({ subject: id, content, release: newest }): CorrectionNotice => {
      const { indicators, pages, wrongSince, rightSince } = content;
      const published = first.get(`correction/${id}`) ?? release;
      const shownUntil = addDays(dayInVietNam(new Date(published.publishedAt)), SHOWN_DAYS - 1);
      const concerned = [
        ...(indicators.some((code) => headlines.includes(code)) ? ["/"] : []),
        ...indicators.map((code) => `/indicators/${code}`),
        ...pages,
        ...[wrongSince, rightSince].map((one) => `/releases/${one}`),
      ];
      return {
        ...{ id, ...content, pages: [...new Set(concerned)], published, release: newest },
        ...{ shownUntil, isShown: referenceDate <= shownUntil },
      };
    })
    .sort((a, b) => b.published.id - a.published.id || (a.id < b.id ? -1 : 1));
}
