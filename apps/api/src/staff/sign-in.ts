import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { and, desc, eq, gt, lt } from "drizzle-orm";
import { Problem } from "../http/problem.ts";
import type { Actor } from "./actor.ts";
import { ABSOLUTE_SECONDS, ADDRESS_HEADER, type Auth, createAuth, TWO_FACTOR_COOKIE } from "./auth.ts";
import { accountBucket, addressBucket, beginAttempt } from "./limits.ts";
import { openStaffDb, type StaffDb } from "./open.ts";
import { pretendToVerify } from "./passwords.ts";
import { session, usedCode, user } from "./schema.ts";

/** Everything that signing in takes: its database, the library, and where the pages are (null: on this machine only). */
export type SignIn = { db: StaffDb; auth: Auth; secret: string; publicOrigin: string | null };
/** What is known of a request before anybody is signed in. */
export type Visitor = { cookies: string; address: string; agent: string };
type Answered<T> = { value: T; cookies: string[] };

/** The secret that signs cookies and seals second factors: given, or made once and kept beside the file, for its owner only. */
function secretFor(file: string, given: string | undefined): string {
  if (given) return given;
  const kept = join(dirname(file), "staff.secret");
  if (!existsSync(kept)) writeFileSync(kept, `${randomBytes(32).toString("hex")}\n`, { mode: 0o600, flag: "wx" });
  return readFileSync(kept, "utf8").trim();
}

/** Opens sign-in on its own file and connection. */
export function openSignIn(settings: { file: string; secret?: string; publicOrigin: string | null }): SignIn {
  const db = openStaffDb(settings.file);
  const secret = secretFor(settings.file, settings.secret);
  const { publicOrigin } = settings;
  return { db, secret, publicOrigin, auth: createAuth(db, secret, publicOrigin ?? "http://127.0.0.1") };
}

/** Headers made from nothing: only what we vouch for reaches the library. */
function headersOf({ cookies, address, agent }: Visitor, only?: string): Headers {
  const kept = only
    ? cookies
        .split(/;\s*/)
        .filter((part) => part.startsWith(`${only}=`))
        .join("; ")
    : cookies;
  return new Headers({ cookie: kept, "user-agent": agent.slice(0, 300), [ADDRESS_HEADER]: address });
}

const findPerson = (db: StaffDb, email: string) =>
  db.orm.select().from(user).where(eq(user.email, email.trim().toLowerCase())).get();

const statusOf = (error: unknown) => (error as { status?: string }).status;
const wrong = () => new Problem("wrong-credentials", "Address or password is not right, or the account is not set up.");

/** First factor. Right or wrong it takes as long; the answer does not say whether somebody is there. */
export async function checkPassword(
  signIn: SignIn,
  visitor: Visitor,
  email: string,
  password: string,
  now: Date,
): Promise<Answered<{ id: string; name: string }>> {
  const buckets = { account: accountBucket(email), address: addressBucket(visitor.address) };
  const forgive = beginAttempt(signIn.db, buckets, now);
  const person = findPerson(signIn.db, email);
  if (!person?.twoFactorEnabled || person.disabledAt) {
    await pretendToVerify(password);
    throw wrong();
  }
  try {
    const { headers, response } = await signIn.auth.api.signInEmail({
      body: { email: person.email, password },
      headers: headersOf(visitor, TWO_FACTOR_COOKIE),
      returnHeaders: true,
    });
    if (!("twoFactorRedirect" in response)) throw new Error("a session was opened without a second factor");
    forgive();
    return { value: { id: person.id, name: person.name }, cookies: headers.getSetCookie() };
  } catch (error) {
    if (statusOf(error) === "UNAUTHORIZED" || statusOf(error) === "BAD_REQUEST") throw wrong();
    throw error;
  }
}

