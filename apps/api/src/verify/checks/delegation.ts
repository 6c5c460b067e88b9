import { mayStandIn, type Role } from "@moc2030/shared/actions";
import { asc, eq, isNotNull, like, or } from "drizzle-orm";
import type { Check, VerifyContext } from "../../audit/checks/check.ts";
import { audit } from "../../db/work/audit.ts";
import { delegation, review } from "../../db/work/reviews.ts";
import { submission } from "../../db/work/submissions.ts";
import { contentOf } from "../../identity/delegation.ts";

type Row = typeof delegation.$inferSelect;
type Entry = typeof audit.$inferSelect;
/** A step with the actor and time its audit entry must have. */
type Step = { action: string; by: string | null; at: string | null };

const STEPS = {
  made: "review.delegated",
  confirmed: "review.delegation_confirmed",
  accepted: "review.delegation_accepted",
  ended: "review.delegation_ended",
} as const;

/**
 * The first delegation that differs from its audit entries, or review for another without a valid delegation. With
 * `staff`, also delegations in force at `now` whose parties have unsuitable roles.
 */
export const findDelegationBreach: Check = async ({ db, staff, now }) => {
  const rows = await db.orm.select().from(delegation).orderBy(asc(delegation.id));
  const entries = await db.orm.select().from(audit).where(like(audit.action, "review.delegat%")).orderBy(asc(audit.id));
  for (const row of rows) {
    const wrong = row.createdBy === null ? wrongFromBefore(row, entries) : wrongInAudit(row, entries);
    if (wrong) return `delegation ${row.id}: ${wrong}`;
  }
  const known = new Set(rows.map((row) => `delegation ${row.id}`));
  const lost = entries.find(({ subject }) => subject.startsWith("delegation ") && !known.has(subject));
  if (lost) return `${lost.subject}: announced in the audit and missing`;
  return (await wrongReview(db, rows)) ?? (staff ? wrongRoleNow(rows, staff, now.toISOString()) : null);
};

/** A delegation that predates acceptance is not in force; its audit entry has giver, delegate and period. */
function wrongFromBefore(row: Row, entries: readonly Entry[]): string | null {
  if (row.acceptedAt !== null || row.confirmedAt !== null) return "accepted without having been offered";
  const isKnown = entries.some(({ action, actor, subject, detail }) => {
    const { from, to } = JSON.parse(detail) as { from?: string; to?: string };
    const isIt = action === STEPS.made && actor === row.reviewer && subject === `staff ${row.standIn}`;
    return isIt && from === row.startsAt && to === row.endsAt;
  });
  if (!isKnown) return "the audit does not know of it";
  const ended = entries.find(({ action, subject }) => action === STEPS.ended && subject === `delegation ${row.id}`);
  return (ended?.at ?? null) === row.revokedAt ? null : "ended at another time, or not";
}

function wrongInAudit(row: Row, entries: readonly Entry[]): string | null {
  const own = entries.filter(({ subject }) => subject === `delegation ${row.id}`);
  const content = Object.entries(contentOf(row));
  for (const { action, detail } of own) {
    const recorded = JSON.parse(detail) as Record<string, unknown>;
    if (content.some(([name, value]) => recorded[name] !== value)) return `not what the audit says (${action})`;
  }
  const steps: Step[] = [
    { action: STEPS.made, by: row.createdBy, at: row.createdAt },
    { action: STEPS.confirmed, by: row.confirmedBy, at: row.confirmedAt },
    { action: STEPS.accepted, by: row.acceptedAt === null ? null : row.standIn, at: row.acceptedAt },
    { action: STEPS.ended, by: null, at: row.revokedAt },
  ];
  for (const { action, by, at } of steps) {
    const found = own.filter((entry) => entry.action === action);
    if (found.length !== (at === null ? 0 : 1)) return `the audit does not know of it as it is (${action})`;
    if (found.some((entry) => entry.at !== at || (by !== null && entry.actor !== by)))
      return `not by whom or when the audit says (${action})`;
  }
  return null;
}

/**
 * The first review for another without a delegation in force at the time, or of the represented reviewer's own work.
 */
async function wrongReview(db: VerifyContext["db"], rows: readonly Row[]): Promise<string | null> {
  const decided = await db.orm
    .select({ review, author: submission.author })
    .from(review)
    .innerJoin(submission, eq(submission.id, review.submissionId))
    .where(or(isNotNull(review.onBehalfOf), isNotNull(review.onBehalfOfName), isNotNull(review.delegationId)))
    .orderBy(asc(review.id));
  for (const { review: r, author } of decided) {
    const d = rows.find(({ id }) => id === r.delegationId);
    const names = d && d.standIn === r.reviewer && d.reviewer === r.onBehalfOf && d.reviewerName === r.onBehalfOfName;
    if (!names || !held(d, r.at)) return `review ${r.id}: no delegation held when it was made`;
    if ([r.reviewer, r.onBehalfOf].includes(author))
      return `review ${r.id}: on one's own or the represented person's work`;
  }
  return null;
}

const held = (d: Row, at: string) =>
  d.acceptedAt !== null &&
  d.acceptedAt <= at &&
  d.startsAt <= at &&
  d.endsAt > at &&
  (d.revokedAt === null || d.revokedAt >= at);

/** A delegation in force whose parties' roles should have ended it. */
async function wrongRoleNow(
  rows: readonly Row[],
  staff: NonNullable<VerifyContext["staff"]>,
  at: string,
): Promise<string | null> {
  const everybody = await staff.all<{ id: string; role: Role }>("SELECT id, role FROM user");
  const people = new Map(everybody.map((p) => [p.id, p]));
  for (const d of rows) {
    if (!held(d, at)) continue;
    const [reviewer, standIn] = [people.get(d.reviewer), people.get(d.standIn)];
    if (reviewer?.role !== "reviewer") return `delegation ${d.id}: ${d.reviewerName} has no review to hand over now`;
    if (!standIn || !mayStandIn(standIn.role))
      return `delegation ${d.id}: ${d.standInName} may not stand in with the role of now`;
  }
  return null;
}
