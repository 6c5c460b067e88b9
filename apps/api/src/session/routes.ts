import { createRoute } from "@hono/zod-openapi";
import { type Action, may, permissions, roles } from "@moc2030/shared/actions";
import type { Context } from "hono";
import { z } from "zod";
import { guardSmallBody } from "../http/body.ts";
import { answers } from "../http/describe.ts";
import type { Env } from "../http/env.ts";
import { Problem } from "../http/problem.ts";
import { anyone, keepCookies, signedIn, signInFor, visitorOf } from "../http/signed-in.ts";
import { jsonBody as body } from "../http/staff-route.ts";
import { createRouter } from "../http/valid.ts";
import { standingsOf } from "../reviews/delegation.ts";
import { note } from "../staff/commands.ts";
import { changePassword } from "../staff/password-change.ts";
import { checkPassword, checkSecondFactor, endSession, findActor, listSessions, signOut } from "../staff/sign-in.ts";
import { code, ok, problems, tags, text, typedAddress } from "./shapes.ts";

const me = z.strictObject({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.enum(roles),
  standsIn: z.boolean(),
  actions: z.array(z.string()),
});
const current = createRoute({
  method: "get",
  path: "/session",
  tags,
  summary: "Who is signed in; null where nobody is",
  ...anyone(),
  responses: answers(z.strictObject({ me: me.nullable() }), "Me", "sign-in-off"),
});
const open = createRoute({
  method: "post",
  path: "/session",
  tags,
  summary: "First factor: address and password",
  ...anyone(guardSmallBody),
  request: { body: body(z.strictObject({ email: typedAddress, password: text })) },
  responses: answers(
    z.strictObject({ next: z.literal("second-factor") }),
    "Go on to the second factor",
    "wrong-credentials",
    "sign-in-off",
    ...problems,
  ),
});
const second = createRoute({
  method: "post",
  path: "/session/second-factor",
  tags,
  summary: "Second factor: a code of the authenticator, or a recovery code; opens the session",
  ...anyone(guardSmallBody),
  request: { body: body(z.union([z.strictObject({ code }), z.strictObject({ recoveryCode: text })])) },
  responses: answers(ok, "The session is open", "wrong-credentials", ...problems),
});
const close = createRoute({
  method: "delete",
  path: "/session",
  tags,
  summary: "Sign out",
  ...signedIn("session.own"),
  responses: answers(ok, "Signed out", "unauthenticated", "cross-site"),
});
const mine = createRoute({
  method: "get",
  path: "/session/all",
  tags,
  summary: "One's own open sessions",
  ...signedIn("session.own"),
  responses: answers(
    z.strictObject({
      items: z.array(
        z.strictObject({
          id: z.string(),
          current: z.boolean(),
          openedAt: z.iso.datetime(),
          lastSeenAt: z.iso.datetime(),
          address: z.string(),
          agent: z.string(),
        }),
      ),
    }),
    "The sessions",
    "unauthenticated",
  ),
});
const end = createRoute({
  method: "delete",
  path: "/session/all/{id}",
  tags,
  summary: "End one of one's own sessions",
  ...signedIn("session.own"),
  request: { params: z.object({ id: z.string() }) },
  responses: answers(ok, "Ended", "unauthenticated", "unknown-code"),
});
const password = createRoute({
  method: "post",
  path: "/session/password",
  tags,
  summary: "Change one's password; every session ends, this one too",
  ...signedIn("session.own", guardSmallBody),
  request: { body: body(z.strictObject({ current: text, next: text })) },
  responses: answers(ok, "Changed; sign in again", "unauthenticated", "wrong-credentials", ...problems),
});
/** A refusal that goes into the audit. What is turned away by the limits does not: it would let anybody fill the disk. */
const isWorthNoting = (error: unknown): error is Problem =>
  error instanceof Problem && error.slug !== "too-many-attempts";

const NOBODY = { id: "nobody", name: "" };
const address = (c: Context<Env>) => ({ address: visitorOf(c).address });

/** Signing in and out, one's own sessions and password, and one-time links. */
export const sessionRoutes = createRouter()
  .openapi(current, async (c) => {
    const signIn = signInFor(c);
    const found = await findActor(signIn, visitorOf(c), new Date());
    if (!found) return c.json({ me: null }, 200);
    keepCookies(c, found.cookies);
    const { session: _, ...actor } = found.value;
    const standsIn = standingsOf(c.var.db, signIn.db, actor.id, c.var.now()).length > 0;
    const actions = (Object.keys(permissions) as Action[]).filter((action) => may(actor.role, action, standsIn));
    return c.json({ me: { ...actor, standsIn, actions } }, 200);
  })
  .openapi(open, async (c) => {
    const { email, password } = c.req.valid("json");
    try {
      const { cookies } = await checkPassword(signInFor(c), visitorOf(c), email, password, new Date());
      keepCookies(c, cookies);
    } catch (error) {
      if (isWorthNoting(error))
        await note(c.var.db, NOBODY, new Date(), {
          action: "session.refused",
          subject: "session",
          detail: { ...address(c), email: email.slice(0, 200), why: error.slug },
        });
      throw error;
    }
    return c.json({ next: "second-factor" as const }, 200);
  })
  .openapi(second, async (c) => {
    const { db } = c.var;
    try {
      const { value, cookies } = await checkSecondFactor(signInFor(c), visitorOf(c), c.req.valid("json"), new Date());
      await note(db, value, new Date(), {
        action: "session.opened",
        subject: `staff ${value.id}`,
        detail: { ...address(c), ...(value.recovery && { recoveryCode: true }) },
      });
      keepCookies(c, cookies);
    } catch (error) {
      if (isWorthNoting(error))
        await note(db, NOBODY, new Date(), {
          action: "session.refused",
          subject: "session",
          detail: { ...address(c), why: "second-factor" },
        });
      throw error;
    }
    return c.json({ ok: true as const }, 200);
  })
  .openapi(close, async (c) => {
    const { db, actor } = c.var;
    await note(db, actor, new Date(), { action: "session.ended", subject: `staff ${actor.id}` });
    keepCookies(c, await signOut(signInFor(c), visitorOf(c)));
    return c.json({ ok: true as const }, 200);
  })
  .openapi(mine, (c) => c.json({ items: listSessions(signInFor(c).db, c.var.actor, new Date()) }, 200))
  .openapi(end, async (c) => {
    const { id } = c.req.valid("param");
    const { db, actor } = c.var;
    if (!endSession(signInFor(c).db, actor.id, id)) throw new Problem("unknown-code", "You have no such session.");
    await note(db, actor, new Date(), {
      action: "session.ended",
      subject: `staff ${actor.id}`,
      detail: { other: id !== actor.session },
    });
    return c.json({ ok: true as const }, 200);
  })
  .openapi(password, async (c) => {
    const { current: old, next } = c.req.valid("json");
    await changePassword(c.var.db, signInFor(c), visitorOf(c), c.var.actor, old, next, new Date());
    return c.json({ ok: true as const }, 200);
  });
