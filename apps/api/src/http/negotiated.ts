import type { MiddlewareHandler } from "hono";
import Negotiator from "negotiator";
import type { Env } from "./env.ts";
import { Problem } from "./problem.ts";

/** Longer Accept headers are ignored. */
const LONGEST_ACCEPT = 2000;

type Described = { method: string; path: string; responses: Record<number, unknown> };

/** Media type parameters that do not affect the choice; `version` does, for SDMX. */
const OF_NO_MATTER = /;(?!\s*(q|version)\s*=)[^;,"=]+(=("[^"]*"|[^;,"]*))?/gi;

/**
 * Content negotiation among the media types of a route's description; the first is the default, 406 if none is
 * acceptable. Paths with a suffix are not negotiated.
 */
export function negotiated(base: string, routes: readonly Described[]): MiddlewareHandler<Env> {
  const known = routes
    .filter((route) => route.method === "get")
    .map(({ path, responses }) => ({
      path: new RegExp(`^${base}${path.replaceAll(".", "\\.").replace(/\{\w+\}/g, "[^/]+")}$`),
      hasSuffix: /\.\w+$/.test(path),
      types: Object.keys((responses[200] as { content?: object } | undefined)?.content ?? {}),
    }))
    .filter(({ hasSuffix, types }) => !hasSuffix && types.length > 0);
  return (c, next) => {
    const accept = c.req.header("accept");
    if (accept === undefined || accept === "*/*" || accept.length > LONGEST_ACCEPT) return next();
    if (c.req.method !== "GET" && c.req.method !== "HEAD") return next();
    const types = known.find(({ path }) => path.test(c.req.path))?.types;
    if (!types) return next();
    const chosen = new Negotiator({ headers: { accept: accept.replace(OF_NO_MATTER, "") } }).mediaType(types);
    if (chosen === undefined) throw new Problem("not-acceptable", `This address gives ${types.join(", ")}.`);
    if (chosen !== types[0]) c.set("accepted", chosen);
    return next();
  };
}
