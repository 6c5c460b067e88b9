import { OpenAPIHono } from "@hono/zod-openapi";
import type { ProblemDetail } from "@moc2030/shared/schema/problem";
import type { z } from "zod";
import type { Env } from "./env.ts";
import { Problem } from "./problem.ts";

/** What zod would say of a text of no length in terms of its code. */
const isEmptyText = (issue: z.core.$ZodIssue) =>
  issue.code === "too_small" && issue.origin === "string" && issue.minimum === 1;

/** Error details as in RFC 9457: a JSON pointer into a body, otherwise the parameter's name. */
function details(issues: readonly z.core.$ZodIssue[], target: string, given: unknown): ProblemDetail[] {
  return issues.flatMap((issue) => {
    const paths = issue.code === "unrecognized_keys" ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
    const isTwice = target === "query" && Array.isArray((given as Record<string, unknown>)[String(issue.path[0])]);
    const told = isEmptyText(issue) ? "expected some text, found none" : issue.message;
    const detail = issue.code === "unrecognized_keys" ? "not known here" : isTwice ? "expected once, not again" : told;
    return paths.map((path) =>
      target === "json"
        ? {
            pointer: path.map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`).join(""),
            detail,
          }
        : { parameter: String(path[0] ?? target), detail },
    );
  });
}

/** A router that validates requests: an invalid path parameter is 404, anything else 422 with every field listed. */
export function createRouter() {
  return new OpenAPIHono<Env>({
    defaultHook(result, c) {
      if (result.success) return;
      if (result.target === "param") throw new Problem("not-found", `Nothing is at ${c.req.path}.`);
      // `result.data` is set at runtime, though not declared.
      const { data } = result as { data?: unknown };
      const errors = details(result.error.issues as z.core.$ZodIssue[], result.target, data);
      const first = errors[0];
      const where = first && ("pointer" in first ? first.pointer : first.parameter);
      throw new Problem("invalid", first ? `${where}: ${first.detail}` : "The request has invalid values.", errors);
    },
  });
}
