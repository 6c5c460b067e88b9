import { and, count, eq, gt, inArray, lt, min } from "drizzle-orm";
import { transaction } from "../db/database.ts";
import { Problem } from "../http/problem.ts";
import { hashOf } from "./keyed.ts";
import type { StaffDb } from "./open.ts";
import { attempt } from "./schema.ts";

const MINUTES = 15;
/** Failed tries in a quarter of an hour: by strangers against one account, from one address against anything, from a device that has signed in before against its account, and with one link. */
export const MOST = { account: 10, address: 30, device: 10, link: 10 } as const;
/** What a try is counted against. */
export type Buckets = Partial<Record<keyof typeof MOST, string>>;

/** The address as counted: IPv4 whole, IPv6 by its /64, which is one customer. */
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

/** The bucket of an account that may or may not exist. */
export const accountBucket = (email: string): string => `account ${hashOf(email.trim().toLowerCase())}`;
/** The bucket of a one-time link, which its holder alone can fill. */
export const linkBucket = (token: string): string => `link ${hashOf(token)}`;

/** Counts a try before it is made, so that many at once cannot pass together; throws a 429 where there were too many. Gives what takes the count back when the try succeeded, inside a transaction as its part. */
export function beginAttempt(db: StaffDb, buckets: Buckets, now: Date): Promise<(on?: StaffDb) => Promise<unknown>> {
  const since = new Date(now.getTime() - MINUTES * 60_000);
  const counted = Object.entries(buckets) as [keyof typeof MOST, string][];
  return transaction(db, async ({ orm }) => {
    await orm.delete(attempt).where(lt(attempt.at, since));
    for (const [kind, bucket] of counted) {
      const found = await orm
        .select({ tries: count(), first: min(attempt.at) })
        .from(attempt)
        .where(and(eq(attempt.bucket, bucket), gt(attempt.at, since)))
        .get();
      if (!found?.first || found.tries < MOST[kind]) continue;
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
