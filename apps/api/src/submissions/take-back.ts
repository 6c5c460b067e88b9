import { isNumberText } from "@moc2030/shared/figure/number-text";
import { eq } from "drizzle-orm";
import { appendAudit } from "../audit/chain.ts";
import { hashContent } from "../audit/content.ts";
import type { Db } from "../db/database.ts";
import { submissionItem } from "../db/work/submissions.ts";
import { Problem } from "../http/problem.ts";
import type { Actor } from "../identity/actor.ts";
import { addFigures } from "./commands.ts";
import { findOwn, openDraft, touch } from "./draft.ts";
import { inputOf } from "./item-row.ts";
import { findRow, listItems } from "./queries.ts";
import { replaceStatements } from "./statements/commands.ts";
import { listProposed } from "./statements/queries.ts";
import { inputOf as statementOf } from "./statements/row.ts";
import { keepHandedIn } from "./threads/handed-in.ts";

/** Takes the author's own submission back before a decision: it is a draft again, with what it holds. */
export async function recallSubmission(tx: Db, actor: Actor, id: number, version: number, now: Date) {
  const row = await findOwn(tx, actor, id, version, ["submitted"]);
  const open = (await listItems(tx, id)).filter(({ state }) => state === "open");
  const kept = await keepHandedIn(tx, row, open, await listProposed(tx, id));
  await touch(tx, row, now, { state: "draft" });
  await appendAudit(tx, {
    at: now.toISOString(),
    actor,
    action: "submission.recalled",
    subject: `submission ${id}`,
    detail: { title: row.title, state: "draft", ...kept },
  });
}

/** Withdraws the author's own submission permanently. */
export async function withdrawSubmission(tx: Db, actor: Actor, id: number, version: number, now: Date) {
  const row = await findOwn(tx, actor, id, version, ["draft", "returned", "submitted"]);
  const items = await listItems(tx, id);
  if (items.some((item) => item.state === "approved"))
    throw new Problem("conflict", "Part of it has been approved already: take the other figures out instead.");
  await touch(tx, row, now, { state: "withdrawn" });
  const open = items.filter((item) => item.state === "open");
  const itemsHash = hashContent(open, await listProposed(tx, id));
  await appendAudit(tx, {
    at: now.toISOString(),
    actor,
    action: "submission.withdrawn",
    subject: `submission ${id}`,
    // The title of a draft that was never submitted is private.
    detail: { ...(row.submittedAt && { title: row.title }), itemsHash, state: "withdrawn" },
  });
}

/**
 * Opens a draft of what was withdrawn or rejected of the author's own submission, against what is published now. 409
 * where there is none of it.
 */
export async function copySubmission(tx: Db, actor: Actor, id: number, now: Date): Promise<number> {
  const row = await findRow(tx, id);
  if (row.author !== actor.id) throw new Problem("forbidden", "Only its author copies a submission.");
  const isOver = row.state === "withdrawn" || row.state === "rejected";
  const items = (await listItems(tx, id)).filter(({ state }) => state === "rejected" || (isOver && state === "open"));
  const statements = isOver ? await listProposed(tx, id) : [];
  if (items.length + statements.length === 0)
    throw new Problem("conflict", "Nothing in this submission was withdrawn or rejected.");
  const made = await openDraft(tx, actor, row.title, now);
  if (statements.length > 0) {
    const inputs = statements.map((one) => ({ ...statementOf(one), baseRelease: undefined }));
    await replaceStatements(tx, actor, made, 1, inputs, now);
    return made;
  }
  // Old drafts can hold texts that are not numbers.
  const inputs = items.map(inputOf).map((one) => ({ ...one, value: isNumberText(one.value ?? "") ? one.value : null }));
  const ids = await addFigures(tx, actor, made, 1, inputs, now);
  const copyOf = new Map(items.map((item, index) => [item.id, ids[index]]));
  for (const { id: original, pair } of items) {
    const [copy, other] = [copyOf.get(original), copyOf.get(pair ?? 0)];
    if (copy !== undefined && other !== undefined)
      await tx.orm.update(submissionItem).set({ pair: other }).where(eq(submissionItem.id, copy));
  }
  return made;
}
