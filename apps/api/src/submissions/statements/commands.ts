import { type StatementInput, statementId } from "@moc2030/shared/schema/statement";
import { eq } from "drizzle-orm";
import type { Db } from "../../db/database.ts";
import { submissionStatement } from "../../db/work/submissions.ts";
import { findStatement } from "../../definitions/statements.ts";
import { Problem } from "../../http/problem.ts";
import type { Actor } from "../../identity/actor.ts";
import { newestReleaseId } from "../../observations/read-point.ts";
import { assertKnownEvidence, findOwn, OPEN, touch } from "../draft.ts";
import { countToMend } from "../import/rest.ts";
import { countItems } from "../queries.ts";
import { assertStatements } from "./check.ts";
import { rowOf } from "./row.ts";

/** Replaces the statements of a draft, each with the revision its author saw. A submission of figures takes none. */
export async function replaceStatements(
  tx: Db,
  actor: Actor,
  id: number,
  version: number,
  inputs: readonly StatementInput[],
  now: Date,
) {
  const row = await findOwn(tx, actor, id, version, OPEN);
  if (inputs.length > 0 && (await countItems(tx, id)) + (await countToMend(tx, id)) > 0)
    throw new Problem("conflict", "This submission holds figures: open another one for statements.");
  await assertStatements(tx, inputs, now);
  await assertKnownEvidence(tx, { id: actor.id, now }, inputs);
  await tx.orm.delete(submissionStatement).where(eq(submissionStatement.submissionId, id));
  const release = await newestReleaseId(tx);
  for (const input of inputs) {
    const seen = (await findStatement(tx, statementId(input), release))?.release ?? null;
    const baseRelease = input.baseRelease === undefined ? seen : input.baseRelease;
    await tx.orm.insert(submissionStatement).values({ submissionId: id, ...rowOf(input), baseRelease });
  }
  await touch(tx, row, now);
}
