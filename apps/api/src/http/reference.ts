import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Hono } from "hono";
import type { Env } from "./env.ts";

const manifest = createRequire(import.meta.url).resolve("swagger-ui-dist/package.json");
const { version } = JSON.parse(readFileSync(manifest, "utf8")) as { version: string };
const asset = (name: string) => readFileSync(join(dirname(manifest), name));

/** Swagger UI loads nothing from other hosts and has no inline scripts or styles, so the pages' CSP applies. */
const files: Record<string, { type: string; read: () => string | Buffer }> = {
  "swagger-ui.css": { type: "text/css; charset=utf-8", read: () => asset("swagger-ui.css") },
  "swagger-ui-bundle.js": { type: "text/javascript; charset=utf-8", read: () => asset("swagger-ui-bundle.js") },
  "start.js": {
    type: "text/javascript; charset=utf-8",
    read: () =>
      'SwaggerUIBundle({ url: "/api/v1/openapi.json", dom_id: "#reference", deepLinking: true, validatorUrl: null, docExpansion: "list", defaultModelsExpandDepth: 0 });\n',
  },
};
const at = `/api/v1/docs/${version}`;
const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Mốc 2030: API</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${at}/swagger-ui.css">
</head>
<body>
<noscript><p>This reference needs JavaScript. The document it shows is <a href="/api/v1/openapi.json">/api/v1/openapi.json</a>.</p></noscript>
<main id="reference"></main>
<script src="${at}/swagger-ui-bundle.js"></script>
<script src="${at}/start.js"></script>
</body>
</html>
`;

/** API reference: Swagger UI on the OpenAPI document. */
export const referenceRoutes = new Hono<Env>()
  .get("/docs", (c) => c.html(page, 200, { "Cache-Control": "no-cache" }))
  .get("/docs/:version/:file", (c, next) => {
    const file = Object.hasOwn(files, c.req.param("file")) ? files[c.req.param("file")] : undefined;
    if (!file || c.req.param("version") !== version) return next();
    return c.body(file.read() as Uint8Array<ArrayBuffer>, 200, {
      "Content-Type": file.type,
      "Cache-Control": "public, max-age=31536000, immutable",
    });
  });
