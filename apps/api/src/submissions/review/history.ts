import type { submission as submissionShape } from "@moc2030/shared/schema/submission";
import { asc, eq } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "../../db/database.ts";
import { release } from "../../db/schema.ts";
import { review, reviewItem } from "../../db/work/reviews.ts";

/** The reviewer in whose place a review was decided; null for a decision in one's own right. */
export const representedIn = ({ onBehalfOf: id, onBehalfOfName: name }: typeof review.$inferSelect) =>
  id === null ? null : { id, name: name ?? "" };

/**
 * All reviews of a submission, oldest first, each with its release. A reason can tell the figure: where the figure, or
 * for a reason for the whole anything, is hidden from the reader, so is the reason, unless they gave it.
 */
export async function listReviews(
  db: Db,
  id: number,
  reader: string,
  isHidden: (item: number) => boolean,
  hidesAny: boolean,
): Promise<z.infer<typeof submissionShape>["reviews"]> {
  const decided = await db.orm
    .select({
      review: reviewItem.reviewId,
      item: reviewItem.itemId,
      outcome: reviewItem.outcome,
      reason: reviewItem.reason,
    })
    .from(reviewItem)
    .innerJoin(review, eq(review.id, reviewItem.reviewId))
    .where(eq(review.submissionId, id))
    .orderBy(asc(reviewItem.itemId));
  const rows = await db.orm
    .select({ review, release: release.id })
    .from(review)
    .leftJoin(release, eq(release.reviewId, review.id))
    .where(eq(review.submissionId, id))
    .orderBy(asc(review.id));
  return rows.map(({ review: r, release: published }) => ({
    id: r.id,
    reviewer: { id: r.reviewer, name: r.reviewerName },
    onBehalfOf: representedIn(r),
    decision: r.decision,
    reason: r.reviewer !== reader && hidesAny ? null : r.reason,
    at: r.at,
    publishAt: r.publishAt,
    release: published,
    items: decided
      .filter((one) => one.review === r.id)
      .map(({ item, outcome, reason }) => ({
        ...{ item, outcome },
        reason: r.reviewer !== reader && isHidden(item) ? null : reason,
      })),
  }));
}
