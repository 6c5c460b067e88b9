import type { Documents } from "@moc2030/shared/page/page";
import type { Web } from "./web-files.ts";

/** Built pages for a test, which needs no build: one document a path that says which, and a shell for the app of staff. */
export function testWeb(some: Partial<Web> = {}, documents: Partial<Documents> = {}): Web {
  const shell =
    '<!doctype html><html lang="vi"><head><title>x</title></head><body><div id="root" class="document"></div></body></html>';
  return {
    files: new Map([
      ["/index.html", { body: Buffer.from(shell), type: "text/html; charset=utf-8", etag: "a", immutable: false }],
    ]),
    documents: {
      paths: [],
      answer: async (path) => ({ status: 200, html: `<h1>${path}</h1>` }),
      notFound: async ({ address }) => `<h1>not found</h1>${address}`,
      addresses: async () => [],
      embed: async ({ address }) => ({ status: 200, html: `<h1>embed</h1>${address}` }),
      card: async () => null,
      failure: async (_, requestId) => `<h1>failed</h1>${requestId}`,
      ...documents,
    },
    assets: { style: "/assets/style.css", fonts: [], script: "/assets/start.js", explorer: "/assets/explorer.js" },
    ...some,
  };
}
