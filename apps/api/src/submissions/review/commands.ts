import type { NoticeKind } from "@moc2030/shared/schema/notice";
import type { Decision } from "@moc2030/shared/schema/submission";
import { appendAudit } from "../../audit/chain.ts";
import { hashContent, hashItems, hashOutcomes } from "../../audit/content.ts";
import type { Db } from "../../db/database.ts";
import { review, reviewItem, schedule } from "../../db/work/reviews.ts";
import type { ItemRow } from "../../db/work/submissions.ts";
import { invalidField, Problem } from "../../http/problem.ts";
import type { Actor } from "../../identity/actor.ts";
import { notify } from "../../notices/notify.ts";
import { listItems, type SubmissionRow } from "../queries.ts";
import { listProposed } from "../statements/queries.ts";
import { keepHandedIn } from "../threads/handed-in.ts";
import { assertNamedOnce, insertReaders, type NamedReader } from "./early-readers.ts";
import { publish } from "./publish.ts";
import { assertPublishable, assertUntampered } from "./publishable.ts";
import { findUnderReview, type Outcome, setItemState, transition } from "./under-review.ts";

function approvedItems(open: readonly ItemRow[], approve: Decision["approve"]): Set<number> {
  if (approve === "all") return new Set(open.map((item) => item.id));
  const [ids, known] = [new Set(approve), new Set(open.map((item) => item.id))];
  const unknown = approve.find((id) => !known.has(id));
  if (unknown !== undefined) throw invalidField("/approve", `no open item ${unknown}`);
  const torn = open.find((item) => ids.has(item.id) && item.pair !== null && !ids.has(item.pair));
  if (torn)
    throw new Problem("invalid", `/approve: item ${torn.id} is one half of a move`, [
      { pointer: "/approve", detail: `item ${torn.id} goes with item ${torn.pair}` },
    ]);
  return ids;
}

/**
 * The reasons given for single figures, by item. 422 unless each is of a figure left and, without a reason for all, each
 * figure left has one; where the whole is returned (`isReturned`) one figure's is enough, as the others go back with it.
 */
function reasonsOf(
  leave: readonly ItemRow[],
  isReturned: boolean,
  { reason, reasons = [] }: Pick<Decision, "reason"> & { reasons?: Decision["reasons"] },
): ReadonlyMap<number, string> {
  const left = new Set(leave.map(({ id }) => id));
  const wrong = reasons.findIndex(({ item }) => !left.has(item));
  if (wrong >= 0) throw invalidField(`/reasons/${wrong}/item`, "expected a figure that is not approved");
  const given = new Map(reasons.map(({ item, text }) => [item, text]));
  if (!reason && leave.some(({ id }) => !given.has(id)) && !(isReturned && given.size > 0))
    throw invalidField("/reason", "say why not all is approved, for all or for each figure that is left");
  return given;
}

/** The state of a submission after a decision; `leaves` says whether anything of it was not approved. */
function stateAfter(
  isApproved: boolean,
  leaves: boolean,
  { rest, publishAt }: Pick<Decision, "rest" | "publishAt">,
): SubmissionRow["state"] {
  if (publishAt !== null) return "scheduled";
  if (leaves && rest === "return") return "returned";
  return isApproved ? "approved" : "rejected";
}

/**
 * Decides a submission: approved figures become one release, now or at a future instant; the rest is returned or
 * rejected. Statements are decided on together.
 */
