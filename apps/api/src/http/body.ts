import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { Env } from "./env.ts";
import { Problem } from "./problem.ts";

const LIMIT = 1024 * 1024;
const limit = bodyLimit({
  maxSize: LIMIT,
  onError: () => {
    throw new Problem("too-large", `The body is larger than ${LIMIT} bytes.`);
  },
});

/** Refuses bodies over 1 MiB, and bodies that are not JSON. */
export const guardBody: MiddlewareHandler<Env> = (c, next) => {
  if (!/^application\/json\s*(;|$)/i.test(c.req.header("content-type") ?? ""))
    throw new Problem("unsupported-media-type", "Send Content-Type: application/json.");
  return limit(c, next);
};
