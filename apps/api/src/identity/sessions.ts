import { randomUUID } from "node:crypto";
import { and, desc, eq, gt, lte } from "drizzle-orm";
import { isDiskFull } from "../db/database.ts";
import type { Actor } from "./actor.ts";
import { clearCookie, cookieOf, SESSION_COOKIE, setCookie } from "./cookies.ts";
import { newToken, tokenHash } from "./keyed.ts";
import type { SignInStore, StaffDb } from "./open.ts";
import { session } from "./schema.ts";

/** Idle timeout. */
const IDLE_SECONDS = 60 * 60;
/** Absolute timeout. */
const ABSOLUTE_SECONDS = 12 * 60 * 60;
/** Minimum interval between updates of a session row. */
const TOUCH_SECONDS = 60;

/** A client before authentication. */
export type Visitor = { cookies: string; address: string; agent: string };

const after = (now: Date, seconds: number) => new Date(now.getTime() + seconds * 1000);
const cookieFor = (token: string) => setCookie(SESSION_COOKIE, token, IDLE_SECONDS);
const ofVisitor = (secret: string, { cookies }: Visitor) => {
  const token = cookieOf(cookies, SESSION_COOKIE);
  return token ? { token, tokenHash: tokenHash(secret, token) } : undefined;
};

/** Opens a session, replacing this browser's, and returns its cookie. */
export async function openSession(
  { db, secret }: SignInStore,
  userId: string,
  visitor: Visitor,
  now: Date,
): Promise<string> {
  const token = newToken();
  await endOwn({ db, secret }, visitor);
  await db.orm.delete(session).where(lte(session.expiresAt, now));
  await db.orm.insert(session).values({
    id: randomUUID(),
    tokenHash: tokenHash(secret, token),
    userId,
    expiresAt: after(now, IDLE_SECONDS),
    createdAt: now,
    updatedAt: now,
    ipAddress: visitor.address,
    userAgent: visitor.agent.slice(0, 300),
  });
  return cookieFor(token);
}

/**
 * The visitor's session, extended by the request; `cookie` if it must be set again. Null if there is none or it has
 * ended.
 */
export async function findSession({ db, secret }: SignInStore, visitor: Visitor, now: Date) {
  const own = ofVisitor(secret, visitor);
  const row = own && (await db.orm.select().from(session).where(eq(session.tokenHash, own.tokenHash)).get());
  if (!row) return null;
  if (row.expiresAt <= now || after(row.createdAt, ABSOLUTE_SECONDS) <= now) {
    await ifThereIsRoom(db.orm.delete(session).where(eq(session.id, row.id)));
    return null;
  }
  if (after(row.updatedAt, TOUCH_SECONDS) > now) return { row, cookies: [] };
  const refreshed = { expiresAt: after(now, IDLE_SECONDS), updatedAt: now };
  const isExtended = await ifThereIsRoom(db.orm.update(session).set(refreshed).where(eq(session.id, row.id)));
  return { row, cookies: isExtended ? [cookieFor(own.token)] : [] };
}

/** Awaits a write that whoever reads can do without; false on a full disk. */
async function ifThereIsRoom(write: PromiseLike<unknown>): Promise<boolean> {
  try {
    await write;
    return true;
  } catch (error) {
    if (isDiskFull(error)) return false;
    throw error;
  }
}

async function endOwn({ db, secret }: SignInStore, visitor: Visitor) {
  const own = ofVisitor(secret, visitor);
  if (own) await db.orm.delete(session).where(eq(session.tokenHash, own.tokenHash));
}

/** Ends the visitor's session and returns the headers that clear its cookie. */
export async function signOut(keyed: SignInStore, visitor: Visitor): Promise<string[]> {
  await endOwn(keyed, visitor);
  return [clearCookie(SESSION_COOKIE)];
}

/** One's own open sessions, newest first. */
export async function listSessions(db: StaffDb, actor: Actor, now: Date) {
  const rows = await db.orm
    .select()
    .from(session)
    .where(and(eq(session.userId, actor.id), gt(session.expiresAt, now)))
    .orderBy(desc(session.createdAt));
  return rows.map((row) => ({
    id: row.id,
    current: row.id === actor.session,
    openedAt: row.createdAt.toISOString(),
    lastSeenAt: row.updatedAt.toISOString(),
    address: row.ipAddress ?? "",
    agent: row.userAgent ?? "",
  }));
}

/** Ends one of one's own sessions; false if there was none. */
export async function endSession(db: StaffDb, userId: string, id: string): Promise<boolean> {
  const own = and(eq(session.userId, userId), eq(session.id, id));
  return (await db.orm.delete(session).where(own).returning({ id: session.id })).length > 0;
}
