import { z } from "zod";

/** A release as lists name it: its number and the instant (UTC) at which it became public. */
export const releaseRef = z.strictObject({ id: z.int().positive(), publishedAt: z.iso.datetime() });
export type ReleaseRef = z.infer<typeof releaseRef>;
