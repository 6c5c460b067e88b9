import { z } from "zod";
import { revisionReasons } from "../figure/figure.ts";
import { assessmentClass, reason as assessmentReason } from "./assessment.ts";
import { evidenceFile, newSource, sha256 } from "./evidence.ts";
import { enteredShape, publishedShape, typed, typedLines } from "./figure.ts";
import { indicatorCode } from "./indicator.ts";
import { line, lines, notFormula } from "./line.ts";
import { areaCode } from "./observation.ts";
import { proposedStatement } from "./statement.ts";

export const figureKey = z.strictObject({
  indicator: indicatorCode,
  compiler: z.string().regex(/^[A-Z]{2,12}$/, "expected a compiler code such as WIPO"),
  refArea: areaCode,
  timePeriod: z.int().min(1900).max(2100),
});

const { value, valueLimit, obsStatus, confidence, rankPool, source, ...afterSource } = enteredShape;
// A new source stands beside the listed one.
const beforeSource = { value, valueLimit, obsStatus, confidence, rankPool, source };

/** The form input of one figure. */
export const figureInput = z.strictObject({
  ...figureKey.shape,
  kind: z.enum(["enter", "withdraw"]).default("enter"),
  ...beforeSource,
  newSource: newSource.nullable().default(null),
  ...afterSource,
  reason: z.enum(revisionReasons).nullable().default(null),
  reasonText: typedLines.nullable().default(null),
  confirmation: typedLines.nullable().default(null).describe("The author's words on the warnings."),
  place: typed.nullable().default(null).describe("Page or table of the source; number and date of the letter."),
  evidence: z.array(sha256).max(10).default([]),
  baseRelease: z
    .int()
    .nullable()
    .optional()
    .describe("Release of the figure that the author saw; null where there was none; absent: the one of now."),
});
export type FigureInput = z.infer<typeof figureInput>;

/** A figure as published, in both languages. */
export const publishedFigure = z.strictObject({
  ...figureKey.shape,
  ...publishedShape,
  release: z.int(),
  storedAs: z
    .string()
    .optional()
    .describe("The stored text of the number, only where that is not its canonical form; a correction replaces it."),
});

/** An error or warning: a code and the values of its message. */
export const finding = z.strictObject({
  code: z.string(),
  field: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
});

/** draft → submitted → approved (a release) | scheduled (embargo) | returned (to be changed) | rejected; withdrawn by its author. */
export const submissionState = z.enum([
  "draft",
  "submitted",
  "returned",
  "scheduled",
  "approved",
  "rejected",
  "withdrawn",
]);
export type SubmissionState = z.infer<typeof submissionState>;

export const person = z.strictObject({ id: z.string(), name: z.string() });

/** The change that a release would make to one target's assessment. */
export const statusChange = z.strictObject({
  targetId: z.string(),
  before: z.strictObject({ class: assessmentClass, reason: assessmentReason.nullable() }).nullable(),
  after: z.strictObject({ class: assessmentClass, reason: assessmentReason.nullable() }),
});

/** Somebody else's proposal for the same figure. */
export const otherProposal = z.strictObject({
  submission: z.int(),
  state: submissionState,
  author: person,
  value: z.string().nullable(),
  /** Whether its value is hidden from the reader: another person's draft, or under embargo. */
  hidden: z.boolean(),
});

/** A question about a figure or statement, or an answer to one. */
export const comment = z.strictObject({ id: z.int(), author: person, at: z.iso.datetime(), text: z.string() });

const since = z
  .enum(["same", "changed", "added"])
  .nullable()
  .describe("What became of it since the submission last went back to its author; null where it never did.");

/** A figure as it was handed in earlier. */
const earlierFigure = figureInput.omit({ baseRelease: true }).extend({ value: z.string().nullable() });

