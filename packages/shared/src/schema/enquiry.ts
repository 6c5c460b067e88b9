import { z } from "zod";
import { eventDay } from "./date.ts";
import { sha256 } from "./evidence.ts";
import { line, lines, notFormula } from "./line.ts";

const letterNumber = line(100)
  .min(1)
  .refine(...notFormula)
  .describe("Number of the letter.");

/** What happened to an enquiry: its letter was sent, an answer was received, the answer was sent back. `on` is the day of the letter. */
export const enquiryEvent = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("sent"), number: letterNumber, on: eventDay }),
  z.strictObject({
    kind: z.literal("received"),
    number: letterNumber,
    on: eventDay,
    evidence: z.array(sha256).max(10).default([]).describe("Scans of the answer, for staff only."),
  }),
  z.strictObject({ kind: z.literal("returned"), on: eventDay, reason: lines(2000).min(1) }),
]);
export type EnquiryEvent = z.infer<typeof enquiryEvent>;

/** `made`: the letter is a draft. */
export const enquiryState = z.enum(["made", "sent", "received", "returned"]);
export type EnquiryState = z.infer<typeof enquiryState>;
