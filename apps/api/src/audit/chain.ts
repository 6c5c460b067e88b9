import { createHash } from "node:crypto";
import { desc } from "drizzle-orm";
import type { Db } from "../db/database.ts";
import { audit } from "../db/work-schema.ts";

/** Who did something: one of the staff, or the product itself (`system`) where a command or the clock did it. */
export type Doer = { id: string; name: string };
export const SYSTEM: Doer = { id: "system", name: "Mốc 2030" };

type Row = typeof audit.$inferSelect;
/** What is written down; the chain adds number and hashes. */
export type AuditEntry = { at: string; actor: Doer; action: string; subject: string; detail?: Record<string, unknown> };

/** SHA-256 over a row's canonical text: every field but the hash itself, in a fixed order. */
export const auditHash = (row: Omit<Row, "hash">): string =>
  createHash("sha256")
    .update(JSON.stringify([row.id, row.at, row.actor, row.actorName, row.action, row.subject, row.detail, row.prev]))
    .digest("hex");

/** Adds an entry to the chain and gives its hash, the new head. Call inside a transaction. */
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
