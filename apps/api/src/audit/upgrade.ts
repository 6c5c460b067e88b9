import { and, asc, eq, gt, inArray, isNull, lte, ne } from "drizzle-orm";
import type { Connections } from "../db/connections.ts";
import { delegation, review, reviewItem, schedule, submission, submissionItem } from "../db/work-schema.ts";
import { appendAudit, SYSTEM } from "./chain.ts";
import type { Places } from "./checks/check.ts";
import { hashAnswer, hashItems, hashRows, type KeptAnswer } from "./content.ts";
import type { Entry } from "./trail.ts";

/** What `PRAGMA user_version` says once everything from before is bound to the audit. */
export const BOUND = 1;
const ACTION = "upgrade.hashed";

/** The reviews of a submission up to a number, with what they decided, as hashed. */
const reviewRows = (db: Places["db"], id: number, upTo: number): unknown[][] =>
  db.orm
    .select()
    .from(review)
    .leftJoin(reviewItem, eq(reviewItem.reviewId, review.id))
    .where(and(eq(review.submissionId, id), lte(review.id, upTo)))
    .orderBy(asc(review.id), asc(reviewItem.itemId))
    .all()
    .map(({ review: r, review_item: d }) => [
      ...[r.id, r.reviewer, r.reviewerName, r.decision, r.reason, r.at, r.publishAt],
      ...[d?.itemId ?? null, d?.outcome ?? null],
    ]);

/** Answers without an entry of their own in the audit, as hashed. */
export const answersBefore = (db: Places["db"], announced: (row: KeptAnswer) => boolean): unknown[][] =>
  (
    db.reader
      .prepare("SELECT actor, key, request, answer, at FROM idempotency ORDER BY actor, key")
      .all() as KeptAnswer[]
  )
    .filter((row) => !announced(row))
    .map((row) => [hashAnswer(row)]);

function bindSubmission(tx: Connections, row: typeof submission.$inferSelect, at: string) {
  const items = tx.orm.select().from(submissionItem).where(eq(submissionItem.submissionId, row.id)).all();
  const waiting = tx.orm
    .select()
    .from(schedule)
    .where(and(eq(schedule.submissionId, row.id), eq(schedule.state, "waiting")))
    .get();
  const toPublish = new Set(
    waiting &&
      tx.orm
        .select()
        .from(reviewItem)
        .where(eq(reviewItem.reviewId, waiting.reviewId))
        .all()
        .map(({ itemId }) => itemId),
  );
  const waits = row.state === "submitted" || row.state === "scheduled";
  const handedIn = waits ? items.filter((i) => (waiting ? toPublish.has(i.id) : i.state === "open")) : [];
  const itemsHash = waits ? hashItems(handedIn) : null;
  const decided = items.filter((i) => (i.state === "approved" || i.state === "rejected") && !toPublish.has(i.id));
  const upTo = tx.reader
    .prepare("SELECT coalesce(max(id), 0) FROM review WHERE submission_id = ?")
    .pluck()
    .get(row.id) as number;
  const rows = reviewRows(tx, row.id, upTo);
  if (itemsHash && row.itemsHash === null)
    tx.orm.update(submission).set({ itemsHash }).where(eq(submission.id, row.id)).run();
  appendAudit(tx, {
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

/** Binds to the audit what an earlier version left: hashes what was handed in and decided, and ends delegations, which nobody had accepted. Once; call inside a transaction. */
export function bindOlder(tx: Connections, at: string) {
  if (tx.writer.pragma("user_version", { simple: true }) === BOUND) return;
  for (const row of tx.orm.select().from(submission).where(ne(submission.state, "draft")).orderBy(submission.id).all())
    bindSubmission(tx, row, at);
  const answers = answersBefore(tx, () => false);
  if (answers.length > 0)
    appendAudit(tx, {
      at,
      actor: SYSTEM,
      action: ACTION,
      subject: "answers",
      detail: { rows: answers.length, hash: hashRows(answers) },
    });
  const open = and(isNull(delegation.revokedAt), gt(delegation.endsAt, at));
  for (const { id } of tx.orm.select().from(delegation).where(open).orderBy(delegation.id).all()) {
    tx.orm.update(delegation).set({ revokedAt: at }).where(eq(delegation.id, id)).run();
    appendAudit(tx, { at, actor: SYSTEM, action: "review.delegation_ended", subject: `delegation ${id}` });
  }
  tx.writer.pragma(`user_version = ${BOUND}`);
}

/** What was bound of a submission from before hashes: its reviews up to which number, and which of them waited for its instant with which figures. */
export function boundBefore(trail: readonly Entry[]): { reviews: number; waiting: unknown; itemsHash: unknown } {
  const { reviews, review, itemsHash } = trail.find(({ action }) => action === ACTION)?.detail ?? {};
  return { reviews: Number(reviews ?? 0), waiting: review, itemsHash };
}

/** In what a submission from before hashes is not what it was when it was bound. */
export function findOlderChanged(db: Places["db"], id: number, trail: readonly Entry[]): string | null {
  const [bound, ...again] = trail.filter(({ action }) => action === ACTION);
  if (!bound) return null;
  const own = trail.find(({ action, detail }) => action === "submission.submitted" && detail.itemsHash !== undefined);
  if (again.length > 0 || (own && own.id < bound.id)) return "was hashed again after it had been handed in";
  const { reviews, reviewsHash, decided, decidedHash } = bound.detail;
  if (hashRows(reviewRows(db, id, Number(reviews))) !== reviewsHash) return "its reviews were changed";
  const items = db.orm
    .select()
    .from(submissionItem)
    .where(inArray(submissionItem.id, decided as number[]))
    .all();
  return hashItems(items) === decidedHash ? null : "figures that were decided on were changed";
}

/** How many rows are from before there were hashes of their own. */
export const countOlder = (db: Places["db"]): number =>
  db.reader
    .prepare("SELECT coalesce(sum(detail ->> 'rows'), 0) FROM audit WHERE action = ?")
    .pluck()
    .get(ACTION) as number;
