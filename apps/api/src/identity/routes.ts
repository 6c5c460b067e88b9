import { createRoute } from "@hono/zod-openapi";
import { type Action, may, permissions, roles } from "@moc2030/shared/actions";
import { LANGS } from "@moc2030/shared/text/lang";
import { eq } from "drizzle-orm";
import type { Context } from "hono";
import { z } from "zod";
import { guardSmallBody } from "../http/body.ts";
import { responses } from "../http/describe.ts";
import type { Env } from "../http/env.ts";
import { Problem } from "../http/problem.ts";
import { createRouter } from "../http/valid.ts";
import { findChallenge } from "./challenges.ts";
import { activeDelegations } from "./delegation.ts";
import { jsonBody as body } from "./describe.ts";
import { hmac } from "./keyed.ts";
import { provePassword } from "./own-proof.ts";
import { changePassword } from "./password-change.ts";
import { findByEmail, isEmpty } from "./people.ts";
import { ANONYMOUS, recordEvent } from "./people-commands.ts";
import { user } from "./schema.ts";
import { endSession, listSessions, signOut } from "./sessions.ts";
import { code, ok, problems, tags, text, typedAddress } from "./shapes.ts";
import { checkPassword, checkSecondFactor, findActor } from "./sign-in.ts";
import { anyone, setCookies, signedIn, signInFor, visitorOf } from "./signed-in.ts";

