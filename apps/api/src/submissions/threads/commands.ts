import { and, eq } from "drizzle-orm";
import { appendAudit } from "../../audit/chain.ts";
import { hashComment } from "../../audit/content.ts";
import type { Db } from "../../db/database.ts";
import { comment } from "../../db/work/threads.ts";
import { invalidField, Problem } from "../../http/problem.ts";
import type { Actor } from "../../identity/actor.ts";
import { notify } from "../../notices/notify.ts";
import { findReadable, findRow, listItems } from "../queries.ts";
import { listProposed } from "../statements/queries.ts";
import { hiddenItemFilter, WHOLE } from "../visibility.ts";

/** What a comment is about: one figure by its item's id, or one statement. */
export type About = { item: number | null; statement: string | null };

/** The id of the part of a submission that someone may comment on; 403 if it is hidden from them, 422 if there is none. */
async function findPart(tx: Db, actor: Actor, id: number, about: About, now: Date): Promise<string> {
  const row = await findReadable(tx, actor, id);
  if (["approved", "rejected", "withdrawn"].includes(row.state))
    throw new Problem("conflict", `This submission is ${row.state}: it takes no more comments.`);
  const item = (await listItems(tx, id)).find((one) => one.id === about.item);
  const statement = (await listProposed(tx, id)).find((one) => one.id === about.statement);
  if (!item && !statement) throw invalidField(about.statement === null ? "/item" : "/statement", "no such part");
  const isHidden = await hiddenItemFilter(tx, { id: actor.id, now }, [row]);
  if (isHidden(row, item ?? WHOLE)) throw new Problem("forbidden", "Who may not see it does not comment on it.");
  return item ? String(item.id) : (statement?.id ?? "");
}

/** Adds to the thread of a figure or statement. The submission keeps its version: nothing that is decided on changes. */
export async function addComment(tx: Db, actor: Actor, id: number, about: About, text: string, now: Date) {
  const part = await findPart(tx, actor, id, about, now);
  const row = { submissionId: id, part, author: actor.id, authorName: actor.name, at: now.toISOString(), text };
  const made = await tx.orm.insert(comment).values(row).returning({ id: comment.id }).get();
  await appendAudit(tx, {
    at: row.at,
    actor,
    action: "submission.commented",
    subject: `submission ${id}`,
    // The text may be confidential; its hash binds it.
    detail: { comment: made.id, part, hash: hashComment({ id: made.id, ...row }) },
  });
  for (const person of await readersOf(tx, id, part))
    await notify(tx, row.at, { kind: "commented", to: { person }, actor, submission: id });
}

/** Who is told of a comment: the author of the submission, and whoever else took part in the thread. */
async function readersOf(tx: Db, id: number, part: string): Promise<Set<string>> {
  const { author } = await findRow(tx, id);
  const others = await tx.orm
    .selectDistinct({ person: comment.author })
    .from(comment)
    .where(and(eq(comment.submissionId, id), eq(comment.part, part)));
  return new Set([author, ...others.map(({ person }) => person)]);
}
