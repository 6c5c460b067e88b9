import { randomUUID } from "node:crypto";
import type { Owner, PageRequest } from "@moc2030/shared/page/page";
import { dayInVietNam } from "@moc2030/shared/text/date";
import { type Context, Hono, type MiddlewareHandler } from "hono";
import type { Env } from "../http/env.ts";
import { lastReconstructed, newestReleaseId } from "../observations/read-point.ts";
import type { Web } from "./web-files.ts";

/** What documents need of the server around them. `read` answers an address of the API in process. */
type Around = {
  keep: MiddlewareHandler<Env>;
  read: (address: string) => Promise<Response>;
  contact: string | null;
  owner: Owner | null;
  log: (requestId: string, error: unknown) => void;
};

/**
 * Which links a browser may fetch before they are followed: `public/prefetch.speculationrules`. "Eager" alone would take
 * those in sight of a phone.
 */
const PREFETCH = { "Speculation-Rules": '"/prefetch.speculationrules"' };

const BUSY = { "Cache-Control": "no-store", "Retry-After": "60" };

/** Nothing is kept before the first release, or at addresses with parts that nobody reads. */
const lifetimeAt = ({ release }: PageRequest, isUnread = false) => ({
  "Cache-Control": release === null || isUnread ? "no-store" : "no-cache",
});

/** Path and query as they were sent: "//host" would be an address elsewhere, and so would "/\\host" or a tab between, decoded. */
function addressOf(url: string): string {
  const { pathname, search } = new URL(url);
  return pathname.replace(/^\/+/, "/") + search;
}

/** Serves every public page as a document, and the one that says that there is none at an address. */
export function documentRoutes({ documents, assets }: Web, { keep, read, contact, owner, log }: Around) {
  const requestOf = async (c: Context<Env>): Promise<PageRequest> => ({
    address: addressOf(c.req.url),
    params: c.req.param() as Record<string, string>,
    read,
    release: await newestReleaseId(c.var.db),
    reconstructed: await lastReconstructed(c.var.db),
    today: dayInVietNam(c.var.now()),
    contact,
    origin: c.var.origin || null,
    owner,
    assets,
  });

  const routes = new Hono<Env>();
  for (const path of documents.paths) {
    routes.get(path, keep, async (c) => {
      const request = await requestOf(c);
      try {
        const answer = await documents.answer(path, request);
        if (answer.status === 303) return c.redirect(answer.location, 303);
        const caching = answer.status === 503 ? BUSY : { ...lifetimeAt(request, answer.isUnread), ...PREFETCH };
        return c.html(answer.html, answer.status, caching);
      } catch (error) {
        const requestId = randomUUID();
        log(requestId, error);
        return c.html(await documents.failure(request, requestId), 500, { "Cache-Control": "no-store" });
      }
    });
    if (path !== "/")
      routes.get(`${path}/`, (c) => c.redirect(c.req.path.slice(0, -1) + new URL(c.req.url).search, 301));
  }
  routes.get("/embed/*", keep, async (c) => {
    const request = await requestOf(c);
    const answer = await documents.embed(request);
    if (answer.status === 303) return c.redirect(answer.location, 303);
    return c.html(answer.html, answer.status, lifetimeAt(request));
  });
  const unknown = async (c: Context<Env>) =>
    c.html(await documents.notFound(await requestOf(c)), 404, { "Cache-Control": "no-cache", ...PREFETCH });
  return { routes, unknown };
}
