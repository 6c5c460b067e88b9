import { changeLimit } from "../../db/work/indicators.ts";
import { readTrail } from "../trail.ts";
import type { Check } from "./check.ts";

/** The first limit of a change that differs from the audit log, or is missing. */
export const findChangedLimit: Check = async ({ db }) => {
  const entries = await readTrail(db, "action = 'limits.changed'");
  const rows = await db.orm.select().from(changeLimit).orderBy(changeLimit.id);
  for (const [n, row] of rows.entries()) {
    const entry = entries[n];
    const said = entry && [
      entry.subject,
      entry.actor,
      entry.actorName,
      entry.at,
      entry.detail.low,
      entry.detail.high,
      entry.detail.reason,
    ];
    const kept = [`indicator ${row.indicator}`, row.setBy, row.setByName, row.at, row.low, row.high, row.reason];
    if (JSON.stringify(said) !== JSON.stringify(kept)) return `change_limit ${row.id}: is not the one in the audit`;
  }
  return entries.length > rows.length ? `change_limit of ${entries[rows.length]?.subject}: missing` : null;
};
