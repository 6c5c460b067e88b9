import type { IncomingMessage } from "node:http";
import type { MiddlewareHandler } from "hono";
import { routePath } from "hono/route";
import type { Env } from "./env.ts";

const routes = new WeakMap<IncomingMessage, string>();

/** Notes which route answers a request from outside; reads in process are part of another request. */
export const noteRoute: MiddlewareHandler<Env> = async (c, next) => {
  await next();
  const { incoming } = (c.env ?? {}) as { incoming?: IncomingMessage };
  // A kept answer is given by the cache, in the name of the route that made it.
  if (incoming) routes.set(incoming, c.get("route") ?? routePath(c));
};

/** The pattern of the route that answered, such as `/indicators/:code`; `none` for a request that reached no route. */
export const routeOf = (request: IncomingMessage): string => routes.get(request) ?? "none";
