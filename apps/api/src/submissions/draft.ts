import { eq } from "drizzle-orm";
import type { Db } from "../db/database.ts";
import { submission } from "../db/work-schema.ts";
import { Problem } from "../http/problem.ts";
import { assertVersion } from "../http/version.ts";
import type { Actor } from "../identity/actor.ts";
import { findFiles } from "./evidence/queries.ts";
import { findRow, type SubmissionRow } from "./queries.ts";

/** The states in which an author changes a submission. */
export const OPEN = ["draft", "returned"] as const;

export async function openDraft(tx: Db, actor: Actor, title: string, now: Date): Promise<number> {
  const at = now.toISOString();
  const { id } = await tx.orm
    .insert(submission)
    .values({ state: "draft", title, author: actor.id, authorName: actor.name, createdAt: at, updatedAt: at })
    .returning({ id: submission.id })
    .get();
  return id;
}

/** The author's own submission at the given version and in one of `states`; otherwise 403, 412 or 409. */
export async function findOwn(
  tx: Db,
  actor: Actor,
  id: number,
  version: number,
  states: readonly SubmissionRow["state"][],
): Promise<SubmissionRow> {
  const row = await findRow(tx, id);
  if (row.author !== actor.id) throw new Problem("forbidden", "Only its author changes a submission.");
  assertVersion(version, row.version);
  if (!states.includes(row.state)) throw new Problem("conflict", `This submission is ${row.state}.`);
  return row;
}

/** Increments the version. */
export async function touch(tx: Db, row: SubmissionRow, now: Date, change: Partial<SubmissionRow> = {}) {
  await tx.orm
    .update(submission)
    .set({ ...change, version: row.version + 1, updatedAt: now.toISOString() })
    .where(eq(submission.id, row.id));
}

export async function renameDraft(tx: Db, actor: Actor, id: number, version: number, title: string, now: Date) {
  await touch(tx, await findOwn(tx, actor, id, version, OPEN), now, { title });
}

/** Throws a 422 for a copy of a source that nobody has uploaded. */
export async function assertKnownEvidence(tx: Db, inputs: readonly { evidence: string[] }[]) {
  const hashes = inputs.flatMap((i) => i.evidence);
  const known = new Set((await findFiles(tx, hashes)).map(({ sha256 }) => sha256));
  const unknown = hashes.find((hash) => !known.has(hash));
  if (unknown)
    throw new Problem("invalid", `/evidence: no file ${unknown} has been uploaded`, [
      { pointer: "/evidence", detail: "upload the file first" },
    ]);
}
