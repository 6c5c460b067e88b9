import { dayInVietNam, endOfDay } from "@moc2030/shared/date";
import type { ReleaseRef } from "@moc2030/shared/release";
import type { Context } from "hono";
import { commitCount, type Db, readsCommitted } from "../db/open.ts";
import { prepared } from "../db/prepared.ts";
import { isCanonical } from "../http/addresses.ts";
import type { Env } from "../http/env.ts";
import { invalidParameter } from "../http/problem.ts";
import type { ReadQuery } from "../http/query.ts";

/** Which data an answer is made of: the newest release it may use (null before the first), the day it is judged on, and whether that can ever change. */
export type At = { release: ReleaseRef | null; referenceDate: string; notice?: string };

const REF = "SELECT id, published_at AS publishedAt FROM release";
const newest = (db: Db, condition: string, ...values: unknown[]) =>
  prepared(db, `${REF} ${condition} ORDER BY id DESC LIMIT 1`).get(...values) as ReleaseRef | undefined;

const published = new WeakMap<Db, Map<number, ReleaseRef>>();
/** Release `id`, remembered: a release never changes. */
function findRef(db: Db, id: number): ReleaseRef | undefined {
  const known = published.get(db) ?? new Map<number, ReleaseRef>();
  published.set(db, known);
  const found = known.get(id) ?? newest(db, "WHERE id = ?", id);
  if (found && readsCommitted(db)) known.set(id, found);
  return found;
}

/** The newest release that is public. */
export async function findHead(db: Db): Promise<ReleaseRef | null> {
  const id = newestReleaseId(db);
  return id === null ? null : (findRef(db, id) ?? null);
}

const looked = new WeakMap<Db, { commits: number; id: number | null }>();

/** The number of the newest release, or null: the one look at the database that a kept answer may cost. Looked up once in a turn of the event loop, and again after a commit of our own. */
export function newestReleaseId(db: Db): number | null {
  const commits = commitCount(db);
  const known = looked.get(db);
  if (known?.commits === commits) return known.id;
  const id = prepared(db, "SELECT max(id) FROM release").pluck().get() as number | null;
  if (!readsCommitted(db)) return id;
  looked.set(db, { commits, id });
  // Another process may publish too (the seed command): the next turn looks again.
  setImmediate(() => looked.delete(db));
  return id;
}

/** The release and reference date that `asOf` or `release` ask for; without either, the newest release and today. A date in the future is answered as now, and says so. */
export async function resolveAt(db: Db, query: Pick<ReadQuery, "asOf" | "release">, now: Date): Promise<At> {
  const today = dayInVietNam(now);
  if (query.release !== undefined) {
    if (query.asOf !== undefined) throw invalidParameter("asOf", "expected either asOf or release, not both");
    const found = findRef(db, query.release);
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
  const found = newest(db, "WHERE published_at <= ?", endOfDay(query.asOf));
  if (found) return { release: found, referenceDate: query.asOf };
  const first = prepared(db, `${REF} ORDER BY id LIMIT 1`).get() as ReleaseRef | undefined;
  const since = first
    ? `the first release is of ${dayInVietNam(new Date(first.publishedAt))}`
    : "there is no release yet";
  return { release: null, referenceDate: query.asOf, notice: `Nothing was known on ${query.asOf}: ${since}.` };
}

/** Whether the answer of `query` at `now` can never change: it names a release, or a day that has ended. */
const isFinal = (query: Pick<ReadQuery, "asOf" | "release">, now: Date) =>
  query.release !== undefined || (query.asOf !== undefined && query.asOf < dayInVietNam(now));

/** Begins a read: which release and day it is of, with the headers that name the release, say what else there is to say, and whether the answer may be kept for ever. `head` opens every answer. */
export async function openRead(c: Context<Env>, query: Pick<ReadQuery, "asOf" | "release">) {
  const now = c.get("now")();
  const at = await resolveAt(c.get("db"), query, now);
  c.header("X-Release", String(at.release?.id ?? "none"));
  c.header(
    "Cache-Control",
    isFinal(query, now) && isCanonical(c.req.url) ? "public, max-age=31536000, immutable" : "no-cache",
  );
  if (at.notice) c.header("X-Notice", at.notice);
  return { db: c.get("db"), at, head: { release: at.release, ...(at.notice && { notice: at.notice }) } };
}
