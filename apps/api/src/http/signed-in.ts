import { type Action, isDelegated, may } from "@moc2030/shared/actions";
import type { Context, MiddlewareHandler } from "hono";
import { standingsOf } from "../reviews/delegation.ts";
import { findActor, type SignIn, type Visitor } from "../staff/sign-in.ts";
import type { Env } from "./env.ts";
import { Problem } from "./problem.ts";

const isLoopbackName = (host: string) => /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(host);
const isLoopbackAddress = (address: string) => /^(127(\.\d{1,3}){3}|::1|::ffff:127(\.\d{1,3}){3})$/.test(address);

/** The other end of the connection, from the socket alone: a header can say anything. */
const addressOf = (c: Context): string =>
  (c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming?.socket?.remoteAddress ??
  "unknown";

/** What is known of whoever asks, before anybody is signed in. */
export const visitorOf = (c: Context): Visitor => ({
  cookies: c.req.header("cookie") ?? "",
  address: addressOf(c),
  agent: c.req.header("user-agent") ?? "",
});

/** Sign-in, where this connection may use it: https at PUBLIC_ORIGIN, or http on this machine. */
export function signInFor(c: Context<Env>): SignIn {
  const { signIn } = c.var;
  if (!signIn) throw new Problem("unavailable", "Staff sign-in is not served here.");
  const local = isLoopbackName(new URL(c.req.url).hostname) && isLoopbackAddress(addressOf(c));
  if (!signIn.publicOrigin && !local)
    throw new Problem(
      "sign-in-off",
      "Staff sign-in needs https: serve this behind TLS and set PUBLIC_ORIGIN to its address. Over http it works on this machine only.",
    );
  return signIn;
}

/** Refuses a change asked for by another site's page: an Origin must be ours, and without one the browser must say same-origin. */
function refuseCrossSite(c: Context<Env>) {
  if (["GET", "HEAD", "OPTIONS"].includes(c.req.method)) return;
  const [origin, site] = [c.req.header("origin"), c.req.header("sec-fetch-site")];
  const url = new URL(c.req.url);
  const own = c.var.signIn?.publicOrigin;
  const local = isLoopbackName(url.hostname) && isLoopbackAddress(addressOf(c)) ? url.origin : undefined;
  const sameSite = site === undefined || site === "same-origin";
  if (origin !== undefined ? sameSite && (origin === own || origin === local) : site === "same-origin") return;
  throw new Problem(
    "cross-site",
    "This was asked for by a page of another site, or by a program that does not say Sec-Fetch-Site: same-origin.",
  );
}

/** Keeps cookies that the library set on the answer. */
export function keepCookies(c: Context, cookies: readonly string[]) {
  for (const cookie of cookies) c.header("Set-Cookie", cookie, { append: true });
}

const guard =
  (action: Action | null): MiddlewareHandler<Env> =>
  async (c, next) => {
    c.header("Cache-Control", "no-store");
    const signIn = signInFor(c);
    refuseCrossSite(c);
    if (action) {
      const found = await findActor(signIn, visitorOf(c), new Date());
      if (!found) throw new Problem("unauthenticated", "Nobody is signed in, or the session has ended.");
      keepCookies(c, found.cookies);
      const { role, id } = found.value;
      const asks = !may(role, action) && isDelegated(action);
      const standsInFor = asks ? standingsOf(c.var.db, signIn.db, id, c.var.now()) : [];
      if (!may(role, action, standsInFor.length > 0))
        throw new Problem("forbidden", `The role ${role} does not include ${action}.`);
      c.set("actor", { ...found.value, standsInFor });
    }
    await next();
    c.res.headers.set("Cache-Control", "no-store");
  };

/** What makes a route one for staff: the action it needs, checked before anything else and printed in its description. */
export const signedIn = <M extends MiddlewareHandler<Env>[]>(action: Action, ...more: M) => ({
  "x-action": action,
  middleware: [guard(action), ...more] as MiddlewareHandler<Env>[],
});

/** A route of signing in: for everybody, from our own pages. */
export const anyone = <M extends MiddlewareHandler<Env>[]>(...more: M) => ({
  "x-action": "anyone",
  middleware: [guard(null), ...more] as MiddlewareHandler<Env>[],
});
