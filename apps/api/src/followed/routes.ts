import { createRoute } from "@hono/zod-openapi";
import { z } from "zod";
import { fileResponse, responses } from "../http/describe.ts";
import { createRouter } from "../http/valid.ts";
import { openRead } from "../observations/read-point.ts";
import { atomFeed } from "./feed.ts";
import { assertFollowed, followedQuery, scopeOf } from "./scope.ts";

const feed = createRoute({
  method: "get",
  path: "/feed.atom",
  tags: ["Releases"],
  summary: "The newest releases and the corrections of our own errors, as an Atom feed",
  request: { query: followedQuery },
  responses: { ...responses(z.any(), "", "invalid"), 200: fileResponse("application/atom+xml") },
});

/** What comes to readers by itself. */
export const followedRoutes = createRouter().openapi(feed, async (c) => {
  const query = c.req.valid("query");
  await assertFollowed(c.var.db, query);
  const { db, at } = await openRead(c, query);
  const headers = { "Content-Type": "application/atom+xml; charset=utf-8" };
  const scope = await scopeOf(db, at, query);
  return c.body(await atomFeed(db, at, query.lang, scope, c.var.origin), 200, headers) as never;
});
