import { inArray } from "drizzle-orm";
import type { Db } from "../../db/database.ts";
import type { review } from "../../db/work/reviews.ts";
import type { ItemRow } from "../../db/work/submissions.ts";
import { submissionItem } from "../../db/work/submissions.ts";
import { Problem } from "../../http/problem.ts";
import { assertVersion } from "../../http/version.ts";
import type { Actor } from "../../identity/actor.ts";
import { findRepresented } from "../../identity/delegation.ts";
import { touch } from "../draft.ts";
import { findRow, type SubmissionRow } from "../queries.ts";

/** The outcome of a decision: a release, a publication instant, or neither. */
export type Outcome = {
  submission: number;
  version: number;
  state: SubmissionRow["state"];
  release: number | null;
  publishAt: string | null;
};

/**
 * Another author's submission at the given version and state, with the represented reviewer; otherwise 403, 412 or 409.
 */
export async function findUnderReview(
  tx: Db,
  actor: Actor,
  id: number,
  version: number,
  state: SubmissionRow["state"],
  now: Date,
): Promise<{
  row: SubmissionRow;
  inPlaceOf: Pick<typeof review.$inferInsert, "onBehalfOf" | "onBehalfOfName" | "delegationId">;
}> {
  const row = await findRow(tx, id);
  if (row.author === actor.id) throw new Problem("own-work", "Nobody approves figures that they entered.");
  const place = await findRepresented(tx, actor, row.author, now);
  assertVersion(version, row.version);
  if (row.state !== state) throw new Problem("conflict", `This submission is ${row.state}, not ${state}.`);
  const inPlaceOf = place && {
    onBehalfOf: place.reviewer.id,
    onBehalfOfName: place.reviewer.name,
    delegationId: place.delegation,
  };
  return { row, inPlaceOf: inPlaceOf ?? {} };
}

/** Marks items as decided or open again. */
export async function setItemState(tx: Db, items: readonly ItemRow[], state: "open" | "approved" | "rejected") {
  const ids = items.map((item) => item.id);
  await tx.orm.update(submissionItem).set({ state }).where(inArray(submissionItem.id, ids));
}

/** Moves a submission to its next state. */
export async function transition(
  tx: Db,
  row: SubmissionRow,
  state: SubmissionRow["state"],
  now: Date,
): Promise<Pick<Outcome, "submission" | "version" | "state">> {
  await touch(tx, row, now, { state });
  return { submission: row.id, version: row.version + 1, state };
}
