import { randomUUID } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import { transaction } from "../db/database.ts";
import { invalidField, Problem } from "../http/problem.ts";
import { newToken, tokenHash } from "./keyed.ts";
import { beginAttempt, linkBucket } from "./limits.ts";
import type { SignInStore } from "./open.ts";
import { hashPassword, passwordRefusal } from "./passwords.ts";
import { account, newAddress, newFactor, session, staffLink, twoFactor, user } from "./schema.ts";
import { consumeCode, hashRecoveryCodes, isValidCode, newAuthenticator, newRecoveryCodes } from "./second-factor.ts";

/** Lifetime of a link. */
const HOURS = 72;

/**
 * Creates the link to set password and second factor; older links, the password, all sessions and unconfirmed changes
 * of the account end. Call inside a transaction.
 */
export async function makeLink(
  { db: { orm }, secret }: SignInStore,
  userId: string,
  now: Date,
): Promise<{ token: string; expiresAt: Date }> {
  const token = newToken();
  const expiresAt = new Date(now.getTime() + HOURS * 3_600_000);
  await orm
    .update(staffLink)
    .set({ usedAt: now })
    .where(and(eq(staffLink.userId, userId), isNull(staffLink.usedAt)));
  await orm.insert(staffLink).values({ tokenHash: tokenHash(secret, token), userId, expiresAt });
  await orm.update(user).set({ twoFactorEnabled: false, updatedAt: now }).where(eq(user.id, userId));
  await orm.delete(session).where(eq(session.userId, userId));
  await orm.delete(newFactor).where(eq(newFactor.userId, userId));
  await orm.delete(newAddress).where(and(eq(newAddress.userId, userId), isNull(newAddress.confirmedAt)));
  return { token, expiresAt };
}

/** The person of a link; 410 if it is unknown, used or expired. */
export async function openLink({ db, secret }: SignInStore, token: string, now: Date) {
  const found = await db.orm
    .select({ expiresAt: staffLink.expiresAt, usedAt: staffLink.usedAt, user })
    .from(staffLink)
    .innerJoin(user, eq(user.id, staffLink.userId))
    .where(eq(staffLink.tokenHash, tokenHash(secret, token)))
    .get();
  if (!found || found.usedAt || found.expiresAt <= now || found.user.disabledAt)
    throw new Problem(
      "link-expired",
      "This link has been used, is too old, or was never made. Ask an administrator for another.",
    );
  return { person: found.user, expiresAt: found.expiresAt };
}

/**
 * Sets the password and prepares the second factor, which counts once confirmed. Of concurrent confirmations one wins.
 */
export async function setPasswordByLink({ db, secret }: SignInStore, token: string, password: string, now: Date) {
  const { person } = await openLink({ db, secret }, token, now);
  const refusal = passwordRefusal(password, person);
  if (refusal) throw invalidField("/password", refusal);
  await beginAttempt(db, { link: linkBucket(token) }, now);
  const hash = await hashPassword(password);
  const authenticator = newAuthenticator(secret, person.email);
  const recoveryCodes = newRecoveryCodes();
  const [id, userId] = [randomUUID(), person.id];
  await transaction(db, async (tx) => {
    // While hashing, the link may have been confirmed or replaced.
    await openLink({ db: tx, secret }, token, now);
    const credential = { id, accountId: userId, providerId: "credential", userId, password: hash };
    await tx.orm.delete(account).where(eq(account.userId, userId));
    await tx.orm.insert(account).values({ ...credential, createdAt: now, updatedAt: now });
    await tx.orm.delete(twoFactor).where(eq(twoFactor.userId, userId));
    const backupCodes = hashRecoveryCodes(secret, userId, recoveryCodes);
    await tx.orm.insert(twoFactor).values({ id, userId, secret: authenticator.sealed, backupCodes });
    await tx.orm.delete(session).where(eq(session.userId, userId));
  });
  return { person, totpUri: authenticator.uri, recoveryCodes };
}

/** Confirms the second factor with a code and consumes the link. Returns the person; null for a wrong code. */
export async function confirmLink({ db, secret }: SignInStore, token: string, code: string, now: Date) {
  const { person } = await openLink({ db, secret }, token, now);
  const own = eq(twoFactor.userId, person.id);
  const prepared = await db.orm.select().from(twoFactor).where(own).get();
  if (!prepared || prepared.verified) throw new Problem("conflict", "Set a password first.");
  const forgive = await beginAttempt(db, { link: linkBucket(token) }, now);
  if (!(await isValidCode(secret, prepared.secret, code, now))) return null;
  return transaction(db, async (tx) => {
    await openLink({ db: tx, secret }, token, now);
    const confirmed = await tx.orm
      .update(twoFactor)
      .set({ verified: true })
      .where(and(own, eq(twoFactor.id, prepared.id)))
      .returning({ id: twoFactor.id });
    if (confirmed.length !== 1) throw new Problem("conflict", "The password was set anew meanwhile.");
    if (!(await consumeCode(tx, person.id, code, now))) return null;
    await tx.orm.update(user).set({ twoFactorEnabled: true, updatedAt: now }).where(eq(user.id, person.id));
    await tx.orm
      .update(staffLink)
      .set({ usedAt: now })
      .where(eq(staffLink.tokenHash, tokenHash(secret, token)));
    await forgive(tx);
    return person;
  });
}
