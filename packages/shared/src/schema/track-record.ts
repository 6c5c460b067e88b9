import { z } from "zod";
import { indicatorCode } from "./indicator.ts";

/** How verdicts like that on one target fared on the panel, `years` of the `of` years in, by class. */
export const trackRecord = z.strictObject({
  targetId: z.string(),
  indicator: indicatorCode,
  /** First and last edition of the panel that were used. */
  from: z.int(),
  to: z.int(),
  years: z.int(),
  of: z.int(),
  economies: z.int(),
  classes: z.array(
    z.strictObject({
      class: z.enum(["met", "on_track", "behind", "off_track", "moving_away"]),
      hits: z.int(),
      cases: z.int(),
      economies: z.int(),
      /** False with fewer than 20 cases, which say nothing. */
      enough: z.boolean(),
    }),
  ),
});
export type TrackRecord = z.infer<typeof trackRecord>;
