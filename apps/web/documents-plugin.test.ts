// @vitest-environment node
import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { createServer as createVite } from "vite";
import { expect, test, vi } from "vitest";

async function listening(listener: RequestListener) {
  const server = createServer(listener).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    [Symbol.asyncDispose]: async () => void server.close(),
  };
}

test("while developing, a document is drawn from the API's answers, with styles and script as they are written", async () => {
  const publisher = { code: "WIPO", name: "WIPO", url: "https://www.wipo.int", terms: "CC BY 4.0" };
  await using api = await listening(({ url }, answer) => {
    answer.end(JSON.stringify({ items: url?.includes("/compilers") ? [publisher] : [] }));
  });
  vi.stubEnv("API_ORIGIN", api.origin);
  const vite = await createVite({
    root: import.meta.dirname,
    server: { middlewareMode: true, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
    logLevel: "silent",
  });
  try {
    await using pages = await listening(vite.middlewares);
    const answer = await fetch(`${pages.origin}/about?lang=en`);
    const html = await answer.text();
    expect([answer.status, /<title>[^<]*/.exec(html)?.[0]]).toEqual([200, "<title>About this dashboard · Mốc 2030"]);
    for (const part of ["https://www.wipo.int", 'href="/src/style.css"', 'src="/src/islands/start.ts"'])
      expect(html).toContain(part);
    const moved = await fetch(`${pages.origin}/about?lang=vi`, { redirect: "manual" });
    expect([moved.status, moved.headers.get("location")]).toEqual([303, "/about"]);
  } finally {
    await vite.close();
    vi.unstubAllEnvs();
  }
});
