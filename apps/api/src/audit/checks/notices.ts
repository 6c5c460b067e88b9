import { isReminder } from "@moc2030/shared/schema/notice";
import { asc } from "drizzle-orm";
import { notice } from "../../db/work/notices.ts";
import { type Entry, readTrail } from "../trail.ts";
import type { Check } from "./check.ts";

type Notice = typeof notice.$inferSelect;

/**
 * Whether an entry of its instant is what a notice tells of: by whom it says, about its submission, its release, an
 * account or a delegation.
 */
const isTold = ({ actor, submissionId, detail }: Notice, entry: Entry): boolean =>
  (actor === null || (entry.actor === actor && entry.actorName === JSON.parse(detail).actor)) &&
  (submissionId === null
    ? /^(staff|delegation) /.test(entry.subject)
    : entry.subject === `submission ${submissionId}` || (entry.action === "release.published" && actor === null));

/** A reminder of a figure that is due: by nobody, and written once. */
const isDueReminder = ({ kind, actor, submissionId, once }: Notice): boolean =>
  isReminder(kind) && actor === null && submissionId === null && once !== null;

const IN_NOTICES = "at IN (SELECT at FROM notice)";

/** The first notice that tells of what the audit does not know, or that is missing. */
export const findForgedNotice: Check = async ({ db }) => {
  const byInstant = new Map<string, Entry[]>();
  for (const entry of await readTrail(db, IN_NOTICES))
    byInstant.set(entry.at, [...(byInstant.get(entry.at) ?? []), entry]);
  for (const [n, row] of (await db.orm.select().from(notice).orderBy(asc(notice.id))).entries()) {
    if (row.id !== n + 1) return `notice ${n + 1}: missing`;
    if (!isDueReminder(row) && !byInstant.get(row.at)?.some((entry) => isTold(row, entry)))
      return `notice ${row.id}: the audit does not know of it`;
  }
  return null;
};
