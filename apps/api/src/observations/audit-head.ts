import type { Db } from "../db/database.ts";

/**
 * The audit head at the time a release was sealed: SHA-256 in hex, null without such a release. It differs between
 * installations with the same data.
 */
export async function auditHeadOf(db: Db, release: number | undefined): Promise<string | null> {
  const sql = "SELECT audit_head AS head FROM release_seal WHERE release_id = @release";
  return (await db.one<{ head: string }>(sql, { release: release ?? null }))?.head ?? null;
}
