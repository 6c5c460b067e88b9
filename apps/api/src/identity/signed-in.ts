import { type Action, isDelegated, may } from "@moc2030/shared/actions";
import { problems } from "@moc2030/shared/problem";
import type { Context, MiddlewareHandler } from "hono";
import { clientAddress, isForwarded, isLoopback, isTrustedPeer, peerAddress } from "../http/client-address.ts";
import type { Env } from "../http/env.ts";
import { Problem } from "../http/problem.ts";
import type { Actor } from "./actor.ts";
import { standingsOf } from "./delegation.ts";
import type { Refusals } from "./refusals.ts";
import type { Visitor } from "./sessions.ts";
import { findActor, type SignIn } from "./sign-in.ts";

declare module "hono" {
  interface ContextVariableMap {
    /** Absent where no staff are served. */
    signIn: SignIn | undefined;
    /** Who asks, on routes that need somebody to have signed in. */
    actor: Actor;
    /** Counts what is refused. */
    refusals: Refusals;
    /** Whose account somebody tries to get into. */
    account: string | undefined;
  }
}

const isLoopbackName = (host: string) => /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(host);

/** What is known of whoever asks, before anybody is signed in. */
export const visitorOf = (c: Context<Env>): Visitor => ({
  cookies: c.req.header("cookie") ?? "",
  address: clientAddress(c),
  agent: c.req.header("user-agent") ?? "",
});

/** Whether whoever asks sits at this machine: its name and its own address, and nobody who passes requests on. Browsers speak HTTP/1.1; a proxy that says nothing of itself speaks 1.0. */
function isThisMachine(c: Context<Env>): boolean {
  const { incoming } = (c.env ?? {}) as { incoming?: { httpVersion?: string } };
  if (incoming?.httpVersion === "1.0" || isForwarded(c)) return false;
  return isLoopbackName(new URL(c.req.url).hostname) && isLoopback(peerAddress(c));
}

/** Whether a request came by the proxy that ends TLS at `publicOrigin`: for its host, by https, and from a proxy that is named or, where none is, from this machine. */
function isPublic(c: Context<Env>, publicOrigin: string): boolean {
  if (new URL(c.req.url).host !== new URL(publicOrigin).host) return false;
  const scheme = c.req.header("x-forwarded-proto");
  if (scheme !== undefined && scheme.split(",").at(-1)?.trim() !== "https") return false;
  return isTrustedPeer(c) || (c.var.trusted.rules.length === 0 && isLoopback(peerAddress(c)));
}

/** Sign-in, where this connection may use it: https at PUBLIC_ORIGIN alone where that is set, else http on this machine. */
export function signInFor(c: Context<Env>): SignIn {
  const { signIn } = c.var;
  if (!signIn) throw new Problem("unavailable", "Staff sign-in is not served here.");
  const { publicOrigin } = signIn;
  if (publicOrigin && !isPublic(c, publicOrigin))
    throw new Problem(
      "sign-in-off",
      `Staff sign-in is at ${publicOrigin} alone; the proxy there has to be on this machine, or named in TRUSTED_PROXY.`,
    );
  if (!publicOrigin && !isThisMachine(c))
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
  const own = c.var.signIn?.publicOrigin ?? new URL(c.req.url).origin;
  const sameSite = site === undefined || site === "same-origin";
  if (origin !== undefined ? sameSite && origin === own : site === "same-origin") return;
  throw new Problem(
    "cross-site",
    "This was asked for by a page of another site, or by a program that does not say Sec-Fetch-Site: same-origin.",
  );
}

/** Sets cookies on the answer. */
export function keepCookies(c: Context, cookies: readonly string[]) {
  for (const cookie of cookies) c.header("Set-Cookie", cookie, { append: true });
}

/** Counts a refusal of rights, of another site, or by the limits. */
async function countRefusal(c: Context<Env>, error: unknown) {
  if (!(error instanceof Problem) || ![403, 429].includes(problems[error.slug].status)) return;
  const account = c.get("actor")?.id ?? c.get("account");
  const refused = { action: "access.refused", why: error.slug, address: clientAddress(c), account } as const;
  await c.var.refusals.count(refused, c.var.now());
}

/** Throws unless whoever asks may use this connection and, where an action is given, has signed in and may do it. */
async function admit(c: Context<Env>, action: Action | null) {
  const signIn = signInFor(c);
  refuseCrossSite(c);
  if (!action) return;
  const found = await findActor(signIn, visitorOf(c), c.var.now());
  if (!found) throw new Problem("unauthenticated", "Nobody is signed in, or the session has ended.");
  keepCookies(c, found.cookies);
  const { role, id } = found.value;
  const meant = c.req.header("x-person");
  // What a page sends is its person's: not that of whoever has signed in beside them since.
  if (meant !== undefined && meant !== id)
    throw new Problem("unauthenticated", "Somebody else is signed in now than the page was opened for.");
  const asks = !may(role, action) && isDelegated(action);
  const standsInFor = asks ? await standingsOf(c.var.db, signIn.db, id, c.var.now()) : [];
  c.set("actor", { ...found.value, standsInFor });
  if (!may(role, action, standsInFor.length > 0))
    throw new Problem("forbidden", `The role ${role} does not include ${action}.`);
}

const guard =
  (action: Action | null): MiddlewareHandler<Env> =>
  async (c, next) => {
    c.header("Cache-Control", "no-store");
    try {
      await admit(c, action);
    } catch (error) {
      await countRefusal(c, error);
      throw error;
    }
    await next();
    await countRefusal(c, c.error);
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
