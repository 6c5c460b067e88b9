import { withoutTracking } from "@moc2030/shared/page/tracking";
import type { Hono, MiddlewareHandler } from "hono";
import { TrieRouter } from "hono/router/trie-router";
import type { Env } from "./env.ts";
import { Problem } from "./problem.ts";

/** A percent-encoded unreserved character (RFC 3986, 6.2.2.2) or an empty parameter. */
const NON_CANONICAL = /%(?:2[DE]|3\d|4[1-9A-F]|5[0-9AF]|6[1-9A-F]|7[0-9AE])|[?&](?:&|$)/i;

/** Whether a URL is in canonical form; other forms are never served as immutable. */
export const isCanonical = (url: string): boolean => !NON_CANONICAL.test(url);

const isRead = (method: string) => method === "GET" || method === "HEAD";

/** Strips tracking parameters (`fbclid`, `utm_*`) from reads, so that shared links use one cache entry. */
export const stripTracking: MiddlewareHandler<Env> = (c, next) => {
  const { raw } = c.req;
  const start = isRead(raw.method) ? raw.url.indexOf("?") : -1;
  if (start >= 0) {
    const search = raw.url.slice(start);
    const stripped = withoutTracking(search);
    if (stripped !== search)
      c.req.raw = new Request(raw.url.slice(0, start) + stripped, { method: raw.method, headers: raw.headers });
  }
  return next();
};

/**
 * 404 for unknown paths whatever the method, 405 with `Allow` for unknown methods. Catch-all routes (the pages) handle
 * their own.
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
      throw nothingAt(path);
    }
    // Preflight requests are answered by the API only.
    if (!methods.has(method) && !(method === "OPTIONS" && path.startsWith("/api/")))
      throw methodNotAllowed([...methods]);
  }
  return async (c, next) => {
    const { method, path } = c.req;
    const written = new URL(c.req.url).pathname;
    if (written.startsWith("/api/") && !isCanonical(written)) throw nothingAt(written);
    if (!isRead(method)) refuseUnknown(method, path);
    await next();
    if (isRead(method) && c.res.status === 404 && !c.error) refuseUnknown(method, path);
  };
}

export const nothingAt = (path: string) => new Problem("not-found", `Nothing is at ${path}.`);

/** For an address that has one spelling and no parameters: an answer at any other would be made, and kept, beside it. */
export const oneSpelling: MiddlewareHandler<Env> = (c, next) => {
  if (c.req.url.includes("?") || !isCanonical(c.req.url)) throw nothingAt(c.req.path);
  return next();
};

export const methodNotAllowed = (methods: readonly string[]) =>
  new Problem("method-not-allowed", `Allowed here: ${methods.join(", ")}.`, [], { Allow: methods.join(", ") });
