import { line } from "@moc2030/shared/schema/line";
import { z } from "zod";

/** Problems of every sign-in step. */
export const problems = [
  "unreadable-body",
  "cross-site",
  "unsupported-media-type",
  "too-large",
  "invalid",
  "too-many-attempts",
] as const;
export const ok = z.strictObject({ ok: z.literal(true) });
export const tags = ["Session"];
/** A secret as typed. */
export const text = z.string().min(1).max(512);
/** An email address to look up. */
export const typedAddress = line(512).min(1);
/** A code of an authenticator. */
export const code = z.string().regex(/^\d{6}$/, "expected six digits");
