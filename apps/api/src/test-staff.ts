import { randomBytes, randomUUID } from "node:crypto";
import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { base32 } from "@better-auth/utils/base32";
import { createOTP } from "@better-auth/utils/otp";
import type { Role } from "@moc2030/shared/actions";
import { eq } from "drizzle-orm";
import { inject } from "vitest";
import { SYSTEM } from "./audit/chain.ts";
import type { Actor } from "./staff/actor.ts";
import { addPerson } from "./staff/commands.ts";
import { session, twoFactor, user } from "./staff/schema.ts";
import { seal } from "./staff/sealed.ts";
import { openSession } from "./staff/sessions.ts";
import { openSignIn, type SignIn } from "./staff/sign-in.ts";
import { emptyFolder, NOW, testApp } from "./test-app.ts";

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
function addUser({ db }: SignIn, role: Role, name: string, now: Date): Omit<Actor, "session"> {
  const id = randomUUID();
  const email = `${id}@example.vn`;
  db.orm.insert(user).values({ id, name, email, role, twoFactorEnabled: true, createdAt: now, updatedAt: now }).run();
  return { id, name, email, role };
}

/** A session of somebody, and the cookie that proves it. */
function openFor(signIn: SignIn, who: Omit<Actor, "session">, now: Date): { actor: Actor; cookie: string } {
  const { db } = signIn;
  const isOld = new Set(
    db.orm
      .select({ id: session.id })
      .from(session)
      .all()
      .map((row) => row.id),
  );
  const [cookie = ""] = openSession(signIn, who.id, { cookies: "", address: "127.0.0.1", agent: "" }, now).split(";");
  const own = db.orm.select({ id: session.id }).from(session).where(eq(session.userId, who.id)).all();
  return { actor: { ...who, session: own.find((row) => !isOld.has(row.id))?.id ?? "" }, cookie };
}

/** A code of somebody's authenticator that has not been used. Each comes from a newly enrolled one: of one there are three in a minute and a half. */
async function freshCode({ db, secret }: SignIn, userId: string, now: Date): Promise<string> {
  const otpSecret = randomBytes(20).toString("hex");
  const kept = { secret: seal(secret, otpSecret), verified: true };
  db.orm
    .insert(twoFactor)
    .values({ id: randomUUID(), userId, backupCodes: "", ...kept })
    .onConflictDoUpdate({ target: twoFactor.userId, set: kept })
    .run();
  return createOTP(otpSecret, { digits: 6, period: 30 }).hotp(Math.floor(now.getTime() / 30_000));
}

type Body = object | string | Uint8Array | undefined;

export type Person = ReturnType<Awaited<ReturnType<typeof staffedApp>>["person"]>;

/** A server with staff, on files of the test's own. */
export async function staffedApp(parts: Partial<Parameters<typeof testApp>[0]> & { publicOrigin?: string } = {}) {
  const file = join(emptyFolder(), "staff.sqlite");
  copyFileSync(inject("staff"), file);
  const signIn = openSignIn({ file, publicOrigin: parts.publicOrigin ?? null });
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
  function signInAs(who: Omit<Actor, "session">) {
    const { actor, cookie } = openFor(signIn, who, now());
    // A test may have let days pass: the session is as old as the request.
    const stay = () => {
      const fresh = { createdAt: now(), updatedAt: now(), expiresAt: new Date(now().getTime() + 3_600_000) };
      signIn.db.orm.update(session).set(fresh).where(eq(session.id, actor.session)).run();
    };
    const as =
      (method: string) =>
      (path: string, body?: Body, headers: Record<string, string | undefined> = {}) => {
        stay();
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
  const person = (role: Role, name: string = role) => signInAs(addUser(signIn, role, name, now()));
  // No two people have one name.
  const invite = (email: string, role: Role = "contributor") =>
    addPerson(server.db, signIn, SYSTEM, { email, name: `Lan ${email.split("@")[0]}`, role }, now());
  /** What was done, in order; what was refused is only counted. */
  const events = () =>
    server.db.reader
      .prepare("SELECT action FROM audit WHERE action NOT IN ('release.published', 'access.refused') ORDER BY id")
      .pluck()
      .all() as string[];
  return { ...server, signIn, ask, person, signInAs, invite, events };
}
