import type { MiddlewareHandler } from "hono";
import Negotiator from "negotiator";
import type { Env } from "./env.ts";
import { Problem } from "./problem.ts";

/** Longer Accept headers are ignored. */
const MAX_ACCEPT_LENGTH = 2000;

type DescribedRoute = { method: string; path: string; responses: Record<number, unknown> };

/** Media type parameters that do not affect the choice; `version` does, for SDMX. */
const IGNORED_PARAMETERS = /;(?!\s*(q|version)\s*=)[^;,"=]+(=("[^"]*"|[^;,"]*))?/gi;

/**
 * Content negotiation among the media types of a route's description; the first is the default, 406 if none is
 * acceptable. Paths with a suffix are not negotiated.
 */
export function negotiated(base: string, routes: readonly DescribedRoute[]): MiddlewareHandler<Env> {
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
    if (accept === undefined || accept === "*/*" || accept.length > MAX_ACCEPT_LENGTH) return next();
    if (c.req.method !== "GET" && c.req.method !== "HEAD") return next();
    const types = known.find(({ path }) => path.test(c.req.path))?.types;
    if (!types) return next();
    const chosen = new Negotiator({ headers: { accept: accept.replace(IGNORED_PARAMETERS, "") } }).mediaType(types);
    if (chosen === undefined) throw new Problem("not-acceptable", `This address gives ${types.join(", ")}.`);
    if (chosen !== types[0]) c.set("accepted", chosen);
    return next();
  };
}
