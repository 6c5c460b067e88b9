import type { ReleaseRef } from "@moc2030/shared/schema/release";
import { dayInVietNam, endOfDay } from "@moc2030/shared/text/date";
import type { Context } from "hono";
import type { Db } from "../db/database.ts";
import { isInList } from "../db/sqlite/sql.ts";
import { isCanonical } from "../http/addresses.ts";
import type { Env } from "../http/env.ts";
import { invalidParameter } from "../http/problem.ts";
import type { ReadQuery } from "../http/query.ts";

/** The data a response is made of: the newest visible release (null before the first) and the reference date. */
export type ReadPoint = { release: ReleaseRef | null; referenceDate: string; notice?: string };

const REF = "SELECT id, published_at AS publishedAt FROM release";

const findRef = (db: Db, id: number) => db.one<ReleaseRef>(`${REF} WHERE id = @id`, { id });

/** Releases by number. */
export async function releaseRefs(db: Db, ids: readonly number[]): Promise<Map<number, ReleaseRef>> {
  const refs = await db.all<ReleaseRef>(`${REF} WHERE ${isInList("id", "ids")}`, { ids: JSON.stringify(ids) });
  return new Map(refs.map((ref) => [ref.id, ref]));
}

/** The newest release. */
export async function latestRelease(db: Db): Promise<ReleaseRef | null> {
  const id = await newestReleaseId(db);
  return id === null ? null : db.remember(`release ${id}`, async () => (await findRef(db, id)) as ReleaseRef);
}

/** The id of the newest release, or null. The only query behind a cached response. */
export const newestReleaseId = (db: Db): Promise<number | null> =>
  db.rememberBriefly("newest release", async () => {
    const found = await db.one<{ id: number | null }>("SELECT max(id) AS id FROM release");
    return found?.id ?? null;
  });

/** The last release that was dated by what its sources published, or null. What came later came after its own day. */
export async function lastReconstructed(db: Db): Promise<number | null> {
  const found = await db.one<{ id: number | null }>("SELECT max(id) AS id FROM release WHERE origin = 'seed'");
  return found?.id ?? null;
}

/** Resolves `asOf` or `release`; by default the newest release and today. A future date means now, with a notice. */
export async function resolveReadPoint(
  db: Db,
  query: Pick<ReadQuery, "asOf" | "release">,
  now: Date,
): Promise<ReadPoint> {
  const today = dayInVietNam(now);
  if (query.release !== undefined) {
    if (query.asOf !== undefined) throw invalidParameter("asOf", "expected either asOf or release, not both");
    const found = await findRef(db, query.release);
    if (!found) {
      const head = await latestRelease(db);
      throw invalidParameter("release", `no release ${query.release}; the newest is ${head?.id ?? "none"}`);
    }
    return { release: found, referenceDate: dayInVietNam(new Date(found.publishedAt)) };
  }
  if (query.asOf === undefined || query.asOf > today) {
    const at = { release: await latestRelease(db), referenceDate: today };
    return query.asOf === undefined
      ? at
      : { ...at, notice: `${query.asOf} has not come yet: this is the data as known on ${today}.` };
  }
  const found = await db.one<ReleaseRef>(`${REF} WHERE published_at <= @end ORDER BY id DESC LIMIT 1`, {
    end: endOfDay(query.asOf),
  });
  if (found) return { release: found, referenceDate: query.asOf };
  const first = await db.one<ReleaseRef>(`${REF} ORDER BY id LIMIT 1`);
  const since = first
    ? `the first release is of ${dayInVietNam(new Date(first.publishedAt))}`
    : "there is no release yet";
  return { release: null, referenceDate: query.asOf, notice: `Nothing was known on ${query.asOf}: ${since}.` };
}

const isOver = (day: string, now: Date) => day < dayInVietNam(now);

/** Whether the response can never change: it names a release, or a day that is over. */
const isFinal = ({ asOf, release }: Pick<ReadQuery, "asOf" | "release">, now: Date) =>
  release !== undefined || (asOf !== undefined && isOver(asOf, now));

/** The point to cite: a day that is over as it was asked for, else the release, as another may come on the same day. */
export const keptPoint = (at: ReadPoint, { asOf }: Pick<ReadQuery, "asOf">, now: Date) =>
  at.release === null || (asOf !== undefined && isOver(asOf, now))
    ? { asOf: at.referenceDate }
    : { release: at.release.id };

/** How long a read may be kept. Before the first release not at all: the first ones may be of days long past. */
async function lifetimeOf(c: Context<Env>, query: Pick<ReadQuery, "asOf" | "release">, now: Date) {
  if ((await newestReleaseId(c.get("db"))) === null) return "no-store";
  return isFinal(query, now) && isCanonical(c.req.url) ? "public, max-age=31536000, immutable" : "no-cache";
}

/** Resolves the read point and sets X-Release, X-Notice and Cache-Control. `envelope` opens every response. */
export async function openRead(c: Context<Env>, query: Pick<ReadQuery, "asOf" | "release">) {
  const now = c.get("now")();
  const at = await resolveReadPoint(c.get("db"), query, now);
  c.header("X-Release", String(at.release?.id ?? "none"));
  c.header("Cache-Control", await lifetimeOf(c, query, now));
  if (at.notice) c.header("X-Notice", at.notice);
  return { db: c.get("db"), at, envelope: { release: at.release, ...(at.notice && { notice: at.notice }) } };
}
