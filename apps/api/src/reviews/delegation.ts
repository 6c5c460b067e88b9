import type { Role } from "@moc2030/shared/actions";
import { and, asc, eq, gt, isNull } from "drizzle-orm";
import { appendAudit } from "../audit/chain.ts";
import type { Db } from "../db/open.ts";
import { delegation } from "../db/work-schema.ts";
import { Problem } from "../http/problem.ts";
import type { Actor } from "../staff/actor.ts";
import type { StaffDb } from "../staff/open.ts";

/** Whether somebody stands in for a reviewer who is still one. */
export async function isStandIn(db: Db, staff: StaffDb, id: string, now: Date): Promise<boolean> {
  const at = now.toISOString();
  const reviewers = db.reader
    .prepare(
      "SELECT reviewer FROM delegation WHERE stand_in = ? AND revoked_at IS NULL AND starts_at <= ? AND ends_at > ?",
    )
    .pluck()
    .all(id, at, at) as string[];
  if (reviewers.length === 0) return false;
  return (
    staff.connection
      .prepare(
        "SELECT 1 FROM user WHERE role = 'reviewer' AND disabled_at IS NULL AND id IN (SELECT value FROM json_each(?))",
      )
      .get(JSON.stringify(reviewers)) !== undefined
  );
}

/** Longest time for which a review is handed over. */
const MOST_DAYS = 90;

/** Lets a colleague review in one's place for a time; still never their own work. */
export async function delegate(
  tx: Db,
  actor: Actor,
  colleague: { id: string; name: string; role: Role },
  startsAt: string,
  endsAt: string,
  now: Date,
) {
  const [from, to] = [new Date(startsAt).toISOString(), new Date(endsAt).toISOString()];
  const refuse = (pointer: string, detail: string) =>
    new Problem("invalid", `${pointer}: ${detail}`, [{ pointer, detail }]);
  if (colleague.id === actor.id) throw refuse("/standIn", "expected a colleague");
  if (colleague.role === "administrator") throw refuse("/standIn", "administrators do not review");
  if (to <= from || to <= now.toISOString())
    throw refuse("/endsAt", "expected an instant after the beginning, and to come");
  if (Date.parse(to) - Date.parse(from) > MOST_DAYS * 86_400_000)
    throw refuse("/endsAt", `expected at most ${MOST_DAYS} days`);
  tx.orm
    .insert(delegation)
    .values({
      reviewer: actor.id,
      reviewerName: actor.name,
      standIn: colleague.id,
      standInName: colleague.name,
      startsAt: from,
      endsAt: to,
    })
    .run();
  appendAudit(tx, {
    at: now.toISOString(),
    actor,
    action: "review.delegated",
    subject: `staff ${colleague.id}`,
    detail: { from, to },
  });
}

/** Ends one's own delegation. */
export async function revokeDelegation(tx: Db, actor: Actor, id: number, now: Date) {
  const at = now.toISOString();
  const own = and(eq(delegation.id, id), eq(delegation.reviewer, actor.id), isNull(delegation.revokedAt));
  const ended = tx.orm.update(delegation).set({ revokedAt: at }).where(own).run();
  if (ended.changes === 0) throw new Problem("unknown-code", `You have no delegation ${id}.`);
  appendAudit(tx, { at, actor, action: "review.delegation_ended", subject: `delegation ${id}` });
}

/** Delegations that hold now or later. */
export const listDelegations = (db: Db, now: Date) =>
  db.orm
    .select()
    .from(delegation)
    .where(and(isNull(delegation.revokedAt), gt(delegation.endsAt, now.toISOString())))
    .orderBy(asc(delegation.startsAt), asc(delegation.id))
    .all()
    .map((d) => ({
      id: d.id,
      reviewer: { id: d.reviewer, name: d.reviewerName },
      standIn: { id: d.standIn, name: d.standInName },
      startsAt: d.startsAt,
      endsAt: d.endsAt,
    }));
