import { createRoute } from "@hono/zod-openapi";
import { notice } from "@moc2030/shared/schema/notice";
import { z } from "zod";
import { responses } from "../http/describe.ts";
import { createRouter } from "../http/valid.ts";
import { toldAs } from "../identity/delegation.ts";
import { READS } from "../identity/describe.ts";
import { listPeople } from "../identity/people.ts";
import { signedIn, signInFor } from "../identity/signed-in.ts";
import { listNotices, listUnsent } from "../notices/queries.ts";
import { remindersInForce } from "./reminders.ts";

const list = createRoute({
  method: "get",
  path: "/notices",
  tags: ["Staff"],
  summary: "What one was told in the last 30 days, newest first; reminders while their figure is missing",
  ...signedIn("session.own"),
  responses: responses(z.strictObject({ items: z.array(notice) }), "The notices", ...READS),
});

const unsent = createRoute({
  method: "get",
  path: "/mail",
  tags: ["Staff"],
  summary: "Mail that could not be sent, or not yet, newest first: for whom, and why",
  ...signedIn("staff.manage"),
  responses: responses(
    z.strictObject({
      items: z.array(
        z.strictObject({
          notice,
          person: z.strictObject({ id: z.string(), name: z.string(), email: z.string() }),
          state: z.enum(["waiting", "failed"]),
          tries: z.int(),
          nextAt: z.iso.datetime(),
          error: z.string(),
        }),
      ),
    }),
    "The mail",
    ...READS,
  ),
});

/** What staff are told of, and mail that did not reach them. */
export const noticeRoutes = createRouter()
  .openapi(list, async (c) => {
    const { db, actor, now } = c.var;
    const staff = signInFor(c).db;
    const reader = await toldAs(db, staff, actor, now());
    return c.json({ items: await listNotices(db, reader, now(), await remindersInForce(db, staff, now())) }, 200);
  })
  .openapi(unsent, async (c) => {
    const people = new Map((await listPeople(signInFor(c).db)).map((one) => [one.id, one]));
    const items = (await listUnsent(c.var.db)).map(({ person, ...one }) => {
      const { name = "", email = "" } = people.get(person) ?? {};
      return { ...one, person: { id: person, name, email } };
    });
    return c.json({ items }, 200);
  });
