import { hashResponse, hashRows, responseSubject, type StoredResponse } from "../content.ts";
import { readTrail } from "../trail.ts";
import { unboundResponses } from "../upgrade.ts";
import type { Check } from "./check.ts";

/** The first response stored under an Idempotency-Key that was changed, added or removed. */
export const findChangedResponse: Check = async ({ db }) => {
  const entries = await readTrail(db, "action = 'request.answered'");
  const announced = new Map(entries.map(({ subject, detail }) => [subject, detail.hash]));
  const left = new Set(announced.keys());
  const rows = await db.all<StoredResponse>("SELECT actor, key, request, answer, at FROM idempotency");
  for (const row of rows) {
    const subject = responseSubject(row);
    if (!announced.has(subject)) continue;
    if (announced.get(subject) !== hashResponse(row)) return `${subject}: was changed`;
    left.delete(subject);
  }
  const [missing] = left;
  if (missing !== undefined) return `${missing}: missing`;
  const [older] = await readTrail(db, "action = 'upgrade.hashed' AND subject = 'answers'");
  const unannounced = await unboundResponses(db, (row) => announced.has(responseSubject(row)));
  if (unannounced.length !== Number(older?.detail.rows ?? 0)) return "answers: one was added or taken out";
  return older && hashRows(unannounced) !== older.detail.hash ? "answers: one from before hashes was changed" : null;
};
