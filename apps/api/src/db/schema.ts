import { index, integer, primaryKey, real, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { figureColumns } from "./figure-columns.ts";

/** A numbered publication. Every answer is a function of one; rows are immutable. */
export const release = sqliteTable("release", {
  id: integer("id").primaryKey(),
  /** UTC; never earlier than the previous release's. */
  publishedAt: text("published_at").notNull(),
  /**
   * `seed`: reconstructed from publication dates; `seed_change`: edited seed files; `submission`: approved by staff.
   */
  origin: text("origin", { enum: ["seed", "seed_change", "submission"] }).notNull(),
  reasonVi: text("reason_vi").notNull(),
  reasonEn: text("reason_en").notNull(),
  enteredBy: text("entered_by"),
  approvedBy: text("approved_by"),
  /** For `submission`; a review makes at most one release. */
  reviewId: integer("review_id").unique(),
});

/** A version of a definition (indicator, target, source, …): JSON as in data/seed, null when withdrawn. */
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

/**
 * A version of an observation. `obs_value` is the published text, `value` the same number as REAL; OBS_STATUS codes are
 * joined by `;`.
 */
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
  (t) => [
    primaryKey({ columns: [t.indicator, t.compiler, t.refArea, t.timePeriod, t.releaseId] }),
    index("observation_revision_of_release").on(t.releaseId, t.indicator),
  ],
);

/**
 * What a release changed, as the ledger lists it: computed from the rows above by a version of the method, kept because
 * it takes long, and remade whenever it is missing or of another version.
 */
export const releaseOutcome = sqliteTable("release_outcome", {
  releaseId: integer("release_id")
    .primaryKey()
    .references(() => release.id),
  methodVersion: integer("method_version").notNull(),
  /** JSON of counts, indicators and statuses. */
  body: text("body").notNull(),
});

/** The seed state loaded by a release; null where a changed file changed no data. */
export const seedLoad = sqliteTable("seed_load", {
  id: integer("id").primaryKey({ autoIncrement: true }),
  hash: text("hash").notNull(),
  releaseId: integer("release_id").references(() => release.id),
});
