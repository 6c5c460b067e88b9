import { randomInt } from "node:crypto";
import { createOTP } from "@better-auth/utils/otp";
import { and, eq, lt } from "drizzle-orm";
import { hmac, isSame } from "./keyed.ts";
import type { SignInStore, StaffDb } from "./open.ts";
import { twoFactor, usedCode } from "./schema.ts";
import { seal, unseal } from "./sealed.ts";

/** Shown by authenticators. */
const ISSUER = "Mốc 2030";
const PERIOD_SECONDS = 30;
/** Tolerate a clock that is one period off. */
const STEPS = [-1, 0, 1];
const otp = (secret: string) => createOTP(secret, { digits: 6, period: PERIOD_SECONDS });

const LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
const random = (letters: string, length: number) =>
  Array.from({ length }, () => letters[randomInt(letters.length)]).join("");

/** A new TOTP secret in sealed form, and the otpauth URI for the QR code. */
export function newAuthenticator(secret: string, email: string): { sealed: string; uri: string } {
  const own = random(LETTERS, 32);
  return { sealed: seal(secret, own), uri: otp(own).url(ISSUER, email) };
}

/** Whether `code` is valid now or within one period. */
export async function isValidCode(secret: string, sealed: string, code: string, now: Date): Promise<boolean> {
  const authenticator = otp(unseal(secret, sealed));
  const step = Math.floor(now.getTime() / 1000 / PERIOD_SECONDS);
  const codes = await Promise.all(STEPS.map((by) => authenticator.hotp(step + by)));
  return codes.filter((shown) => isSame(shown, code)).length > 0;
}

/** Marks a code as used; false if it was. No code is accepted twice. */
export async function consumeCode(db: StaffDb, userId: string, code: string, now: Date): Promise<boolean> {
  await db.orm.delete(usedCode).where(lt(usedCode.at, new Date(now.getTime() - 5 * 60_000)));
  return (
    (await db.orm.insert(usedCode).values({ userId, code, at: now }).onConflictDoNothing().returning()).length === 1
  );
}

/** Uses up a code of someone's confirmed authenticator: `wrong` if it is not valid now, `used` if it was accepted before. */
export async function useAuthenticatorCode(
  { db, secret }: SignInStore,
  userId: string,
  code: string,
  now: Date,
): Promise<"ok" | "wrong" | "used"> {
  const confirmed = and(eq(twoFactor.userId, userId), eq(twoFactor.verified, true));
  const factor = await db.orm.select({ secret: twoFactor.secret }).from(twoFactor).where(confirmed).get();
  if (!factor || !(await isValidCode(secret, factor.secret, code, now))) return "wrong";
  return (await consumeCode(db, userId, code, now)) ? "ok" : "used";
}

/** Why a code is refused. */
export const CODE_REFUSED = {
  wrong: "This code is not right.",
  used: "This code has been used; wait for the next one.",
} as const;

/** Ten recovery codes, shown once. */
export function newRecoveryCodes(): string[] {
  const part = () => random("abcdefghjkmnpqrstuvwxyz23456789", 5);
  return Array.from({ length: 10 }, () => `${part()}-${part()}`);
}

/** The stored hash of a recovery code; case, dash and spaces do not matter. */
const recoveryHash = (secret: string, userId: string, code: string) =>
  hmac(secret, "recovery code", `${userId} ${code.toLowerCase().replace(/[^a-z0-9]/g, "")}`);

/** The stored recovery codes: hashes under the staff secret, as JSON. */
export const hashRecoveryCodes = (secret: string, userId: string, codes: readonly string[]): string =>
  JSON.stringify(codes.map((code) => recoveryHash(secret, userId, code)));

/** How many recovery codes somebody has left; codes of an older version that are not hashed yet count as none. */
export async function countRecoveryCodes(db: StaffDb, userId: string): Promise<number> {
  const own = eq(twoFactor.userId, userId);
  const found = await db.orm.select({ codes: twoFactor.backupCodes }).from(twoFactor).where(own).get();
  return found?.codes.startsWith("[") ? (JSON.parse(found.codes) as string[]).length : 0;
}

/** Replaces someone's recovery codes; the old ones end. Returns the new ones, which are not kept. */
export async function renewRecoveryCodes({ db, secret }: SignInStore, userId: string): Promise<string[]> {
  const codes = newRecoveryCodes();
  const backupCodes = hashRecoveryCodes(secret, userId, codes);
  await db.orm.update(twoFactor).set({ backupCodes }).where(eq(twoFactor.userId, userId));
  return codes;
}

/** Consumes a recovery code; false if it is unknown or used. Of concurrent uses one wins. */
export async function useRecoveryCode(db: StaffDb, secret: string, userId: string, code: string): Promise<boolean> {
  const hash = recoveryHash(secret, userId, code);
  const own = eq(twoFactor.userId, userId);
  for (;;) {
    const found = await db.orm.select({ codes: twoFactor.backupCodes }).from(twoFactor).where(own).get();
    const stored = found?.codes ?? "";
    const hashes = stored.startsWith("[") ? (JSON.parse(stored) as string[]) : [];
    if (!hashes.includes(hash)) return false;
    const rest = JSON.stringify(hashes.filter((one) => one !== hash));
    const where = and(own, eq(twoFactor.backupCodes, stored));
    const used = await db.orm.update(twoFactor).set({ backupCodes: rest }).where(where).returning({ id: twoFactor.id });
    if (used.length === 1) return true;
  }
}

/** Hashes recovery codes that an older version stored encrypted; those sealed with another secret are stored. */
export async function hashOlderCodes(db: StaffDb, secret: string) {
  for (const { userId, backupCodes } of await db.orm.select().from(twoFactor)) {
    if (backupCodes.startsWith("[")) continue;
    let codes: string[];
    try {
      codes = JSON.parse(unseal(secret, backupCodes)) as string[];
    } catch {
      // A later start with the right secret finds it again.
      continue;
    }
    await db.orm
      .update(twoFactor)
      .set({ backupCodes: hashRecoveryCodes(secret, userId, codes) })
      .where(and(eq(twoFactor.userId, userId), eq(twoFactor.backupCodes, backupCodes)));
  }
}
