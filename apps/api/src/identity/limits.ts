import { and, count, eq, gt, inArray, lt, min } from "drizzle-orm";
import { transaction } from "../db/database.ts";
import { Problem } from "../http/problem.ts";
import { hashOf } from "./keyed.ts";
import type { StaffDb } from "./open.ts";
import { attempt } from "./schema.ts";

const MINUTES = 15;
/**
 * Failed attempts per 15 minutes: on an account from unknown devices, from an address, from a known device on its
 * account, with a link.
 */
export const MAX_ATTEMPTS = { account: 10, address: 30, device: 10, link: 10 } as const;
/** What an attempt counts against. */
export type Buckets = Partial<Record<keyof typeof MAX_ATTEMPTS, string>>;

/** IPv4 addresses whole, IPv6 by /64, which is one customer. */
export function addressBucket(address: string): string {
  const mapped = address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, "");
  if (!mapped.includes(":")) return `address ${mapped}`;
  const [head = "", tail] = (mapped.split("%")[0] ?? "").split("::");
  const left = head.split(":").filter(Boolean);
  const right = (tail ?? "").split(":").filter(Boolean);
  const groups =
    tail === undefined ? left : [...left, ...Array(Math.max(0, 8 - left.length - right.length)).fill("0"), ...right];
  return `address ${groups
    .slice(0, 4)
    .map((g) => Number.parseInt(g, 16).toString(16))
    .join(":")}/64`;
}

/** The bucket of an account, whether or not it exists. */
export const accountBucket = (email: string): string => `account ${hashOf(email.trim().toLowerCase())}`;
/** The bucket of a link, which only its holder can fill. */
export const linkBucket = (token: string): string => `link ${hashOf(token)}`;

/**
 * Counts an attempt before it is made, so that concurrent ones cannot pass together; 429 beyond the limit. Returns an
 * undo for a successful attempt.
 */
export function beginAttempt(db: StaffDb, buckets: Buckets, now: Date): Promise<(on?: StaffDb) => Promise<unknown>> {
  const since = new Date(now.getTime() - MINUTES * 60_000);
  const counted = Object.entries(buckets) as [keyof typeof MAX_ATTEMPTS, string][];
  return transaction(db, async ({ orm }) => {
    await orm.delete(attempt).where(lt(attempt.at, since));
    for (const [kind, bucket] of counted) {
      const found = await orm
        .select({ tries: count(), first: min(attempt.at) })
        .from(attempt)
        .where(and(eq(attempt.bucket, bucket), gt(attempt.at, since)))
        .get();
      if (!found?.first || found.tries < MAX_ATTEMPTS[kind]) continue;
      const seconds = Math.max(1, Math.ceil((found.first.getTime() + MINUTES * 60_000 - now.getTime()) / 1000));
      const detail = `Too many failed attempts; try again in ${Math.ceil(seconds / 60)} minutes.`;
      throw new Problem("too-many-attempts", detail, [], { "Retry-After": String(seconds) });
    }
    const made = await orm
      .insert(attempt)
      .values(counted.map(([, bucket]) => ({ bucket, at: now })))
      .returning({ id: attempt.id });
    const ids = made.map(({ id }) => id);
    return (on = db) => on.orm.delete(attempt).where(inArray(attempt.id, ids));
  });
}
