import { createHash } from "node:crypto";
import type { AuditAction } from "@moc2030/shared/audit-actions";
import { desc } from "drizzle-orm";
import type { Db } from "../db/database.ts";
import { audit } from "../db/work/audit.ts";

/** Who performed an action: a staff member, or `system` for commands and scheduled work. */
export type Principal = { id: string; name: string };
export const SYSTEM: Principal = { id: "system", name: "Mốc 2030" };

type Row = typeof audit.$inferSelect;
/** An entry as passed in; the chain adds number and hashes. */
export type AuditEntry = {
  at: string;
  actor: Principal;
  action: AuditAction;
  subject: string;
  detail?: Record<string, unknown>;
};

/** SHA-256 over a row's canonical JSON: every field except the hash, in a fixed order. */
export const auditHash = (row: Omit<Row, "hash">): string =>
  createHash("sha256")
    .update(JSON.stringify([row.id, row.at, row.actor, row.actorName, row.action, row.subject, row.detail, row.prev]))
    .digest("hex");

/** Appends an entry and returns its hash, the new head. Call inside a transaction. */
export async function appendAudit(tx: Db, { at, actor, action, subject, detail = {} }: AuditEntry): Promise<string> {
  const last = await tx.orm
    .select({ id: audit.id, hash: audit.hash })
    .from(audit)
    .orderBy(desc(audit.id))
    .limit(1)
    .get();
  const row = {
    id: (last?.id ?? 0) + 1,
    at,
    actor: actor.id,
    actorName: actor.name,
    action,
    subject,
    detail: JSON.stringify(detail),
    prev: last?.hash ?? "",
  };
  const hash = auditHash(row);
  await tx.orm.insert(audit).values({ ...row, hash });
  return hash;
}
