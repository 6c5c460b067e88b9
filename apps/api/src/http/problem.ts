import { randomUUID } from "node:crypto";
import { type ProblemDetail, type ProblemSlug, problems } from "@moc2030/shared/schema/problem";
import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import { driverError, isDiskFull } from "../db/database.ts";

/** Further errors are only counted, so that a response cannot be many times its request. */
const MAX_ERRORS = 100;

/** An error that becomes an RFC 9457 response. Lists at most 100 of `errors`; `detail` counts the rest. */
export class Problem extends Error {
  readonly slug: ProblemSlug;
  readonly errors: ProblemDetail[];
  readonly headers: Record<string, string>;
  /** Extension members, such as both versions in a conflict. */
  readonly extensions: Record<string, unknown>;
  constructor(
    slug: ProblemSlug,
    detail: string,
    errors: ProblemDetail[] = [],
    headers: Record<string, string> = {},
    more: Record<string, unknown> = {},
  ) {
    const rest = errors.length - MAX_ERRORS;
    super(rest > 0 ? `${detail} (${rest} more errors than the ${MAX_ERRORS} listed)` : detail);
    this.extensions = more;
    this.slug = slug;
    this.errors = errors.slice(0, MAX_ERRORS);
    this.headers = headers;
  }
}

/** 422 for a query or path parameter. */
export const invalidParameter = (parameter: string, detail: string) =>
  new Problem("invalid", `${parameter}: ${detail}`, [{ parameter, detail }]);

/** 422 for a field of the body, named by a JSON pointer. */
export const invalidField = (pointer: string, detail: string) =>
  new Problem("invalid", `${pointer}: ${detail}`, [{ pointer, detail }]);

/** The RFC 9457 response for an error. Anything unexpected is a 500 with a request id only; the cause goes to `log`. */
export function problemResponse(thrown: unknown, c: Context, log: (id: string, error: unknown) => void): Response {
  const error = driverError(thrown);
  const send = (slug: ProblemSlug, more: object, headers: Record<string, string> = {}) =>
    c.body(JSON.stringify({ type: `urn:moc2030:problem:${slug}`, ...problems[slug], ...more }), problems[slug].status, {
      "Content-Type": "application/problem+json",
      "Cache-Control": "no-store",
      ...headers,
    });
  if (error instanceof Problem)
    return send(
      error.slug,
      { ...error.extensions, detail: error.message, ...(error.errors.length > 0 && { errors: error.errors }) },
      error.headers,
    );
  if (error instanceof HTTPException && error.status === 400)
    return send("unreadable-body", { detail: "Send one JSON value, in UTF-8, with Content-Type: application/json." });
  const requestId = randomUUID();
  log(requestId, error);
  if (isDiskFull(error))
    return send("storage-full", {
      detail: "Free some space; reading goes on, and nothing was half written.",
      requestId,
    });
  return send("internal", { requestId });
}
