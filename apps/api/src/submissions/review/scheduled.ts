import { and, eq, lte, ne } from "drizzle-orm";
import { appendAudit, SYSTEM } from "../../audit/chain.ts";
import { findSubmissionFault } from "../../audit/checks/submissions.ts";
import { type Db, transaction } from "../../db/database.ts";
import { review, reviewItem, schedule } from "../../db/work/reviews.ts";
import { Problem } from "../../http/problem.ts";
import type { Actor } from "../../identity/actor.ts";
import { notify } from "../../notices/notify.ts";
import { findRow, listItems } from "../queries.ts";
import { listProposed } from "../statements/queries.ts";
import { keepHandedIn } from "../threads/handed-in.ts";
import { publishedItems } from "../visibility.ts";
import {
  assertNamedOnce,
  insertReaders,
  listNamed,
  type NamedReader,
  readersOf,
  tellReaders,
} from "./early-readers.ts";
import { publish } from "./publish.ts";
import { assertPublishable } from "./publishable.ts";
import { findUnderReview, type Outcome, setItemState, transition } from "./under-review.ts";

/** Cancels a scheduled publication; the submission is back in review. */
export async function unschedule(
  tx: Db,
  actor: Actor,
  id: number,
  version: number,
  reason: string,
  now: Date,
): Promise<Outcome> {
  const { row, inPlaceOf } = await findUnderReview(tx, actor, id, version, "scheduled", now);
  const at = now.toISOString();
  const made = await tx.orm
    .insert(review)
    .values({
      submissionId: id,
      reviewer: actor.id,
      reviewerName: actor.name,
      decision: "unschedule",
      reason,
      at,
      ...inPlaceOf,
    })
    .returning({ id: review.id })
    .get();
  const cancelled = await tx.orm
    .update(schedule)
    .set({ state: "cancelled" })
    .where(and(eq(schedule.submissionId, id), eq(schedule.state, "waiting")))
    .returning({ reviewId: schedule.reviewId });
  await reopen(tx, id);
  await appendAudit(tx, {
    at,
    actor,
    action: "review.unschedule",
    subject: `submission ${id}`,
    detail: { review: made.id, reason, state: "submitted", ...inPlaceOf },
  });
  const told = { kind: "unscheduled" as const, actor, submission: id };
  await notify(tx, at, { ...told, to: { person: row.author } });
  for (const { reviewId } of cancelled) await tellReaders(tx, at, reviewId, told);
  return { ...(await transition(tx, row, "submitted", now)), release: null, publishAt: null };
}

/** Adds early readers before the instant; only the approver or the reviewer they represented. */
export async function addReaders(
  tx: Db,
  actor: Actor,
  id: number,
  version: number,
  readers: readonly NamedReader[],
  now: Date,
) {
  const { row } = await findUnderReview(tx, actor, id, version, "scheduled", now);
  const waiting = await tx.orm
    .select({
      reviewId: schedule.reviewId,
      by: review.reviewer,
      inPlaceOf: review.onBehalfOf,
      publishAt: schedule.publishAt,
    })
    .from(schedule)
    .innerJoin(review, eq(review.id, schedule.reviewId))
    .where(and(eq(schedule.submissionId, id), eq(schedule.state, "waiting")))
    .get();
  const at = now.toISOString();
  if (!waiting || waiting.publishAt <= at) throw new Problem("conflict", "Its instant has come.");
  if (waiting.by !== actor.id && waiting.inPlaceOf !== actor.id)
    throw new Problem("forbidden", "Whoever approved a publication names its early readers.");
  assertNamedOnce(readers, "/readers", await listNamed(tx, waiting.reviewId));
  await insertReaders(tx, actor, { reviewId: waiting.reviewId, submission: id }, readers, at);
  await appendAudit(tx, {
    at,
    actor,
    action: "schedule.early_readers",
    subject: `submission ${id}`,
    detail: { review: waiting.reviewId, earlyReaders: readers.map(({ staff, name, role }) => ({ staff, name, role })) },
  });
  const { version: next } = await transition(tx, row, "scheduled", now);
  return { submission: id, version: next, earlyReaders: await readersOf(tx, waiting.reviewId) };
}

/** Reopens the items of a cancelled or failed schedule; those published by earlier reviews stay. */
async function reopen(tx: Db, id: number) {
  const published = await publishedItems(tx, id);
  const unpublished = (await listItems(tx, id)).filter((i) => i.state === "approved" && !published.includes(i.id));
  await setItemState(tx, unpublished, "open");
}

