import { and, asc, eq } from "drizzle-orm";
import { type StatementRow, submission, submissionItem, submissionStatement } from "../../db/work/submissions.ts";
import { hashContent, hashStatement } from "../content.ts";
import { bySubject, type Entry, last, readTrail } from "../trail.ts";
import { findChangedOlderRow } from "../upgrade.ts";
import { findBrokenLink } from "./chain.ts";
import type { Check, VerifyContext } from "./check.ts";
import { findChangedReview, releaseOf } from "./reviews.ts";

type Submission = typeof submission.$inferSelect;
const text = (value: unknown) => (typeof value === "string" ? value : null);

/** The state of a submission per audit log. */
async function stateIn(db: VerifyContext["db"], trail: readonly Entry[]): Promise<string> {
  const entry = last(trail, ({ detail }) => text(detail.state) !== null);
  const state = text(entry?.detail.state) ?? "draft";
  if (state !== "scheduled") return state;
  return (await releaseOf(db, Number(entry?.detail.review))) ? "approved" : state;
}

const openItems = (db: VerifyContext["db"], id: number) =>
  db.orm
    .select()
    .from(submissionItem)
    .where(and(eq(submissionItem.submissionId, id), eq(submissionItem.state, "open")));

/** The first statement of a submission that is not what its author handed in. */
function findChangedProposal(rows: readonly StatementRow[], handedIn: Entry | undefined): string | null {
  const expected = new Map(Object.entries((handedIn?.detail.statements ?? {}) as Record<string, string>));
  for (const row of rows) {
    if (expected.get(row.id) !== hashStatement(row)) return `statement ${row.id} was changed after it was handed in`;
    expected.delete(row.id);
  }
  const [missing] = expected.keys();
  return missing === undefined ? null : `statement ${missing} is missing`;
}

/** How a submission differs from the audit log: author, time, title, state, figures, statements. */
async function findChanged(db: VerifyContext["db"], row: Submission, trail: readonly Entry[]): Promise<string | null> {
  const handedIn = last(trail, (entry) => entry.action === "submission.submitted");
  const signed = last(trail, (entry) => text(entry.detail.authorName) !== null);
  const titled = last(trail, (entry) => text(entry.detail.title) !== null);
  const hashed = last(
    trail,
    ({ action, detail }) =>
      (action === "submission.submitted" || action === "upgrade.hashed") && text(detail.itemsHash) !== null,
  );
  if ((handedIn?.at ?? null) !== row.submittedAt) return "was handed in at another time, or never";
  if (handedIn && handedIn.actor !== row.author) return "its author is not who handed it in";
  // Older entries recorded no name.
  if (handedIn?.detail.authorName !== undefined && handedIn.actorName !== row.authorName)
    return "its author's name is not that of who handed it in";
  if (signed && signed.detail.authorName !== row.authorName) return "its author's name was changed";
  const state = await stateIn(db, trail);
  if (state !== row.state) return `is ${row.state}, in the audit ${state}`;
  const isOpen = row.state === "draft" || row.state === "returned";
  if (titled && !isOpen && titled.detail.title !== row.title) return "its title was changed";
  if (text(hashed?.detail.itemsHash) !== row.itemsHash) return "the hash of what was handed in was changed";
  const statements = await db.orm
    .select()
    .from(submissionStatement)
    .where(eq(submissionStatement.submissionId, row.id));
  const changed = isOpen || state === "withdrawn" ? null : findChangedProposal(statements, handedIn);
  if (changed) return changed;
  const bound = row.state === "submitted" ? row.itemsHash : null;
  const left = row.state === "withdrawn" ? text(trail.at(-1)?.detail.itemsHash) : null;
  const expected = bound ?? left;
  if (row.state === "submitted" && bound === null) return "has no hash";
  if (expected !== null && hashContent(await openItems(db, row.id), statements) !== expected)
    return "its figures were changed after they were handed in";
  return null;
}

const findIn = async (db: VerifyContext["db"], row: Submission, trail: readonly Entry[]): Promise<string | null> => {
  const found =
    (await findChanged(db, row, trail)) ??
    (await findChangedReview(db, row, trail)) ??
    (await findChangedOlderRow(db, row.id, trail));
  return found && `submission ${row.id}: ${found}`;
};

/**
 * The first fault in a submission, its reviews or later audit entries; null if it is what was submitted and decided.
 */
export async function findSubmissionFault(db: VerifyContext["db"], id: number): Promise<string | null> {
  const row = await db.orm.select().from(submission).where(eq(submission.id, id)).get();
  const trail = await readTrail(db, "subject = @subject", { subject: `submission ${id}` });
  if (!row) return `submission ${id}: missing`;
  return (await findBrokenLink(db, trail[0]?.id)) ?? findIn(db, row, trail);
}

/** The first submission that differs from what was submitted, or whose reviews differ from what was decided. */
export const findChangedSubmission: Check = async ({ db }) => {
  const trails = bySubject(await readTrail(db, "subject LIKE 'submission %'"));
  for (const row of await db.orm.select().from(submission).orderBy(asc(submission.id))) {
    const subject = `submission ${row.id}`;
    const found = await findIn(db, row, trails.get(subject) ?? []);
    if (found) return found;
    trails.delete(subject);
  }
  const [missing] = trails.keys();
  return missing === undefined ? null : `${missing}: missing`;
};
