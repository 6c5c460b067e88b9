import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { submission } from "./submissions.ts";

/** A question about a proposed figure or statement, or an answer. Immutable. `part`: id of the item or statement. */
export const comment = sqliteTable(
  "comment",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    submissionId: integer("submission_id")
      .notNull()
      .references(() => submission.id),
    part: text("part").notNull(),
    author: text("author").notNull(),
    authorName: text("author_name").notNull(),
    at: text("at").notNull(),
    text: text("text").notNull(),
  },
  (t) => [index("comment_of").on(t.submissionId)],
);

/** What went back to its author, as it was handed in: JSON of the form's input. Immutable. `version`: of the submission. */
export const handedIn = sqliteTable(
  "handed_in",
  {
    submissionId: integer("submission_id")
      .notNull()
      .references(() => submission.id),
    version: integer("version").notNull(),
    part: text("part").notNull(),
    content: text("content").notNull(),
  },
  (t) => [primaryKey({ columns: [t.submissionId, t.version, t.part] })],
);
