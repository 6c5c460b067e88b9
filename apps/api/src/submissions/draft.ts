import { eq } from "drizzle-orm";
import type { Db } from "../db/database.ts";
import { evidence, submission } from "../db/work/submissions.ts";
import { Problem } from "../http/problem.ts";
import { assertVersion } from "../http/version.ts";
import type { Actor } from "../identity/actor.ts";
import { findRow, type SubmissionRow } from "./queries.ts";
import { type Reader, readsFile } from "./visibility.ts";

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

/** Throws a 422 for a copy of a source that the author may not read: citing one by its hash alone would open it. */
export async function assertKnownEvidence(tx: Db, author: Reader, inputs: readonly { evidence: string[] }[]) {
  for (const hash of new Set(inputs.flatMap((i) => i.evidence))) {
    const file = await tx.orm.select().from(evidence).where(eq(evidence.sha256, hash)).get();
    if (file && (await readsFile(tx, file, author))) continue;
    throw new Problem("invalid", `/evidence: no file ${hash} has been uploaded`, [
      { pointer: "/evidence", detail: "upload the file first" },
    ]);
  }
}
