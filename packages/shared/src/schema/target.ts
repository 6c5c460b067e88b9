import { z } from "zod";
import { day, reducedDate } from "./date.ts";
import { indicatorCode } from "./indicator.ts";
import { bilingual } from "./text.ts";

/** Kinds of target; docs/method.md has a section for each. */
export const targetKind = z.enum(["level", "maintain", "count", "period_average", "rank_in_group", "state", "wording"]);
export type TargetKind = z.infer<typeof targetKind>;

/** Comparator meant by the wording; stored, never inferred. */
export const comparator = z.enum(["<=", "<", ">=", ">"]);
export type Comparator = z.infer<typeof comparator>;

/** A qualifying word of the legal text. */
export const qualifier = z.enum(["about", "over", "maintain", "at_least"]);

/** First and last year of a period average, both included. */
export const yearWindow = z
  .strictObject({ from: z.int().min(1900), to: z.int().max(2100) })
  .refine((w) => w.from <= w.to, "expected from <= to");

/** Where the wording was read. `copy`: a copy of the published text; `content`: no quotation, what sources say that it asks. */
export const wordingBasis = z.enum([
  "press",
  "other_document",
  "translation",
  "signed_text",
  "recalled",
  "copy",
  "content",
]);

/** Why a `wording` has no threshold to assess by: the text sets none, or sets one without saying what counts. */
export const threshold = z.enum(["none", "without_criterion"]);

const fields = {
  id: z.string().regex(/^[A-Z0-9]+-\d{4}-[A-Z0-9_]+$/, "expected an id such as D2289-2030-GII_RANK"),
  indicator: indicatorCode,
  document: z.string(),
  year: z.int().min(2020).max(2100),
  kind: targetKind,
  comparator: comparator.nullable(),
  value: z.number().nullable(),
  qualifier: qualifier.nullable(),
  /** For the kind `wording`; absent for other kinds, and in older releases. */
  threshold: threshold.optional(),
  baseYear: z.int(),
  window: yearWindow.nullable(),
  group: z.string().nullable(),
  clause: z.string().nullable(),
  wordingBasis,
  source: z.string(),
  confidence: z.enum(["sourced", "unverified"]),
  inForceFrom: day,
  inForceTo: day.nullable(),
  /** A citation that bridges a break in the series; null where there is none. */
  bridge: z.string().nullable(),
};

const measurable = new Set<TargetKind>(["level", "maintain", "count", "period_average", "rank_in_group"]);

/** A target as in `data/seed/targets/<DOCUMENT>.yaml`. `value` is in the indicator's unit, or a position for `rank_in_group`. */
export const targetDefinition = z
  .strictObject({
    ...fields,
    wording: z.strictObject({ vi: z.string().min(1).nullable(), en: z.string().min(1) }),
    baseYearReason: bilingual,
    note: bilingual.nullable(),
    /** What the figures count where that is not what the text says. */
    measuredOn: bilingual.optional(),
  })
  .superRefine((target, ctx) => {
    const need = (path: string, ok: boolean, message: string) =>
      ok || ctx.addIssue({ code: "custom", path: [path], message });
    const isMeasurable = measurable.has(target.kind);
    need(
      "comparator",
      isMeasurable === (target.comparator !== null),
      isMeasurable
        ? `a target of kind ${target.kind} needs a comparator`
        : `a target of kind ${target.kind} has no comparator`,
    );
    need(
      "value",
      isMeasurable === (target.value !== null),
      isMeasurable ? `a target of kind ${target.kind} needs a value` : `a target of kind ${target.kind} has no value`,
    );
    need(
      "window",
      (target.kind === "period_average") === (target.window !== null),
      "period_average needs a window; other kinds have none",
    );
    need(
      "group",
      (target.kind === "rank_in_group") === (target.group !== null),
      "rank_in_group needs a group; other kinds have none",
    );
    need(
      "threshold",
      (target.kind === "wording") === (target.threshold !== undefined),
      "a target of kind wording says what its text lacks; other kinds do not",
    );
    need("baseYear", target.baseYear < target.year, "the base year is before the target year");
  });
export type TargetDefinition = z.infer<typeof targetDefinition>;

/** Where the words of a target were read in the signed text: proposed by one person, approved by another in `release`. */
export const verbatim = z.strictObject({
  clause: z.string(),
  page: z.int(),
  checkedOn: day,
  source: z.string(),
  /** What the text asks otherwise than the assessment does; null where the two agree. */
  differs: z.strictObject({ vi: z.string(), en: z.string().nullable() }).nullable(),
  release: z.int(),
});
export type Verbatim = z.infer<typeof verbatim>;
/** A target as known at a release: with `verbatim`, wording, clause and source are those of the signed text. */
export type KnownTarget = TargetDefinition & { verbatim?: Verbatim };

/** A target as the API gives it: the wording in both languages (the Vietnamese is the legal one, null where it was not seen), the rest in the language asked for. */
export const target = z.strictObject({
  ...fields,
  wording: z.strictObject({ vi: z.string().nullable(), en: z.string() }),
  baseYearReason: z.string(),
  note: z.string().nullable(),
  measuredOn: z.string().optional(),
  /** Absent until somebody has read the words in the signed text. */
  verbatim: verbatim.optional(),
});
export type Target = z.infer<typeof target>;

/** A legal document or plan that sets targets. `strategy` is true for the one that the dashboard follows. */
export const documentDefinition = z.strictObject({
  id: z.string(),
  number: z.string(),
  title: bilingual,
  issuer: bilingual,
  issued: reducedDate,
  url: z.url().nullable(),
  source: z.string(),
  strategy: z.boolean(),
  signedTextRead: z.boolean(),
  /** The document that it implements, where a source says so. */
  implements: z.string().nullable(),
  /** Its general objective as a source gives it; null where none was read. */
  objective: z.strictObject({ text: bilingual, source: z.string() }).nullable(),
  note: bilingual.nullable(),
  /** When somebody last looked for a text that ends or amends it, and what was found. Absent in older releases. */
  checkedOn: day.optional(),
  found: bilingual.optional(),
});
export type DocumentDefinition = z.infer<typeof documentDefinition>;
