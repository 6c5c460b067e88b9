import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { submission, submissionItem } from "./submissions.ts";

/** A decision about a submission, never by its author. Immutable. */
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
    /** SHA-256 of the figures decided on; null in reviews older than hashes. */
    itemsHash: text("items_hash"),
    /** The reviewer represented by a delegate; null for a decision in one's own right. */
    onBehalfOf: text("on_behalf_of"),
    onBehalfOfName: text("on_behalf_of_name"),
    delegationId: integer("delegation_id"),
  },
  (t) => [index("review_of").on(t.submissionId)],
);

/** The outcome per item. */
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
    /** Why this figure in particular was not approved. */
    reason: text("reason"),
  },
  (t) => [primaryKey({ columns: [t.reviewId, t.itemId] })],
);

/** An approval with a future publication instant. It gets its release number when published. */
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

/** Pre-release access: who may see a scheduled publication up to 24 hours early. Public with the release, immutable. */
export const earlyReader = sqliteTable(
  "early_reader",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    reviewId: integer("review_id")
      .notNull()
      .references(() => schedule.reviewId),
    /** A staff account, which reads it here; null for somebody informed by other means. */
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
 * A reviewer's delegate for a period: named by the reviewer, or by an administrator with a second one's confirmation,
 * and in force only once accepted. Terms are immutable; rows without `created_by` predate acceptance.
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

/** When somebody is away, days in Viet Nam with both ends. It gives nobody a right. Kept; ended once. */
export const absence = sqliteTable("absence", {
  id: integer("id").primaryKey({ autoIncrement: true }),
  staff: text("staff").notNull(),
  staffName: text("staff_name").notNull(),
  fromDay: text("from_day").notNull(),
  toDay: text("to_day").notNull(),
  createdBy: text("created_by").notNull(),
  createdByName: text("created_by_name").notNull(),
  createdAt: text("created_at").notNull(),
  /** Back early, or recorded by mistake. */
  endedBy: text("ended_by"),
  endedAt: text("ended_at"),
});