export async function decide(
  tx: Db,
  actor: Actor,
  id: number,
  version: number,
  decision: Omit<Decision, "earlyReaders" | "reasons"> & {
    earlyReaders?: readonly NamedReader[];
    reasons?: Decision["reasons"];
  },
  now: Date,
): Promise<Outcome> {
  const { row, inPlaceOf } = await findUnderReview(tx, actor, id, version, "submitted", now);
  const items = await listItems(tx, id);
  const open = items.filter((item) => item.state === "open");
  const approved = approvedItems(open, decision.approve);
  const [take, leave] = [open.filter((i) => approved.has(i.id)), open.filter((i) => !approved.has(i.id))];
  const statements = await listProposed(tx, id);
  const isApproved = take.length > 0 || (statements.length > 0 && decision.approve === "all");
  const leaves = leave.length > 0 || !isApproved;
  const at = now.toISOString();
  const earlyReaders = (decision.earlyReaders ?? []).map(({ staff, name, role }) => ({ staff, name, role }));
  assertNamedOnce(earlyReaders, "/earlyReaders");
  const publishAt = decision.publishAt === null ? null : new Date(decision.publishAt).toISOString();
  if (publishAt !== null && publishAt <= at) throw invalidField("/publishAt", "expected an instant to come");
  if (publishAt !== null && leaves)
    throw new Problem("invalid", "/publishAt: only a submission approved as a whole is scheduled", [
      { pointer: "/publishAt", detail: "approve all of it, or publish now" },
    ]);
  const verdict = isApproved ? "approve" : decision.rest;
  const reasons = reasonsOf(leave, verdict === "return", decision);
  if (statements.length > 0 && !isApproved && !decision.reason) throw invalidField("/reason", "say why");
  const content = { items: take, statements };
  if (isApproved) {
    await assertUntampered(tx, id);
    await assertPublishable(tx, content, now);
  }

  const itemsHash = hashContent(open, statements);
  const outcomes = open.map((item) => ({
    itemId: item.id,
    outcome: approved.has(item.id) ? ("approve" as const) : decision.rest,
    reason: reasons.get(item.id) ?? null,
  }));
  const state = stateAfter(isApproved || items.some((item) => item.state === "approved"), leaves, decision);
  const { id: reviewId } = await tx.orm
    .insert(review)
    .values({
      submissionId: id,
      reviewer: actor.id,
      reviewerName: actor.name,
      decision: verdict,
      reason: decision.reason,
      at,
      publishAt,
      itemsHash,
      ...inPlaceOf,
    })
    .returning({ id: review.id })
    .get();
  // The database takes a figure without a reason once another of the return has one.
  const byReason = outcomes.toSorted((a, b) => Number(a.reason === null) - Number(b.reason === null));
  for (const outcome of byReason) await tx.orm.insert(reviewItem).values({ reviewId, ...outcome });
  const kept = state === "returned" && (await keepHandedIn(tx, row, leave, isApproved ? [] : statements));
  await appendAudit(tx, {
    at,
    actor,
    action: `review.${verdict}`,
    subject: `submission ${id}`,
    detail: {
      review: reviewId,
      approved: take.length,
      rest: leave.length,
      ...inPlaceOf,
      ...(decision.reason && { reason: decision.reason }),
      ...(publishAt && { publishAt }),
      itemsHash,
      outcomesHash: hashOutcomes(outcomes),
      ...(take.length > 0 && { approvedHash: hashItems(take) }),
      ...(decision.rest === "reject" && leave.length > 0 && { rejectedHash: hashItems(leave) }),
      state,
      ...kept,
      ...(earlyReaders.length > 0 && { earlyReaders }),
    },
  });
  await setItemState(tx, take, "approved");
  if (decision.rest === "reject") await setItemState(tx, leave, "rejected");

  const tell = (kind: NoticeKind, whole: boolean) =>
    notify(tx, at, { kind, to: { person: row.author }, actor, submission: id, detail: { whole } });
  const isWhole = items.every((item) => item.state === "approved" || approved.has(item.id));
  if (publishAt !== null) {
    await tell("scheduled", isWhole);
    await tx.orm.insert(schedule).values({ reviewId, submissionId: id, publishAt, state: "waiting" });
    await insertReaders(tx, actor, { reviewId, submission: id }, earlyReaders, at);
    return { ...(await transition(tx, row, state, now)), release: null, publishAt };
  }
  if (isApproved) await tell("published", isWhole);
  if (leaves) await tell(decision.rest === "return" ? "returned" : "rejected", leave.length === items.length);
  const release = isApproved ? await publish(tx, row, reviewId, actor, content, now) : null;
  return { ...(await transition(tx, row, state, now)), release, publishAt: null };
}
