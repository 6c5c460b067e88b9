import { asc } from "drizzle-orm";
import { comment, handedIn } from "../../db/work/threads.ts";
import { hashComment, hashHandedIn } from "../content.ts";
import { readTrail } from "../trail.ts";
import type { Check } from "./check.ts";

/** The first comment that differs from the audit log, or is missing. */
export const findChangedComment: Check = async ({ db }) => {
  const entries = await readTrail(db, "action = 'submission.commented'");
  const expected = new Map(entries.map((entry) => [entry.detail.comment, entry]));
  for (const row of await db.orm.select().from(comment).orderBy(asc(comment.id))) {
    const entry = expected.get(row.id);
    if (entry?.detail.hash !== hashComment(row) || entry.actor !== row.author || entry.at !== row.at)
      return `comment ${row.id}: is not the one in the audit`;
    expected.delete(row.id);
  }
  const [missing] = expected.keys();
  return missing === undefined ? null : `comment ${missing}: missing`;
};

/** The first version of a submission of which something else is kept than went back to its author. */
export const findChangedHandedIn: Check = async ({ db }) => {
  const entries = await readTrail(db, "subject LIKE 'submission %'");
  const expected = new Map(
    entries.flatMap(({ subject, detail }) =>
      detail.handedInHash === undefined ? [] : [[`${subject} at version ${detail.handedIn}`, detail.handedInHash]],
    ),
  );
  const kept = new Map<string, (typeof handedIn.$inferSelect)[]>();
  for (const row of await db.orm.select().from(handedIn)) {
    const key = `submission ${row.submissionId} at version ${row.version}`;
    const rows = kept.get(key);
    if (rows) rows.push(row);
    else kept.set(key, [row]);
  }
  for (const [key, rows] of kept) {
    if (expected.get(key) !== hashHandedIn(rows)) return `${key}: what was handed in is not what is kept of it`;
    expected.delete(key);
  }
  const [missing] = expected.keys();
  return missing === undefined ? null : `${missing}: what was handed in is missing`;
};
