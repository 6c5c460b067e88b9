import { and, asc, eq, inArray } from "drizzle-orm";
import type { Db } from "../../db/database.ts";
import { review, schedule } from "../../db/work/reviews.ts";
import { submission } from "../../db/work/submissions.ts";
import { listSubmissions } from "../queries.ts";
import { readersOf } from "./early-readers.ts";
import { representedIn } from "./history.ts";

/** What is to be published at an instant to come, soonest first, with who entered and approved it and its early readers. */
export async function listScheduled(db: Db) {
  const rows = await db.orm
    .select({ schedule, submission, review })
    .from(schedule)
    .innerJoin(submission, eq(submission.id, schedule.submissionId))
    .innerJoin(review, eq(review.id, schedule.reviewId))
    .where(eq(schedule.state, "waiting"))
    .orderBy(asc(schedule.publishAt), asc(schedule.reviewId));
  const listed = [];
  for (const { schedule: plan, submission: row, review: decided } of rows)
    listed.push({
      submission: row.id,
      title: row.title,
      publishAt: plan.publishAt,
      author: { id: row.author, name: row.authorName },
      approvedBy: { id: decided.reviewer, name: decided.reviewerName },
      onBehalfOf: representedIn(decided),
      earlyReaders: await readersOf(db, plan.reviewId),
    });
  return listed;
}

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
