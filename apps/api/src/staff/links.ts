import { randomUUID } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import { Problem } from "../http/problem.ts";
import { newToken, tokenHash } from "./keyed.ts";
import { beginAttempt, linkBucket } from "./limits.ts";
import type { Keyed } from "./open.ts";
import { hashPassword, passwordRefusal } from "./passwords.ts";
import { account, session, staffLink, twoFactor, user } from "./schema.ts";
import { keptCodes, newAuthenticator, newRecoveryCodes, showsCode, useUp } from "./second-factor.ts";

/** How long a link may be used. */
const HOURS = 72;

/** Makes the one link with which somebody sets password and second factor; older ones, the password and all sessions end with it. */
export function makeLink({ db, secret }: Keyed, userId: string, now: Date): { token: string; expiresAt: Date } {
  const token = newToken();
  const expiresAt = new Date(now.getTime() + HOURS * 3_600_000);
  db.orm.transaction((tx) => {
    tx.update(staffLink)
      .set({ usedAt: now })
      .where(and(eq(staffLink.userId, userId), isNull(staffLink.usedAt)))
      .run();
    tx.insert(staffLink)
      .values({ tokenHash: tokenHash(secret, token), userId, expiresAt })
      .run();
    tx.update(user).set({ twoFactorEnabled: false, updatedAt: now }).where(eq(user.id, userId)).run();
    tx.delete(session).where(eq(session.userId, userId)).run();
  });
  return { token, expiresAt };
}

/** The person a link is for. Throws a 410 where it is unknown, used, or too old. */
export function openLink({ db, secret }: Keyed, token: string, now: Date) {
  const found = db.orm
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

/** Sets the password and prepares the second factor; it counts once a code has been confirmed. Of a confirmation at the same time one alone wins. */
export async function setPasswordByLink(keyed: Keyed, token: string, password: string, now: Date) {
  const { db, secret } = keyed;
  const { person } = openLink(keyed, token, now);
  const refusal = passwordRefusal(password, person);
  if (refusal) throw new Problem("invalid", `/password: ${refusal}`, [{ pointer: "/password", detail: refusal }]);
  beginAttempt(db, { link: linkBucket(token) }, now);
  const hash = await hashPassword(password);
  const authenticator = newAuthenticator(secret, person.email);
  const recoveryCodes = newRecoveryCodes();
  const [id, userId] = [randomUUID(), person.id];
  db.orm.transaction(
    (tx) => {
      // While the password was hashed the link may have been confirmed, or another made.
      openLink(keyed, token, now);
      tx.delete(account).where(eq(account.userId, userId)).run();
      tx.insert(account)
        .values({
          id,
          accountId: userId,
          providerId: "credential",
          userId,
          password: hash,
          createdAt: now,
          updatedAt: now,
        })
        .run();
      tx.delete(twoFactor).where(eq(twoFactor.userId, userId)).run();
      const backupCodes = keptCodes(secret, userId, recoveryCodes);
      tx.insert(twoFactor).values({ id, userId, secret: authenticator.kept, backupCodes }).run();
      tx.delete(session).where(eq(session.userId, userId)).run();
    },
    { behavior: "immediate" },
  );
  return { person, totpUri: authenticator.uri, recoveryCodes };
}

/** Confirms the second factor with a code of it, and uses link and code up. Gives the person; null where the code is wrong. */
export async function confirmLink(keyed: Keyed, token: string, code: string, now: Date) {
  const { db, secret } = keyed;
  const { person } = openLink(keyed, token, now);
  const own = eq(twoFactor.userId, person.id);
  const prepared = db.orm.select().from(twoFactor).where(own).get();
  if (!prepared || prepared.verified) throw new Problem("conflict", "Set a password first.");
  const forgive = beginAttempt(db, { link: linkBucket(token) }, now);
  if (!(await showsCode(secret, prepared.secret, code, now))) return null;
  return db.orm.transaction(
    (tx) => {
      openLink(keyed, token, now);
      const confirmed = tx
        .update(twoFactor)
        .set({ verified: true })
        .where(and(own, eq(twoFactor.id, prepared.id)))
        .run();
      if (confirmed.changes !== 1) throw new Problem("conflict", "The password was set anew meanwhile.");
      if (!useUp(db, person.id, code, now)) return null;
      tx.update(user).set({ twoFactorEnabled: true, updatedAt: now }).where(eq(user.id, person.id)).run();
      tx.update(staffLink)
        .set({ usedAt: now })
        .where(eq(staffLink.tokenHash, tokenHash(secret, token)))
        .run();
      forgive();
      return person;
    },
    { behavior: "immediate" },
  );
}
