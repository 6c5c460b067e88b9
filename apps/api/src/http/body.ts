import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { Env } from "./env.ts";
import { Problem } from "./problem.ts";

const limitedTo = (maxSize: number) =>
  bodyLimit({
    maxSize,
    onError: () => {
      throw new Problem("too-large", `The body is larger than ${maxSize} bytes.`);
    },
  });

/** Rejects bodies over `maxSize` bytes (413) and other types than JSON (415). */
function guardJson(maxSize: number): MiddlewareHandler<Env> {
  const limited = limitedTo(maxSize);
  return (c, next) => {
    if (!/^application\/json\s*(;|$)/i.test(c.req.header("content-type") ?? ""))
      throw new Problem("unsupported-media-type", "Send Content-Type: application/json.");
    return limited(c, next);
  };
}

/** JSON bodies up to 1 MiB. */
export const guardBody = guardJson(1024 * 1024);
/** JSON bodies up to 16 KiB, for routes open to the public. */
export const guardSmallBody = guardJson(16 * 1024);

/**
 * Rejects bodies over `maxSize` bytes (413) and other media types (415); an empty `types` leaves the type to the
 * handler.
 */
export function guardRaw(maxSize: number, types: readonly string[]): MiddlewareHandler<Env> {
  const limited = limitedTo(maxSize);
  return (c, next) => {
    const type = (c.req.header("content-type") ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
    if (types.length > 0 && !types.includes(type))
      throw new Problem("unsupported-media-type", `Send Content-Type: ${types.join(" or ")}.`);
    return limited(c, next);
  };
}
