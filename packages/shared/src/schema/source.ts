import { z } from "zod";
import { SOURCE_KINDS } from "../figure/source-kinds.ts";
import { isWebAddress } from "../text/clean.ts";
import { day, reducedDate } from "./date.ts";
import { notFormula } from "./line.ts";
import { areaCode } from "./observation.ts";
import { bilingual } from "./text.ts";

export const sourceKind = z.enum(SOURCE_KINDS);

/** Where something was read. Title and publisher as printed there; `date` as known (it can be words). */
export const source = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9-]+$/),
  title: z
    .string()
    .min(1)
    .refine(...notFormula),
  publisher: z
    .string()
    .min(1)
    .refine(...notFormula),
  date: z
    .string()
    .refine(...notFormula)
    .nullable(),
  url: z.string().refine(isWebAddress, "expected an address without a name or password in it").nullable(),
  kind: sourceKind,
  /** How much of it was read: all, its opening, or nothing (recalled). */
  extent: z.enum(["whole", "opening", "none"]),
  note: z.string().nullable(),
});
export type Source = z.infer<typeof source>;

/** What an event belongs to. The two C4IR centres are two: that of the memorandum of 2019, and that of Ho Chi Minh City. */
export const topic = z.enum(["document", "steering", "affiliate_centre", "hcmc_centre", "asean", "figures"]);
export type Topic = z.infer<typeof topic>;

/** A dated event that can be drawn on a chart. */
export const milestoneDefinition = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  date: reducedDate,
  topic,
  title: bilingual,
  description: bilingual,
  source: z.string(),
  confidence: z.enum(["sourced", "unverified"]),
  note: bilingual.nullable(),
});
export type MilestoneDefinition = z.infer<typeof milestoneDefinition>;

/** A country or economy, or a group with its members and the days of their membership. */
export const areaDefinition = z.strictObject({
  code: areaCode,
  name: bilingual,
  kind: z.enum(["economy", "group"]),
  members: z.array(z.strictObject({ area: areaCode, from: reducedDate, to: day.nullable() })),
  source: z.string().nullable(),
});
export type AreaDefinition = z.infer<typeof areaDefinition>;
