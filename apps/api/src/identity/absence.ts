import { addDays, dayInVietNam, startOfDay } from "@moc2030/shared/text/date";
import { and, asc, eq, gte, isNull, lte } from "drizzle-orm";
import { appendAudit, type Principal } from "../audit/chain.ts";
import type { Db } from "../db/database.ts";
import { absence } from "../db/work/reviews.ts";
import { invalidField, Problem } from "../http/problem.ts";
import type { Actor } from "./actor.ts";
import { endDelegationsBetween } from "./delegation.ts";

type Row = typeof absence.$inferSelect;
type Days = { from: string; to: string };

/** Maximum length of an absence, and how far ahead one begins. */
const MAX_DAYS = 366;

/** What each audit entry about an absence says of it. */
const contentOf = (row: Row) => ({
  absence: row.id,
  staff: row.staff,
  staffName: row.staffName,
  fromDay: row.fromDay,
  toDay: row.toDay,
});

const audited = (tx: Db, actor: Principal, row: Row, action: "absence.recorded" | "absence.ended", now: Date) =>
  appendAudit(tx, { at: now.toISOString(), actor, action, subject: `absence ${row.id}`, detail: contentOf(row) });

/** Absences of now and later that have not been ended, by their first day. */
export const openAbsences = (db: Db, today: string): Promise<Row[]> =>
  db.orm
    .select()
    .from(absence)
    .where(and(isNull(absence.endedAt), gte(absence.toDay, today)))
    .orderBy(asc(absence.fromDay), asc(absence.id));

/**
 * Records when somebody is away: oneself, or by an administrator anybody. Both days are of it; 409 where they are away
 * on one of them already.
 */
export async function recordAbsence(
  tx: Db,
  actor: Actor,
  person: { id: string; name: string },
  { from, to }: Days,
  now: Date,
) {
  const today = dayInVietNam(now);
  if (person.id !== actor.id && actor.role !== "administrator")
    throw invalidField("/person", "administrators record it for a colleague");
  if (from < today) throw invalidField("/from", `expected today, ${today}, or a day to come`);
  if (from > addDays(today, MAX_DAYS)) throw invalidField("/from", `expected a day within ${MAX_DAYS} days from now`);
  if (to < from) throw invalidField("/to", "expected the first day or one after it");
  if (to >= addDays(from, MAX_DAYS)) throw invalidField("/to", `expected at most ${MAX_DAYS} days`);
  const overlaps = and(eq(absence.staff, person.id), isNull(absence.endedAt), lte(absence.fromDay, to));
  const [other] = await tx.orm
    .select()
    .from(absence)
    .where(and(overlaps, gte(absence.toDay, from)))
    .limit(1);
  if (other)
    throw new Problem("conflict", `${person.name} is away from ${other.fromDay} to ${other.toDay} already.`, [
      { pointer: "/from", detail: "falls into another absence" },
    ]);
  const row = await tx.orm
    .insert(absence)
    .values({
      ...{ staff: person.id, staffName: person.name, fromDay: from, toDay: to },
      ...{ createdBy: actor.id, createdByName: actor.name, createdAt: now.toISOString() },
    })
    .returning()
    .get();
  await audited(tx, actor, row, "absence.recorded", now);
}

/**
 * Ends an absence, begun or not: by the person or an administrator. Whoever would have stood in for them during it does
 * so no longer. 404 if it is nobody's to end, 409 if it is over.
 */
export async function endAbsence(tx: Db, actor: Actor, id: number, now: Date) {
  const row = await tx.orm.select().from(absence).where(eq(absence.id, id)).get();
  if (!row || (row.staff !== actor.id && actor.role !== "administrator"))
    throw new Problem("unknown-code", `There is no absence ${id} of yours.`);
  if (row.endedAt !== null || row.toDay < dayInVietNam(now)) throw new Problem("conflict", "This absence is over.");
  await tx.orm.update(absence).set({ endedBy: actor.id, endedAt: now.toISOString() }).where(eq(absence.id, id));
  await audited(tx, actor, row, "absence.ended", now);
  const during = { from: startOfDay(row.fromDay), to: startOfDay(addDays(row.toDay, 1)) };
  await endDelegationsBetween(tx, actor, row.staff, during, now);
}
