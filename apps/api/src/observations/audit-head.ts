import type { Db } from "../db/database.ts";

/** The head of the audit's chain when a release was sealed: SHA-256 in hex; null where there is no such release. It differs between installations that publish the same. */
export async function auditHeadOf(db: Db, release: number | undefined): Promise<string | null> {
  const sql = "SELECT audit_head AS head FROM release_seal WHERE release_id = @release";
  return (await db.one<{ head: string }>(sql, { release: release ?? null }))?.head ?? null;
}

/** An answer of the API as a page carries it: without the head, so that pages are the same wherever the same is published. */
export const withoutAuditHead = (json: string): string => json.replace(/,"auditHead":(?:"[0-9a-f]{64}"|null)/, "");
