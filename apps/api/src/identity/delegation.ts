import { mayStandIn, type Role } from "@moc2030/shared/actions";
import type { AuditAction } from "@moc2030/shared/audit-actions";
import { and, asc, eq, gt, isNotNull, isNull, lt, or, type SQL } from "drizzle-orm";
import { appendAudit, type Principal } from "../audit/chain.ts";
import type { Db } from "../db/database.ts";
import { delegation } from "../db/work/reviews.ts";
import { invalidField, Problem } from "../http/problem.ts";
import { notify, type ToldAs } from "../notices/notify.ts";
import type { ActiveDelegation, Actor } from "./actor.ts";
import type { StaffDb } from "./open.ts";
import { findColleague } from "./people.ts";

type Row = typeof delegation.$inferSelect;
type Colleague = { id: string; name: string; role: Role };

/** Maximum length of a delegation. */
const MAX_DAYS = 90;

/** Repeated in every audit entry about a delegation, so that verify can compare the row. */
export const contentOf = (row: Row) => ({
  delegation: row.id,
  reviewer: row.reviewer,
  reviewerName: row.reviewerName,
  standIn: row.standIn,
  standInName: row.standInName,
  startsAt: row.startsAt,
  endsAt: row.endsAt,
});

const findDelegation = (tx: Db, id: number): Promise<Row | undefined> =>
  tx.orm.select().from(delegation).where(eq(delegation.id, id)).get();

/** Accepted delegations in force at `now`, oldest first. */
const inForce = async (db: Db, standIn: string, now: Date): Promise<Row[]> => {
  const at = now.toISOString();
  const accepted = await db.orm
    .select()
    .from(delegation)
    .where(and(eq(delegation.standIn, standIn), isNotNull(delegation.acceptedAt), isNull(delegation.revokedAt)))
    .orderBy(asc(delegation.id));
  return accepted.filter((d) => (d.acceptedAt ?? "") <= at && d.startsAt <= at && d.endsAt > at);
};

/** The reviewers someone represents now: both still have a suitable role and neither is locked. */
export async function activeDelegations(db: Db, staff: StaffDb, id: string, now: Date): Promise<ActiveDelegation[]> {
  const held = await inForce(db, id, now);
  const self = held.length > 0 ? await findColleague(staff, id) : undefined;
  if (!self || !mayStandIn(self.role)) return [];
  const standings = [];
  for (const d of held)
    if ((await findColleague(staff, d.reviewer))?.role === "reviewer")
      standings.push({ delegation: d.id, reviewer: { id: d.reviewer, name: d.reviewerName } });
  return standings;
}

/**
 * How somebody is told of what happens: in their own role, and in a reviewer's while they stand in for one; not of what they did themselves, nor of what those
 * did for whom they stand in, as they do not decide on it.
 */
export async function toldAs(db: Db, staff: StaffDb, who: { id: string; role: Role }, now: Date): Promise<ToldAs> {
  const { id, role } = who;
  const represented = (await activeDelegations(db, staff, id, now)).map(({ reviewer }) => reviewer.id);
  const standsIn = role !== "reviewer" && represented.length > 0;
  return { id, roles: standsIn ? [role, "reviewer"] : [role], notOf: [id, ...represented] };
}

/**
 * The reviewer represented in a decision on this author's work; null for one in one's own right. 403 if the author is
 * the represented reviewer, or no right is left.
 */
export async function findRepresented(
  tx: Db,
  actor: Actor,
  author: string,
  now: Date,
): Promise<ActiveDelegation | null> {
  const held = await inForce(tx, actor.id, now);
  if (held.some((d) => d.reviewer === author))
    throw new Problem("represented-work", "Whoever stands in for somebody does not decide on that person's figures.");
  if (actor.role === "reviewer") return null;
  const represented = actor.standsInFor?.find((one) => held.some((d) => d.id === one.delegation));
  if (!represented) throw new Problem("forbidden", "Nobody's review is in your hands now.");
  return represented;
}

