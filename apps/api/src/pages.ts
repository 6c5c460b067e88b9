import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname, join, relative } from "node:path";
import { Hono, type MiddlewareHandler } from "hono";
import { firstReads, withFirstView } from "./first-view.ts";
import type { Env } from "./http/env.ts";

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".json": "application/json",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
};

type WebFile = { body: Buffer; br?: Buffer; gzip?: Buffer; type: string; etag: string; immutable: boolean };
/** The built pages, read once into memory: address → file. */
export type WebFiles = Map<string, WebFile>;

/** Reads the built pages with their compressed twins; undefined where there is no build (development serves them itself). */
export function readWebFiles(dir: string): WebFiles | undefined {
  if (!existsSync(join(dir, "index.html"))) return undefined;
  const files: WebFiles = new Map();
  for (const entry of readdirSync(dir, { withFileTypes: true, recursive: true })) {
    const type = types[extname(entry.name)];
    if (!entry.isFile() || !type) continue;
    const path = join(entry.parentPath, entry.name);
    const body = readFileSync(path);
    const twin = (ending: string) => (existsSync(path + ending) ? readFileSync(path + ending) : undefined);
    const address = `/${relative(dir, path).replaceAll("\\", "/")}`;
    const etag = createHash("sha256").update(body).digest("base64url");
    files.set(address, {
      body,
      br: twin(".br"),
      gzip: twin(".gz"),
      type,
      etag,
      immutable: address.startsWith("/assets/"),
    });
  }
  return files;
}

const encodingOf = (file: WebFile, accept: string) =>
  /\bbr\b/.test(accept) && file.br ? "br" : /\bgzip\b/.test(accept) && file.gzip ? "gzip" : undefined;

const send = (file: WebFile, accept: string, wanted: string | undefined) => {
  const encoding = encodingOf(file, accept);
  const etag = `"${file.etag}${encoding ? `-${encoding}` : ""}"`;
  const headers: Record<string, string> = {
    "Content-Type": file.type,
    "Cache-Control": file.immutable ? "public, max-age=31536000, immutable" : "no-cache",
    ETag: etag,
    Vary: "Accept-Encoding",
    ...(encoding && { "Content-Encoding": encoding }),
  };
  if (wanted?.includes(etag)) return new Response(null, { status: 304, headers });
  return new Response(new Uint8Array((encoding && file[encoding]) || file.body), { headers });
};

/** Serves the built pages: files as they are, every page with the answers to its first reads, an unknown page with status 404. `read` gives the text of an answer of the API, null for a problem. */
export function pages(files: WebFiles, keep: MiddlewareHandler<Env>, read: (path: string) => Promise<string | null>) {
  const html = (files.get("/index.html") as WebFile).body.toString("utf8");
  return new Hono<Env>()
    .get("*", async (c, next) => {
      const file = c.req.path === "/index.html" ? undefined : files.get(c.req.path);
      if (!file) return next();
      return send(file, c.req.header("accept-encoding") ?? "", c.req.header("if-none-match"));
    })
    .get("*", keep, async (c, next) => {
      const { path } = c.req;
      if (path === "/api" || path.startsWith("/api/") || extname(path)) return next();
      const reads = await firstReads(c.var.db, new URL(c.req.url));
      const body = reads ? await withFirstView(html, reads, read) : html;
      return c.html(body, reads ? 200 : 404, { "Cache-Control": "no-cache" });
    });
}
