import { and, asc, eq, inArray } from "drizzle-orm";
import type { Db } from "../../db/database.ts";
import { schedule, submission } from "../../db/work-schema.ts";
import { listSubmissions } from "../queries.ts";

/** Submissions awaiting review, oldest first, and scheduled ones. */
export async function listQueue(db: Db, actor: { id: string }) {
  const rows = await db.orm
    .select({ id: submission.id, publishAt: schedule.publishAt })
    .from(submission)
    .leftJoin(schedule, and(eq(schedule.submissionId, submission.id), eq(schedule.state, "waiting")))
    .where(inArray(submission.state, ["submitted", "scheduled"]))
    .orderBy(asc(submission.submittedAt), asc(submission.id));
  const listed = [
    ...(await listSubmissions(db, actor, { state: "submitted" })),
    ...(await listSubmissions(db, actor, { state: "scheduled" })),
  ];
  const heads = new Map(listed.map((s) => [s.id, s]));
  return rows.flatMap(({ id, publishAt }) => {
    const head = heads.get(id);
    return head ? [{ ...head, own: head.author.id === actor.id, publishAt }] : [];
  });
}
