import type { EarlyReader } from "@moc2030/shared/schema/submission";
import { and, asc, eq } from "drizzle-orm";
import type { Db } from "../../db/database.ts";
import { release } from "../../db/schema.ts";
import { earlyReader, schedule } from "../../db/work/reviews.ts";
import { invalidField } from "../../http/problem.ts";
import type { Actor } from "../../identity/actor.ts";
import type { StaffDb } from "../../identity/open.ts";
import { requireColleague } from "../../identity/people.ts";
import { type NewNotice, notify } from "../../notices/notify.ts";
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

/** What tells one early reader from another: an account, or a name with what they are, however it is written. */
const identityOf = ({ staff, name, role }: NamedReader) =>
  staff ? `staff ${staff}` : [name, role].map((text) => text.toLocaleLowerCase("vi")).join(", ");

/** Throws a 422 at the first early reader who is named already, in the list at `pointer` or on the schedule. */
export function assertNamedOnce(readers: readonly NamedReader[], pointer: string, there: readonly NamedReader[] = []) {
  const named = new Set(there.map(identityOf));
  for (const [index, reader] of readers.entries()) {
    const who = identityOf(reader);
    if (named.has(who))
      throw invalidField(`${pointer}/${index}`, `${reader.name} is named already: expected each early reader once`);
    named.add(who);
  }
}

/** The early readers as they were named. */
export const listNamed = (db: Db, reviewId: number) =>
  db.orm.select().from(earlyReader).where(eq(earlyReader.reviewId, reviewId)).orderBy(asc(earlyReader.id));

/** Tells early readers with an account what became of a schedule. */
export async function tellReaders(tx: Db, at: string, reviewId: number, told: Omit<NewNotice, "to">) {
  for (const person of new Set((await listNamed(tx, reviewId)).map(({ staff }) => staff)))
    if (person) await notify(tx, at, { ...told, to: { person } });
}

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
