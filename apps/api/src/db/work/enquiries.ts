import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** Figures asked of a body by letter. Immutable; what happened to it since is in `enquiry_event`. */
export const enquiry = sqliteTable("enquiry", {
  id: integer("id").primaryKey({ autoIncrement: true }),
  body: text("body").notNull(),
  bodyName: text("body_name").notNull(),
  /** The last day for the answer. */
  dueOn: text("due_on").notNull(),
  /** JSON array of figure keys. */
  figures: text("figures").notNull(),
  createdBy: text("created_by").notNull(),
  createdByName: text("created_by_name").notNull(),
  createdAt: text("created_at").notNull(),
});

/** An enquiry's letter was sent, an answer received, the answer sent back. Append-only. */
export const enquiryEvent = sqliteTable(
  "enquiry_event",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    enquiryId: integer("enquiry_id")
      .notNull()
      .references(() => enquiry.id),
    kind: text("kind", { enum: ["sent", "received", "returned"] }).notNull(),
    /** Number of the letter; null for an answer sent back. */
    number: text("number"),
    onDay: text("on_day").notNull(),
    reason: text("reason"),
    /** JSON array of the SHA-256 of an answer's scans; null for none. */
    evidence: text("evidence"),
    by: text("by").notNull(),
    byName: text("by_name").notNull(),
    at: text("at").notNull(),
  },
  (t) => [index("enquiry_event_of").on(t.enquiryId)],
);
