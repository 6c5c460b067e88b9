import { createRoute } from "@hono/zod-openapi";
import type { Context } from "hono";
import { z } from "zod";
import { guardSmallBody } from "../http/body.ts";
import { responses } from "../http/describe.ts";
import type { Env } from "../http/env.ts";
import { createRouter } from "../http/valid.ts";
import { confirmed } from "./confirm.ts";
import { jsonBody as body } from "./describe.ts";
import { confirmAddressOf, everReady, mendAddress, waitingAddresses } from "./new-address.ts";
import { listPeople } from "./people.ts";
import { addPerson, changePerson, resetPerson } from "./people-commands.ts";
import { linkPath, newPerson, personBody, personName, role } from "./person.ts";
import { code } from "./shapes.ts";
import { signedIn, signInFor } from "./signed-in.ts";

const someone = z.strictObject({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role,
  ready: z.boolean(),
  invited: z.boolean().describe("Was added and has never set up the account"),
  disabled: z.boolean(),
  createdAt: z.iso.datetime(),
  body: z.string().nullable().describe("The body of the state that they work for, by its id"),
  newEmail: z.string().nullable().describe("An address that they asked for, and an administrator has to confirm"),
});
/** The path of the page for a one-time link; the token is in the fragment, which is never sent to a server. */
const link = z.strictObject({ id: z.string(), path: z.string(), expiresAt: z.iso.datetime() });
const id = z.object({ id: z.string() });
const confirmation = { code: code.optional().describe("What the acting administrator's own authenticator shows.") };
const writes = [
  "confirmation-needed",
  "too-many-attempts",
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
  responses: responses(z.strictObject({ items: z.array(someone) }), "The staff", "unauthenticated", "forbidden"),
});
const colleagues = createRoute({
  method: "get",
  path: "/staff/colleagues",
  tags: ["Staff"],
  summary: "Names and roles of colleagues, for assignments and delegation",
  ...signedIn("entry.read"),
  responses: responses(
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
  request: { body: body(newPerson.extend(confirmation)) },
  responses: responses(link, "The one-time link", "conflict", ...writes),
});
const change = createRoute({
  method: "patch",
  path: "/staff/{id}",
  tags: ["Staff"],
  summary: "Change name, body or role, disable or enable; role and lock with a code of one's own authenticator",
  ...signedIn("staff.manage", guardSmallBody),
  request: {
    params: id,
    body: body(
      z.strictObject({
        name: personName.optional(),
        role: role.optional(),
        disabled: z.boolean().optional(),
        body: personBody.optional(),
        ...confirmation,
      }),
    ),
  },
  responses: responses(
    z.strictObject({ items: z.array(someone) }),
    "The staff",
    "last-administrator",
    "own-account",
    "conflict",
    "unknown-code",
    ...writes,
  ),
});
const reset = createRoute({
  method: "post",
  path: "/staff/{id}/reset",
  tags: ["Staff"],
  summary: "End password, second factor and sessions; answers with a new one-time link",
  ...signedIn("staff.manage", guardSmallBody),
  request: { params: id, body: body(z.strictObject(confirmation)) },
  responses: responses(link, "The one-time link", "unknown-code", ...writes),
});

const confirmEmail = createRoute({
  method: "post",
  path: "/staff/{id}/email",
  tags: ["Staff"],
  summary: "Confirm the e-mail address that somebody else asked for, where nothing is mailed",
  ...signedIn("staff.manage", guardSmallBody),
  request: {
    params: id,
    body: body(
      z.strictObject({ email: newPerson.shape.email.describe("The address as it was shown"), ...confirmation }),
    ),
  },
  responses: responses(
    z.strictObject({ items: z.array(someone) }),
    "The staff",
    "own-account",
    "conflict",
    "unknown-code",
    ...writes,
  ),
});

const mendEmail = createRoute({
  method: "put",
  path: "/staff/{id}/email",
  tags: ["Staff"],
  summary: "Mend the e-mail address of somebody who has never set up their account; answers with a new one-time link",
  ...signedIn("staff.manage", guardSmallBody),
  request: { params: id, body: body(newPerson.pick({ email: true }).extend(confirmation)) },
  responses: responses(link, "The one-time link", "conflict", "unknown-code", ...writes),
});

const staffOf = (c: Context<Env>) => signInFor(c).db;

async function peopleOf(c: Context<Env>) {
  const asked = (await waitingAddresses(staffOf(c), c.var.now())).filter(({ byMail }) => !byMail);
  const wereReady = await everReady(c.var.db);
  return (await listPeople(staffOf(c))).map((one) => ({
    ...one,
    invited: !one.ready && !wereReady.has(`staff ${one.id}`),
    newEmail: asked.find(({ userId }) => userId === one.id)?.email ?? null,
  }));
}

/** Staff accounts, for administrators. */
export const staffRoutes = createRouter()
  .openapi(list, async (c) => c.json({ items: await peopleOf(c) }, 200))
  .openapi(colleagues, async (c) => {
    const people = (await listPeople(staffOf(c))).filter((p) => !p.disabled);
    return c.json({ items: people.map(({ id, name, role }) => ({ id, name, role })) }, 200);
  })
  .openapi(add, async (c) => {
    const { code, ...person } = c.req.valid("json");
    await confirmed(c, code);
    const made = await addPerson(c.var.db, signInFor(c), c.var.actor, person, c.var.now());
    return c.json({ id: made.id, path: linkPath(made.token), expiresAt: made.expiresAt.toISOString() }, 200);
  })
  .openapi(change, async (c) => {
    const { code, ...wanted } = c.req.valid("json");
    if (wanted.role !== undefined || wanted.disabled !== undefined) await confirmed(c, code);
    await changePerson(c.var.db, staffOf(c), c.var.actor, c.req.valid("param").id, wanted, c.var.now());
    return c.json({ items: await peopleOf(c) }, 200);
  })
  .openapi(confirmEmail, async (c) => {
    const { id } = c.req.valid("param");
    const { code, email } = c.req.valid("json");
    await confirmed(c, code);
    await confirmAddressOf(c.var.db, staffOf(c), c.var.actor, id, email, c.var.now());
    return c.json({ items: await peopleOf(c) }, 200);
  })
  .openapi(mendEmail, async (c) => {
    const { id } = c.req.valid("param");
    const { code, email } = c.req.valid("json");
    await confirmed(c, code);
    const made = await mendAddress(c.var.db, signInFor(c), c.var.actor, { id, email }, c.var.now());
    return c.json({ id, path: linkPath(made.token), expiresAt: made.expiresAt.toISOString() }, 200);
  })
  .openapi(reset, async (c) => {
    const { id } = c.req.valid("param");
    await confirmed(c, c.req.valid("json").code);
    const made = await resetPerson(c.var.db, signInFor(c), c.var.actor, id, c.var.now());
    return c.json({ id, path: linkPath(made.token), expiresAt: made.expiresAt.toISOString() }, 200);
  });
