import { createRoute } from "@hono/zod-openapi";
import type { AuditAction } from "@moc2030/shared/audit-actions";
import type { Context } from "hono";
import { z } from "zod";
import type { Principal } from "../audit/chain.ts";
import { guardSmallBody } from "../http/body.ts";
import { responses } from "../http/describe.ts";
import type { Env } from "../http/env.ts";
import { Problem } from "../http/problem.ts";
import { createRouter } from "../http/valid.ts";
import { jsonBody as body } from "./describe.ts";
import { deviceCookie } from "./device.ts";
import { addressBucket, beginAttempt } from "./limits.ts";
import { confirmLink, openLink, setPasswordByLink } from "./links.ts";
import { ANONYMOUS, recordEvent } from "./people-commands.ts";
import { code, ok, problems, tags, text } from "./shapes.ts";
import { anyone, setCookies, signInFor, visitorOf } from "./signed-in.ts";

const token = z.string().min(20).max(100);

const linkOpen = createRoute({
  method: "post",
  path: "/session/link",
  tags,
  summary: "Whom a one-time link is for",
  ...anyone(guardSmallBody),
  request: { body: body(z.strictObject({ token })) },
  responses: responses(
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
  responses: responses(
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
  responses: responses(ok, "Ready to sign in", "link-expired", "wrong-credentials", "conflict", ...problems),
});

/** Audits an action through a link, with the client address. */
const noteLink = (c: Context<Env>, by: Principal, action: AuditAction, account = by.id, more = {}) =>
  recordEvent(c.var.db, by, c.var.now(), {
    action,
    subject: `staff ${account}`,
    detail: { address: visitorOf(c).address, ...more },
  });

/** Resolves a link. Only invalid tokens count against an address, so that failures never block valid links. */
async function opened(c: Context<Env>, token: string) {
  const signIn = signInFor(c);
  const now = c.var.now();
  try {
    const link = await openLink(signIn, token, now);
    c.set("account", link.person.id);
    return link;
  } catch (error) {
    await beginAttempt(signIn.db, { address: addressBucket(visitorOf(c).address) }, now);
    throw error;
  }
}

/** One-time links: password, second factor, recovery codes. */
export const linkRoutes = createRouter()
  .openapi(linkOpen, async (c) => {
    const { person, expiresAt } = await opened(c, c.req.valid("json").token);
    return c.json({ name: person.name, email: person.email, expiresAt: expiresAt.toISOString() }, 200);
  })
  .openapi(linkPassword, async (c) => {
    const { token, password } = c.req.valid("json");
    await opened(c, token);
    const { person, ...made } = await setPasswordByLink(signInFor(c), token, password, c.var.now());
    await noteLink(c, person, "staff.password_set");
    return c.json(made, 200);
  })
  .openapi(linkConfirm, async (c) => {
    const { db, secret } = signInFor(c);
    const { token, code } = c.req.valid("json");
    const { person: holder } = await opened(c, token);
    const person = await confirmLink(signInFor(c), token, code, c.var.now());
    if (!person) {
      await noteLink(c, ANONYMOUS, "session.refused", holder.id, { why: "link" });
      throw new Problem("wrong-credentials", "This code is not right; the clock of the phone may be wrong.");
    }
    await noteLink(c, person, "staff.ready");
    setCookies(c, await deviceCookie(db, secret, person.id, c.var.now()));
    return c.json({ ok: true as const }, 200);
  });
