import { asc, gt, gte } from "drizzle-orm";
import type { Db } from "../../db/database.ts";
import { audit } from "../../db/work/audit.ts";
import { auditHash } from "../chain.ts";

/** The first row, from id `from` on, whose hash or link to the previous row is wrong. */
export async function findBrokenLink(db: Db, from = 1): Promise<string | null> {
  let [id, prev]: [number, string | null] = [from - 1, from === 1 ? "" : null];
  for (const row of await db.orm.select().from(audit).where(gte(audit.id, from)).orderBy(asc(audit.id))) {
    if (row.id !== id + 1) return `audit ${id + 1}: missing`;
    if (prev !== null && row.prev !== prev) return `audit ${row.id}: does not follow audit ${id}`;
    if (row.hash !== auditHash(row)) return `audit ${row.id}: was changed after it was written`;
    id = row.id;
    prev = row.hash;
  }
  return null;
}

/**
 * Number of rows after the one whose hash starts with `head`; null without such a row: the log was truncated or
 * rewritten.
 */
export async function rowsAfter(db: Db, head: string): Promise<number | null> {
  const sql = "SELECT id FROM audit WHERE substr(hash, 1, length(@head)) = @head ORDER BY id LIMIT 1";
  const found = await db.one<{ id: number }>(sql, { head });
  return found ? db.orm.$count(audit, gt(audit.id, found.id)) : null;
}
