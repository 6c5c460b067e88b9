import { z } from "zod";

const year = z.int();

/** Others in our place: past windows of the panel's economies, and how the rule did when replayed on the panel. */
export const othersLikeUs = z.strictObject({
  windows: z.int(),
  hits: z.int(),
  economies: z.int(),
  share: z.number(),
  low: z.number(),
  high: z.number(),
  horizon: z.int(),
  from: year,
  shown: z.boolean(),
  reason: z.enum(["few_cases", "no_skill"]).nullable(),
  replay: z
    .strictObject({
      cases: z.int(),
      said: z.number(),
      happened: z.number(),
      brier: z.number(),
      brierNever: z.number(),
      brierShare: z.number(),
    })
    .nullable(),
});
export type OthersLikeUs = z.infer<typeof othersLikeUs>;

/** Why others in our place cannot be counted. */
const noOthers = z.strictObject({ reason: z.enum(["no_pool", "no_window"]) });

/**
 * What stands beside a verdict, never coloured and no forecast. Values are in the indicator's unit, changes in that
 * unit a year (for a period average in percent a year), improvements positive whichever way is better.
 */
export const outlook = z.strictObject({
  /** The even way from the latest figure to the target. */
  catchUp: z.array(z.strictObject({ timePeriod: year, value: z.number() })).nullable(),
  /** The value in the target year if the pace since the base went on; never for ranks. */
  continuation: z.strictObject({ value: z.number(), gap: z.number(), satisfies: z.boolean() }).nullable(),
  /** The yearly improvement that is needed beside the largest on record. */
  record: z
    .strictObject({
      needed: z.number(),
      best: z.strictObject({ from: year, to: year, perYear: z.number() }).nullable(),
      reached: z.int(),
      of: z.int(),
      since: year,
    })
    .nullable(),
  othersLikeUs: z.union([othersLikeUs, noOthers]).nullable(),
});
export type Outlook = z.infer<typeof outlook>;
