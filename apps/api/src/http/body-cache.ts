import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { LRUCache } from "lru-cache";

export type Encoding = "br" | "gzip" | "identity";
/** A body in one encoding, with the headers of its 200 and 304 responses. */
export type EncodedBody = {
  body: Buffer;
  etag: string;
  headers: Record<string, string>;
  notModified: Record<string, string>;
};

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);
const compress = {
  br: (body: Buffer) => brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 7 } }),
  gzip: (body: Buffer) => zip(body),
};
/** Below this, compression costs more than it saves. */
const MIN_COMPRESSED_BYTES = 1024;
/** Headers that describe a body and are left out of a 304. */
const CONTENT_HEADERS =
  /^(content-(type|disposition|security-policy)|(permissions|referrer|cross-origin-opener)-policy)$/i;
/** Bookkeeping cost of an entry, in bytes. */
const OVERHEAD = 1024;

/** A complete response body, compressed at most once per encoding. */
export class CachedBody {
  readonly #headers: Record<string, string>;
  readonly #body: Buffer;
  readonly #hash: string;
  readonly #encoded = new Map<Encoding, Promise<EncodedBody> | EncodedBody>();
  readonly #compressible: boolean;
  bytes: number;
  /** The release and day it was made for; null if immutable. */
  readonly state: string | null;
  /** The pattern of the route that made it. */
  readonly route: string;
  constructor(body: Buffer, headers: Record<string, string>, state: string | null, route: string) {
    this.state = state;
    this.route = route;
    this.#body = body;
    this.#headers = headers;
    this.#hash = createHash("sha256").update(body).digest("base64url");
    const packed = /zip|sheet/.test(headers["content-type"] ?? "");
    this.#compressible = body.length >= MIN_COMPRESSED_BYTES && !packed;
    this.bytes = body.length + OVERHEAD;
  }
  get compressible() {
    return this.#compressible;
  }
  /** Encodes the body; `onGrow` is called when the entry has grown in bytes. */
  encode(encoding: Encoding, onGrow: () => void): Promise<EncodedBody> | EncodedBody {
    const found = this.#encoded.get(encoding);
    if (found !== undefined) return found;
    if (encoding === "identity") return this.#ready(encoding, this.#body);
    const compressing = compress[encoding](this.#body).then((body) => {
      this.bytes += body.length;
      onGrow();
      return this.#ready(encoding, body);
    });
    this.#encoded.set(encoding, compressing);
    return compressing;
  }
  #ready(encoding: Encoding, body: Buffer): EncodedBody {
    const etag = encoding === "identity" ? `"${this.#hash}"` : `"${this.#hash}-${encoding}"`;
    const all: Record<string, string> = { ...this.#headers, etag, vary: "Accept, Accept-Encoding" };
    const notModified = Object.fromEntries(Object.entries(all).filter(([name]) => !CONTENT_HEADERS.test(name)));
    const headers: Record<string, string> = { ...all, "content-length": String(body.length) };
    if (encoding !== "identity") headers["content-encoding"] = encoding;
    const made = { body, etag, headers, notModified };
    this.#encoded.set(encoding, made);
    return made;
  }
}

/** LRU cache of bodies, bounded in bytes; entries over a quarter of `limit` are not stored. */
export const bodyCache = (limit: number) =>
  new LRUCache<string, CachedBody>({
    maxSize: limit,
    maxEntrySize: Math.ceil(limit / 4),
    sizeCalculation: ({ bytes }) => bytes,
  });

/** Updates the size of an entry that has grown. */
export function updateSize(cache: ReturnType<typeof bodyCache>, key: string, body: CachedBody) {
  if (cache.peek(key) !== body) return;
  cache.delete(key);
  cache.set(key, body);
}
