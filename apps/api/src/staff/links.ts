import { createHash, randomBytes, randomInt, randomUUID } from "node:crypto";
import { createOTP } from "@better-auth/utils/otp";
import { generateRandomString, symmetricDecrypt, symmetricEncrypt } from "better-auth/crypto";
import { and, eq, isNull } from "drizzle-orm";
import { Problem } from "../http/problem.ts";
import { ISSUER } from "./auth.ts";
import type { StaffDb } from "./open.ts";
import { hashPassword, passwordRefusal } from "./passwords.ts";
import { account, session, staffLink, twoFactor, user } from "./schema.ts";

/** How long a link may be used. */
const HOURS = 72;
const hashOf = (token: string) => createHash("sha256").update(token).digest("hex");

/** Makes the one link with which somebody sets password and second factor; older ones, the password and all sessions end with it. */
export function makeLink(db: StaffDb, userId: string, now: Date): { token: string; expiresAt: Date } {
  const token = randomBytes(32).toString("base64url");
  const expiresAt = new Date(now.getTime() + HOURS * 3_600_000);
  db.orm.transaction((tx) => {
    tx.update(staffLink)
      .set({ usedAt: now })
      .where(and(eq(staffLink.userId, userId), isNull(staffLink.usedAt)))
      .run();
    tx.insert(staffLink)
      .values({ tokenHash: hashOf(token), userId, expiresAt })
      .run();
    tx.update(user).set({ twoFactorEnabled: false, updatedAt: now }).where(eq(user.id, userId)).run();
    tx.delete(session).where(eq(session.userId, userId)).run();
  });
  return { token, expiresAt };
}

/** The person a link is for. Throws a 410 where it is unknown, used, or too old. */
export function openLink(db: StaffDb, token: string, now: Date) {
  const found = db.orm
    .select({ expiresAt: staffLink.expiresAt, usedAt: staffLink.usedAt, user })
    .from(staffLink)
    .innerJoin(user, eq(user.id, staffLink.userId))
    .where(eq(staffLink.tokenHash, hashOf(token)))
    .get();
  if (!found || found.usedAt || found.expiresAt <= now || found.user.disabledAt)
    throw new Problem(
      "link-expired",
      "This link has been used, is too old, or was never made. Ask an administrator for another.",
    );
  return { person: found.user, expiresAt: found.expiresAt };
}

const recoveryCode = () => {
  const letters = "abcdefghjkmnpqrstuvwxyz23456789";
  const part = () => Array.from({ length: 5 }, () => letters[randomInt(letters.length)]).join("");
  return `${part()}-${part()}`;
};

/** Sets the password and prepares the second factor; it counts once a code has been confirmed. */
export async function setPasswordByLink(db: StaffDb, secret: string, token: string, password: string, now: Date) {
  const { person } = openLink(db, token, now);
  const refusal = passwordRefusal(password, person.email);
  if (refusal) throw new Problem("invalid", `/password: ${refusal}`, [{ pointer: "/password", detail: refusal }]);
  const hash = await hashPassword(password);
  const otpSecret = generateRandomString(32);
  const recoveryCodes = Array.from({ length: 10 }, recoveryCode);
  const kept = {
    secret: await symmetricEncrypt({ key: secret, data: otpSecret }),
    backupCodes: await symmetricEncrypt({ key: secret, data: JSON.stringify(recoveryCodes) }),
    verified: false,
    failedVerificationCount: 0,
    lockedUntil: null,
  };
  db.orm.transaction((tx) => {
    tx.delete(account).where(eq(account.userId, person.id)).run();
    tx.insert(account)
      .values({
        id: randomUUID(),
        accountId: person.id,
        providerId: "credential",
        userId: person.id,
        password: hash,
        createdAt: now,
        updatedAt: now,
      })
      .run();
    tx.delete(twoFactor).where(eq(twoFactor.userId, person.id)).run();
    tx.insert(twoFactor)
      .values({ id: randomUUID(), userId: person.id, ...kept })
      .run();
    tx.delete(session).where(eq(session.userId, person.id)).run();
  });
  const uri = createOTP(otpSecret, { digits: 6, period: 30 }).url(ISSUER, person.email);
  return { totpUri: uri, recoveryCodes };
}

/** Confirms the second factor with a code of it, and uses the link up. Gives the person; null where the code is wrong. */
export async function confirmLink(db: StaffDb, secret: string, token: string, code: string, now: Date) {
  const { person } = openLink(db, token, now);
  const prepared = db.orm.select().from(twoFactor).where(eq(twoFactor.userId, person.id)).get();
  if (!prepared) throw new Problem("conflict", "Set a password first.");
  const otpSecret = await symmetricDecrypt({ key: secret, data: prepared.secret });
  if (!(await createOTP(otpSecret, { digits: 6, period: 30 }).verify(code))) return null;
  db.orm.transaction((tx) => {
    tx.update(twoFactor).set({ verified: true }).where(eq(twoFactor.userId, person.id)).run();
    tx.update(user).set({ twoFactorEnabled: true, updatedAt: now }).where(eq(user.id, person.id)).run();
    tx.update(staffLink)
      .set({ usedAt: now })
      .where(eq(staffLink.tokenHash, hashOf(token)))
      .run();
  });
  return person;
}
