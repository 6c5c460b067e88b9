import type { Db } from "../db/open.ts";
import { prepared } from "../db/prepared.ts";

/** The head of the audit's chain when a release was sealed: SHA-256 in hex; null where there is no such release. It differs between installations that publish the same. */
export const auditHeadOf = (db: Db, release: number | undefined): string | null =>
  (prepared(db, "SELECT audit_head FROM release_seal WHERE release_id = ?")
    .pluck()
    .get(release ?? null) as string | undefined) ?? null;

/** An answer of the API as a page carries it: without the head, so that pages are the same wherever the same is published. */
export const withoutAuditHead = (json: string): string => json.replace(/,"auditHead":(?:"[0-9a-f]{64}"|null)/, "");
