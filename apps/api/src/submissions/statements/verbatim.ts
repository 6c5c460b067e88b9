import type { SubmissionState } from "@moc2030/shared/schema/submission";
import type { Db } from "../../db/database.ts";
import { listDefinitions } from "../../definitions/queries.ts";
import { newestReleaseId } from "../../observations/read-point.ts";

type Proposal = { subject: string; submission: number; state: SubmissionState; author: string };

/** Checks against the signed text that are under way, as far as the reader may know: their own, and what was handed in. */
const underWay = (db: Db, reader: string): Promise<Proposal[]> =>
  db.all(
    `SELECT substr(t.id, length('verbatim/') + 1) AS subject, s.id AS submission, s.state, s.author_name AS author
     FROM submission_statement t JOIN submission s ON s.id = t.submission_id
     WHERE t.id LIKE 'verbatim/%' AND s.state IN ('draft', 'returned', 'submitted', 'scheduled')
       AND (s.author = @reader OR s.submitted_at IS NOT NULL)
     ORDER BY s.id`,
    { reader },
  );

/** Who entered and who approved a release, and when it was published. */
async function signatures(db: Db) {
  type Signed = { id: number; publishedAt: string; enteredBy: string | null; approvedBy: string | null };
  const rows = await db.all<Signed>(
    `SELECT id, published_at AS publishedAt, entered_by AS enteredBy, approved_by AS approvedBy FROM release
     WHERE id IN (SELECT release_id FROM definition_revision WHERE kind = 'statement' AND id LIKE 'verbatim/%')`,
  );
  return (release: number) => rows.find(({ id }) => id === release);
}

/**
 * The targets of the document that the dashboard follows, by year and indicator, each with how its words are known, who
 * had them published where they were read in the signed text, and what is proposed.
 */
export async function targetsToRead(db: Db, reader: string) {
  const release = await newestReleaseId(db);
  const strategy = (await listDefinitions(db, "document", release)).find((document) => document.strategy);
  const order = new Map((await listDefinitions(db, "indicator", release)).map((one) => [one.code, one.order]));
  const [signed, proposals] = [await signatures(db), await underWay(db, reader)];
  return (await listDefinitions(db, "target", release))
    .filter(({ document }) => document === strategy?.id)
    .sort((a, b) => a.year - b.year || (order.get(a.indicator) ?? 0) - (order.get(b.indicator) ?? 0))
    .map(({ id, indicator, year, wordingBasis, verbatim }) => {
      const by = verbatim && signed(verbatim.release);
      return {
        ...{ target: id, indicator, year, wordingBasis },
        verbatim: verbatim ?? null,
        ...{ enteredBy: by?.enteredBy ?? null, approvedBy: by?.approvedBy ?? null },
        publishedAt: by?.publishedAt ?? null,
        proposals: proposals.filter(({ subject }) => subject === id).map(({ subject: _, ...one }) => one),
      };
    });
}
