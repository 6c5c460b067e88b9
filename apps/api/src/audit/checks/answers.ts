import { answerSubject, hashAnswer, hashRows, type KeptAnswer } from "../content.ts";
import { readTrail } from "../trail.ts";
import { answersBefore } from "../upgrade.ts";
import type { Check } from "./check.ts";

/** The first answer kept under an Idempotency-Key that was changed, added or taken out. */
export const findChangedAnswer: Check = ({ db }) => {
  const announced = new Map(
    readTrail(db, "action = 'request.answered'").map(({ subject, detail }) => [subject, detail.hash]),
  );
  const left = new Set(announced.keys());
  const rows = db.reader.prepare("SELECT actor, key, request, answer, at FROM idempotency").all() as KeptAnswer[];
  for (const row of rows) {
    const subject = answerSubject(row);
    if (!announced.has(subject)) continue;
    if (announced.get(subject) !== hashAnswer(row)) return `${subject}: was changed`;
    left.delete(subject);
  }
  const [missing] = left;
  if (missing !== undefined) return `${missing}: missing`;
  const [older] = readTrail(db, "action = 'upgrade.hashed' AND subject = 'answers'");
  const unannounced = answersBefore(db, (row) => announced.has(answerSubject(row)));
  if (unannounced.length !== Number(older?.detail.rows ?? 0)) return "answers: one was added or taken out";
  return older && hashRows(unannounced) !== older.detail.hash ? "answers: one from before hashes was changed" : null;
};