/** Second factor: a code of the authenticator, or one of the recovery codes. No code opens two sessions. */
export async function checkSecondFactor(
  signIn: SignIn,
  visitor: Visitor,
  given: { code: string } | { recoveryCode: string },
  now: Date,
): Promise<Answered<{ id: string; name: string; recovery: boolean }>> {
  // Per challenge and per account the library counts, in the database too: 5 and 10 wrong codes.
  const forgive = beginAttempt(signIn.db, { address: addressBucket(visitor.address) }, now);
  const headers = headersOf(visitor, TWO_FACTOR_COOKIE);
  const recovery = "recoveryCode" in given;
  const verify = async () => {
    const { api } = signIn.auth;
    if (recovery)
      return api.verifyBackupCode({
        body: { code: given.recoveryCode.trim().toLowerCase() },
        headers,
        returnHeaders: true,
      });
    return api.verifyTOTP({ body: { code: given.code }, headers, returnHeaders: true });
  };
  const { headers: answer, response } = await verify().catch((error) => {
    const code = (error as { body?: { code?: string } }).body?.code;
    if (statusOf(error) === "TOO_MANY_REQUESTS" || code === "TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE")
      throw new Problem("too-many-attempts", "Too many wrong codes. Sign in again later.", [], {
        "Retry-After": "900",
      });
    if (code === "INVALID_TWO_FACTOR_COOKIE") throw new Problem("unauthenticated", "Give address and password again.");
    if (statusOf(error) === "UNAUTHORIZED" || statusOf(error) === "BAD_REQUEST")
      throw new Problem("wrong-credentials", "This code is not right.");
    throw error;
  });
  const { orm } = signIn.db;
  const person = orm.select().from(user).where(eq(user.id, response.user.id)).get();
  orm
    .delete(usedCode)
    .where(lt(usedCode.at, new Date(now.getTime() - 5 * 60_000)))
    .run();
  const first =
    recovery ||
    orm.insert(usedCode).values({ userId: response.user.id, code: given.code, at: now }).onConflictDoNothing().run()
      .changes === 1;
  if (!first || !person || person.disabledAt) {
    if (response.token) orm.delete(session).where(eq(session.token, response.token)).run();
    throw new Problem("wrong-credentials", "This code has been used; wait for the next one.");
  }
  forgive();
  return { value: { id: person.id, name: person.name, recovery }, cookies: answer.getSetCookie() };
}

/** Who is signed in, with the cookies that keep it so; null where nobody is, or no longer. */
export async function findActor(signIn: SignIn, visitor: Visitor, now: Date): Promise<Answered<Actor> | null> {
  if (!visitor.cookies.includes("__Host-moc2030-session=")) return null;
  const { headers, response } = await signIn.auth.api.getSession({ headers: headersOf(visitor), returnHeaders: true });
  if (!response) return null;
  const { orm } = signIn.db;
  const person = orm.select().from(user).where(eq(user.id, response.user.id)).get();
  const tooOld = response.session.createdAt.getTime() + ABSOLUTE_SECONDS * 1000 <= now.getTime();
  if (!person?.twoFactorEnabled || person.disabledAt || tooOld) {
    orm.delete(session).where(eq(session.id, response.session.id)).run();
    return null;
  }
  const { id, name, email, role } = person;
  return { value: { id, name, email, role, session: response.session.id }, cookies: headers.getSetCookie() };
}

/** Ends the session of this visitor. */
export async function signOut(signIn: SignIn, visitor: Visitor): Promise<string[]> {
  const { headers } = await signIn.auth.api.signOut({ headers: headersOf(visitor), returnHeaders: true });
  return headers.getSetCookie();
}

/** One's own sessions that are still open, newest first. */
export const listSessions = (db: StaffDb, actor: Actor, now: Date) =>
  db.orm
    .select()
    .from(session)
    .where(and(eq(session.userId, actor.id), gt(session.expiresAt, now)))
    .orderBy(desc(session.createdAt))
    .all()
    .map((row) => ({
      id: row.id,
      current: row.id === actor.session,
      openedAt: row.createdAt.toISOString(),
      lastSeenAt: row.updatedAt.toISOString(),
      address: row.ipAddress ?? "",
      agent: row.userAgent ?? "",
    }));

/** Ends one of one's own sessions; whether there was one. */
export const endSession = (db: StaffDb, userId: string, id: string): boolean =>
  db.orm
    .delete(session)
    .where(and(eq(session.userId, userId), eq(session.id, id)))
    .run().changes > 0;
