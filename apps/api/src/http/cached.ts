import type { IncomingHttpHeaders } from "node:http";
import { dayInVietNam } from "@moc2030/shared/date";
import type { Context, MiddlewareHandler } from "hono";
import Negotiator from "negotiator";
import { bodyCache, type Encoding, FinishedBody, reweigh, type Sendable } from "./body-cache.ts";
import type { Env } from "./env.ts";

/** Longer Accept-Encoding headers are ignored. */
const LONGEST_ACCEPT = 500;
const encodings = new Map<string, Encoding>();
/** The best supported encoding. */
function encodingFor(accept: string | undefined): Encoding {
  if (!accept || accept.length > LONGEST_ACCEPT) return "identity";
  const known = encodings.get(accept);
  if (known) return known;
  const accepted = new Negotiator({ headers: { "accept-encoding": accept } }).encodings(["br", "gzip"]);
  const chosen = accepted.includes("br") ? "br" : accepted.includes("gzip") ? "gzip" : "identity";
  if (encodings.size < 1000) encodings.set(accept, chosen);
  return chosen;
}

const matches = (wanted: string, etag: string) =>
  wanted === etag || wanted === "*" || wanted.split(",").some((tag) => tag.trim().replace(/^W\//, "") === etag);

/** The head of a request, as node:http parses it. */
export type Asked = { method?: string | undefined; url?: string | undefined; headers: IncomingHttpHeaders };
export type KeptAnswer = { status: 200 | 304; headers: Record<string, string>; body: Buffer | null };

/** `version` is the id of the newest release; `always` gives headers that every response of a path carries. */
export type Keeping = {
  version: () => Promise<number | null>;
  always?: (path: string) => Record<string, string>;
  limitBytes?: number;
};

/**
 * Caches 200 responses that are `no-cache` or immutable, with a strong ETag per encoding. Immutable ones stay valid;
 * others until the next release or day, today being the reference date. `find` serves a cached response before routing.
 */
export function cached({ version, always = () => ({}), limitBytes = 64 * 2 ** 20 }: Keeping) {
  const cache = bodyCache(limitBytes);
  const making = new Map<string, Promise<void>>();

  const stateAt = async (now: Date) => `${await version()} ${dayInVietNam(now)}`;
  async function lookUp(key: string, now: Date) {
    const kept = cache.get(key);
    if (!kept || kept.state === null) return kept;
    return kept.state === (await stateAt(now)) ? kept : undefined;
  }
  function inBestEncoding(key: string, kept: FinishedBody, accept: string | undefined) {
    const encoding = kept.compressible ? encodingFor(accept) : "identity";
    return kept.in(encoding, () => reweigh(cache, key, kept));
  }
  function respond(
    { body, etag, headers, unchanged }: Sendable,
    method: string,
    wanted: string | undefined,
  ): KeptAnswer {
    if (wanted && matches(wanted, etag)) return { status: 304, headers: unchanged, body: null };
    return { status: 200, headers, body: method === "HEAD" ? null : body };
  }
  async function answer(c: Context<Env>, key: string, kept: FinishedBody): Promise<Response> {
    const sendable = await inBestEncoding(key, kept, c.req.header("accept-encoding"));
    c.set("finished", true);
    const { body, ...rest } = respond(sendable, c.req.method, c.req.header("if-none-match"));
    return new Response(body as Uint8Array<ArrayBuffer> | null, rest);
  }

  /** The cached response to a request that accepts any type. */
  async function find({ method, url: key, headers }: Asked, now: Date): Promise<KeptAnswer | undefined> {
    if (key === undefined || (method !== "GET" && method !== "HEAD")) return undefined;
    if (headers.accept !== undefined && headers.accept !== "*/*") return undefined;
    try {
      const kept = await lookUp(key, now);
      const sendable = kept && (await inBestEncoding(key, kept, headers["accept-encoding"]));
      return sendable && respond(sendable, method, headers["if-none-match"]);
    } catch {
      // The middleware meets the same error and turns it into a response.
      return undefined;
    }
  }

  const keep: MiddlewareHandler<Env> = async (c, next) => {
    if (c.req.method !== "GET" && c.req.method !== "HEAD") return next();
    const address = addressOf(c.req.url);
    const key = c.get("accepted") ? `${address} ${c.get("accepted")}` : address;
    let kept = await lookUp(key, c.get("now")());
    // Concurrent requests wait for the first one instead of repeating its work.
    if (!kept && making.has(key)) {
      await making.get(key);
      kept = await lookUp(key, c.get("now")());
    }
    if (kept) return answer(c, key, kept);
    const { promise, resolve } = deferred();
    making.set(key, promise);
    try {
      const state = await stateAt(c.get("now")());
      await next();
      const { status, headers } = c.res;
      const lifetime = headers.get("cache-control");
      const isForEver = lifetime?.includes("immutable") ?? false;
      // Responses for a signed-in user have no Cache-Control or no-store.
      if (status !== 200 || (lifetime !== "no-cache" && !isForEver)) return;
      const body = c.get("body") ?? Buffer.from(await c.res.arrayBuffer());
      const finished = new FinishedBody(
        body,
        { ...Object.fromEntries(headers), ...always(c.req.path) },
        isForEver ? null : state,
      );
      cache.set(key, finished);
      c.res = undefined;
      c.res = await answer(c, key, finished);
    } finally {
      making.delete(key);
      resolve();
    }
  };
  return { keep, find };
}

/** Path and query of a URL. */
const addressOf = (url: string) => url.slice(url.indexOf("/", 8));

function deferred() {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