/** The scheduled items differ from what was approved: the file was tampered with. */
class TamperedError extends Error {}

/**
 * Publishes what is due, each in a transaction of its own, and returns the new releases. A schedule with revised
 * figures is returned to its author; one that was tampered with fails.
 */
export async function publishDue(db: Db, now: Date): Promise<number[]> {
  const made: number[] = [];
  const due = await db.orm
    .select()
    .from(schedule)
    .where(and(eq(schedule.state, "waiting"), lte(schedule.publishAt, now.toISOString())))
    .orderBy(schedule.publishAt, schedule.reviewId);
  for (const { reviewId } of due) {
    try {
      const id = await transaction(db, (tx) => publishScheduled(tx, reviewId, now));
      if (id !== null) made.push(id);
    } catch (error) {
      if (error instanceof TamperedError) await transaction(db, (tx) => failTampered(tx, reviewId, error.message, now));
      else if (error instanceof Problem) await transaction(db, (tx) => returnToAuthor(tx, reviewId, error, now));
      else throw error;
    }
  }
  return made;
}

async function waiting(tx: Db, reviewId: number) {
  const found = await tx.orm
    .select()
    .from(schedule)
    .where(and(eq(schedule.reviewId, reviewId), eq(schedule.state, "waiting")))
    .get();
  return found && { ...found, row: await findRow(tx, found.submissionId) };
}

async function publishScheduled(tx: Db, reviewId: number, now: Date): Promise<number | null> {
  const found = await waiting(tx, reviewId);
  const approver = await tx.orm.select().from(review).where(eq(review.id, reviewId)).get();
  if (!found || !approver) return null;
  const changed = await findSubmissionFault(tx, found.submissionId);
  if (changed) throw new TamperedError(changed);
  const taken = await tx.orm
    .select({ id: reviewItem.itemId })
    .from(reviewItem)
    .where(and(eq(reviewItem.reviewId, reviewId), ne(reviewItem.outcome, "return")));
  const ids = new Set(taken.map((r) => r.id));
  const items = (await listItems(tx, found.submissionId)).filter((i) => ids.has(i.id));
  const content = { items, statements: await listProposed(tx, found.submissionId) };
  await assertPublishable(tx, content, now);
  const id = await publish(
    tx,
    found.row,
    reviewId,
    { id: approver.reviewer, name: approver.reviewerName },
    content,
    now,
    SYSTEM,
  );
  await tx.orm.update(schedule).set({ state: "published" }).where(eq(schedule.reviewId, reviewId));
  await transition(tx, found.row, "approved", now);
  const whole = (await listItems(tx, found.submissionId)).every(({ state }) => state === "approved");
  const detail = { actor: approver.reviewerName, whole };
  for (const person of [found.row.author, approver.reviewer])
    await notify(tx, now.toISOString(), { kind: "published", to: { person }, submission: found.submissionId, detail });
  return id;
}

/** Ends a failed schedule, in the audit log and for its author. */
async function fail(tx: Db, reviewId: number, state: "returned" | "rejected", why: Record<string, string>, now: Date) {
  const found = await waiting(tx, reviewId);
  if (!found) return;
  await tx.orm.update(schedule).set({ state: "failed" }).where(eq(schedule.reviewId, reviewId));
  const isReturned = state === "returned";
  if (isReturned) await reopen(tx, found.submissionId);
  const open = (await listItems(tx, found.submissionId)).filter((item) => item.state === "open");
  const kept = isReturned && (await keepHandedIn(tx, found.row, open, await listProposed(tx, found.submissionId)));
  await appendAudit(tx, {
    at: now.toISOString(),
    actor: SYSTEM,
    action: "schedule.failed",
    subject: `submission ${found.submissionId}`,
    detail: { review: reviewId, ...why, state, ...kept },
  });
  await transition(tx, found.row, state, now);
  const approver = await tx.orm.select().from(review).where(eq(review.id, reviewId)).get();
  const [at, told] = [now.toISOString(), { kind: "failed" as const, submission: found.submissionId }];
  for (const person of [found.row.author, ...(approver ? [approver.reviewer] : [])])
    await notify(tx, at, { ...told, to: { person } });
  await tellReaders(tx, at, reviewId, told);
}

const returnToAuthor = (tx: Db, reviewId: number, problem: Problem, now: Date) =>
  fail(tx, reviewId, "returned", { why: problem.slug }, now);

/** Items that were tampered with are left as found and cannot be submitted again. */
const failTampered = (tx: Db, reviewId: number, found: string, now: Date) =>
  fail(tx, reviewId, "rejected", { why: "changed", found }, now);
