import { asc } from "drizzle-orm";
import { delegation } from "../../db/work-schema.ts";
import { type Entry, readTrail } from "../trail.ts";
import type { Check } from "./check.ts";

type Row = typeof delegation.$inferSelect;

const announces = ({ actor, actorName, subject, detail }: Entry, row: Row): boolean =>
  actor === row.reviewer &&
  actorName === row.reviewerName &&
  subject === `staff ${row.standIn}` &&
  detail.from === row.startsAt &&
  detail.to === row.endsAt;

/** The first delegation that the audit does not know, knows otherwise, or knows as ended at another time. */
export const findChangedDelegation: Check = ({ db }) => {
  const given = readTrail(db, "action = 'review.delegated'");
  const ended = new Map(
    readTrail(db, "action = 'review.delegation_ended'").map((entry) => [entry.subject, entry.at] as const),
  );
  for (const row of db.orm.select().from(delegation).orderBy(asc(delegation.id)).all()) {
    const subject = `delegation ${row.id}`;
    const at = given.findIndex((entry) => announces(entry, row));
    if (at < 0) return `${subject}: is not in the audit`;
    given.splice(at, 1);
    if ((ended.get(subject) ?? null) !== row.revokedAt) return `${subject}: ended at another time, or not`;
  }
  const [missing] = given;
  return missing ? `delegation: announced in audit ${missing.id} and missing` : null;
};
