import type { MiddlewareHandler } from "hono";
import type { Env } from "./env.ts";

/**
 * What routes mark `no-cache` holds until the next release or day. A cache in front may give it for 5 seconds, for 5
 * more while it asks again, and for a week where the server does not answer; a browser asks each time.
 */
export const CURRENT = "public, max-age=0, s-maxage=5, stale-while-revalidate=5, stale-if-error=604800";

/** The Cache-Control that is sent for what a route says. */
export const sentLifetime = (lifetime: string): string => (lifetime === "no-cache" ? CURRENT : lifetime);

/** Sends the lifetime of public answers, and of redirects to their canonical addresses. */
export const sharedLifetimes: MiddlewareHandler<Env> = async (c, next) => {
  await next();
  const { headers, status } = c.res;
  const isRedirect = (status === 301 || status === 303) && (c.req.method === "GET" || c.req.method === "HEAD");
  const lifetime = headers.get("cache-control") ?? (isRedirect ? "no-cache" : null);
  // What comes with a cookie is for one person.
  if (lifetime === "no-cache" && !headers.has("set-cookie")) headers.set("Cache-Control", CURRENT);
};
