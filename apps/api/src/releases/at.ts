import { dayInVietNam, endOfDay } from "@moc2030/shared/date";
import type { ReleaseRef } from "@moc2030/shared/release";
import type { Statement } from "better-sqlite3";
import { desc, eq, lte } from "drizzle-orm";
import type { Context } from "hono";
import type { Db } from "../db/open.ts";
import { release } from "../db/schema.ts";
import type { Env } from "../http/env.ts";
import { invalidParameter } from "../http/problem.ts";
import type { ReadQuery } from "../http/query.ts";

/** Which data an answer is made of: the newest release it may use (null before the first), the day it is judged on, and whether that can ever change. */
export type At = { release: ReleaseRef | null; referenceDate: string; notice?: string };

const ref = { id: release.id, publishedAt: release.publishedAt };

/** The newest release that is public. */
export async function findHead(db: Db): Promise<ReleaseRef | null> {
  return db.orm.select(ref).from(release).orderBy(desc(release.id)).limit(1).get() ?? null;
}

/** The number of the newest release, or null: the one look at the database that every cached answer costs. */
export function newestReleaseId(db: Db): number | null {
  return statement(db).get() as number | null;
}
const statements = new WeakMap<Db, Statement>();
function statement(db: Db): Statement {
  const found = statements.get(db) ?? db.reader.prepare("SELECT max(id) FROM release").pluck();
  statements.set(db, found);
  return found;
}

/** The release and reference date that `asOf` or `release` ask for; without either, the newest release and today. A date in the future is answered as now, and says so. */
export async function resolveAt(db: Db, query: Pick<ReadQuery, "asOf" | "release">, now: Date): Promise<At> {
  const today = dayInVietNam(now);
  if (query.release !== undefined) {
    if (query.asOf !== undefined) throw invalidParameter("asOf", "expected either asOf or release, not both");
    const found = db.orm.select(ref).from(release).where(eq(release.id, query.release)).get();
    if (!found) {
      const head = await findHead(db);
      throw invalidParameter("release", `no release ${query.release}; the newest is ${head?.id ?? "none"}`);
    }
    return { release: found, referenceDate: dayInVietNam(new Date(found.publishedAt)) };
  }
  if (query.asOf === undefined || query.asOf > today) {
    const at = { release: await findHead(db), referenceDate: today };
    return query.asOf === undefined
      ? at
      : { ...at, notice: `${query.asOf} has not come yet: this is the data as known on ${today}.` };
  }
  const found = db.orm
    .select(ref)
    .from(release)
    .where(lte(release.publishedAt, endOfDay(query.asOf)))
    .orderBy(desc(release.id))
    .limit(1)
    .get();
  if (found) return { release: found, referenceDate: query.asOf };
  const first = db.orm.select(ref).from(release).limit(1).get();
  const since = first
    ? `the first release is of ${dayInVietNam(new Date(first.publishedAt))}`
    : "there is no release yet";
  return { release: null, referenceDate: query.asOf, notice: `Nothing was known on ${query.asOf}: ${since}.` };
}

/** Begins a read: which release and day it is of, with the headers that name the release and say whether the answer may be kept for ever. `head` opens every answer. */
export async function openRead(c: Context<Env>, query: Pick<ReadQuery, "asOf" | "release">) {
  const at = await resolveAt(c.var.db, query, c.var.now());
  c.header("X-Release", String(at.release?.id ?? "none"));
  const ended = query.asOf !== undefined && query.asOf < dayInVietNam(c.var.now());
  c.header("Cache-Control", ended || query.release !== undefined ? "public, max-age=31536000, immutable" : "no-cache");
  return { db: c.var.db, at, head: { release: at.release, ...(at.notice && { notice: at.notice }) } };
}
