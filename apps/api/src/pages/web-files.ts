import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname, join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import type { DrawChart } from "@moc2030/shared/page/chart-file";
import type { Documents, PageAssets } from "@moc2030/shared/page/page";
import type { WriteReport } from "@moc2030/shared/page/report";

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
  ".speculationrules": "application/speculationrules+json",
  ".webmanifest": "application/manifest+json",
};

type WebFile = { body: Buffer; br?: Buffer; gzip?: Buffer; type: string; etag: string; immutable: boolean };

/** The built pages: files by their address, and the documents with the files that they ask for. */
export type Web = {
  files: Map<string, WebFile>;
  documents: Documents;
  assets: PageAssets;
};

type Manifest = Record<string, { file: string }>;

type BuiltWeb = { web: Web; drawChart: DrawChart; writeReport: WriteReport };

/** Reads the built pages into memory with their compressed twins, and what draws charts and writes reports; undefined where there is no build (development serves them itself). */
export async function readWeb(dir: string): Promise<BuiltWeb | undefined> {
  if (!existsSync(join(dir, "index.html"))) return undefined;
  const files: Web["files"] = new Map();
  for (const entry of readdirSync(dir, { withFileTypes: true, recursive: true })) {
    const type = types[extname(entry.name)];
    if (!entry.isFile() || !type) continue;
    const path = join(entry.parentPath, entry.name);
    const address = `/${relative(dir, path).replaceAll("\\", "/")}`;
    // What is for this server is nobody else's.
    if (/^\/(server|\.vite)\//.test(address)) continue;
    const body = readFileSync(path);
    const twin = (ending: string) => (existsSync(path + ending) ? readFileSync(path + ending) : undefined);
    const etag = createHash("sha256").update(body).digest("base64url");
    const immutable = address.startsWith("/assets/");
    files.set(address, { body, br: twin(".br"), gzip: twin(".gz"), type, etag, immutable });
  }
  const bundle = (name: string) => import(pathToFileURL(join(dir, "server", name)).href);
  const { documents } = (await bundle("documents.js")) as { documents: Documents };
  const { drawChart } = (await bundle("chart-file.js")) as { drawChart: DrawChart };
  const { writeReport } = (await bundle("report-file.js")) as { writeReport: WriteReport };
  const manifestOf = (name: string) => JSON.parse(readFileSync(join(dir, ".vite", name), "utf8")) as Manifest;
  const built = { ...manifestOf("islands.json"), ...manifestOf("explorer.json") };
  const assets = assetsOf([...files.keys()], (source) => `/${built[source]?.file}`);
  return { web: { files, documents, assets }, drawChart, writeReport };
}

/** The files that every document asks for, among those of the build. */
const assetsOf = (files: readonly string[], built: (source: string) => string): PageAssets => ({
  style: files.find((file) => file.endsWith(".css")) ?? "",
  fonts: files.filter((file) => file.endsWith(".woff2")),
  script: built("src/islands/start.ts"),
  explorer: built("src/pages/compare/explorer.tsx"),
});

const encodingOf = (file: WebFile, accept: string) =>
  /\bbr\b/.test(accept) && file.br ? "br" : /\bgzip\b/.test(accept) && file.gzip ? "gzip" : undefined;

/** The answer that is a file: compressed where that is accepted, 304 where the reader has it. */
export function send(file: WebFile, accept: string, wanted: string | undefined): Response {
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
}