/**
 * Creates a delegation: by the reviewer, or by an administrator for one who is unavailable, confirmed by a second
 * administrator. In force once accepted. `startsAt` null means now.
 */
export async function delegate(
  tx: Db,
  actor: Actor,
  people: { reviewer: Colleague; standIn: Colleague },
  time: { startsAt: string | null; endsAt: string },
  now: Date,
) {
  const { reviewer, standIn } = people;
  const at = now.toISOString();
  const [from, to] = [time.startsAt === null ? at : new Date(time.startsAt).toISOString(), new Date(time.endsAt)];
  if (actor.role !== "administrator" && reviewer.id !== actor.id)
    throw invalidField("/reviewer", "administrators propose for a colleague");
  if (reviewer.role !== "reviewer") throw invalidField("/reviewer", "expected a reviewer");
  if (standIn.id === reviewer.id || standIn.id === actor.id) throw invalidField("/standIn", "expected a colleague");
  if (!mayStandIn(standIn.role)) throw invalidField("/standIn", "administrators do not review");
  if (from < at) throw invalidField("/startsAt", "expected now or an instant to come");
  if (to.toISOString() <= from) throw invalidField("/endsAt", "expected an instant after the beginning");
  if (to.getTime() - Date.parse(from) > MAX_DAYS * 86_400_000)
    throw invalidField("/endsAt", `expected at most ${MAX_DAYS} days`);
  const { id } = await tx.orm
    .insert(delegation)
    .values({
      reviewer: reviewer.id,
      reviewerName: reviewer.name,
      standIn: standIn.id,
      standInName: standIn.name,
      startsAt: from,
      endsAt: to.toISOString(),
      createdBy: actor.id,
      createdByName: actor.name,
      createdAt: at,
    })
    .returning({ id: delegation.id })
    .get();
  await recordEvent(tx, actor, id, "review.delegated", now);
  const isOwn = reviewer.id === actor.id;
  await notify(tx, at, {
    kind: isOwn ? "stand_in_asked" : "stand_in_proposed",
    to: isOwn ? { person: standIn.id } : { role: "administrator" },
    ...{ actor, detail: { account: reviewer.name } },
  });
}

async function recordEvent(
  tx: Db,
  actor: Principal,
  id: number,
  action: AuditAction,
  now: Date,
  more: Record<string, unknown> = {},
) {
  const row = await findDelegation(tx, id);
  if (!row) throw new Error(`no delegation ${id}`);
  const detail = { ...contentOf(row), ...more };
  await appendAudit(tx, { at: now.toISOString(), actor, action, subject: `delegation ${id}`, detail });
}

/** A delegation that can still come into force; 404 if unknown or of no concern to the actor, 409 if it has ended. */
async function pending(tx: Db, id: number, now: Date, concerns: (row: Row) => boolean): Promise<Row> {
  const row = await findDelegation(tx, id);
  if (!row?.createdBy || !concerns(row))
    throw new Problem("unknown-code", `You are not asked about a delegation ${id}.`);
  if (row.revokedAt !== null || row.endsAt <= now.toISOString())
    throw new Problem("conflict", "This delegation has ended.");
  return row;
}

const isProposed = (row: Row) => row.createdBy !== row.reviewer && row.confirmedAt === null;

/** Confirms the proposal of another administrator. */
export async function confirmDelegation(tx: Db, staff: StaffDb, actor: Actor, id: number, now: Date) {
  const row = await pending(tx, id, now, (d) => d.createdBy !== d.reviewer);
  if (row.createdBy === actor.id) throw new Problem("own-work", "Another administrator confirms what you proposed.");
  if (row.confirmedAt !== null) throw new Problem("conflict", "This delegation has been confirmed already.");
  if ((await findColleague(staff, row.createdBy ?? ""))?.role !== "administrator")
    throw new Problem("conflict", "Whoever proposed it is an administrator no longer.");
  await tx.orm
    .update(delegation)
    .set({ confirmedBy: actor.id, confirmedByName: actor.name, confirmedAt: now.toISOString() })
    .where(eq(delegation.id, id));
  await recordEvent(tx, actor, id, "review.delegation_confirmed", now);
  const detail = { account: row.reviewerName };
  await notify(tx, now.toISOString(), { kind: "stand_in_asked", to: { person: row.standIn }, actor, detail });
}

