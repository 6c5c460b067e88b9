import type { IncomingHttpHeaders } from "node:http";
import { dayInVietNam } from "@moc2030/shared/text/date";
import type { Context, MiddlewareHandler } from "hono";
import { routePath } from "hono/route";
import Negotiator from "negotiator";
import { bodyCache, CachedBody, type EncodedBody, type Encoding, updateSize } from "./body-cache.ts";
import type { Env } from "./env.ts";
import { sentLifetime } from "./lifetimes.ts";

/** Longer Accept-Encoding headers are ignored. */
const MAX_ACCEPT_LENGTH = 500;
const encodings = new Map<string, Encoding>();
/** The best supported encoding. */
function encodingFor(accept: string | undefined): Encoding {
  if (!accept || accept.length > MAX_ACCEPT_LENGTH) return "identity";
  const known = encodings.get(accept);
  if (known) return known;
  const accepted = new Negotiator({ headers: { "accept-encoding": accept } }).encodings(["br", "gzip"]);
  const chosen = accepted.includes("br") ? "br" : accepted.includes("gzip") ? "gzip" : "identity";
  if (encodings.size < 1000) encodings.set(accept, chosen);
  return chosen;
}

const matches = (ifNoneMatch: string, etag: string) =>
  ifNoneMatch === etag ||
  ifNoneMatch === "*" ||
  ifNoneMatch.split(",").some((tag) => tag.trim().replace(/^W\//, "") === etag);

/** The head of a request, as node:http parses it. */
export type RequestHead = { method?: string | undefined; url?: string | undefined; headers: IncomingHttpHeaders };
export type CachedResponse = { status: 200 | 304; headers: Record<string, string>; body: Buffer | null; route: string };

/** `version` is the id of the newest release; `always` gives headers that every response of a path carries. */
export type CacheOptions = {
  version: () => Promise<number | null>;
  always?: (path: string) => Record<string, string>;
  limitBytes?: number;
};

/**
 * Caches 200 responses that are `no-cache` or immutable, with a strong ETag per encoding. Immutable ones stay valid;
 * others until the next release or day, today being the reference date. `find` serves a cached response before routing.
 */
export function cached({ version, always = () => ({}), limitBytes = 64 * 2 ** 20 }: CacheOptions) {
  const cache = bodyCache(limitBytes);
  const inFlight = new Map<string, Promise<void>>();
  let [hits, misses] = [0, 0];

  const stateAt = async (now: Date) => `${await version()} ${dayInVietNam(now)}`;
  async function lookUp(key: string, now: Date) {
    const entry = cache.get(key);
    if (!entry || entry.state === null) return entry;
    return entry.state === (await stateAt(now)) ? entry : undefined;
  }
  function inBestEncoding(key: string, entry: CachedBody, accept: string | undefined) {
    const encoding = entry.compressible ? encodingFor(accept) : "identity";
    return entry.encode(encoding, () => updateSize(cache, key, entry));
  }
  function respond(
    { body, etag, headers, notModified }: EncodedBody,
    { route }: CachedBody,
    method: string,
    ifNoneMatch: string | undefined,
  ): CachedResponse {
    if (ifNoneMatch && matches(ifNoneMatch, etag)) return { status: 304, headers: notModified, body: null, route };
    return { status: 200, headers, body: method === "HEAD" ? null : body, route };
  }
  async function answer(c: Context<Env>, key: string, entry: CachedBody): Promise<Response> {
    const encoded = await inBestEncoding(key, entry, c.req.header("accept-encoding"));
    c.set("finished", true);
    c.set("route", entry.route);
    const { body, ...rest } = respond(encoded, entry, c.req.method, c.req.header("if-none-match"));
    return new Response(body as Uint8Array<ArrayBuffer> | null, rest);
  }

  /** The cached response to a request that accepts any type. */
  async function find({ method, url: key, headers }: RequestHead, now: Date): Promise<CachedResponse | undefined> {
    if (key === undefined || (method !== "GET" && method !== "HEAD")) return undefined;
    if (headers.accept !== undefined && headers.accept !== "*/*") return undefined;
    try {
      const entry = await lookUp(key, now);
      const encoded = entry && (await inBestEncoding(key, entry, headers["accept-encoding"]));
      if (encoded) hits += 1;
      return encoded && respond(encoded, entry, method, headers["if-none-match"]);
    } catch {
      // The middleware meets the same error and turns it into a response.
      return undefined;
    }
  }

  const middleware: MiddlewareHandler<Env> = async (c, next) => {
    if (c.req.method !== "GET" && c.req.method !== "HEAD") return next();
    const address = c.req.url.slice(c.req.url.indexOf("/", 8));
    const key = c.get("accepted") ? `${address} ${c.get("accepted")}` : address;
    let entry = await lookUp(key, c.get("now")());
    // Concurrent requests wait for the first one instead of repeating its work.
    if (!entry && inFlight.has(key)) {
      await inFlight.get(key);
      entry = await lookUp(key, c.get("now")());
    }
    if (entry) {
      hits += 1;
      return answer(c, key, entry);
    }
    misses += 1;
    const { promise, resolve } = deferred();
    inFlight.set(key, promise);
    try {
      const state = await stateAt(c.get("now")());
      await next();
      const { status, headers } = c.res;
      const lifetime = headers.get("cache-control");
      const isImmutable = lifetime?.includes("immutable") ?? false;
      // Responses for a signed-in user have no Cache-Control or no-store.
      if (status !== 200 || (lifetime !== "no-cache" && !isImmutable) || c.get("isStreamed")) return;
      const body = c.get("body") ?? Buffer.from(await c.res.arrayBuffer());
      const finished = new CachedBody(
        body,
        { ...Object.fromEntries(headers), ...always(c.req.path), "cache-control": sentLifetime(lifetime ?? "") },
        isImmutable ? null : state,
        routePath(c),
      );
      cache.set(key, finished);
      c.res = undefined;
      c.res = await answer(c, key, finished);
    } finally {
      inFlight.delete(key);
      resolve();
    }
  };
  return { middleware, find, usage: () => ({ hits, misses, bytes: cache.calculatedSize, bodies: cache.size }) };
}

function deferred() {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
