import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";

/** What is kept of a token that nobody can guess: its SHA-256, in hex. */
export const hashOf = (token: string): string => createHash("sha256").update(token).digest("hex");

/** 256 random bits, in base64url. */
export const newToken = (): string => randomBytes(32).toString("base64url");

/** HMAC-SHA-256 of a text that could be guessed, under the staff secret and for one use alone, in base64url. */
export const keyed = (secret: string, use: "device" | "recovery code" | "token" | "typed", text: string): string =>
  createHmac("sha256", secret).update(`moc2030 ${use} 1\n${text}`).digest("base64url");

/** What is stored of a token of sessions, challenges and links. Keyed, so that nobody who can write the file makes a token of their own. */
export const tokenHash = (secret: string, token: string): string => keyed(secret, "token", token);

/** Whether two texts are one, in a time that does not tell where they differ. */
export function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
