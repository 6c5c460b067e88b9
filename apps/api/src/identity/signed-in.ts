import { type Action, isDelegated, may } from "@moc2030/shared/actions";
import { problems } from "@moc2030/shared/schema/problem";
import type { Context, MiddlewareHandler } from "hono";
import { clientAddress, isForwarded, isLoopback, isTrustedPeer, peerAddress } from "../http/client-address.ts";
import type { Env } from "../http/env.ts";
import { Problem } from "../http/problem.ts";
import type { Actor } from "./actor.ts";
import { activeDelegations } from "./delegation.ts";
import type { Refusals } from "./refusals.ts";
import type { Visitor } from "./sessions.ts";
import { findActor, type SignIn } from "./sign-in.ts";

declare module "hono" {
  interface ContextVariableMap {
    /** Undefined where staff routes are not served. */
    signIn: SignIn | undefined;
    /** The signed-in user; on signed-in routes only. */
    actor: Actor;
    refusals: Refusals;
    /** The account that a sign-in attempt is for. */
    account: string | undefined;
  }
}

const isLoopbackName = (host: string) => /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(host);

/** The client before authentication. */
export const visitorOf = (c: Context<Env>): Visitor => ({
  cookies: c.req.header("cookie") ?? "",
  address: clientAddress(c),
  agent: c.req.header("user-agent") ?? "",
});

/**
 * Whether the client is on this machine: a loopback host name and peer, without a proxy. Browsers speak HTTP/1.1; a
 * proxy without forwarding headers speaks 1.0.
 */
function isThisMachine(c: Context<Env>): boolean {
  const { incoming } = (c.env ?? {}) as { incoming?: { httpVersion?: string } };
  if (incoming?.httpVersion === "1.0" || isForwarded(c)) return false;
  return isLoopbackName(new URL(c.req.url).hostname) && isLoopback(peerAddress(c));
}

/**
 * Whether a request came through the TLS proxy of `publicOrigin`: right host, https, and a trusted proxy or, if none is
 * configured, a local one.
 */
function isPublic(c: Context<Env>, publicOrigin: string): boolean {
  if (new URL(c.req.url).host !== new URL(publicOrigin).host) return false;
  const scheme = c.req.header("x-forwarded-proto");
  if (scheme !== undefined && scheme.split(",").at(-1)?.trim() !== "https") return false;
  return isTrustedPeer(c) || (c.var.trusted.rules.length === 0 && isLoopback(peerAddress(c)));
}

/** Sign-in for this connection; 403 unless it is https at PUBLIC_ORIGIN, or local http if that is not set. */
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

/** CSRF protection: Origin must be ours, or without it Sec-Fetch-Site same-origin. */
function assertSameOrigin(c: Context<Env>) {
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

export function setCookies(c: Context, cookies: readonly string[]) {
  for (const cookie of cookies) c.header("Set-Cookie", cookie, { append: true });
}

/** Counts a refusal: missing permission, cross-site request or rate limit. */
async function countRefusal(c: Context<Env>, error: unknown) {
  if (!(error instanceof Problem) || ![403, 429].includes(problems[error.slug].status)) return;
  const actor = c.get("actor");
  const account = actor?.id ?? c.get("account");
  const refused = { action: "access.refused", why: error.slug, address: clientAddress(c), account, actor } as const;
  await c.var.refusals.count(refused, c.var.now());
}

/** Throws unless the connection may use sign-in and, given an action, its user may perform it. */
async function authorize(c: Context<Env>, action: Action | null) {
  const signIn = signInFor(c);
  assertSameOrigin(c);
  if (!action) return;
  const found = await findActor(signIn, visitorOf(c), c.var.now());
  if (!found) throw new Problem("unauthenticated", "Nobody is signed in, or the session has ended.");
  setCookies(c, found.cookies);
  const { role, id } = found.value;
  const meant = c.req.header("x-person");
  // X-Person guards against another user having signed in since the page was loaded.
  if (meant !== undefined && meant !== id)
    throw new Problem("unauthenticated", "Somebody else is signed in now than the page was opened for.");
  const needsDelegation = !may(role, action) && isDelegated(action);
  const standsInFor = needsDelegation ? await activeDelegations(c.var.db, signIn.db, id, c.var.now()) : [];
  c.set("actor", { ...found.value, standsInFor });
  if (!may(role, action, standsInFor.length > 0))
    throw new Problem("forbidden", `The role ${role} does not include ${action}.`);
}

/** Lets those through who are signed in and may perform the action; `null`: everybody from the same origin. */
export const guard =
  (action: Action | null): MiddlewareHandler<Env> =>
  async (c, next) => {
    c.header("Cache-Control", "no-store");
    try {
      await authorize(c, action);
    } catch (error) {
      await countRefusal(c, error);
      throw error;
    }
    await next();
    await countRefusal(c, c.error);
    c.res.headers.set("Cache-Control", "no-store");
  };

/** Makes a route staff-only: the action is checked first and shown in its description. */
export const signedIn = <M extends MiddlewareHandler<Env>[]>(action: Action, ...more: M) => ({
  "x-action": action,
  middleware: [guard(action), ...more] as MiddlewareHandler<Env>[],
});

/** A sign-in route: no session needed, same-origin only. */
export const anyone = <M extends MiddlewareHandler<Env>[]>(...more: M) => ({
  "x-action": "anyone",
  middleware: [guard(null), ...more] as MiddlewareHandler<Env>[],
});
