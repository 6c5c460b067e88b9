import { randomInt } from "node:crypto";
import { createOTP } from "@better-auth/utils/otp";
import { and, eq, lt } from "drizzle-orm";
import { isSame, keyed } from "./keyed.ts";
import type { StaffDb } from "./open.ts";
import { twoFactor, usedCode } from "./schema.ts";
import { seal, unseal } from "./sealed.ts";

/** The name that an authenticator shows. */
const ISSUER = "Mốc 2030";
const PERIOD_SECONDS = 30;
/** A clock may be one period off, and no more. */
const STEPS = [-1, 0, 1];
const otp = (secret: string) => createOTP(secret, { digits: 6, period: PERIOD_SECONDS });

const LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
const random = (letters: string, length: number) =>
  Array.from({ length }, () => letters[randomInt(letters.length)]).join("");

/** A new secret of an authenticator, as it is kept, and the address that its QR code holds. */
export function newAuthenticator(secret: string, email: string): { kept: string; uri: string } {
  const own = random(LETTERS, 32);
  return { kept: seal(secret, own), uri: otp(own).url(ISSUER, email) };
}

/** Whether the authenticator whose secret is kept shows this code now, or did a moment ago. */
export async function showsCode(secret: string, kept: string, code: string, now: Date): Promise<boolean> {
  const authenticator = otp(unseal(secret, kept));
  const step = Math.floor(now.getTime() / 1000 / PERIOD_SECONDS);
  const codes = await Promise.all(STEPS.map((by) => authenticator.hotp(step + by)));
  return codes.filter((shown) => isSame(shown, code)).length > 0;
}

/** Writes down that a code was used; false where it had been. No code does two things. */
export async function useUp(db: StaffDb, userId: string, code: string, now: Date): Promise<boolean> {
  await db.orm.delete(usedCode).where(lt(usedCode.at, new Date(now.getTime() - 5 * 60_000)));
  return (
    (await db.orm.insert(usedCode).values({ userId, code, at: now }).onConflictDoNothing().returning()).length === 1
  );
}

/** Ten recovery codes, as they are shown once. */
export function newRecoveryCodes(): string[] {
  const part = () => random("abcdefghjkmnpqrstuvwxyz23456789", 5);
  return Array.from({ length: 10 }, () => `${part()}-${part()}`);
}

/** What is kept of one: with or without its dash, with spaces or in capitals it is the same code. */
const recoveryHash = (secret: string, userId: string, code: string) =>
  keyed(secret, "recovery code", `${userId} ${code.toLowerCase().replace(/[^a-z0-9]/g, "")}`);

/** What is kept of recovery codes: their hashes under the staff secret, as JSON. */
export const keptCodes = (secret: string, userId: string, codes: readonly string[]): string =>
  JSON.stringify(codes.map((code) => recoveryHash(secret, userId, code)));

/** Uses a recovery code up; false where it is none, or no longer. Of two at once one alone finds the list as it was read. */
export async function useRecoveryCode(db: StaffDb, secret: string, userId: string, code: string): Promise<boolean> {
  const hash = recoveryHash(secret, userId, code);
  const own = eq(twoFactor.userId, userId);
  for (;;) {
    const found = await db.orm.select({ codes: twoFactor.backupCodes }).from(twoFactor).where(own).get();
    const kept = found?.codes ?? "";
    const hashes = kept.startsWith("[") ? (JSON.parse(kept) as string[]) : [];
    if (!hashes.includes(hash)) return false;
    const rest = JSON.stringify(hashes.filter((one) => one !== hash));
    const where = and(own, eq(twoFactor.backupCodes, kept));
    const used = await db.orm.update(twoFactor).set({ backupCodes: rest }).where(where).returning({ id: twoFactor.id });
    if (used.length === 1) return true;
  }
}

/** Hashes the recovery codes that an older version kept encrypted. What this secret does not open stays for one that does. */
export async function hashOlderCodes(db: StaffDb, secret: string) {
  for (const { userId, backupCodes } of await db.orm.select().from(twoFactor)) {
    if (backupCodes.startsWith("[")) continue;
    let codes: string[];
    try {
      codes = JSON.parse(unseal(secret, backupCodes)) as string[];
    } catch {
      // Sealed under another secret: a start with the right one finds it again.
      continue;
    }
    await db.orm
      .update(twoFactor)
      .set({ backupCodes: keptCodes(secret, userId, codes) })
      .where(and(eq(twoFactor.userId, userId), eq(twoFactor.backupCodes, backupCodes)));
  }
}
