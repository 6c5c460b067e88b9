import { line } from "@moc2030/shared/text-schema";
import { z } from "zod";

/** Problems that every step of signing in can meet. */
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
/** A secret, as it is typed. */
export const text = z.string().min(1).max(512);
/** An e-mail address to look somebody up by. */
export const typedAddress = line(512).min(1);
/** What an authenticator shows. */
export const code = z.string().regex(/^\d{6}$/, "expected six digits");
