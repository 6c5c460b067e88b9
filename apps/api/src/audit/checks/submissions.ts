import { asc, eq } from "drizzle-orm";
import { submission, submissionItem } from "../../db/work-schema.ts";
import { hashItems } from "../content.ts";
import { bySubject, type Entry, last, readTrail } from "../trail.ts";
import { findOlderChanged } from "../upgrade.ts";
import { findBrokenLink } from "./chain.ts";
import type { Check, Places } from "./check.ts";
import { findChangedReview } from "./reviews.ts";

type Submission = typeof submission.$inferSelect;
const text = (value: unknown) => (typeof value === "string" ? value : null);

/** The state that the audit leaves a submission in. */
function stateIn(db: Places["db"], trail: readonly Entry[]): string {
  const said = last(trail, (entry) => text(entry.detail.state) !== null);
  const state = text(said?.detail.state) ?? "draft";
  if (state !== "scheduled") return state;
  const published = db.reader.prepare("SELECT 1 FROM release WHERE review_id = ?").get(said?.detail.review);
  return published ? "approved" : state;
}

const openItems = (db: Places["db"], id: number) =>
  db.orm
    .select()
    .from(submissionItem)
    .where(eq(submissionItem.submissionId, id))
    .all()
    .filter((item) => item.state === "open");

/** In what a submission is not what the audit says of it: who handed it in and when, title, state, figures. */
function findChanged(db: Places["db"], row: Submission, trail: readonly Entry[]): string | null {
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
  // Entries from before recorded no name.
  if (handedIn?.detail.authorName !== undefined && handedIn.actorName !== row.authorName)
    return "its author's name is not that of who handed it in";
  if (signed && signed.detail.authorName !== row.authorName) return "its author's name was changed";
  if (stateIn(db, trail) !== row.state) return `is ${row.state}, in the audit ${stateIn(db, trail)}`;
  const isOpen = row.state === "draft" || row.state === "returned";
  if (titled && !isOpen && titled.detail.title !== row.title) return "its title was changed";
  if (text(hashed?.detail.itemsHash) !== row.itemsHash) return "the hash of what was handed in was changed";
  const bound = row.state === "submitted" ? row.itemsHash : null;
  const left = row.state === "withdrawn" ? text(trail.at(-1)?.detail.itemsHash) : null;
  const expected = bound ?? left;
  if (row.state === "submitted" && bound === null) return "has no hash";
  if (expected !== null && hashItems(openItems(db, row.id)) !== expected)
    return "its figures were changed after they were handed in";
  return null;
}

const findIn = (db: Places["db"], row: Submission, trail: readonly Entry[]): string | null => {
  const found = findChanged(db, row, trail) ?? findChangedReview(db, row, trail) ?? findOlderChanged(db, row.id, trail);
  return found && `submission ${row.id}: ${found}`;
};

/** What is wrong with one submission, its reviews and the audit since; null where it is what its author handed in and others decided. */
export function findChangeOf(db: Places["db"], id: number): string | null {
  const row = db.orm.select().from(submission).where(eq(submission.id, id)).get();
  const trail = readTrail(db, "subject = ?", `submission ${id}`);
  if (!row) return `submission ${id}: missing`;
  return findBrokenLink({ db }, trail[0]?.id) ?? findIn(db, row, trail);
}

/** The first submission that is not what its author handed in, or whose reviews are not what was decided. */
export const findChangedSubmission: Check = ({ db }) => {
  const trails = bySubject(readTrail(db, "subject GLOB 'submission *'"));
  for (const row of db.orm.select().from(submission).orderBy(asc(submission.id)).all()) {
    const subject = `submission ${row.id}`;
    const found = findIn(db, row, trails.get(subject) ?? []);
    if (found) return found;
    trails.delete(subject);
  }
  const [missing] = trails.keys();
  return missing === undefined ? null : `${missing}: missing`;
};
