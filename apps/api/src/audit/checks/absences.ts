import { absence } from "../../db/work/reviews.ts";
import { bySubject, readTrail } from "../trail.ts";
import type { Check } from "./check.ts";

/** The first absence that differs from its audit entries, or is missing. */
export const findChangedAbsence: Check = async ({ db }) => {
  const trails = bySubject(await readTrail(db, "action LIKE 'absence.%'"));
  for (const row of await db.orm.select().from(absence).orderBy(absence.id)) {
    const subject = `absence ${row.id}`;
    const own = trails.get(subject) ?? [];
    const said = own.map(({ action, actor, at, detail }) => [
      ...[action, actor, at],
      ...[detail.staff, detail.staffName, detail.fromDay, detail.toDay],
    ]);
    const content = [row.staff, row.staffName, row.fromDay, row.toDay];
    const kept = [
      ["absence.recorded", row.createdBy, row.createdAt, ...content],
      ...(row.endedAt === null ? [] : [["absence.ended", row.endedBy, row.endedAt, ...content]]),
    ];
    if (JSON.stringify(said) !== JSON.stringify(kept) || own[0]?.actorName !== row.createdByName)
      return `${subject}: is not as the audit has it`;
    trails.delete(subject);
  }
  const [missing] = trails.keys();
  return missing === undefined ? null : `${missing}: missing`;
};
