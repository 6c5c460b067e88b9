import { and, asc, eq, gt, inArray, isNull, lte, ne } from "drizzle-orm";
import type { Db } from "../db/database.ts";
import { dataVersion, setDataVersion } from "../db/sqlite/data-version.ts";
import { jsonField } from "../db/sqlite/sql.ts";
import { delegation, review, reviewItem, schedule } from "../db/work/reviews.ts";
import { submission, submissionItem } from "../db/work/submissions.ts";
import { appendAudit, SYSTEM } from "./chain.ts";
import { hashItems, hashResponse, hashRows, type StoredResponse } from "./content.ts";
import type { Entry } from "./trail.ts";

/** Data version once all older rows are bound to the audit log. */
export const DATA_VERSION = 1;
const ACTION = "upgrade.hashed";

/** The reviews of a submission up to an id, with their outcomes, as hashed. */
async function reviewRows(db: Db, id: number, upTo: number): Promise<unknown[][]> {
  const rows = await db.orm
    .select()
    .from(review)
    .leftJoin(reviewItem, eq(reviewItem.reviewId, review.id))
    .where(and(eq(review.submissionId, id), lte(review.id, upTo)))
    .orderBy(asc(review.id), asc(reviewItem.itemId));
  return rows.map(({ review: r, review_item: d }) => [
    ...[r.id, r.reviewer, r.reviewerName, r.decision, r.reason, r.at, r.publishAt],
    ...[d?.itemId ?? null, d?.outcome ?? null],
  ]);
}

/** Stored responses without an audit entry of their own, as hashed. */
export async function unboundResponses(db: Db, announced: (row: StoredResponse) => boolean): Promise<unknown[][]> {
  const rows = await db.all<StoredResponse>(
    "SELECT actor, key, request, answer, at FROM idempotency ORDER BY actor, key",
  );
  return rows.filter((row) => !announced(row)).map((row) => [hashResponse(row)]);
}

async function bindSubmission(tx: Db, row: typeof submission.$inferSelect, at: string) {
  const items = await tx.orm.select().from(submissionItem).where(eq(submissionItem.submissionId, row.id));
  const waiting = await tx.orm
    .select()
    .from(schedule)
    .where(and(eq(schedule.submissionId, row.id), eq(schedule.state, "waiting")))
    .get();
  const waitingItems = waiting
    ? await tx.orm.select().from(reviewItem).where(eq(reviewItem.reviewId, waiting.reviewId))
    : [];
  const toPublish = new Set(waitingItems.map(({ itemId }) => itemId));
  const waits = row.state === "submitted" || row.state === "scheduled";
  const handedIn = waits ? items.filter((i) => (waiting ? toPublish.has(i.id) : i.state === "open")) : [];
  const itemsHash = waits ? hashItems(handedIn) : null;
  const decided = items.filter((i) => (i.state === "approved" || i.state === "rejected") && !toPublish.has(i.id));
  const newest = await tx.one<{ id: number }>("SELECT max(id) AS id FROM review WHERE submission_id = @id", {
    id: row.id,
  });
  const upTo = newest?.id ?? 0;
  const rows = await reviewRows(tx, row.id, upTo);
  if (itemsHash && row.itemsHash === null)
    await tx.orm.update(submission).set({ itemsHash }).where(eq(submission.id, row.id));
  await appendAudit(tx, {
    at,
    actor: SYSTEM,
    action: ACTION,
    subject: `submission ${row.id}`,
    detail: {
      rows: 1 + handedIn.length + decided.length + rows.length,
      state: row.state,
      authorName: row.authorName,
      title: row.title,
      ...(itemsHash && { itemsHash }),
      ...(waiting && { review: waiting.reviewId }),
      reviews: upTo,
      reviewsHash: hashRows(rows),
      decided: decided.map(({ id }) => id),
      decidedHash: hashItems(decided),
    },
  });
}

/**
 * Binds data of earlier versions to the audit log: hashes submitted and decided figures, and ends delegations, none of
 * which had been accepted. Runs once; call inside a transaction.
 */
export async function bindOlderRows(tx: Db, at: string) {
  if ((await dataVersion(tx)) === DATA_VERSION) return;
  for (const row of await tx.orm.select().from(submission).where(ne(submission.state, "draft")).orderBy(submission.id))
    await bindSubmission(tx, row, at);
  const answers = await unboundResponses(tx, () => false);
  if (answers.length > 0)
    await appendAudit(tx, {
      at,
      actor: SYSTEM,
      action: ACTION,
      subject: "answers",
      detail: { rows: answers.length, hash: hashRows(answers) },
    });
  const open = and(isNull(delegation.revokedAt), gt(delegation.endsAt, at));
  for (const { id } of await tx.orm.select().from(delegation).where(open).orderBy(delegation.id)) {
    await tx.orm.update(delegation).set({ revokedAt: at }).where(eq(delegation.id, id));
    await appendAudit(tx, { at, actor: SYSTEM, action: "review.delegation_ended", subject: `delegation ${id}` });
  }
  await setDataVersion(tx, DATA_VERSION);
}

/**
 * What was bound of a submission: its reviews up to an id, the one that waited for publication, and the hash of its
 * figures.
 */
export function boundState(trail: readonly Entry[]): { reviews: number; waiting: unknown; itemsHash: unknown } {
  const { reviews, review, itemsHash } = trail.find(({ action }) => action === ACTION)?.detail ?? {};
  return { reviews: Number(reviews ?? 0), waiting: review, itemsHash };
}

/** How a bound submission differs from its state at the time of binding. */
export async function findChangedOlderRow(db: Db, id: number, trail: readonly Entry[]): Promise<string | null> {
  const [bound, ...again] = trail.filter(({ action }) => action === ACTION);
  if (!bound) return null;
  const own = trail.find(({ action, detail }) => action === "submission.submitted" && detail.itemsHash !== undefined);
  if (again.length > 0 || (own && own.id < bound.id)) return "was hashed again after it had been handed in";
  const { reviews, reviewsHash, decided, decidedHash } = bound.detail;
  if (hashRows(await reviewRows(db, id, Number(reviews))) !== reviewsHash) return "its reviews were changed";
  const items = await db.orm
    .select()
    .from(submissionItem)
    .where(inArray(submissionItem.id, decided as number[]));
  return hashItems(items) === decidedHash ? null : "figures that were decided on were changed";
}

/** Number of rows that predate hashes of their own. */
export async function countOlderRows(db: Db): Promise<number> {
  const sql = `SELECT sum(CAST(${jsonField("detail", "'rows'")} AS INTEGER)) AS rows FROM audit WHERE action = @action`;
  return (await db.one<{ rows: number | null }>(sql, { action: ACTION }))?.rows ?? 0;
}
