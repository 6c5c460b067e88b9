import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { dayInVietNam } from "@moc2030/shared/date";
import type { Context, MiddlewareHandler } from "hono";
import type { Env } from "./env.ts";

type Encoding = "br" | "gzip" | "identity";
type Entry = {
  headers: Record<string, string>;
  hash: string;
  bodies: Partial<Record<Encoding, Buffer>>;
  bytes: number;
};

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);
/** Below this, compression costs more than it saves. */
const WORTH_COMPRESSING = 1024;

/** Finished bodies, least recently used first, bounded in bytes. */
class BodyCache {
  readonly #entries = new Map<string, Entry>();
  readonly #limit: number;
  #bytes = 0;
  constructor(limit: number) {
    this.#limit = limit;
  }
  get(key: string): Entry | undefined {
    const entry = this.#entries.get(key);
    if (entry) {
      this.#entries.delete(key);
      this.#entries.set(key, entry);
    }
    return entry;
  }
  set(key: string, entry: Entry) {
    this.#entries.set(key, entry);
    this.grow(key, entry, 0);
  }
  /** Counts `more` bytes for an entry and drops the oldest entries until all fit. */
  grow(key: string, entry: Entry, more: number) {
    if (more === 0) this.#bytes += entry.bytes;
    else if (this.#entries.get(key) === entry) this.#bytes += more;
    for (const [oldest, { bytes }] of this.#entries) {
      if (this.#bytes <= this.#limit) break;
      this.#entries.delete(oldest);
      this.#bytes -= bytes;
    }
  }
}

function chooseEncoding(accept: string | undefined): Encoding {
  const offered = new Map(
    (accept ?? "").split(",").map((part) => {
      const [name = "", q] = part.trim().split(/\s*;\s*q=/);
      return [name, q === undefined ? 1 : Number(q)];
    }),
  );
  if ((offered.get("br") ?? 0) > 0) return "br";
  return (offered.get("gzip") ?? 0) > 0 ? "gzip" : "identity";
}

async function bodyIn(cache: BodyCache, key: string, entry: Entry, encoding: Encoding): Promise<Buffer> {
  const plain = entry.bodies.identity as Buffer;
  const found = entry.bodies[encoding];
  if (found) return found;
  const made =
    encoding === "br" ? await brotli(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }) : await zip(plain);
  entry.bodies[encoding] = made;
  entry.bytes += made.length;
  cache.grow(key, entry, made.length);
  return made;
}

async function answer(c: Context, cache: BodyCache, key: string, entry: Entry): Promise<Response> {
  const small = (entry.bodies.identity as Buffer).length < WORTH_COMPRESSING;
  const encoding = small ? "identity" : chooseEncoding(c.req.header("accept-encoding"));
  const etag = encoding === "identity" ? `"${entry.hash}"` : `"${entry.hash}-${encoding}"`;
  const headers: Record<string, string> = { ...entry.headers, ETag: etag, Vary: "Accept, Accept-Encoding" };
  const wanted = c.req.header("if-none-match");
  if (wanted && (wanted === "*" || wanted.split(",").some((tag) => tag.trim().replace(/^W\//, "") === etag))) {
    delete headers["Content-Type"];
    return new Response(null, { status: 304, headers });
  }
  if (encoding !== "identity") headers["Content-Encoding"] = encoding;
  const body = await bodyIn(cache, key, entry, encoding);
  headers["Content-Length"] = String(body.length);
  return new Response(c.req.method === "HEAD" ? null : new Uint8Array(body), { headers });
}

/** Keeps finished 200 answers by (address, newest release, day), each with a strong ETag per encoding, compressed once. `version` names the newest release; a day is part of the key because today is the reference date. */
export function cached(version: () => number | null, limitBytes = 64 * 2 ** 20): MiddlewareHandler<Env> {
  const cache = new BodyCache(limitBytes);
  return async (c, next) => {
    if (c.req.method !== "GET" && c.req.method !== "HEAD") return next();
    const url = c.req.url;
    const key = `${url.slice(url.indexOf("/", 8))} ${version()} ${dayInVietNam(c.var.now())}`;
    const found = cache.get(key);
    if (found) return answer(c, cache, key, found);
    await next();
    if (c.res.status !== 200 || c.res.headers.get("Cache-Control") === "no-store") return;
    const body = Buffer.from(await c.res.arrayBuffer());
    const headers = Object.fromEntries(
      [...c.res.headers].map(([name, value]) => [name === "content-type" ? "Content-Type" : name, value]),
    );
    const entry: Entry = {
      headers,
      hash: createHash("sha256").update(body).digest("base64url"),
      bodies: { identity: body },
      bytes: body.length,
    };
    cache.set(key, entry);
    c.res = undefined;
    c.res = await answer(c, cache, key, entry);
  };
}
