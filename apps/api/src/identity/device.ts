import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { cookieOf, deviceCookieName, setCookie } from "./cookies.ts";
import { hmac, isSame } from "./keyed.ts";
import type { StaffDb } from "./open.ts";
import { twoFactor } from "./schema.ts";

/** Maximum lifetime that browsers give a cookie. */
const SECONDS = 400 * 24 * 3600;

// OWASP "device cookie": failed attempts from elsewhere do not lock out a browser that has signed in before.
const nameFor = (secret: string, userId: string) =>
  deviceCookieName(hmac(secret, "device", `name ${userId}`).slice(0, 16));

/** Bound to the second factor: setting that up again invalidates all devices. */
async function macOf(
  db: StaffDb,
  secret: string,
  userId: string,
  id: string,
  issued: string,
): Promise<string | undefined> {
  const factor = await db.orm.select({ id: twoFactor.id }).from(twoFactor).where(eq(twoFactor.userId, userId)).get();
  return factor && hmac(secret, "device", `${userId} ${factor.id} ${id} ${issued}`);
}

/** The device cookie for a browser that has signed in with both factors; each has its own id. */
export async function deviceCookie(db: StaffDb, secret: string, userId: string, now: Date): Promise<string[]> {
  const [id, issued] = [randomUUID(), String(Math.floor(now.getTime() / 1000))];
  const mac = await macOf(db, secret, userId, id, issued);
  return mac ? [setCookie(nameFor(secret, userId), `${id}.${issued}.${mac}`, SECONDS)] : [];
}

/** The id of a device from which this account has signed in, else undefined. */
export async function knownDevice(
  db: StaffDb,
  secret: string,
  cookies: string,
  userId: string,
  now: Date,
): Promise<string | undefined> {
  const [id = "", issued = "", mac = ""] = (cookieOf(cookies, nameFor(secret, userId)) ?? "").split(".");
  const expected = mac && (await macOf(db, secret, userId, id, issued));
  if (!expected || !isSame(mac, expected)) return undefined;
  return (Number(issued) + SECONDS) * 1000 > now.getTime() ? id : undefined;
}
