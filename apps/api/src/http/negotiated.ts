import type { MiddlewareHandler } from "hono";
import Negotiator from "negotiator";
import type { Env } from "./env.ts";
import { Problem } from "./problem.ts";

/** Longest Accept that is read, in characters; a longer one asks for nothing that is given here, and is passed over. */
const LONGEST_ACCEPT = 2000;

type Described = { method: string; path: string; responses: Record<number, unknown> };

/** Parameters of a media type that choose nothing here; `version` does, for SDMX. */
const OF_NO_MATTER = /;(?!\s*(q|version)\s*=)[^;,"=]+(=("[^"]*"|[^;,"]*))?/gi;

/** Chooses by `Accept` among the media types that a route's description gives, the first where anything will do; 406 where none is acceptable. An address with a suffix has one type and keeps it. */
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
