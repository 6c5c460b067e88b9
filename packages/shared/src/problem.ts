/** The catalogue of problems (RFC 9457): slug → status and title. Every error the API gives is one of these. */
export const problems = {
  "unreadable-body": { status: 400, title: "The body is not readable JSON" },
  "not-found": { status: 404, title: "Nothing is here" },
  "unknown-code": { status: 404, title: "No such code" },
  "method-not-allowed": { status: 405, title: "This address does not take that method" },
  "not-acceptable": { status: 406, title: "No such format" },
  "too-large": { status: 413, title: "The body is too large" },
  "unsupported-media-type": { status: 415, title: "The body must be application/json" },
  invalid: { status: 422, title: "The request has invalid values" },
  internal: { status: 500, title: "Something went wrong on our side" },
  unavailable: { status: 503, title: "Not ready" },
} as const;
export type ProblemSlug = keyof typeof problems;

/** Where an error is: a JSON pointer into the body, or the name of a query or path parameter. */
export type ProblemDetail = { pointer: string; detail: string } | { parameter: string; detail: string };
