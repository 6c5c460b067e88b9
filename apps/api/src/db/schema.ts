import { integer, primaryKey, real, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { figureColumns } from "./figure-columns.ts";

/** One numbered publication. Everything that an answer depends on belongs to one; rows are never changed. */
export const release = sqliteTable("release", {
  id: integer("id").primaryKey(),
  /** UTC instant at which it became public; never before its predecessor's. */
  publishedAt: text("published_at").notNull(),
  /** `seed`: rebuilt from a source's own date; `seed_change`: changed reference files; `submission`: entered and approved by staff. */
  origin: text("origin", { enum: ["seed", "seed_change", "submission"] }).notNull(),
  reasonVi: text("reason_vi").notNull(),
  reasonEn: text("reason_en").notNull(),
  enteredBy: text("entered_by"),
  approvedBy: text("approved_by"),
  /** The review that approved it, for `submission`; one review makes one release. */
  reviewId: integer("review_id").unique(),
});

/** One version of a definition (indicator, target, source, …): JSON as in data/seed, null once withdrawn. */
export const definitionRevision = sqliteTable(
  "definition_revision",
  {
    kind: text("kind").notNull(),
    id: text("id").notNull(),
    releaseId: integer("release_id")
      .notNull()
      .references(() => release.id),
    body: text("body"),
  },
  (t) => [primaryKey({ columns: [t.kind, t.id, t.releaseId] })],
);

/** One version of an observation. `obs_value` is the published text, `value` the same number for arithmetic; status codes are joined by `;`. */
export const observationRevision = sqliteTable(
  "observation_revision",
  {
    ...figureColumns(),
    value: real("value"),
    source: text("source").notNull(),
    releaseId: integer("release_id")
      .notNull()
      .references(() => release.id),
  },
  (t) => [primaryKey({ columns: [t.indicator, t.compiler, t.refArea, t.timePeriod, t.releaseId] })],
);

/** Which state of data/seed was loaded by which release; null where a changed file changed no answer. */
export const seedLoad = sqliteTable("seed_load", {
  id: integer("id").primaryKey({ autoIncrement: true }),
  hash: text("hash").notNull(),
  releaseId: integer("release_id").references(() => release.id),
});
