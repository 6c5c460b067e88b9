import { extname } from "node:path";
import { dayInVietNam } from "@moc2030/shared/date";
import { FIRST_VIEW } from "@moc2030/shared/read-key";
import { type Context, Hono, type MiddlewareHandler } from "hono";
import { methodNotAllowed } from "../http/addresses.ts";
import type { Env } from "../http/env.ts";
import { Problem } from "../http/problem.ts";
import { firstAnswers, firstReads } from "./first-view.ts";
import { pageDocument } from "./page-document.ts";
import { send, type Web } from "./web-files.ts";

/** What pages need of the server around them: finished bodies, answers of the API as text (null for a problem), a place for unforeseen errors. */
export type Around = {
  keep: MiddlewareHandler<Env>;
  read: (path: string) => Promise<string | null>;
  log: (where: string, error: unknown) => void;
  /** Answers an address at which there is no page. */
  unknown: (c: Context<Env>) => Promise<Response>;
};

/** Whether an address can be a page's: keeping an answer of the API a second time would wait for itself. */
const isPage = (path: string) => path !== "/api" && !path.startsWith("/api/") && !extname(path);

/** Serves the built pages: files as they are, every page drawn from the answers to its first reads, an unknown page with status 404; under `/first-view` those answers alone. */
export function pages({ files, render, chunksOf, assets }: Web, { keep, read, log, unknown }: Around) {
  const shell = files.get("/index.html")?.body.toString("utf8") ?? "";
  const entry = new Set([...shell.matchAll(/(?:src|href)="\/([^"]+)"/g)].map(([, file]) => file));

  /** The page as the server draws it; null where it cannot, so that the browser draws it instead. */
  async function drawn(c: Context<Env>, address: string, answers: Record<string, unknown>) {
    try {
      return await render(address, { answers, today: dayInVietNam(c.var.now()) });
    } catch (error) {
      log(address, error);
      return null;
    }
  }

  return new Hono<Env>()
    .get("*", async (c, next) => {
      const file = c.req.path === "/index.html" ? undefined : files.get(c.req.path);
      if (!file) return next();
      return send(file, c.req.header("accept-encoding") ?? "", c.req.header("if-none-match"));
    })
    .get(`${FIRST_VIEW}/*`, keep, async (c) => {
      const page = new URL(c.req.url);
      page.pathname = page.pathname.slice(FIRST_VIEW.length);
      const reads = await firstReads(c.var.db, page);
      if (!reads) throw new Problem("not-found", `No page is at ${page.pathname}.`);
      return c.body(await firstAnswers(reads, read), 200, {
        "Content-Type": "application/json",
        "Cache-Control": "no-cache",
      });
    })
    .get("*", (c, next) => (isPage(c.req.path) ? keep(c, next) : next()))
    .get("*", async (c, next) => {
      const { path } = c.req;
      if (!isPage(path)) return next();
      const url = new URL(c.req.url);
      const reads = await firstReads(c.var.db, url);
      if (!reads && path.endsWith("/")) {
        // Only to a page that is here: "//host/" without its last slash would be an address elsewhere.
        url.pathname = path.slice(0, -1);
        if (await firstReads(c.var.db, url)) return c.redirect(url.pathname + url.search, 301);
      }
      if (!reads) return unknown(c);
      const answers = await firstAnswers(reads, read);
      // To whoever draws it, "//host" would be an address elsewhere.
      const address = path.replace(/^\/+/, "/") + url.search;
      // A page without first reads is for staff: the browser draws it for whoever is signed in.
      const rendered = reads.length === 0 ? null : await drawn(c, address, JSON.parse(answers));
      const document = pageDocument(shell, {
        today: dayInVietNam(c.var.now()),
        rendered,
        answers,
        assets,
        files: (rendered?.modules ?? []).flatMap(chunksOf).filter((file) => !entry.has(file)),
      });
      return c.html(document, 200, { "Cache-Control": "no-cache" });
    })
    .all("*", async (c, next) => {
      const { method, path } = c.req;
      const isHere = files.has(path) || (isPage(path) && (await firstReads(c.var.db, new URL(c.req.url))));
      if (!isHere || method === "GET" || method === "HEAD") return next();
      throw methodNotAllowed(["GET", "HEAD"]);
    });
}
