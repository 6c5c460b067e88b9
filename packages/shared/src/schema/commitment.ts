import { z } from "zod";
import { reducedDate } from "./date.ts";
import { indicatorCode } from "./indicator.ts";
import { topic } from "./source.ts";
import { bilingual } from "./text.ts";

/** A text quoted from a source: the Vietnamese as it stands there, the English our translation. */
const quoted = bilingual;

/** One policy orientation of a document. `order` is the compilers' own; the official numbering was not seen. */
export const orientationDefinition = z.strictObject({
  id: z.string().regex(/^[A-Z0-9]+-[a-z-]+$/, "expected an id such as D2289-institutions"),
  document: z.string(),
  order: z.int().positive(),
  title: bilingual,
  quote: quoted,
  source: z.string(),
  note: bilingual.nullable(),
});
export type OrientationDefinition = z.infer<typeof orientationDefinition>;

/** How binding it is: an obligation of membership, an aim or pledge stated in a speech, or a reported fact. */
export const commitmentKind = z.enum(["membership_obligation", "speech_aim", "speech_pledge", "reported_fact"]);

/** A commitment made outside the Decision, as a source quotes it. Its state is what staff record (statement.ts). */
export const commitmentDefinition = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  order: z.int().positive(),
  /** Which of the two centres it belongs to. */
  topic: topic.extract(["affiliate_centre", "hcmc_centre"]),
  kind: commitmentKind,
  /** The earliest day on which it can have been public. */
  date: reducedDate,
  quote: quoted,
  source: z.string(),
  /** The indicator that counts it, where there is one. */
  indicator: indicatorCode.optional(),
  note: bilingual.nullable(),
});
export type CommitmentDefinition = z.infer<typeof commitmentDefinition>;

/** A firm's proposal for a policy or a controlled trial, as a source tells of it. How far it has come is what staff record. */
export const trialDefinition = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  order: z.int().positive(),
  title: bilingual,
  proposer: bilingual,
  /** When it was proposed. */
  date: reducedDate,
  quote: quoted,
  source: z.string(),
  /** What a trial would rest on, where a source says so. */
  legalBasis: bilingual.nullable(),
  note: bilingual.nullable(),
});
export type TrialDefinition = z.infer<typeof trialDefinition>;
