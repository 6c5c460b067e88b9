import { assignment } from "../../db/work/indicators.ts";
import { readTrail } from "../trail.ts";
import type { Check } from "./check.ts";

/** The first indicator whose assignee differs from the audit log. */
export const findChangedAssignment: Check = async ({ db }) => {
  const entries = await readTrail(db, "action = 'assignment.changed'");
  const expected = new Map(entries.map(({ subject, detail }) => [subject, detail]));
  for (const row of await db.orm.select().from(assignment)) {
    const subject = `indicator ${row.indicator}`;
    const detail = expected.get(subject);
    if (detail?.staff !== row.staff || (detail.name !== undefined && detail.name !== row.staffName))
      return `assignment of ${subject}: is not the one in the audit`;
    expected.delete(subject);
  }
  const missing = [...expected].find(([, detail]) => detail.staff !== null);
  return missing ? `assignment of ${missing[0]}: missing` : null;
};
