import type { Documents, PageAnswer, PageRequest } from "@moc2030/shared/page/page";
import { type Context, Hono } from "hono";
import type { Plugin, ViteDevServer } from "vite";

const ASSETS = {
  style: "/src/style.css",
  fonts: [],
  script: "/src/islands/start.ts",
  explorer: "/src/pages/compare/explorer.tsx",
};

/** While developing, draws the documents in Vite's own process, from the answers of the API at `origin`. */
export function documents(origin: string): Plugin {
  async function answer(server: ViteDevServer, request: Request): Promise<Response> {
    const loaded = (await server.ssrLoadModule("/src/pages/documents.tsx")) as { documents: Documents };
    const { today } = (await server.ssrLoadModule("/src/document/today.ts")) as { today: () => string };
    const app = new Hono();
    const draw = async (c: Context, make: (request: PageRequest) => Promise<PageAnswer>) => {
      const url = new URL(c.req.url);
      const made = await make({
        address: url.pathname + url.search,
        params: c.req.param() as Record<string, string>,
        read: (address) => fetch(origin + address),
        release: null,
        reconstructed: null,
        today: today(),
        contact: null,
        origin: null,
        owner: null,
        assets: ASSETS,
      });
      if ("location" in made) return c.redirect(made.location, made.status);
      // Built, it is one file; here it imports others.
      const html = made.html.replace("<script ", '<script type="module" ');
      return c.html(await server.transformIndexHtml(url.pathname, html), made.status);
    };
    for (const path of loaded.documents.paths)
      app.get(path, (c) => draw(c, (request) => loaded.documents.answer(path, request)));
    app.get("/embed/*", (c) => draw(c, loaded.documents.embed));
    return app.fetch(request);
  }
  return {
    name: "moc2030-documents",
    apply: "serve",
    configureServer(server) {
      server.middlewares.use(async (incoming, outgoing, next) => {
        const { method, url = "/" } = incoming;
        if (method !== "GET" || /^\/(@|src\/|node_modules\/|api\/)|\.\w+(\?|$)/.test(url)) return next();
        try {
          const made = await answer(server, new Request(new URL(url, "http://page")));
          if (made.status === 404) return next();
          outgoing.writeHead(made.status, Object.fromEntries(made.headers)).end(await made.text());
        } catch (error) {
          server.ssrFixStacktrace(error as Error);
          next(error);
        }
      });
    },
    transformIndexHtml: (_, { filename }) =>
      // The app's own page: the API adds it to the built one.
      filename.endsWith("index.html")
        ? [{ tag: "script", attrs: { src: ASSETS.script, type: "module" }, injectTo: "head" }]
        : [],
  };
}
