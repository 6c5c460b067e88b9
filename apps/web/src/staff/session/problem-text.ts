import type { StaffText, StaffTextId } from "../../text/staff-text.tsx";
import { Refusal } from "./client.ts";

/** What went wrong, in words for whoever works here; what the API says in detail only where there are no better words. */
export function problemText(error: unknown, { say }: StaffText): string {
  if (!(error instanceof Refusal)) return say("problem.other");
  const id = `problem.${error.slug}` as StaffTextId;
  const minutes = Math.max(1, Math.ceil(error.retryAfterSeconds / 60));
  const said = say(id, { minutes });
  // A text that no catalogue holds is said as its name.
  return said === id || error.slug === "invalid" ? say("problem.invalid", { detail: error.message }) : said;
}
