import { withoutTracking } from "@moc2030/shared/tracking";
import type { Hono, MiddlewareHandler } from "hono";
import { TrieRouter } from "hono/router/trie-router";
import type { Env } from "./env.ts";
import { Problem } from "./problem.ts";

const isRead = (method: string) => method === "GET" || method === "HEAD";

/** Lets a read be asked for with the parameters that a shared link picks up: they neither choose nor spoil anything, and one answer is kept for all. */
export const untracked: MiddlewareHandler<Env> = (c, next) => {
  const { raw } = c.req;
  const start = isRead(raw.method) ? raw.url.indexOf("?") : -1;
  if (start >= 0) {
    const search = raw.url.slice(start);
    const kept = withoutTracking(search);
    if (kept !== search)
      c.req.raw = new Request(raw.url.slice(0, start) + kept, { method: raw.method, headers: raw.headers });
  }
  return next();
};

/**
 * Answers what no route of `app` is for: an address that is not there is 404 whatever the method, one that takes others
 * 405 with those in `Allow`. Routes for every address (the pages') answer for themselves.
 */
export function knownAddresses(app: Hono<Env>): MiddlewareHandler<Env> {
  let router: TrieRouter<string[]> | undefined;
  function methodsAt(path: string): Set<string> {
    if (!router) {
      router = new TrieRouter();
      for (const { path: known, method } of app.routes)
        if (method !== "ALL" && known !== "/*" && known !== "*")
          router.add("ALL", known, method === "GET" ? ["GET", "HEAD"] : [method]);
    }
    return new Set(router.match("ALL", path)[0].flatMap(([methods]) => methods));
  }
  function refuseUnknown(method: string, path: string) {
    const methods = methodsAt(path);
    if (methods.size === 0) {
      if (!path.startsWith("/api/")) return;
      throw new Problem("not-found", `Nothing is at ${path}.`);
    }
    if (!methods.has(method) && method !== "OPTIONS") throw methodNotAllowed([...methods]);
  }
  return async (c, next) => {
    const { method, path } = c.req;
    if (!isRead(method)) refuseUnknown(method, path);
    await next();
    if (isRead(method) && c.res.status === 404 && !c.error) refuseUnknown(method, path);
  };
}

/** An address that is there and takes other methods. */
export const methodNotAllowed = (methods: readonly string[]) =>
  new Problem("method-not-allowed", `Allowed here: ${methods.join(", ")}.`, [], { Allow: methods.join(", ") });
