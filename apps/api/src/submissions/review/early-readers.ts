import type { EarlyReader } from "@moc2030/shared/schema/submission";
import { and, asc, eq } from "drizzle-orm";
import type { Db } from "../../db/database.ts";
import { release } from "../../db/schema.ts";
import { earlyReader, schedule } from "../../db/work/reviews.ts";
import type { Actor } from "../../identity/actor.ts";
import type { StaffDb } from "../../identity/open.ts";
import { requireColleague } from "../../identity/people.ts";
import { notify } from "../../notices/notify.ts";
import { earlyAccessFrom } from "../visibility.ts";

/** An early reader; staff go by the name of their account. */
export type NamedReader = Pick<typeof earlyReader.$inferInsert, "staff" | "name" | "role">;

/** Resolves early readers; 404 for an unknown staff id. */
export const namedReaders = (staff: StaffDb, readers: readonly EarlyReader[]): Promise<NamedReader[]> =>
  Promise.all(
    readers.map(async (reader) => {
      if (reader.staff === null) return reader;
      return { ...reader, name: (await requireColleague(staff, reader.staff)).name };
    }),
  );

/** Adds early readers to a scheduled publication, and tells those of them who are staff. */
export async function insertReaders(
  tx: Db,
  actor: Actor,
  { reviewId, submission }: { reviewId: number; submission: number },
  readers: readonly NamedReader[],
  at: string,
) {
  const by = { addedBy: actor.id, addedByName: actor.name, addedAt: at };
  for (const { staff, name, role } of readers) {
    await tx.orm.insert(earlyReader).values({ reviewId, staff, name, role, ...by });
    if (staff) await notify(tx, at, { kind: "early_reader", to: { person: staff }, actor, submission });
  }
}

/** The early readers of a publication in order, each with the instant of access. */
export async function readersOf(db: Db, reviewId: number) {
  const readers = await db.orm
    .select({
      name: earlyReader.name,
      role: earlyReader.role,
      addedAt: earlyReader.addedAt,
      publishAt: schedule.publishAt,
    })
    .from(earlyReader)
    .innerJoin(schedule, eq(schedule.reviewId, earlyReader.reviewId))
    .where(eq(earlyReader.reviewId, reviewId))
    .orderBy(asc(earlyReader.id));
  return readers.map(({ name, role, addedAt, publishAt }) => ({
    name,
    role,
    from: earlyAccessFrom(publishAt, addedAt),
  }));
}

/** The early readers of a submission's scheduled publication, if any. */
export async function readersOfWaiting(db: Db, submission: number) {
  const waiting = await db.orm
    .select({ reviewId: schedule.reviewId })
    .from(schedule)
    .where(and(eq(schedule.submissionId, submission), eq(schedule.state, "waiting")))
    .get();
  return waiting ? readersOf(db, waiting.reviewId) : [];
}

/** The early readers of a release, which are public. */
export async function readersOfRelease(db: Db, id: number) {
  const found = await db.orm.select({ reviewId: release.reviewId }).from(release).where(eq(release.id, id)).get();
  return found?.reviewId ? readersOf(db, found.reviewId) : [];
}
