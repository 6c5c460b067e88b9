import { randomBytes, randomUUID } from "node:crypto";
import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { base32 } from "@better-auth/utils/base32";
import { createOTP } from "@better-auth/utils/otp";
import type { Role } from "@moc2030/shared/actions";
import { eq } from "drizzle-orm";
import { inject } from "vitest";
import { emptyFolder, NOW, testApp } from "../app.fixture.ts";
import { SYSTEM } from "../audit/chain.ts";
import { columnOf } from "../db/raw.fixture.ts";
import type { Actor } from "./actor.ts";
import { addPerson } from "./people-commands.ts";
import { session, twoFactor, user } from "./schema.ts";
import { seal } from "./sealed.ts";
import { findSession, openSession } from "./sessions.ts";
import { openSignIn, type SignIn } from "./sign-in.ts";

/** The other end of the connection, as node-server tells it. */
export const socket = (remoteAddress: string) => ({ incoming: { socket: { remoteAddress } } });
export const LOCAL = "http://127.0.0.1:2289";

/** The code that an authenticator shows at an instant (of the tests' clock unless given), from the address that its QR code holds. */
export function authenticatorCode(uri: string, at = NOW): Promise<string> {
  const secret = new URL(uri).searchParams.get("secret") ?? "";
  return createOTP(new TextDecoder().decode(base32.decode(secret)), { digits: 6, period: 30 }).hotp(
    Math.floor(at.getTime() / 30_000),
  );
}

/** Somebody put into the sign-in file directly: hashing passwords would take most of the tests' time. */
async function addUser({ db }: SignIn, role: Role, name: string, now: Date): Promise<Omit<Actor, "session">> {
  const id = randomUUID();
  const email = `${id}@example.vn`;
  await db.orm.insert(user).values({ id, name, email, role, twoFactorEnabled: true, createdAt: now, updatedAt: now });
  return { id, name, email, role };
}

/** A session of somebody, and the cookie that proves it. */
async function openFor(signIn: SignIn, who: Omit<Actor, "session">, now: Date) {
  const visitor = { cookies: "", address: "127.0.0.1", agent: "" };
  const [cookie = ""] = (await openSession(signIn, who.id, visitor, now)).split(";");
  const own = await findSession(signIn, { ...visitor, cookies: cookie }, now);
  return { actor: { ...who, session: own?.row.id ?? "" } satisfies Actor, cookie };
}

/** A code of somebody's authenticator that has not been used. Each comes from a newly enrolled one: of one there are three in a minute and a half. */
async function freshCode({ db, secret }: SignIn, userId: string, now: Date): Promise<string> {
  const otpSecret = randomBytes(20).toString("hex");
  const kept = { secret: seal(secret, otpSecret), verified: true };
  await db.orm
    .insert(twoFactor)
    .values({ id: randomUUID(), userId, backupCodes: "", ...kept })
    .onConflictDoUpdate({ target: twoFactor.userId, set: kept });
  return createOTP(otpSecret, { digits: 6, period: 30 }).hotp(Math.floor(now.getTime() / 30_000));
}

type Body = object | string | Uint8Array | undefined;

export type Person = Awaited<ReturnType<Awaited<ReturnType<typeof staffedApp>>["person"]>>;

/** A server with staff, on files of the test's own. */
export async function staffedApp(parts: Partial<Parameters<typeof testApp>[0]> & { publicOrigin?: string } = {}) {
  const file = join(emptyFolder(), "staff.sqlite");
  copyFileSync(inject("staff"), file);
  const signIn = await openSignIn({ file, publicOrigin: parts.publicOrigin ?? null });
  const server = await testApp({ ...parts, signIn });
  const now = parts.now ?? (() => NOW);

  const base = parts.publicOrigin?.replace("https:", "http:") ?? LOCAL;
  /** Asks as a page of ours would; `headers` set to undefined are left out. Where there is a public origin, by a proxy on this machine. */
  async function ask(
    method: string,
    path: string,
    body?: Body,
    headers: Record<string, string | undefined> = {},
    from = "127.0.0.1",
  ) {
    const raw = typeof body === "string" || body instanceof Uint8Array;
    const proxied = { "x-forwarded-for": from, "x-forwarded-proto": "https" };
    const all: Record<string, string | undefined> = {
      ...(parts.publicOrigin && proxied),
      "sec-fetch-site": "same-origin",
      ...(body !== undefined && !raw && { "content-type": "application/json" }),
      ...headers,
    };
    const given = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined);
    return server.app.request(
      `${base}/api/v1${path}`,
      { method, headers: given, ...(body !== undefined && { body: raw ? (body as string) : JSON.stringify(body) }) },
      socket(parts.publicOrigin ? "127.0.0.1" : from),
    );
  }
  /** Somebody signed in, and how they ask. */
  async function signInAs(who: Omit<Actor, "session">) {
    const { actor, cookie } = await openFor(signIn, who, now());
    // A test may have let days pass: the session is as old as the request.
    const stay = async () => {
      const fresh = { createdAt: now(), updatedAt: now(), expiresAt: new Date(now().getTime() + 3_600_000) };
      await signIn.db.orm.update(session).set(fresh).where(eq(session.id, actor.session));
    };
    const as =
      (method: string) =>
      async (path: string, body?: Body, headers: Record<string, string | undefined> = {}) => {
        await stay();
        return ask(method, path, body, { cookie, ...headers });
      };
    return {
      actor,
      cookie,
      /** What their authenticator shows. */
      code: () => freshCode(signIn, actor.id, now()),
      get: as("GET"),
      post: as("POST"),
      put: as("PUT"),
      patch: as("PATCH"),
      del: as("DELETE"),
      ask: as,
    };
  }
  /** Somebody new with that role, signed in. */
  const person = async (role: Role, name: string = role) => signInAs(await addUser(signIn, role, name, now()));
  // No two people have one name.
  const invite = (email: string, role: Role = "contributor") =>
    addPerson(server.db, signIn, SYSTEM, { email, name: `Lan ${email.split("@")[0]}`, role }, now());
  /** What was done, in order; what was refused is only counted. */
  const events = () =>
    columnOf(
      server.db,
      "SELECT action FROM audit WHERE action NOT IN ('release.published', 'access.refused') ORDER BY id",
    );
  return { ...server, signIn, ask, person, signInAs, invite, events };
}
