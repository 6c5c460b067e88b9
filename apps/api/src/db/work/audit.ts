import { integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { release } from "../schema.ts";

/** Audit log; SHA-256 hash chain (audit/chain.ts). */
export const audit = sqliteTable("audit", {
  id: integer("id").primaryKey(),
  at: text("at").notNull(),
  actor: text("actor").notNull(),
  actorName: text("actor_name").notNull(),
  action: text("action").notNull(),
  subject: text("subject").notNull(),
  /** JSON. */
  detail: text("detail").notNull(),
  prev: text("prev").notNull(),
  hash: text("hash").notNull(),
});

/** Closes a release: the hash of its content and the audit entry that announced it. Nothing can be added afterwards. */
export const releaseSeal = sqliteTable(
  "release_seal",
  {
    releaseId: integer("release_id")
      .primaryKey()
      .references(() => release.id),
    figuresHash: text("figures_hash").notNull(),
    auditHead: text("audit_head").notNull(),
  },
  (t) => [uniqueIndex("release_seal_audit_head").on(t.auditHead)],
);

/** Responses to requests with an Idempotency-Key, written in the same transaction. */
export const idempotency = sqliteTable(
  "idempotency",
  {
    actor: text("actor").notNull(),
    key: text("key").notNull(),
    /** SHA-256 of method, URL and body. */
    request: text("request").notNull(),
    answer: text("answer").notNull(),
    at: text("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.actor, t.key] })],
);
