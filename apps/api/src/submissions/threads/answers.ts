import { and, desc, eq } from "drizzle-orm";
import type { Db } from "../../db/database.ts";
import { review, reviewItem } from "../../db/work/reviews.ts";
import type { ItemRow, StatementRow, submission } from "../../db/work/submissions.ts";
import { Problem } from "../../http/problem.ts";
import { sinceHandedIn } from "./handed-in.ts";
import { commentsByPart } from "./queries.ts";

/** Figures that went back with a reason of their own, and whether nothing came of the reason for all. */
type Unanswered = { items: number[]; whole: boolean };
export const ANSWERED: Unanswered = { items: [], whole: false };

/**
 * What a returned submission still leaves without an answer. A figure with a reason of its own is changed, taken out or
 * answered in its thread; for the reason for all that holds of one part at least.
 */
export async function findUnanswered(
  db: Db,
  { id, state, author }: Pick<typeof submission.$inferSelect, "id" | "state" | "author">,
  all: readonly ItemRow[],
  statements: readonly StatementRow[],
): Promise<Unanswered> {
  if (state !== "returned") return ANSWERED;
  const last = await db.orm.select().from(review).where(eq(review.submissionId, id)).orderBy(desc(review.id)).get();
  const earlier = await sinceHandedIn(db, id);
  if (!last || !earlier) return ANSWERED;
  const back = await db.orm
    .select()
    .from(reviewItem)
    .where(and(eq(reviewItem.reviewId, last.id), eq(reviewItem.outcome, "return")));
  // A scheduled publication that failed went back without a decision.
  if (last.decision !== "return" && back.length === 0) return ANSWERED;
  const threadOf = await commentsByPart(db, id);
  const isReplied = (part: string | number) =>
    threadOf(part).some((one) => one.author.id === author && one.at >= last.at);
  const isDone = (part: string | number, since: unknown) => since !== "same" || isReplied(part);
  const open = all.filter((item) => item.state === "open");
  const left = open.filter((item) => !isDone(item.id, earlier.item(item)));
  const said = statements.filter((one) => !isDone(one.id, earlier.statement(one)));
  const reasons = new Set(back.flatMap(({ itemId, reason }) => (reason ? [itemId] : [])));
  const items = left.map((item) => item.id).filter((item) => reasons.has(item));
  const isUntouched =
    left.length + said.length === open.length + statements.length &&
    earlier.removed([...all, ...statements].map((part) => part.id)).length === 0;
  return { items, whole: items.length === 0 && last.reason !== null && isUntouched };
}

/** Throws a 422 that names each figure that went back and has neither been changed nor answered. */
export async function assertAnswered(
  db: Db,
  row: Parameters<typeof findUnanswered>[1],
  open: readonly ItemRow[],
  statements: readonly StatementRow[],
) {
  const { items, whole } = await findUnanswered(db, row, open, statements);
  const detail = "sent back: change it, take it out, or answer in its thread";
  const errors = open.flatMap(({ id }, index) => (items.includes(id) ? [{ pointer: `/items/${index}`, detail }] : []));
  if (whole) errors.push({ pointer: "/items", detail: "sent back: change, take out or answer at least one part" });
  if (errors.length > 0)
    throw new Problem("invalid", "What went back with a reason is handed in again changed or answered.", errors);
}
