import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { figureColumns } from "../figure-columns.ts";

/** A batch of changes proposed by one person. The author never changes; `version` counts changes (If-Match). */
export const submission = sqliteTable(
  "submission",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    version: integer("version").notNull().default(1),
    state: text("state", {
      enum: ["draft", "submitted", "returned", "scheduled", "approved", "rejected", "withdrawn"],
    }).notNull(),
    title: text("title").notNull(),
    author: text("author").notNull(),
    authorName: text("author_name").notNull(),
    createdAt: text("created_at").notNull(),
    updatedAt: text("updated_at").notNull(),
    submittedAt: text("submitted_at"),
    /** SHA-256 of the figures as last submitted (audit/content.ts). */
    itemsHash: text("items_hash"),
  },
  (t) => [index("submission_state").on(t.state)],
);

/** A proposed change of one figure, as typed. Frozen once submitted; `base_release` is the revision the author saw. */
export const submissionItem = sqliteTable(
  "submission_item",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    submissionId: integer("submission_id")
      .notNull()
      .references(() => submission.id),
    kind: text("kind", { enum: ["enter", "withdraw"] }).notNull(),
    ...figureColumns(),
    /** JSON of a source not listed yet. */
    newSource: text("new_source"),
    reason: text("reason"),
    reasonText: text("reason_text"),
    confirmation: text("confirmation"),
    place: text("place"),
    /** JSON array of SHA-256 hashes. */
    evidence: text("evidence").notNull().default("[]"),
    baseRelease: integer("base_release"),
    /** The other half of a move; published together or not at all. */
    pair: integer("pair"),
    state: text("state", { enum: ["open", "approved", "rejected", "removed"] })
      .notNull()
      .default("open"),
  },
  (t) => [
    index("submission_item_of").on(t.submissionId),
    index("submission_item_key").on(t.indicator, t.timePeriod, t.refArea, t.compiler),
  ],
);

/** A row of a table that cannot be a figure yet, in its author's draft: nothing is handed in while there is one. */
export const draftRow = sqliteTable(
  "draft_row",
  {
    id: integer("id").primaryKey(),
    submissionId: integer("submission_id")
      .notNull()
      .references(() => submission.id),
    line: integer("line").notNull(),
    /** JSON of its cells by column, as written, and of what was given for the whole table. */
    body: text("body").notNull(),
  },
  (t) => [index("draft_row_of").on(t.submissionId)],
);

/**
 * A proposed statement (schema/statement.ts of shared). A submission holds these or figures, and they are decided on
 * together. Frozen once submitted; `body` is the JSON to publish, but for the id of a new source.
 */
export const submissionStatement = sqliteTable(
  "submission_statement",
  {
    submissionId: integer("submission_id")
      .notNull()
      .references(() => submission.id),
    /** That of the statement: kind, subject and, of a remark, body. */
    id: text("id").notNull(),
    body: text("body").notNull(),
    withdrawn: integer("withdrawn", { mode: "boolean" }).notNull(),
    /** JSON of a source not listed yet. */
    newSource: text("new_source"),
    reasonText: text("reason_text"),
    /** JSON array of SHA-256 hashes. */
    evidence: text("evidence").notNull(),
    baseRelease: integer("base_release"),
  },
  (t) => [primaryKey({ columns: [t.submissionId, t.id] })],
);

/** A copy of a source; the file is named by its SHA-256. */
export const evidence = sqliteTable("evidence", {
  sha256: text("sha256").primaryKey(),
  type: text("type").notNull(),
  bytes: integer("bytes").notNull(),
  name: text("name").notNull(),
  addedBy: text("added_by").notNull(),
  addedByName: text("added_by_name").notNull(),
  at: text("at").notNull(),
});

export type ItemRow = typeof submissionItem.$inferSelect;
export type StatementRow = typeof submissionStatement.$inferSelect;
