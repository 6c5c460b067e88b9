import { z } from "zod";

/** Reference to a release: number and publication instant (UTC). */
export const releaseRef = z.strictObject({ id: z.int().positive(), publishedAt: z.iso.datetime() });
export type ReleaseRef = z.infer<typeof releaseRef>;
