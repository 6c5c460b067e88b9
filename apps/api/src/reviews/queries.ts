import { and, asc, eq, inArray } from "drizzle-orm";
import type { Db } from "../db/open.ts";
import { schedule, submission } from "../db/work-schema.ts";
import { listSubmissions } from "../submissions/queries.ts";

/** What waits for review, oldest first, and what is scheduled. */
export function listQueue(db: Db, actor: { id: string }) {
  const rows = db.orm
    .select({ id: submission.id, publishAt: schedule.publishAt })
    .from(submission)
    .leftJoin(schedule, and(eq(schedule.submissionId, submission.id), eq(schedule.state, "waiting")))
    .where(inArray(submission.state, ["submitted", "scheduled"]))
    .orderBy(asc(submission.submittedAt), asc(submission.id))
    .all();
  const heads = new Map(
    (["submitted", "scheduled"] as const)
      .flatMap((state) => listSubmissions(db, actor, { state }))
      .map((s) => [s.id, s]),
  );
  return rows.flatMap(({ id, publishAt }) => {
    const head = heads.get(id);
    return head ? [{ ...head, own: head.author.id === actor.id, publishAt }] : [];
  });
}
