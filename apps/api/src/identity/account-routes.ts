import { createRoute } from "@hono/zod-openapi";
import type { Context } from "hono";
import { z } from "zod";
import { guardSmallBody } from "../http/body.ts";
import { responses } from "../http/describe.ts";
import type { Env } from "../http/env.ts";
import { createRouter } from "../http/valid.ts";
import { CONFIRMATION_REFUSED, refusalAudited } from "./confirm.ts";
import { jsonBody as body } from "./describe.ts";
import { deviceCookie } from "./device.ts";
import { askForAddress, confirmOwnAddress, findWaitingAddress } from "./new-address.ts";
import { beginNewFactor, completeNewFactor } from "./new-factor.ts";
import { proof, proveOneself } from "./own-proof.ts";
import { newPerson } from "./person.ts";
import { code, ok, problems, tags } from "./shapes.ts";
import { setCookies, signedIn, signInFor } from "./signed-in.ts";

const writes = ["unauthenticated", "wrong-credentials", "conflict", ...problems] as const;
const waiting = z.strictObject({
  waiting: z
    .strictObject({
      email: z.string(),
      expiresAt: z.iso.datetime(),
      confirmedBy: z.enum(["mail", "administrator"]).describe("A code mailed to the address, or an administrator"),
    })
    .nullable(),
});

const phone = createRoute({
  method: "post",
  path: "/session/authenticator",
  tags,
  summary: "Set up the authenticator of a new phone; the old one works until the new one is confirmed",
  ...signedIn("session.own", guardSmallBody),
  request: { body: body(proof) },
  responses: responses(
    z.strictObject({ totpUri: z.string() }),
    "For the authenticator",
    "confirmation-needed",
    ...writes,
  ),
});
const phoneConfirm = createRoute({
  method: "post",
  path: "/session/authenticator/confirm",
  tags,
  summary: "Confirm the new authenticator with a code of it; the old one and other sessions end",
  ...signedIn("session.own", guardSmallBody),
  request: { body: body(z.strictObject({ code })) },
  responses: responses(ok, "The new authenticator counts", ...writes),
});
const email = createRoute({
  method: "get",
  path: "/session/email",
  tags,
  summary: "One's own change of e-mail address that waits to be confirmed",
  ...signedIn("session.own"),
  responses: responses(waiting, "The change, or null", "unauthenticated"),
});
const emailAsk = createRoute({
  method: "post",
  path: "/session/email",
  tags,
  summary: "Ask for another e-mail address; nothing changes before it is confirmed",
  ...signedIn("session.own", guardSmallBody),
  request: { body: body(proof.extend({ email: newPerson.shape.email })) },
  responses: responses(waiting, "The change that waits", "confirmation-needed", ...writes),
});
const emailConfirm = createRoute({
  method: "post",
  path: "/session/email/confirm",
  tags,
  summary: "Confirm one's new e-mail address with the code mailed there",
  ...signedIn("session.own", guardSmallBody),
  request: { body: body(z.strictObject({ code: z.string().regex(/^\d{8}$/, "expected eight digits") })) },
  responses: responses(ok, "The new address counts", ...writes),
});

/** Sends one's own change of address that waits, or null. */
async function sendWaiting(c: Context<Env>) {
  const row = await findWaitingAddress(signInFor(c).db, c.var.actor.id, c.var.now());
  if (!row) return c.json({ waiting: null }, 200);
  const confirmedBy = row.byMail ? ("mail" as const) : ("administrator" as const);
  return c.json({ waiting: { email: row.email, expiresAt: row.expiresAt.toISOString(), confirmedBy } }, 200);
}

/** One's own account: a new phone, another e-mail address. */
export const accountRoutes = createRouter()
  .openapi(phone, async (c) => {
    await proveOneself(c, c.req.valid("json"));
    return c.json({ totpUri: await beginNewFactor(signInFor(c), c.var.actor, c.var.now()) }, 200);
  })
  .openapi(phoneConfirm, async (c) => {
    const { db, actor, now } = c.var;
    const signIn = signInFor(c);
    await refusalAudited(c, "wrong-credentials", CONFIRMATION_REFUSED, () =>
      completeNewFactor(db, signIn, actor, c.req.valid("json").code, now()),
    );
    setCookies(c, await deviceCookie(signIn.db, signIn.secret, actor.id, now()));
    return c.json({ ok: true as const }, 200);
  })
  .openapi(email, (c) => sendWaiting(c))
  .openapi(emailAsk, async (c) => {
    const { email, ...proof } = c.req.valid("json");
    const { db, actor, now } = c.var;
    await proveOneself(c, proof);
    await askForAddress(db, signInFor(c), actor, email, now());
    return sendWaiting(c);
  })
  .openapi(emailConfirm, async (c) => {
    const { db, actor, now } = c.var;
    await refusalAudited(c, "wrong-credentials", CONFIRMATION_REFUSED, () =>
      confirmOwnAddress(db, signInFor(c), actor, c.req.valid("json").code, now()),
    );
    return c.json({ ok: true as const }, 200);
  });
