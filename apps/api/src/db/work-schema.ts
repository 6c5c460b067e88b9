import { index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { figureColumns } from "./figure-columns.ts";
import { release } from "./schema.ts";

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
    /** The other half of a move to another year; published together or not at all. */
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

/** What yearly change of an indicator a reviewer holds plausible, the newest row of each; nulls: by its history again. Immutable. */
export const changeLimit = sqliteTable(
  "change_limit",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    indicator: text("indicator").notNull(),
    /** In the indicator's unit a year, ends included. */
    low: real("low"),
    high: real("high"),
    reason: text("reason").notNull(),
    setBy: text("set_by").notNull(),
    setByName: text("set_by_name").notNull(),
    at: text("at").notNull(),
  },
  (t) => [index("change_limit_of").on(t.indicator)],
);

/** The colleague responsible for an indicator. */
export const assignment = sqliteTable("assignment", {
  indicator: text("indicator").primaryKey(),
  staff: text("staff").notNull(),
  staffName: text("staff_name").notNull(),
});

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
    by: text("by").notNull(),
    byName: text("by_name").notNull(),
    at: text("at").notNull(),
  },
  (t) => [index("enquiry_event_of").on(t.enquiryId)],
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
    state: text("state", { enum: ["waiting", "sent", "failed"] }).notNull(),
    tries: integer("tries").notNull().default(0),
    nextAt: text("next_at").notNull(),
    /** Why the last try failed. */
    error: text("error"),
  },
  (t) => [primaryKey({ columns: [t.noticeId, t.person] }), index("mail_due").on(t.state, t.nextAt)],
);

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

export type ItemRow = typeof submissionItem.$inferSelect;
export type StatementRow = typeof submissionStatement.$inferSelect;
