import { integer, primaryKey, real, sqliteTable, text } from "drizzle-orm/sqlite-core";

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

/** One version of an observation. `obs_value` is the published text, `value` the same number for arithmetic. */
export const observationRevision = sqliteTable(
  "observation_revision",
  {
    indicator: text("indicator").notNull(),
    compiler: text("compiler").notNull(),
    refArea: text("ref_area").notNull(),
    timePeriod: integer("time_period").notNull(),
    releaseId: integer("release_id")
      .notNull()
      .references(() => release.id),
    obsValue: text("obs_value"),
    value: real("value"),
    valueLimit: text("value_limit"),
    /** SDMX codes joined by `;`. */
    obsStatus: text("obs_status").notNull(),
    confidence: text("confidence").notNull(),
    rankPool: integer("rank_pool"),
    source: text("source").notNull(),
    edition: text("edition"),
    published: text("published"),
    obsComVi: text("obs_com_vi"),
    obsComEn: text("obs_com_en"),
  },
  (t) => [primaryKey({ columns: [t.indicator, t.compiler, t.refArea, t.timePeriod, t.releaseId] })],
);

/** Which state of data/seed was loaded by which release; null where a changed file changed no answer. */
export const seedLoad = sqliteTable("seed_load", {
  id: integer("id").primaryKey({ autoIncrement: true }),
  hash: text("hash").notNull(),
  releaseId: integer("release_id").references(() => release.id),
});