/** Accepts as the delegate; in force from then on, at the earliest from `startsAt`. */
export async function acceptDelegation(tx: Db, staff: StaffDb, actor: Actor, id: number, now: Date) {
  const row = await pending(tx, id, now, (d) => d.standIn === actor.id);
  if (row.acceptedAt !== null) throw new Problem("conflict", "This delegation has been accepted already.");
  if (isProposed(row)) throw new Problem("conflict", "A second administrator has to confirm it first.");
  const self = await findColleague(staff, actor.id);
  if ((await findColleague(staff, row.reviewer))?.role !== "reviewer" || !self || !mayStandIn(self.role))
    throw new Problem("conflict", "A role has changed since this was asked.");
  await tx.orm.update(delegation).set({ acceptedAt: now.toISOString() }).where(eq(delegation.id, id));
  await recordEvent(tx, actor, id, "review.delegation_accepted", now);
}

async function end(tx: Db, actor: Principal, id: number, now: Date, why: string) {
  await tx.orm.update(delegation).set({ revokedAt: now.toISOString() }).where(eq(delegation.id, id));
  await recordEvent(tx, actor, id, "review.delegation_ended", now, { why });
}

/** Ends a delegation: as the reviewer, as the delegate (declining included), or as an administrator. */
export async function endDelegation(tx: Db, actor: Actor, id: number, now: Date) {
  const by = (row: Row) =>
    row.reviewer === actor.id
      ? "by the reviewer"
      : row.standIn === actor.id
        ? "by the stand-in"
        : actor.role === "administrator" && "by an administrator";
  const row = await pending(tx, id, now, (d) => by(d) !== false);
  await end(tx, actor, id, now, by(row) || "");
}

/** Ends all delegations of someone whose role has changed or who is locked. They do not return with the role. */
export async function endDelegationsOf(
  tx: Db,
  actor: Principal,
  person: string,
  now: Date,
  why: "role changed" | "locked",
) {
  const at = now.toISOString();
  const open = await openDelegations(tx, or(eq(delegation.reviewer, person), eq(delegation.standIn, person)), at);
  for (const { id } of open) await end(tx, actor, id, now, why);
}

/** Ends the delegations of a reviewer who is there after all between two instants. */
export async function endDelegationsBetween(
  tx: Db,
  actor: Principal,
  reviewer: string,
  { from, to }: { from: string; to: string },
  now: Date,
) {
  const meant = and(eq(delegation.reviewer, reviewer), lt(delegation.startsAt, to), gt(delegation.endsAt, from));
  for (const { id } of await openDelegations(tx, meant, now.toISOString())) await end(tx, actor, id, now, "not away");
}

const openDelegations = (tx: Db, which: SQL | undefined, at: string): Promise<Row[]> =>
  tx.orm
    .select()
    .from(delegation)
    .where(and(which, isNull(delegation.revokedAt), isNotNull(delegation.createdBy), gt(delegation.endsAt, at)))
    .orderBy(asc(delegation.startsAt), asc(delegation.id));

const person = (id: string, name: string | null) => ({ id, name: name ?? "" });

/** Current and future delegations with their state. */
export async function listDelegations(db: Db, now: Date) {
  const rows = await openDelegations(db, undefined, now.toISOString());
  return rows.map((d) => ({
    id: d.id,
    reviewer: person(d.reviewer, d.reviewerName),
    standIn: person(d.standIn, d.standInName),
    startsAt: d.startsAt,
    endsAt: d.endsAt,
    state: isProposed(d) ? ("proposed" as const) : d.acceptedAt === null ? ("offered" as const) : ("accepted" as const),
    createdBy: person(d.createdBy ?? "", d.createdByName),
    confirmedBy: d.confirmedBy === null ? null : person(d.confirmedBy, d.confirmedByName),
    acceptedAt: d.acceptedAt,
  }));
}
