import type { StaffText, StaffTextId } from "../text/staff-text.tsx";
import { Refusal } from "./client.ts";

const known = new Set([
  "offline",
  "wrong-credentials",
  "forbidden",
  "own-work",
  "represented-work",
  "confirmation-needed",
  "own-account",
  "cross-site",
  "sign-in-off",
  "unavailable",
  "unknown-code",
  "conflict",
  "base-moved",
  "key-reused",
  "last-administrator",
  "link-expired",
  "stale",
  "too-large",
  "unsupported-media-type",
  "unauthenticated",
  "too-many-attempts",
  "storage-full",
]);

/** What went wrong, in words for whoever works here; what the API says in detail only where there are no better words. */
export function problemText(error: unknown, { say }: StaffText): string {
  if (!(error instanceof Refusal)) return say("problem.other");
  if (!known.has(error.slug)) return say("problem.invalid", { detail: error.message });
  return say(`problem.${error.slug}` as StaffTextId, { minutes: Math.max(1, Math.ceil(error.retryAfterSeconds / 60)) });
}