const me = z.strictObject({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.enum(roles),
  standsIn: z.boolean(),
  actions: z.array(z.string()),
  body: z.string().nullable(),
  lang: z.enum(LANGS).describe("The language of mail"),
});
const current = createRoute({
  method: "get",
  path: "/session",
  tags,
  summary: "Who is signed in; null where nobody is",
  ...anyone(),
  responses: responses(
    z.strictObject({
      me: me.nullable(),
      firstRun: z.boolean().describe("Nobody is among the staff yet: the first administrator is made on the server"),
    }),
    "Me",
    "sign-in-off",
  ),
});
const open = createRoute({
  method: "post",
  path: "/session",
  tags,
  summary: "First factor: address and password",
  ...anyone(guardSmallBody),
  request: { body: body(z.strictObject({ email: typedAddress, password: text })) },
  responses: responses(
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
  responses: responses(ok, "The session is open", "wrong-credentials", ...problems),
});
const close = createRoute({
  method: "delete",
  path: "/session",
  tags,
  summary: "Sign out",
  ...signedIn("session.own"),
  responses: responses(ok, "Signed out", "unauthenticated", "cross-site"),
});
const mine = createRoute({
  method: "get",
  path: "/session/all",
  tags,
  summary: "One's own open sessions",
  ...signedIn("session.own"),
  responses: responses(
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
  responses: responses(ok, "Ended", "unauthenticated", "unknown-code"),
});
const password = createRoute({
  method: "post",
  path: "/session/password",
  tags,
  summary: "Change one's password; every session ends, this one too",
  ...signedIn("session.own", guardSmallBody),
  request: { body: body(z.strictObject({ current: text, next: text })) },
  responses: responses(ok, "Changed; sign in again", "unauthenticated", "wrong-credentials", ...problems),
});
const language = createRoute({
  method: "put",
  path: "/session/language",
  tags,
  summary: "The language of mail to oneself",
  ...signedIn("session.own", guardSmallBody),
  request: { body: body(z.strictObject({ lang: z.enum(LANGS) })) },
  responses: responses(ok, "Set", "unauthenticated", ...problems),
});
const address = (c: Context<Env>) => ({ address: visitorOf(c).address });

/** Audits a failed sign-in: the account if known, never what was typed. Rate limits are counted by the guard. */
async function noteRefusal(c: Context<Env>, error: unknown, why: string, typed?: string) {
  if (!(error instanceof Problem) || error.slug === "too-many-attempts") return;
  const [account, now] = [c.get("account"), c.var.now()];
  const action = "session.refused" as const;
  if (account)
    return recordEvent(c.var.db, ANONYMOUS, now, {
      action,
      subject: `staff ${account}`,
      detail: { ...address(c), why },
    });
  // Keyed, because a password may have been typed here, and a plain hash could be brute-forced.
  const detail = typed === undefined ? {} : { typed: hmac(signInFor(c).secret, "typed", typed).slice(0, 16) };
  return c.var.refusals.count({ action, why, ...address(c), detail }, now);
}

/** Signing in and out, one's own sessions and password. */
export const sessionRoutes = createRouter()
  .openapi(current, async (c) => {
    const signIn = signInFor(c);
    const found = await findActor(signIn, visitorOf(c), c.var.now());
    if (!found) return c.json({ me: null, firstRun: await isEmpty(signIn.db) }, 200);
    setCookies(c, found.cookies);
    const { session: _, ...actor } = found.value;
    const standsIn = (await activeDelegations(c.var.db, signIn.db, actor.id, c.var.now())).length > 0;
    const actions = (Object.keys(permissions) as Action[]).filter((action) => may(actor.role, action, standsIn));
    const own = await signIn.db.orm.select({ lang: user.lang }).from(user).where(eq(user.id, actor.id)).get();
    const me = { ...actor, body: actor.body ?? null, standsIn, actions, lang: own?.lang ?? "vi" };
    return c.json({ me, firstRun: false }, 200);
  })
  .openapi(open, async (c) => {
    const { email, password } = c.req.valid("json");
    const signIn = signInFor(c);
    c.set("account", (await findByEmail(signIn.db, email))?.id);
    try {
      const { cookies } = await checkPassword(signIn, visitorOf(c), email, password, c.var.now());
      setCookies(c, cookies);
    } catch (error) {
      await noteRefusal(c, error, "wrong-credentials", email.trim().toLowerCase());
      throw error;
    }
    return c.json({ next: "second-factor" as const }, 200);
  })
  .openapi(second, async (c) => {
    const { db } = c.var;
    const signIn = signInFor(c);
    const visitor = visitorOf(c);
    c.set("account", (await findChallenge(signIn, visitor.cookies, c.var.now()))?.userId);
    try {
      const { value, cookies } = await checkSecondFactor(signIn, visitor, c.req.valid("json"), c.var.now());
      await recordEvent(db, value, c.var.now(), {
        action: "session.opened",
        subject: `staff ${value.id}`,
        detail: { ...address(c), ...(value.recovery && { recoveryCode: true }) },
        ...(value.isNewDevice && {
          notices: [{ kind: "new_device" as const, to: { person: value.id }, detail: address(c) }],
        }),
      });
      setCookies(c, cookies);
    } catch (error) {
      await noteRefusal(c, error, "second-factor");
      throw error;
    }
    return c.json({ ok: true as const }, 200);
  })
  .openapi(close, async (c) => {
    const { db, actor } = c.var;
    await recordEvent(db, actor, c.var.now(), { action: "session.ended", subject: `staff ${actor.id}` });
    setCookies(c, await signOut(signInFor(c), visitorOf(c)));
    return c.json({ ok: true as const }, 200);
  })
  .openapi(mine, async (c) => c.json({ items: await listSessions(signInFor(c).db, c.var.actor, c.var.now()) }, 200))
  .openapi(end, async (c) => {
    const { id } = c.req.valid("param");
    const { db, actor } = c.var;
    if (!(await endSession(signInFor(c).db, actor.id, id)))
      throw new Problem("unknown-code", "You have no such session.");
    await recordEvent(db, actor, c.var.now(), {
      action: "session.ended",
      subject: `staff ${actor.id}`,
      detail: { other: id !== actor.session },
    });
    return c.json({ ok: true as const }, 200);
  })
  .openapi(language, async (c) => {
    const { lang } = c.req.valid("json");
    await signInFor(c).db.orm.update(user).set({ lang }).where(eq(user.id, c.var.actor.id));
    return c.json({ ok: true as const }, 200);
  })
  .openapi(password, async (c) => {
    const { current: old, next } = c.req.valid("json");
    await provePassword(c, old, "current");
    await changePassword(c.var.db, signInFor(c), c.var.actor, next, c.var.now());
    return c.json({ ok: true as const }, 200);
  });
