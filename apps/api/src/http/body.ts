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

/** Refuses bodies over `maxSize` bytes, and bodies that are not JSON. */
function guardJson(maxSize: number): MiddlewareHandler<Env> {
  const limited = limitedTo(maxSize);
  return (c, next) => {
    if (!/^application\/json\s*(;|$)/i.test(c.req.header("content-type") ?? ""))
      throw new Problem("unsupported-media-type", "Send Content-Type: application/json.");
    return limited(c, next);
  };
}

/** Refuses bodies over 1 MiB, and bodies that are not JSON. */
export const guardBody = guardJson(1024 * 1024);
/** … over 16 KiB: for addresses that strangers may ask, whose bodies are a few words. */
export const guardSmallBody = guardJson(16 * 1024);

/** Refuses bodies over `maxSize` bytes, and bodies of other types; where `types` is empty the content itself decides (evidence). */
export function guardRaw(maxSize: number, types: readonly string[]): MiddlewareHandler<Env> {
  const limited = limitedTo(maxSize);
  return (c, next) => {
    const type = (c.req.header("content-type") ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
    if (types.length > 0 && !types.includes(type))
      throw new Problem("unsupported-media-type", `Send Content-Type: ${types.join(" or ")}.`);
    return limited(c, next);
  };
}
