/** Problem types (RFC 9457): slug → status and title. Every error response of the API is one of these. */
export const problems = {
  "unreadable-body": { status: 400, title: "The body is not readable JSON" },
  "bad-host": { status: 400, title: "The request names no host, or more than one" },
  unauthenticated: { status: 401, title: "Sign in first" },
  "wrong-credentials": { status: 401, title: "These credentials are not right" },
  forbidden: { status: 403, title: "Your role does not allow this" },
  "own-work": { status: 403, title: "Nobody approves their own figures" },
  "represented-work": { status: 403, title: "A stand-in does not decide on the work of the person they stand in for" },
  "confirmation-needed": { status: 403, title: "Confirm with a code of your own authenticator" },
  "own-account": { status: 403, title: "Another administrator changes your role" },
  "cross-site": { status: 403, title: "The request came from another site" },
  "sign-in-off": { status: 403, title: "Staff sign-in needs https" },
  "not-found": { status: 404, title: "Nothing is here" },
  "unknown-code": { status: 404, title: "No such code" },
  "method-not-allowed": { status: 405, title: "This address does not take that method" },
  "not-acceptable": { status: 406, title: "No such format" },
  conflict: { status: 409, title: "This is not possible in its present state" },
  "other-publication": { status: 409, title: "This draft is of another publication" },
  "base-moved": { status: 409, title: "A figure has changed since its author saw it" },
  "key-reused": { status: 409, title: "This Idempotency-Key was used for another request" },
  "last-administrator": { status: 409, title: "Somebody must remain who can manage people" },
  "link-expired": { status: 410, title: "This link is no longer valid" },
  stale: { status: 412, title: "Somebody changed this since you read it" },
  "too-large": { status: 413, title: "The body is too large" },
  "unsupported-media-type": { status: 415, title: "The body is of another type than this address takes" },
  invalid: { status: 422, title: "The request has invalid values" },
  "precondition-required": { status: 428, title: "Say which version you read, with If-Match" },
  "too-many-attempts": { status: 429, title: "Too many attempts" },
  "too-many-streams": { status: 429, title: "Too many open streams" },
  internal: { status: 500, title: "Something went wrong on our side" },
  unavailable: { status: 503, title: "Not ready" },
  busy: { status: 503, title: "Too much of this is asked for at once" },
  "storage-full": { status: 507, title: "The disk is full; nothing was changed" },
} as const;
export type ProblemSlug = keyof typeof problems;

/** Location of an error: a JSON pointer into the body, or the name of a query or path parameter. */
export type ProblemDetail = { pointer: string; detail: string } | { parameter: string; detail: string };
