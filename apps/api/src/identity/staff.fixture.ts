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
import { queryColumn } from "../db/raw.fixture.ts";
import type { Actor } from "./actor.ts";
import { addPerson } from "./people-commands.ts";
import { session, twoFactor, user } from "./schema.ts";
import { seal } from "./sealed.ts";
import { findSession, openSession } from "./sessions.ts";
import { openSignIn, type SignIn } from "./sign-in.ts";

/** A socket's peer in node-server's bindings. */
export const socket = (remoteAddress: string) => ({ incoming: { socket: { remoteAddress } } });
export const LOCAL = "http://127.0.0.1:2289";

/** The authenticator's code at an instant (the tests' clock by default), from the otpauth URI. */
export function authenticatorCode(uri: string, at = NOW): Promise<string> {
  const secret = new URL(uri).searchParams.get("secret") ?? "";
  return createOTP(new TextDecoder().decode(base32.decode(secret)), { digits: 6, period: 30 }).hotp(
    Math.floor(at.getTime() / 30_000),
  );
}

/** Adds a user directly to the sign-in file: hashing passwords would dominate the tests' time. */
async function addUser({ db }: SignIn, role: Role, name: string, now: Date): Promise<Omit<Actor, "session">> {
  const id = randomUUID();
  const email = `${id}@example.vn`;
  await db.orm.insert(user).values({ id, name, email, role, twoFactorEnabled: true, createdAt: now, updatedAt: now });
  return { id, name, email, role };
}

/** Opens a session and returns its cookie. */
async function openFor(signIn: SignIn, who: Omit<Actor, "session">, now: Date) {
  const visitor = { cookies: "", address: "127.0.0.1", agent: "" };
  const [cookie = ""] = (await openSession(signIn, who.id, visitor, now)).split(";");
  const own = await findSession(signIn, { ...visitor, cookies: cookie }, now);
  return { actor: { ...who, session: own?.row.id ?? "" } satisfies Actor, cookie };
}

/** An unused authenticator code, from a newly enrolled authenticator: one yields three in 90 seconds. */
async function freshCode({ db, secret }: SignIn, userId: string, now: Date): Promise<string> {
  const otpSecret = randomBytes(20).toString("hex");
  const factor = { secret: seal(secret, otpSecret), verified: true };
  await db.orm
    .insert(twoFactor)
    .values({ id: randomUUID(), userId, backupCodes: "", ...factor })
    .onConflictDoUpdate({ target: twoFactor.userId, set: factor });
  return createOTP(otpSecret, { digits: 6, period: 30 }).hotp(Math.floor(now.getTime() / 30_000));
}

type Body = object | string | Uint8Array | undefined;

export type Person = Awaited<ReturnType<Awaited<ReturnType<typeof staffedApp>>["person"]>>;

/** A server with staff, on files of the test's own. */
export async function staffedApp(
  parts: Partial<Parameters<typeof testApp>[0]> & { publicOrigin?: string; mails?: boolean } = {},
) {
  const file = join(emptyFolder(), "staff.sqlite");
  copyFileSync(inject("staff"), file);
  const signIn = await openSignIn({ file, publicOrigin: parts.publicOrigin ?? null, mails: parts.mails ?? false });
  const server = await testApp({ ...parts, signIn });
  const now = parts.now ?? (() => NOW);

  const base = parts.publicOrigin?.replace("https:", "http:") ?? LOCAL;
  /**
   * Sends a request as our pages do, through a local proxy if there is a public origin; headers set to undefined are
   * omitted.
   */
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
  /** A signed-in person with their requests. */
  async function signInAs(who: Omit<Actor, "session">) {
    const { actor, cookie } = await openFor(signIn, who, now());
    // Tests may advance the clock by days, so sessions are renewed.
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
      /** A code of their authenticator. */
      code: () => freshCode(signIn, actor.id, now()),
      get: as("GET"),
      post: as("POST"),
      put: as("PUT"),
      patch: as("PATCH"),
      del: as("DELETE"),
      ask: as,
    };
  }
  /** A new signed-in person with that role. */
  const person = async (role: Role, name: string = role) => signInAs(await addUser(signIn, role, name, now()));
  // Names are unique.
  const invite = (email: string, role: Role = "contributor") =>
    addPerson(server.db, signIn, SYSTEM, { email, name: `Lan ${email.split("@")[0]}`, role }, now());
  /** The audited actions in order, without refusals. */
  const events = () =>
    queryColumn(
      server.db,
      "SELECT action FROM audit WHERE action NOT IN ('release.published', 'access.refused') ORDER BY id",
    );
  return { ...server, signIn, ask, person, signInAs, invite, events };
}
