import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** Outbox: what somebody is told of, written in the transaction of what happened. Immutable. */
export const notice = sqliteTable(
  "notice",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    at: text("at").notNull(),
    kind: text("kind").notNull(),
    /** A staff account; null for everybody with `role`, but for who did it. */
    person: text("person"),
    role: text("role"),
    actor: text("actor"),
    submissionId: integer("submission_id"),
    /** JSON of what else is said (schema/notice.ts of shared). */
    detail: text("detail").notNull(),
    /** What is said once only, as a key. */
    once: text("once").unique(),
  },
  (t) => [index("notice_at").on(t.at)],
);

/** A notice on its way to one person by mail; only where a relay is set. */
export const mail = sqliteTable(
  "mail",
  {
    noticeId: integer("notice_id")
      .notNull()
      .references(() => notice.id),
    person: text("person").notNull(),
    /** `dropped`: a reminder that was no longer in force when it could have been sent. */
    state: text("state", { enum: ["waiting", "sent", "failed", "dropped"] }).notNull(),
    tries: integer("tries").notNull().default(0),
    nextAt: text("next_at").notNull(),
    /** Why the last try failed. */
    error: text("error"),
  },
  (t) => [primaryKey({ columns: [t.noticeId, t.person] }), index("mail_due").on(t.state, t.nextAt)],
);
