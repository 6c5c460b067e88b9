import { asc, eq } from "drizzle-orm";
import { release } from "../../db/schema.ts";
import { review, reviewItem, schedule } from "../../db/work/reviews.ts";
import type { ItemRow } from "../../db/work/submissions.ts";
import { type submission, submissionItem } from "../../db/work/submissions.ts";
import { hashItems, hashOutcomes } from "../content.ts";
import { type Entry, last } from "../trail.ts";
import { boundState } from "../upgrade.ts";
import type { VerifyContext } from "./check.ts";

type Review = typeof review.$inferSelect;
type Schedule = typeof schedule.$inferSelect;
type Outcome = typeof reviewItem.$inferSelect;
const DECISIONS = ["review.approve", "review.return", "review.reject", "review.unschedule"];

/** The entry that announced a review; older `review.unschedule` entries lack its id. */
const announced = (row: Review, trail: readonly Entry[]) =>
  trail.find(
    ({ action, detail, at, actor }) =>
      action === `review.${row.decision}` &&
      (detail.review === row.id || (detail.review === undefined && at === row.at && actor === row.reviewer)),
  );

function differs(row: Review, entry: Entry, outcomes: readonly Outcome[]): boolean {
  const { detail } = entry;
  const of = (wanted: string) => outcomes.filter(({ outcome }) => outcome === wanted).length;
  return (
    entry.actor !== row.reviewer ||
    entry.actorName !== row.reviewerName ||
    entry.at !== row.at ||
    (detail.reason ?? null) !== (row.reason || null) ||
    (detail.publishAt ?? null) !== row.publishAt ||
    (detail.onBehalfOf ?? null) !== row.onBehalfOf ||
    (detail.onBehalfOfName ?? null) !== row.onBehalfOfName ||
    (detail.delegationId ?? null) !== row.delegationId ||
    (detail.itemsHash ?? null) !== row.itemsHash ||
    (detail.outcomesHash !== undefined && detail.outcomesHash !== hashOutcomes(outcomes)) ||
    (detail.approved ?? 0) !== of("approve") ||
    (detail.rest ?? 0) !== of("return") + of("reject")
  );
}

/** How a schedule differs from the review that made it and from its outcome. */
function findChangedSchedule(
  row: Review,
  plan: Schedule | undefined,
  release: number | undefined,
  trail: readonly Entry[],
): string | null {
  if ((row.publishAt === null) !== (plan === undefined)) return "its schedule is missing, or was added";
  if (plan === undefined) return null;
  if (plan.publishAt !== row.publishAt) return "is scheduled for another instant than was decided";
  const after = trail.slice(trail.findIndex((entry) => entry.detail.review === row.id) + 1);
  const ended = after.find(({ action }) => action === "review.unschedule" || action === "schedule.failed");
  const state = release
    ? "published"
    : !ended
      ? "waiting"
      : ended.action === "schedule.failed"
        ? "failed"
        : "cancelled";
  return plan.state === state ? null : `its schedule is ${plan.state}, in the audit ${state}`;
}

/** How the figures differ from what a review decided. */
function findChangedDecision(
  { approvedHash, rejectedHash }: Entry["detail"],
  items: readonly (ItemRow & Pick<Outcome, "outcome">)[],
  stands: boolean,
): string | null {
  const by = (outcome: string) => items.filter((item) => item.outcome === outcome);
  const [approved, rejected] = [by("approve"), by("reject")];
  if (rejected.some((item) => item.state !== "rejected")) return "a figure that it rejected is marked otherwise";
  if (stands && approved.some((item) => item.state !== "approved"))
    return "a figure that it approved is marked otherwise";
  if (stands && approvedHash !== undefined && hashItems(approved) !== approvedHash)
    return "the figures that it approved were changed";
  if (rejectedHash !== undefined && hashItems(rejected) !== rejectedHash)
    return "the figures that it rejected were changed";
  return null;
}

/** The release that a review approved. */
export const releaseOf = (db: VerifyContext["db"], reviewId: number) =>
  db.orm.select({ id: release.id }).from(release).where(eq(release.reviewId, reviewId)).get();

/** How a submission's reviews, schedules and decided figures differ from the audit log. */
export async function findChangedReview(
  db: VerifyContext["db"],
  { id }: typeof submission.$inferSelect,
  trail: readonly Entry[],
): Promise<string | null> {
  const reviews = await db.orm.select().from(review).where(eq(review.submissionId, id)).orderBy(asc(review.id));
  const plans = await db.orm.select().from(schedule).where(eq(schedule.submissionId, id));
  const items = await db.orm
    .select({ item: submissionItem, decided: reviewItem })
    .from(submissionItem)
    .leftJoin(reviewItem, eq(reviewItem.itemId, submissionItem.id))
    .where(eq(submissionItem.submissionId, id));
  const before = boundState(trail);
  for (const row of reviews) {
    const say = (what: string) => `review ${row.id} ${what}`;
    const entry = announced(row, trail);
    if (!entry) return say("is not in the audit");
    const decided = items.flatMap(({ item, decided }) =>
      decided?.reviewId === row.id ? [{ ...item, outcome: decided.outcome, decided }] : [],
    );
    const outcomes = decided.map((one) => one.decided);
    if (differs(row, entry, outcomes)) return say("was changed");
    if (row.decision !== "unschedule" && row.itemsHash === null && row.id > before.reviews) return say("has no hash");
    const release = (await releaseOf(db, row.id))?.id;
    const plan = plans.find(({ reviewId }) => reviewId === row.id);
    const wrong = findChangedSchedule(row, plan, release, trail);
    if (wrong) return say(wrong);
    const failed = last(trail, ({ action, detail }) => action === "schedule.failed" && detail.review === row.id);
    // After an unschedule the items are open again and may have been changed.
    const stands = release !== undefined || plan?.state === "waiting" || failed?.detail.state === "rejected";
    const hashes = before.waiting === row.id ? { approvedHash: before.itemsHash } : entry.detail;
    const changed = findChangedDecision(hashes, decided, stands);
    if (changed) return say(changed);
  }
  if (trail.filter(({ action }) => DECISIONS.includes(action)).length !== reviews.length) return "a review is missing";
  if (plans.length !== reviews.filter(({ publishAt }) => publishAt !== null).length) return "a schedule was added";
  return undecided(items);
}

/** A figure marked as decided without a review. */
function undecided(items: readonly { item: ItemRow; decided: Outcome | null }[]): string | null {
  const so = new Set(items.map(({ item, decided }) => `${item.id} ${decided?.outcome}`));
  const found = items.find(
    ({ item }) =>
      (item.state === "approved" && !so.has(`${item.id} approve`)) ||
      (item.state === "rejected" && !so.has(`${item.id} reject`)),
  );
  return found ? `figure ${found.item.id} counts as ${found.item.state} without a review` : null;
}
