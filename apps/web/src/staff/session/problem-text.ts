import type { StaffText, StaffTextId } from "../../text/staff-text.tsx";
import { ProblemError } from "./client.ts";

/** Text of an error; the API's own detail only as a fallback. */
export function problemText(error: unknown, { say }: StaffText): string {
  if (!(error instanceof ProblemError)) return say("problem.other");
  const id = `problem.${error.slug}` as StaffTextId;
  const minutes = Math.max(1, Math.ceil(error.retryAfterSeconds / 60));
  const said = say(id, { minutes });
  // lingui returns the id for an unknown text.
  return said === id || error.slug === "invalid" ? say("problem.invalid", { detail: error.message }) : said;
}
