import { and, eq, lt, lte, sql } from "drizzle-orm";
import { CHALLENGE_COOKIE, clearCookie, cookieOf, setCookie } from "./cookies.ts";
import { newToken, tokenHash } from "./keyed.ts";
import type { SignInStore, StaffDb } from "./open.ts";
import { challenge } from "./schema.ts";

/** Lifetime of a challenge, and the number of codes accepted for it. */
const SECONDS = 600;
const TRIES = 5;

/** Stores that the password was right; returns the challenge cookie. */
export async function openChallenge({ db, secret }: SignInStore, userId: string, now: Date): Promise<string> {
  const token = newToken();
  await db.orm.delete(challenge).where(lte(challenge.expiresAt, now));
  const expiresAt = new Date(now.getTime() + SECONDS * 1000);
  await db.orm.insert(challenge).values({ tokenHash: tokenHash(secret, token), userId, expiresAt });
  return setCookie(CHALLENGE_COOKIE, token, SECONDS);
}

/** The challenge of a browser with these cookies, if still open. */
export async function findChallenge({ db, secret }: SignInStore, cookies: string, now: Date) {
  const token = cookieOf(cookies, CHALLENGE_COOKIE);
  const found = token
    ? await db.orm
        .select()
        .from(challenge)
        .where(eq(challenge.tokenHash, tokenHash(secret, token)))
        .get()
    : undefined;
  return found && found.expiresAt > now ? found : undefined;
}

/** Counts an attempt before it is made; false if there were too many, which ends the challenge. */
export async function countAttempt(db: StaffDb, hash: string): Promise<boolean> {
  const taken = await db.orm
    .update(challenge)
    .set({ tries: sql`${challenge.tries} + 1` })
    .where(and(eq(challenge.tokenHash, hash), lt(challenge.tries, TRIES)))
    .returning({ tries: challenge.tries });
  if (taken.length === 0) await db.orm.delete(challenge).where(eq(challenge.tokenHash, hash));
  return taken.length === 1;
}

/** Consumes a challenge; false if it was consumed already. */
export const closeChallenge = async (db: StaffDb, hash: string): Promise<boolean> =>
  (await db.orm.delete(challenge).where(eq(challenge.tokenHash, hash)).returning()).length === 1;

/** The header that clears the challenge cookie. */
export const clearChallengeCookie = (): string => clearCookie(CHALLENGE_COOKIE);
