import type { Statement, StatementInput } from "@moc2030/shared/schema/statement";
import { asc, eq } from "drizzle-orm";
import type { Db } from "../../db/database.ts";
import { type StatementRow, submissionStatement } from "../../db/work/submissions.ts";
import { findDefinition } from "../../definitions/queries.ts";
import { findStatement } from "../../definitions/statements.ts";
import { Problem } from "../../http/problem.ts";
import { newestReleaseId } from "../../observations/read-point.ts";
import { findFiles } from "../evidence/queries.ts";
import { inputOf } from "./row.ts";

/** The statements of a submission, by id. */
export const listProposed = (db: Db, submission: number): Promise<StatementRow[]> =>
  db.orm
    .select()
    .from(submissionStatement)
    .where(eq(submissionStatement.submissionId, submission))
    .orderBy(asc(submissionStatement.id));

/** The number of statements of each submission that has any. */
export async function countProposed(db: Db): Promise<Map<number, number>> {
  const sql = "SELECT submission_id AS id, count(*) AS n FROM submission_statement GROUP BY submission_id";
  return new Map((await db.all<{ id: number; n: number }>(sql)).map(({ id, n }) => [id, n]));
}

/** A statement as published now. */
const current = async (db: Db, id: string) => findStatement(db, id, await newestReleaseId(db));

/**
 * The statements of a submission, each with what is published now or, once decided, what its author saw. Of hidden ones
 * only their ids are given.
 */
export async function showProposed(db: Db, submission: number, { hidden, open }: { hidden: boolean; open: boolean }) {
  const shown = [];
  for (const row of await listProposed(db, submission)) {
    const now = await current(db, row.id);
    const proposed = inputOf(row);
    const published = open ? now : await seenBy(db, row);
    shown.push({
      id: row.id,
      proposed: hidden ? null : proposed,
      files: hidden ? [] : await findFiles(db, proposed.evidence),
      current: published,
      moved: open && (now?.release ?? null) !== row.baseRelease,
      replaces: await wordingBefore(db, proposed, published),
    });
  }
  return shown;
}

/** The words of its target that a verbatim stands in place of: those read before, or those of data/seed. */
async function wordingBefore(db: Db, { kind, subject }: StatementInput, published: Statement | null) {
  if (published?.kind === "verbatim") return published.content.wording;
  if (kind !== "verbatim") return null;
  return (await findDefinition(db, "target", subject, await newestReleaseId(db)))?.wording ?? null;
}

/** The published statement that the author of a proposal saw. */
const seenBy = (db: Db, row: StatementRow): Promise<Statement | null> => findStatement(db, row.id, row.baseRelease);

/** Throws a 409 with both versions where a statement was published anew since its author saw it. */
export async function assertUnmoved(db: Db, rows: readonly StatementRow[]) {
  const conflicts = [];
  for (const row of rows) {
    const now = await current(db, row.id);
    if ((now?.release ?? null) === row.baseRelease) continue;
    conflicts.push({
      statement: row.id,
      seenRelease: row.baseRelease,
      seen: await seenBy(db, row),
      current: now,
    });
  }
  if (conflicts.length === 0) return;
  const detail = `${conflicts.length} statements have changed since their author saw them.`;
  throw new Problem("base-moved", detail, [], {}, { conflicts });
}
