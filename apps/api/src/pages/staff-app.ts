import { extname } from "node:path";
import { dayInVietNam } from "@moc2030/shared/text/date";
import { type Context, Hono } from "hono";
import { methodNotAllowed } from "../http/addresses.ts";
import type { Env } from "../http/env.ts";
import { send, type Web } from "./web-files.ts";

/** The addresses of the app of staff, which has its routes in the browser (staff/routes.tsx of the web). */
const STAFF =
  /^\/(?:set-up|audit|delegations|scheduled|staff(?:\/(?:sessions|people|health|away|report))?|entry(?:\/import|\/statement|\/verbatim|\/publication|\/enquiries|\/[A-Z0-9_]+\/\d{4})?|(?:submissions|review)(?:\/\d{1,9})?|review\/limits|sheet\/[A-Z0-9_]+\/[A-Z0-9-]+\/\d{4})$/;

/** Whether an address can be a page's, and no file's or route's of the API. */
const isPage = (path: string) => path !== "/api" && !path.startsWith("/api/") && !extname(path);

/** Serves the built files, and the app of staff at each of its addresses: one document, which draws itself for whoever is signed in. `unknown` answers an address at which there is no page. */
export function staffApp({ files, assets }: Web, unknown: (c: Context<Env>) => Promise<Response>) {
  // Before the styles, which a script after them would wait for.
  const shell = files
    .get("/index.html")
    ?.body.toString("utf8")
    .replace("<head>", () => `<head><script src="${assets.script}"></script>`);
  const fileAt = (path: string) => (path === "/index.html" ? undefined : files.get(path));

  return new Hono<Env>()
    .get("*", (c, next) => {
      const { path } = c.req;
      const file = fileAt(path);
      if (file)
        return Promise.resolve(send(file, c.req.header("accept-encoding") ?? "", c.req.header("if-none-match")));
      if (!isPage(path)) return next();
      if (path.endsWith("/") && STAFF.test(path.slice(0, -1)))
        return Promise.resolve(c.redirect(path.slice(0, -1) + new URL(c.req.url).search, 301));
      if (!STAFF.test(path) || !shell) return unknown(c);
      const today = dayInVietNam(c.var.now());
      const document = shell.replace('<html lang="vi"', () => `<html lang="vi" data-today="${today}"`);
      return Promise.resolve(c.html(document, 200, { "Cache-Control": "private, no-cache" }));
    })
    .all("*", (c, next) => {
      const { method, path } = c.req;
      if (method === "GET" || method === "HEAD" || !(fileAt(path) || STAFF.test(path))) return next();
      throw methodNotAllowed(["GET", "HEAD"]);
    });
}
