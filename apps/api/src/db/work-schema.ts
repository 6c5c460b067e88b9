import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { figureColumns } from "./figure-columns.ts";
import { release } from "./schema.ts";

/** A batch of proposed changes by one person. Who that is never changes; `version` grows with every change (If-Match). */
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
    /** SHA-256 of the figures as they were handed in last (audit/content.ts). */
    itemsHash: text("items_hash"),
  },
  (t) => [index("submission_state").on(t.state)],
);

/** One proposed change of one figure, as typed. Frozen once submitted; `base_release` is the revision that its author saw. */
export const submissionItem = sqliteTable(
  "submission_item",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    submissionId: integer("submission_id")
      .notNull()
      .references(() => submission.id),
    kind: text("kind", { enum: ["enter", "withdraw"] }).notNull(),
    ...figureColumns(),
    /** JSON of a source that is not listed yet. */
    newSource: text("new_source"),
    reason: text("reason"),
    reasonText: text("reason_text"),
    confirmation: text("confirmation"),
    place: text("place"),
    /** JSON array of SHA-256. */
    evidence: text("evidence").notNull().default("[]"),
    baseRelease: integer("base_release"),
    /** The other half of a move to another year: both or neither is published. */
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

/** What somebody else decided about a submission. Never changed; never by its author. */
export const review = sqliteTable(
  "review",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    submissionId: integer("submission_id")
      .notNull()
      .references(() => submission.id),
    reviewer: text("reviewer").notNull(),
    reviewerName: text("reviewer_name").notNull(),
    decision: text("decision", { enum: ["approve", "return", "reject", "unschedule"] }).notNull(),
    reason: text("reason"),
    at: text("at").notNull(),
    publishAt: text("publish_at"),
    /** SHA-256 of the figures that it decided on; absent in reviews from before there were hashes. */
    itemsHash: text("items_hash"),
    /** The reviewer in whose place a stand-in decided; null where somebody decided in their own right. */
    onBehalfOf: text("on_behalf_of"),
    onBehalfOfName: text("on_behalf_of_name"),
    delegationId: integer("delegation_id"),
  },
  (t) => [index("review_of").on(t.submissionId)],
);

/** What a review decided of each item. */
export const reviewItem = sqliteTable(
  "review_item",
  {
    reviewId: integer("review_id")
      .notNull()
      .references(() => review.id),
    itemId: integer("item_id")
      .notNull()
      .references(() => submissionItem.id),
    outcome: text("outcome", { enum: ["approve", "return", "reject"] }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.reviewId, t.itemId] })],
);

/** An approval that becomes public later. It has no release number until then. */
export const schedule = sqliteTable("schedule", {
  reviewId: integer("review_id")
    .primaryKey()
    .references(() => review.id),
  submissionId: integer("submission_id")
    .notNull()
    .references(() => submission.id),
  publishAt: text("publish_at").notNull(),
  state: text("state", { enum: ["waiting", "published", "cancelled", "failed"] }).notNull(),
});

/** A copy of a source, kept as a file named by its SHA-256. */
export const evidence = sqliteTable("evidence", {
  sha256: text("sha256").primaryKey(),
  type: text("type").notNull(),
  bytes: integer("bytes").notNull(),
  name: text("name").notNull(),
  addedBy: text("added_by").notNull(),
  addedByName: text("added_by_name").notNull(),
  at: text("at").notNull(),
});

/** Who may see a scheduled publication before its instant, at most 24 hours ahead; public with the release. Never changed. */
export const earlyReader = sqliteTable(
  "early_reader",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    reviewId: integer("review_id")
      .notNull()
      .references(() => schedule.reviewId),
    /** One of the staff, who reads it here; null for somebody who is told by other means. */
    staff: text("staff"),
    name: text("name").notNull(),
    /** Position and organisation, as printed beside the name. */
    role: text("role").notNull(),
    addedBy: text("added_by").notNull(),
    addedByName: text("added_by_name").notNull(),
    addedAt: text("added_at").notNull(),
  },
  (t) => [index("early_reader_of").on(t.reviewId)],
);

/**
 * A reviewer's stand-in for a time: made by the reviewer, or by an administrator and confirmed by another, and of no
 * force until the stand-in has accepted. What was agreed never changes; rows without `created_by` are from before acceptance.
 */
export const delegation = sqliteTable("delegation", {
  id: integer("id").primaryKey({ autoIncrement: true }),
  reviewer: text("reviewer").notNull(),
  reviewerName: text("reviewer_name").notNull(),
  standIn: text("stand_in").notNull(),
  standInName: text("stand_in_name").notNull(),
  startsAt: text("starts_at").notNull(),
  endsAt: text("ends_at").notNull(),
  revokedAt: text("revoked_at"),
  createdBy: text("created_by"),
  createdByName: text("created_by_name"),
  createdAt: text("created_at"),
  confirmedBy: text("confirmed_by"),
  confirmedByName: text("confirmed_by_name"),
  confirmedAt: text("confirmed_at"),
  acceptedAt: text("accepted_at"),
});

/** Who looks after an indicator. */
export const assignment = sqliteTable("assignment", {
  indicator: text("indicator").primaryKey(),
  staff: text("staff").notNull(),
  staffName: text("staff_name").notNull(),
});

/** What was answered to a request with an Idempotency-Key, written in the transaction of its effect. */
export const idempotency = sqliteTable(
  "idempotency",
  {
    actor: text("actor").notNull(),
    key: text("key").notNull(),
    /** SHA-256 of method, address and body. */
    request: text("request").notNull(),
    answer: text("answer").notNull(),
    at: text("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.actor, t.key] })],
);

/** What happened, by whom, each row chained to the one before by SHA-256 (audit/chain.ts). */
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

/** Closes a release: the hash of all that it changed, and the audit entry that announced it. Nothing can join it afterwards. */
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

export type ItemRow = typeof submissionItem.$inferSelect;