export const submissionItem = z.strictObject({
  ...figureInput.shape,
  /** As stored: old drafts can hold texts that are not numbers. */
  value: z.string().nullable(),
  id: z.int(),
  baseRelease: z.int().nullable(),
  /** The copies that `evidence` names. */
  files: z.array(evidenceFile),
  /** The other half of a move. */
  pair: z.int().nullable(),
  state: z.enum(["open", "approved", "rejected"]),
  current: publishedFigure.nullable(),
  /** Whether the published figure is no longer the one that the author saw. */
  moved: z.boolean(),
  errors: z.array(finding),
  warnings: z.array(finding),
  others: z.array(otherProposal),
  /** Whether the content is hidden from the reader: everything but the key is empty then. */
  hidden: z.boolean(),
  since,
  /** As it was handed in before it changed; null where it did not. */
  previous: earlierFigure.nullable(),
  comments: z.array(comment),
});

export const review = z.strictObject({
  id: z.int(),
  reviewer: person,
  /** The reviewer who delegated this decision; null without a delegation. */
  onBehalfOf: person.nullable(),
  decision: z.enum(["approve", "return", "reject", "unschedule"]),
  reason: z.string().nullable(),
  at: z.iso.datetime(),
  items: z.array(
    z.strictObject({
      item: z.int(),
      outcome: z.enum(["approve", "return", "reject"]),
      /** Why this figure in particular was not approved. */
      reason: z.string().nullable(),
    }),
  ),
  publishAt: z.iso.datetime().nullable(),
  release: z.int().nullable(),
});

export const submissionHead = z.strictObject({
  id: z.int(),
  version: z.int(),
  state: submissionState,
  title: z.string(),
  author: person,
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  submittedAt: z.iso.datetime().nullable(),
  items: z.int(),
  /** A submission holds figures or statements, never both. */
  statements: z.int(),
});
/** An early reader of a scheduled publication, and from when. Public with the release. */
export const namedReader = z.strictObject({ name: z.string(), role: z.string(), from: z.iso.datetime() });

export const submission = submissionHead.extend({
  items: z.array(submissionItem),
  toMend: z.int().describe("Rows of a table in the draft that are no figures yet."),
  unanswered: z
    .strictObject({
      items: z.array(z.int()).describe("Figures that went back with a reason of their own."),
      whole: z.boolean().describe("Nothing came of the reason for all."),
    })
    .describe("For its author: what has to be changed, taken out or answered before it is handed in again."),
  statements: z.array(proposedStatement.extend({ since, comments: z.array(comment) })),
  /** Figures that were handed in earlier and are no longer there. */
  removed: z.array(earlierFigure),
  reviews: z.array(review),
  /** Early readers of the scheduled publication; empty otherwise. */
  earlyReaders: z.array(namedReader),
});

/** A staff member by id (named as in the account), or anyone by name, position and organisation. */
export const earlyReader = z
  .strictObject({
    staff: line(100).nullable().default(null),
    name: line(100)
      .refine(...notFormula)
      .default(""),
    role: line(200)
      .refine(...notFormula)
      .default(""),
  })
  .refine((r) => r.staff !== null || (r.name !== "" && r.role !== ""), {
    path: ["name"],
    message: "say who it is: name, and position or organisation",
  });
export type EarlyReader = z.infer<typeof earlyReader>;

/** A review decision. Items that are not named get `rest`. */
export const decision = z
  .strictObject({
    approve: z.union([z.literal("all"), z.array(z.int()).max(20_000)]).default([]),
    rest: z.enum(["return", "reject"]).default("return"),
    reason: lines(4000)
      .nullable()
      .default(null)
      .describe("Why not all is approved; of figures, each can have its own."),
    reasons: z
      .array(z.strictObject({ item: z.int(), text: lines(2000).min(1) }))
      .max(20_000)
      .default([])
      .describe(
        "Why a figure in particular is not approved. Without `reason`: where all is returned, of one figure or more, and the others go back without objection; else of each that is not approved.",
      ),
    publishAt: z.iso.datetime({ offset: true }).nullable().default(null).describe("A future instant is an embargo."),
    earlyReaders: z
      .array(earlyReader)
      .max(100)
      .default([])
      .describe("Who sees it before that instant, at most 24 hours ahead; public with the release."),
  })
  .refine((d) => d.approve === "all" || d.reason || d.reasons.length > 0, {
    path: ["reason"],
    message: "say why not all is approved",
  })
  .refine((d) => d.earlyReaders.length === 0 || d.publishAt !== null, {
    path: ["earlyReaders"],
    message: "only a publication at an instant to come has early readers",
  });
export type Decision = z.infer<typeof decision>;
