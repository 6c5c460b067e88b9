import { OpenAPIHono } from "@hono/zod-openapi";
import type { ProblemDetail } from "@moc2030/shared/problem";
import type { z } from "zod";
import type { Env } from "./env.ts";
import { Problem } from "./problem.ts";

/** Where a zod issue is, in the words of RFC 9457: a JSON pointer for a body, the parameter's name otherwise. */
function details(issues: readonly z.core.$ZodIssue[], target: string): ProblemDetail[] {
  return issues.flatMap((issue) => {
    const paths = issue.code === "unrecognized_keys" ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
    const detail = issue.code === "unrecognized_keys" ? "not known here" : issue.message;
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

/** A router whose input is checked against the schemas of its routes; what does not fit is a 422 that names each field. */
export function createRouter() {
  return new OpenAPIHono<Env>({
    defaultHook(result) {
      if (result.success) return;
      const errors = details(result.error.issues as z.core.$ZodIssue[], result.target);
      const first = errors[0];
      const where = first && ("pointer" in first ? first.pointer : first.parameter);
      throw new Problem("invalid", first ? `${where}: ${first.detail}` : "The request has invalid values.", errors);
    },
  });
}
