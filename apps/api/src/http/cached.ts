import { dayInVietNam } from "@moc2030/shared/date";
import type { Context, MiddlewareHandler } from "hono";
import Negotiator from "negotiator";
import { BodyCache, type Encoding, FinishedBody } from "./body-cache.ts";
import type { Env } from "./env.ts";

const encodings = new Map<string, Encoding>();
/** The best compression that a client takes. */
function encodingFor(accept: string | undefined): Encoding {
  if (!accept) return "identity";
  const known = encodings.get(accept);
  if (known) return known;
  const accepted = new Negotiator({ headers: { "accept-encoding": accept } }).encodings(["br", "gzip"]);
  const chosen = accepted.includes("br") ? "br" : accepted.includes("gzip") ? "gzip" : "identity";
  if (encodings.size < 1000) encodings.set(accept, chosen);
  return chosen;
}

const matches = (wanted: string, etag: string) =>
  wanted === etag || wanted === "*" || wanted.split(",").some((tag) => tag.trim().replace(/^W\//, "") === etag);

/** Where finished answers are kept and what they carry. `version` names the newest release; `always` gives headers that every answer at an address has. */
export type Keeping = {
  version: () => number | null;
  always?: (path: string) => Record<string, string>;
  limitBytes?: number;
};

/** Keeps finished 200 answers that are `no-cache` or immutable, each with a strong ETag per encoding, compressed once. One that can never change is kept by its address; others by (address, newest release, day), because today is the reference date. */
export function cached({ version, always = () => ({}), limitBytes = 64 * 2 ** 20 }: Keeping): MiddlewareHandler<Env> {
  const cache = new BodyCache(limitBytes);
  const making = new Map<string, Promise<void>>();

  async function answer(c: Context<Env>, key: string, kept: FinishedBody): Promise<Response> {
    const encoding = kept.compressible ? encodingFor(c.req.header("accept-encoding")) : "identity";
    const found = kept.in(encoding, (bytes) => cache.grow(key, kept, bytes));
    const { body, etag, headers, unchanged } = found instanceof Promise ? await found : found;
    c.set("finished", true);
    const wanted = c.req.header("if-none-match");
    if (wanted && matches(wanted, etag)) return new Response(null, { status: 304, headers: unchanged });
    return new Response(c.req.method === "HEAD" ? null : (body as Uint8Array<ArrayBuffer>), { headers });
  }

  return async (c, next) => {
    if (c.req.method !== "GET" && c.req.method !== "HEAD") return next();
    const url = c.req.url;
    const address = url.slice(url.indexOf("/", 8));
    const lasting = c.var.accepted ? `${address} ${c.var.accepted}` : address;
    const lookUp = () => {
      const forEver = cache.get(lasting);
      if (forEver) return { key: lasting, kept: forEver };
      const key = `${lasting} ${version()} ${dayInVietNam(c.var.now())}`;
      return { key, kept: cache.get(key) };
    };
    let { key, kept } = lookUp();
    // Who asks for what is being made waits for it instead of making it again.
    if (!kept && making.has(key)) {
      await making.get(key);
      ({ key, kept } = lookUp());
    }
    if (kept) return answer(c, key, kept);
    const { promise, resolve } = deferred();
    making.set(key, promise);
    try {
      await next();
      const { status, headers } = c.res;
      const lifetime = headers.get("cache-control");
      const isForEver = lifetime?.includes("immutable") ?? false;
      // Only what says so may be kept: an answer for one signed-in person says nothing or no-store.
      if (status !== 200 || (lifetime !== "no-cache" && !isForEver)) return;
      const body = Buffer.from(await c.res.arrayBuffer());
      const finished = new FinishedBody(body, { ...Object.fromEntries(headers), ...always(c.req.path) });
      const under = isForEver ? lasting : key;
      cache.set(under, finished);
      c.res = undefined;
      c.res = await answer(c, under, finished);
    } finally {
      making.delete(key);
      resolve();
    }
  };
}

function deferred() {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
