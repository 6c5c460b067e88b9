import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";

/** SHA-256 (hex) of an unguessable token. */
export const hashOf = (token: string): string => createHash("sha256").update(token).digest("hex");

/** 256 random bits, base64url. */
export const newToken = (): string => randomBytes(32).toString("base64url");

/** HMAC-SHA-256 of a guessable text under the staff secret, separated by use, base64url. */
export const hmac = (
  secret: string,
  use: "address" | "device" | "recovery code" | "token" | "typed",
  text: string,
): string => createHmac("sha256", secret).update(`moc2030 ${use} 1\n${text}`).digest("base64url");

/**
 * The stored form of a session, challenge or link token. Keyed, so that write access to the file does not suffice to
 * forge one.
 */
export const tokenHash = (secret: string, token: string): string => hmac(secret, "token", token);

/** Constant-time comparison. */
export function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
