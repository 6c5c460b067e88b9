import type { ImportColumn } from "@moc2030/shared/entry/import-columns";
import type { FigureInput } from "@moc2030/shared/schema/submission";
import { and, asc, eq, inArray } from "drizzle-orm";
import type { Db } from "../../db/database.ts";
import { draftRow } from "../../db/work/submissions.ts";
import { Problem } from "../../http/problem.ts";

/** A row of a table that cannot be a figure yet: its cells as written, defaults included. */
export interface RowToMend {
  readonly line: number;
  readonly cells: Partial<Record<ImportColumn, string>>;
  readonly newSource: FigureInput["newSource"];
  readonly evidence: readonly string[];
}

/** Most rows to mend in a draft: more is a table that was not meant. */
export const MAX_TO_MEND = 1000;

/** The number of a draft's rows that have to be mended. */
export const countToMend = (db: Db, id: number): Promise<number> =>
  db.orm.$count(draftRow, eq(draftRow.submissionId, id));

/** A draft's rows that have to be mended, in order. */
export async function listToMend(db: Db, id: number): Promise<(RowToMend & { id: number })[]> {
  const rows = await db.orm.select().from(draftRow).where(eq(draftRow.submissionId, id)).orderBy(asc(draftRow.id));
  return rows.map(({ id: row, line, body }) => ({ id: row, line, ...(JSON.parse(body) as Omit<RowToMend, "line">) }));
}

/** Keeps rows to be mended in a draft, in the place of those with the ids `replaced`. */
export async function keepRest(
  tx: Db,
  id: number,
  rows: readonly RowToMend[],
  replaced: readonly number[],
): Promise<void> {
  await tx.orm.delete(draftRow).where(and(eq(draftRow.submissionId, id), inArray(draftRow.id, [...replaced])));
  if ((await countToMend(tx, id)) + rows.length > MAX_TO_MEND)
    throw new Problem("invalid", `A draft holds at most ${MAX_TO_MEND} rows to be mended: mend the table first.`);
  for (const { line, ...body } of rows)
    await tx.orm.insert(draftRow).values({ submissionId: id, line, body: JSON.stringify(body) });
}
