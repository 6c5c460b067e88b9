import type { SubmissionState } from "@moc2030/shared/schema/submission";
import { and, eq } from "drizzle-orm";
import type { Context } from "hono";
import type { Db } from "../db/database.ts";
import { listContains } from "../db/sqlite/sql.ts";
import { audit } from "../db/work/audit.ts";
import type { Env } from "../http/env.ts";

/** A reader and the current time, on which embargoes depend. */
export type Reader = { readonly id: string; readonly now: Date };

/** Who reads in a request, and when. */
export const readerOf = ({ var: { actor, now } }: Context<Env>): Reader => ({ id: actor.id, now: now() });

/** Maximum lead of early readers. */
const MAX_LEAD_MS = 24 * 3_600_000;

/** When an early reader gets access: 24 hours before the instant, or when they were named, if later. */
export const earlyAccessFrom = (publishAt: string, addedAt: string): string => {
  const opens = new Date(Date.parse(publishAt) - MAX_LEAD_MS).toISOString();
  return opens > addedAt ? opens : addedAt;
};

/** The items of a submission that have been published. */
export async function publishedItems(db: Db, submission: number): Promise<number[]> {
  const rows = await db.all<{ id: number }>(
    `SELECT d.item_id AS id FROM review_item d JOIN release l ON l.review_id = d.review_id JOIN review r ON r.id = d.review_id
     WHERE r.submission_id = @submission AND d.outcome = 'approve'`,
    { submission },
  );
  return rows.map(({ id }) => id);
}

/**
 * Whether someone may read a scheduled publication: approver, represented reviewer, and early readers in their time.
 */
async function readsEmbargo(db: Db, submission: number, { id, now }: Reader): Promise<boolean> {
  type Waiting = { publishAt: string; review: number; reviewer: string; inPlaceOf: string | null };
  const waiting = await db.one<Waiting>(
    `SELECT s.publish_at AS publishAt, s.review_id AS review, r.reviewer AS reviewer, r.on_behalf_of AS inPlaceOf
     FROM schedule s JOIN review r ON r.id = s.review_id WHERE s.submission_id = @submission AND s.state = 'waiting'`,
    { submission },
  );
  if (!waiting) return false;
  if (waiting.reviewer === id || waiting.inPlaceOf === id) return true;
  const sql = "SELECT min(added_at) AS at FROM early_reader WHERE review_id = @review AND staff = @id";
  const named = (await db.one<{ at: string | null }>(sql, { review: waiting.review, id }))?.at ?? null;
  return named !== null && earlyAccessFrom(waiting.publishAt, named) <= now.toISOString();
}

type Owned = { id: number; author: string; state: SubmissionState };

/** Statements are hidden or seen together, as one item that is never published by itself. */
export const WHOLE = { id: 0, state: "open" };

/**
 * Which items are hidden from a reader: the content of others' drafts, returned and withdrawn work, and scheduled
 * publications. Author, state and the figure's key are never hidden.
 */
export async function hiddenItemFilter(db: Db, reader: Reader, submissions: readonly Pick<Owned, "id" | "state">[]) {
  const open = new Map<number, "all" | ReadonlySet<number>>();
  for (const { id, state } of submissions)
    if (state === "scheduled" && !open.has(id))
      open.set(id, (await readsEmbargo(db, id, reader)) ? "all" : new Set(await publishedItems(db, id)));
  return (submission: Owned, item: { id: number; state: string }): boolean => {
    if (submission.author === reader.id) return false;
    if (submission.state === "scheduled") {
      const items = open.get(submission.id);
      return items !== "all" && !items?.has(item.id);
    }
    return item.state === "open" && ["draft", "returned", "withdrawn"].includes(submission.state);
  };
}

/** Whether any item of a submission is hidden from a reader. */
export async function hasHiddenItems(db: Db, submission: Owned, reader: Reader): Promise<boolean> {
  const sql = "SELECT id, state FROM submission_item WHERE submission_id = @id AND state <> 'removed'";
  const items = await db.all<{ id: number; state: string }>(sql, { id: submission.id });
  const isHidden = await hiddenItemFilter(db, reader, [submission]);
  return items.some((item) => isHidden(submission, item));
}

type CitedBy = { item: number; itemState: string } & Owned;

/** The action in the audit of somebody who has uploaded a file that was kept already. */
export const HELD = "evidence.held";
const hasUploaded = async (db: Db, sha256: string, person: string): Promise<boolean> =>
  (await db.orm.$count(
    audit,
    and(eq(audit.subject, `evidence ${sha256}`), eq(audit.action, HELD), eq(audit.actor, person)),
  )) > 0;

/** Whether a file is a scan of the answer to an enquiry, which all staff read. */
const isOfAnswer = async (db: Db, sha256: string): Promise<boolean> =>
  (await db.one(`SELECT 1 AS found FROM enquiry_event WHERE ${listContains("evidence", "sha256")} LIMIT 1`, {
    sha256,
  })) !== undefined;

/**
 * Whether someone may read a copy of a source: who uploaded it, whoever sees a figure or statement that cites it, and of
 * an answer to an enquiry all staff.
 */
export async function readsFile(db: Db, file: { sha256: string; addedBy: string }, reader: Reader): Promise<boolean> {
  if (file.addedBy === reader.id || (await hasUploaded(db, file.sha256, reader.id))) return true;
  if (await isOfAnswer(db, file.sha256)) return true;
  const citing = await db.all<CitedBy>(
    `SELECT i.id AS item, i.state AS itemState, s.id AS id, s.author AS author, s.state AS state
     FROM submission_item i JOIN submission s ON s.id = i.submission_id
     WHERE ${listContains("i.evidence", "sha256")} AND (i.state <> 'removed' OR s.author = @reader)
     UNION ALL SELECT ${WHOLE.id}, '${WHOLE.state}', s.id, s.author, s.state
     FROM submission_statement t JOIN submission s ON s.id = t.submission_id WHERE ${listContains("t.evidence", "sha256")}`,
    { sha256: file.sha256, reader: reader.id },
  );
  const isHidden = await hiddenItemFilter(db, reader, citing);
  return citing.some((one) => !isHidden(one, { id: one.item, state: one.itemState }));
}
