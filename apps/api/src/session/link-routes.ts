import { createRoute } from "@hono/zod-openapi";
import { z } from "zod";
import { guardSmallBody } from "../http/body.ts";
import { answers } from "../http/describe.ts";
import { Problem } from "../http/problem.ts";
import { anyone, signInFor, visitorOf } from "../http/signed-in.ts";
import { jsonBody as body } from "../http/staff-route.ts";
import { createRouter } from "../http/valid.ts";
import { note } from "../staff/commands.ts";
import { addressBucket, beginAttempt } from "../staff/limits.ts";
import { confirmLink, openLink, setPasswordByLink } from "../staff/links.ts";
import { code, ok, problems, tags, text } from "./shapes.ts";

const token = z.string().min(20).max(100);

const linkOpen = createRoute({
  method: "post",
  path: "/session/link",
  tags,
  summary: "Whom a one-time link is for",
  ...anyone(guardSmallBody),
  request: { body: body(z.strictObject({ token })) },
  responses: answers(
    z.strictObject({ name: z.string(), email: z.string(), expiresAt: z.iso.datetime() }),
    "The person",
    "link-expired",
    ...problems,
  ),
});
const linkPassword = createRoute({
  method: "post",
  path: "/session/link/password",
  tags,
  summary:
    "Set the password by a one-time link; answers with the second factor to set up and the recovery codes, shown once",
  ...anyone(guardSmallBody),
  request: { body: body(z.strictObject({ token, password: text })) },
  responses: answers(
    z.strictObject({ totpUri: z.string(), recoveryCodes: z.array(z.string()) }),
    "For the authenticator",
    "link-expired",
    ...problems,
  ),
});
const linkConfirm = createRoute({
  method: "post",
  path: "/session/link/confirm",
  tags,
  summary: "Confirm the second factor with a code of it; the link is used up",
  ...anyone(guardSmallBody),
  request: { body: body(z.strictObject({ token, code })) },
  responses: answers(ok, "Ready to sign in", "link-expired", "wrong-credentials", "conflict", ...problems),
});

/** One-time links: password, second factor, recovery codes. */
export const linkRoutes = createRouter()
  .openapi(linkOpen, (c) => {
    const { db } = signInFor(c);
    const forgive = beginAttempt(db, { address: addressBucket(visitorOf(c).address) }, new Date());
    const { person, expiresAt } = openLink(db, c.req.valid("json").token, new Date());
    forgive();
    return c.json({ name: person.name, email: person.email, expiresAt: expiresAt.toISOString() }, 200);
  })
  .openapi(linkPassword, async (c) => {
    const { db, secret } = signInFor(c);
    const forgive = beginAttempt(db, { address: addressBucket(visitorOf(c).address) }, new Date());
    const { token, password } = c.req.valid("json");
    const made = await setPasswordByLink(db, secret, token, password, new Date());
    forgive();
    return c.json(made, 200);
  })
  .openapi(linkConfirm, async (c) => {
    const { db, secret } = signInFor(c);
    const { token, code } = c.req.valid("json");
    const forgive = beginAttempt(
      db,
      { address: addressBucket(visitorOf(c).address), account: `link ${token}` },
      new Date(),
    );
    const person = await confirmLink(db, secret, token, code, new Date());
    if (!person) throw new Problem("wrong-credentials", "This code is not right; the clock of the phone may be wrong.");
    forgive();
    await note(c.var.db, person, new Date(), { action: "staff.ready", subject: `staff ${person.id}` });
    return c.json({ ok: true as const }, 200);
  });
