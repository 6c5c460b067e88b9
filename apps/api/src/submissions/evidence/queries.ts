import { inArray } from "drizzle-orm";
import type { Db } from "../../db/database.ts";
import { evidence } from "../../db/work/submissions.ts";

const { sha256, name, type, bytes } = evidence;

/** Copies of sources by hash, in the same order; unknown hashes are skipped. */
export async function findFiles(db: Db, hashes: readonly string[]) {
  if (hashes.length === 0) return [];
  const found = await db.orm
    .select({ sha256, name, type, bytes })
    .from(evidence)
    .where(inArray(sha256, [...hashes]));
  return hashes.flatMap((hash) => found.find((file) => file.sha256 === hash) ?? []);
}
