import { and, eq } from "drizzle-orm";
import { transaction } from "../db/database.ts";
import { Problem } from "../http/problem.ts";
import type { Actor } from "./actor.ts";
import { clearChallengeCookie, closeChallenge, countAttempt, findChallenge, openChallenge } from "./challenges.ts";
import { deviceCookie, knownDevice } from "./device.ts";
import { accountBucket, addressBucket, type Buckets, beginAttempt } from "./limits.ts";
import { openStaffDb, type SignInStore } from "./open.ts";
import { pretendToVerify, verifyPassword } from "./passwords.ts";
import { findByEmail } from "./people.ts";
import { account, user } from "./schema.ts";
import { CODE_REFUSED, hashOlderCodes, useAuthenticatorCode, useRecoveryCode } from "./second-factor.ts";
import { findSession, openSession, type Visitor } from "./sessions.ts";
import { secretFor } from "./staff-secret.ts";

/** The sign-in database with its secret; `publicOrigin` null restricts sign-in to this machine; `mails`: a relay is set. */
export type SignIn = SignInStore & { publicOrigin: string | null; mails: boolean };
type WithCookies<T> = { value: T; cookies: string[] };

export async function openSignIn(settings: {
  file: string;
  secret?: string;
  publicOrigin: string | null;
  mails?: boolean;
}): Promise<SignIn> {
  const db = openStaffDb(settings.file);
  const secret = await secretFor(db, settings.secret).catch(async (error) => {
    await db.close();
    throw error;
  });
  await hashOlderCodes(db, secret);
  // Over http staff sign in on this machine only, as where no address is set.
  const publicOrigin = settings.publicOrigin?.startsWith("https:") ? settings.publicOrigin : null;
  return { db, secret, publicOrigin, mails: settings.mails ?? false };
}

const wrong = () => new Problem("wrong-credentials", "Address or password is not right, or the account is not set up.");
const again = () => new Problem("unauthenticated", "Give address and password again.");

/** Rate limit buckets of an attempt: a known device has its own, all others share the account's. */
async function bucketsOf(
  { db, secret }: SignIn,
  { cookies, address }: Visitor,
  id: string | undefined,
  shared: string,
  now: Date,
): Promise<Buckets> {
  const device = id === undefined ? undefined : await knownDevice(db, secret, cookies, id, now);
  return device ? { device: `device ${device} ${id}` } : { account: shared, address: addressBucket(address) };
}

/** First factor. Takes the same time whether or not the account exists or the password is right. */
export async function checkPassword(
  signIn: SignIn,
  visitor: Visitor,
  email: string,
  password: string,
  now: Date,
): Promise<WithCookies<{ id: string; name: string }>> {
  const { db } = signIn;
  const person = await findByEmail(db, email);
  const buckets = await bucketsOf(signIn, visitor, person?.id, accountBucket(email), now);
  const forgive = await beginAttempt(db, buckets, now);
  const own = and(eq(account.userId, person?.id ?? ""), eq(account.providerId, "credential"));
  const stored = (await db.orm.select({ hash: account.password }).from(account).where(own).get())?.hash;
  const isKnown = buckets.device !== undefined;
  if (!person?.twoFactorEnabled || person.disabledAt || !stored) {
    await pretendToVerify(password);
    throw wrong();
  }
  if (!(await verifyPassword({ hash: stored, password }, isKnown))) throw wrong();
  await forgive();
  return { value: { id: person.id, name: person.name }, cookies: [await openChallenge(signIn, person.id, now)] };
}

/** Second factor: an authenticator or recovery code, each valid for one session. Replaces this browser's session. */
export async function checkSecondFactor(
  signIn: SignIn,
  visitor: Visitor,
  given: { code: string } | { recoveryCode: string },
  now: Date,
): Promise<WithCookies<{ id: string; name: string; recovery: boolean; isNewDevice: boolean }>> {
  const { db, secret } = signIn;
  const challenge = await findChallenge(signIn, visitor.cookies, now);
  if (!challenge) throw again();
  const id = challenge.userId;
  const buckets = await bucketsOf(signIn, visitor, id, `second factor ${id}`, now);
  const isNewDevice = buckets.device === undefined;
  const forgive = await beginAttempt(db, buckets, now);
  if (!(await countAttempt(db, challenge.tokenHash))) throw again();
  const outcome =
    "code" in given
      ? await useAuthenticatorCode(signIn, id, given.code, now)
      : (await useRecoveryCode(db, secret, id, given.recoveryCode))
        ? "ok"
        : "wrong";
  if (outcome !== "ok") throw new Problem("wrong-credentials", CODE_REFUSED[outcome]);
  return transaction(db, async (tx) => {
    const person = await tx.orm.select().from(user).where(eq(user.id, id)).get();
    if (!(await closeChallenge(tx, challenge.tokenHash)) || !person?.twoFactorEnabled || person.disabledAt)
      throw again();
    await forgive(tx);
    const session = await openSession({ db: tx, secret }, id, visitor, now);
    const cookies = [session, clearChallengeCookie(), ...(await deviceCookie(tx, secret, id, now))];
    return { value: { id, name: person.name, recovery: "recoveryCode" in given, isNewDevice }, cookies };
  });
}

/** The current actor and refreshed session cookies, or null. */
export async function findActor(signIn: SignIn, visitor: Visitor, now: Date): Promise<WithCookies<Actor> | null> {
  const found = await findSession(signIn, visitor, now);
  if (!found) return null;
  const person = await signIn.db.orm.select().from(user).where(eq(user.id, found.row.userId)).get();
  if (!person?.twoFactorEnabled || person.disabledAt) return null;
  const { id, name, email, role, body } = person;
  return { value: { id, name, email, role, body, session: found.row.id }, cookies: found.cookies };
}
