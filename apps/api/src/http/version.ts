import type { Context } from "hono";
import { Problem } from "./problem.ts";

/** The version in If-Match; 428 if absent. */
export function ifMatch(c: Context): number {
  const header = c.req.header("if-match");
  if (header === undefined)
    throw new Problem(
      "precondition-required",
      "Send If-Match with the ETag that you were given, so that nobody's change is lost.",
    );
  const version = /^"(\d{1,9})"$/.exec(header.trim())?.[1];
  // `*` and other tags match no version.
  return version === undefined ? -1 : Number(version);
}

/** Throws a 412 unless the version of If-Match is the current one. */
export function assertVersion(given: number, current: number) {
  if (given !== current)
    throw new Problem("stale", `You read version ${given < 0 ? "unknown" : given}; it is now version ${current}.`);
}

export const setETag = (c: Context, version: number) => c.header("ETag", `"${version}"`);
