import { createRoute } from "@hono/zod-openapi";
import type { Context } from "hono";
import { z } from "zod";
import { guardSmallBody } from "../http/body.ts";
import { answers } from "../http/describe.ts";
import type { Env } from "../http/env.ts";
import { signedIn, signInFor } from "../http/signed-in.ts";
import { jsonBody as body } from "../http/staff-route.ts";
import { createRouter } from "../http/valid.ts";
import { addPerson, changePerson, resetPerson } from "./commands.ts";
import { linkPath, newPerson, personName, role } from "./person.ts";
import { listPeople } from "./queries.ts";

const someone = z.strictObject({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role,
  ready: z.boolean(),
  disabled: z.boolean(),
  createdAt: z.iso.datetime(),
});
/** The address of the page that takes a one-time link; the token is in its fragment, which no server sees. */
const link = z.strictObject({ id: z.string(), path: z.string(), expiresAt: z.iso.datetime() });
const id = z.object({ id: z.string() });
const writes = [
  "unreadable-body",
  "unauthenticated",
  "forbidden",
  "unsupported-media-type",
  "too-large",
  "invalid",
] as const;

const list = createRoute({
  method: "get",
  path: "/staff",
  tags: ["Staff"],
  summary: "Everybody who works here",
  ...signedIn("staff.manage"),
  responses: answers(z.strictObject({ items: z.array(someone) }), "The staff", "unauthenticated", "forbidden"),
});
const colleagues = createRoute({
  method: "get",
  path: "/staff/colleagues",
  tags: ["Staff"],
  summary: "Names and roles of colleagues, for assignments and delegation",
  ...signedIn("entry.read"),
  responses: answers(
    z.strictObject({ items: z.array(z.strictObject({ id: z.string(), name: z.string(), role })) }),
    "The colleagues",
    "unauthenticated",
  ),
});
const add = createRoute({
  method: "post",
  path: "/staff",
  tags: ["Staff"],
  summary: "Add somebody; answers with their one-time link",
  ...signedIn("staff.manage", guardSmallBody),
  request: { body: body(newPerson) },
  responses: answers(link, "The one-time link", "conflict", ...writes),
});
const change = createRoute({
  method: "patch",
  path: "/staff/{id}",
  tags: ["Staff"],
  summary: "Change name or role, disable or enable",
  ...signedIn("staff.manage", guardSmallBody),
  request: {
    params: id,
    body: body(
      z.strictObject({ name: personName.optional(), role: role.optional(), disabled: z.boolean().optional() }),
    ),
  },
  responses: answers(
    z.strictObject({ items: z.array(someone) }),
    "The staff",
    "last-administrator",
    "unknown-code",
    ...writes,
  ),
});
const reset = createRoute({
  method: "post",
  path: "/staff/{id}/reset",
  tags: ["Staff"],
  summary: "End password, second factor and sessions; answers with a new one-time link",
  ...signedIn("staff.manage"),
  request: { params: id },
  responses: answers(link, "The one-time link", "unknown-code", "unauthenticated", "forbidden"),
});

const staffOf = (c: Context<Env>) => signInFor(c).db;

/** People: for administrators. */
export const staffRoutes = createRouter()
  .openapi(list, (c) => c.json({ items: listPeople(staffOf(c)) }, 200))
  .openapi(colleagues, (c) =>
    c.json(
      {
        items: listPeople(staffOf(c))
          .filter((p) => !p.disabled)
          .map(({ id, name, role }) => ({ id, name, role })),
      },
      200,
    ),
  )
  .openapi(add, async (c) => {
    const made = await addPerson(c.var.db, staffOf(c), c.var.actor, c.req.valid("json"), new Date());
    return c.json({ id: made.id, path: linkPath(made.token), expiresAt: made.expiresAt.toISOString() }, 200);
  })
  .openapi(change, async (c) => {
    await changePerson(c.var.db, staffOf(c), c.var.actor, c.req.valid("param").id, c.req.valid("json"), new Date());
    return c.json({ items: listPeople(staffOf(c)) }, 200);
  })
  .openapi(reset, async (c) => {
    const { id } = c.req.valid("param");
    const made = await resetPerson(c.var.db, staffOf(c), c.var.actor, id, new Date());
    return c.json({ id, path: linkPath(made.token), expiresAt: made.expiresAt.toISOString() }, 200);
  });
