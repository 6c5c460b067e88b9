import { asc, gte } from "drizzle-orm";
import { audit } from "../../db/work-schema.ts";
import { auditHash } from "../chain.ts";
import type { Places } from "./check.ts";

/** The first row of the audit chain, from row `from` on, that does not follow from the one before it. */
export function findBrokenLink({ db }: Places, from = 1): string | null {
  let [id, prev]: [number, string | null] = [from - 1, from === 1 ? "" : null];
  for (const row of db.orm.select().from(audit).where(gte(audit.id, from)).orderBy(asc(audit.id)).all()) {
    if (row.id !== id + 1) return `audit ${id + 1}: missing`;
    if (prev !== null && row.prev !== prev) return `audit ${row.id}: does not follow audit ${id}`;
    if (row.hash !== auditHash(row)) return `audit ${row.id}: was changed after it was written`;
    id = row.id;
    prev = row.hash;
  }
  return null;
}

/** How many rows the chain has after the one whose hash begins with `head`; null where it has no such row: its end was cut off, or all of it written anew. */
export function rowsAfter(db: Places["db"], head: string): number | null {
  const found = db.reader
    .prepare("SELECT id FROM audit WHERE substr(hash, 1, length(@head)) = @head ORDER BY id LIMIT 1")
    .pluck()
    .get({ head }) as number | undefined;
  if (found === undefined) return null;
  return db.reader.prepare("SELECT count(*) FROM audit WHERE id > ?").pluck().get(found) as number;
}
