import { createRoute } from "@hono/zod-openapi";
import { notice } from "@moc2030/shared/schema/notice";
import { z } from "zod";
import { responses } from "../http/describe.ts";
import { createRouter } from "../http/valid.ts";
import { activeDelegations } from "../identity/delegation.ts";
import { READS } from "../identity/describe.ts";
import { signedIn, signInFor } from "../identity/signed-in.ts";
import { listNotices } from "../notices/queries.ts";

const list = createRoute({
  method: "get",
  path: "/notices",
  tags: ["Staff"],
  summary: "What one was told in the last 30 days, newest first",
  ...signedIn("session.own"),
  responses: responses(z.strictObject({ items: z.array(notice) }), "The notices", ...READS),
});

/** What staff are told of. */
export const noticeRoutes = createRouter().openapi(list, async (c) => {
  const { db, actor, now } = c.var;
  const standsIn = (await activeDelegations(db, signInFor(c).db, actor.id, now())).length > 0;
  const roles = standsIn ? ([actor.role, "reviewer"] as const) : [actor.role];
  return c.json({ items: await listNotices(db, { id: actor.id, roles }, now()) }, 200);
});
