import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { cookieOf, deviceCookieName, setCookie } from "./cookies.ts";
import { isSame, keyed } from "./keyed.ts";
import type { StaffDb } from "./open.ts";
import { twoFactor } from "./schema.ts";

/** As long as browsers keep a cookie. */
const SECONDS = 400 * 24 * 3600;

// OWASP's "device cookie": who has signed in from a browser is not shut out by what strangers get wrong elsewhere.
const nameFor = (secret: string, userId: string) =>
  deviceCookieName(keyed(secret, "device", `name ${userId}`).slice(0, 16));

/** Of one account with one second factor: once that is set up anew, the devices from before are strangers. */
async function macOf(
  db: StaffDb,
  secret: string,
  userId: string,
  id: string,
  issued: string,
): Promise<string | undefined> {
  const factor = await db.orm.select({ id: twoFactor.id }).from(twoFactor).where(eq(twoFactor.userId, userId)).get();
  return factor && keyed(secret, "device", `${userId} ${factor.id} ${id} ${issued}`);
}

/** The cookie by which a browser that has just signed in with both factors is known again; each has an id of its own. */
export async function deviceCookie(db: StaffDb, secret: string, userId: string, now: Date): Promise<string[]> {
  const [id, issued] = [randomUUID(), String(Math.floor(now.getTime() / 1000))];
  const mac = await macOf(db, secret, userId, id, issued);
  return mac ? [setCookie(nameFor(secret, userId), `${id}.${issued}.${mac}`, SECONDS)] : [];
}

/** The id of the device from which this account has signed in before; undefined where this is none. */
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
