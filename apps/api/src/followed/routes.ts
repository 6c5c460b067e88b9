import { createRoute } from "@hono/zod-openapi";
import type { Context } from "hono";
import { z } from "zod";
import { fileResponse, responses } from "../http/describe.ts";
import type { Env } from "../http/env.ts";
import { createRouter } from "../http/valid.ts";
import { openRead } from "../observations/read-point.ts";
import { calendarText } from "./calendar.ts";
import { atomFeed } from "./feed.ts";
import { assertFollowed, type FollowedQuery, followedQuery, scopeOf } from "./scope.ts";

const feed = createRoute({
  method: "get",
  path: "/feed.atom",
  tags: ["Releases"],
  summary: "The newest releases and the corrections of our own errors, as an Atom feed",
  request: { query: followedQuery },
  responses: { ...responses(z.any(), "", "invalid"), 200: fileResponse("application/atom+xml") },
});

const calendar = createRoute({
  method: "get",
  path: "/calendar.ics",
  tags: ["Releases"],
  summary: "When the next figures are expected, and before which days ministries report, as a calendar",
  description:
    "iCalendar (RFC 5545), one all-day event a publication: on the day that the publisher has announced, else on the first day of its month, which its text says. SEQUENCE and DTSTAMP rise with the release that set the day, and when the day has passed.",
  request: { query: followedQuery },
  responses: { ...responses(z.any(), "", "invalid"), 200: fileResponse("text/calendar") },
});

/** What is followed where, or a refusal by name. */
async function open(c: Context<Env>, query: FollowedQuery) {
  await assertFollowed(c.var.db, query);
  const { db, at } = await openRead(c, query);
  return { db, at, scope: await scopeOf(db, at, query) };
}

/** What comes to readers by itself. */
export const followedRoutes = createRouter()
  .openapi(feed, async (c) => {
    const query = c.req.valid("query");
    const { db, at, scope } = await open(c, query);
    const headers = { "Content-Type": "application/atom+xml; charset=utf-8" };
    return c.body(await atomFeed(db, at, query.lang, scope, c.var.origin), 200, headers) as never;
  })
  .openapi(calendar, async (c) => {
    const query = c.req.valid("query");
    const { db, at, scope } = await open(c, query);
    const headers = { "Content-Type": "text/calendar; charset=utf-8" };
    return c.body(await calendarText(db, at, query.lang, scope), 200, headers) as never;
  });
