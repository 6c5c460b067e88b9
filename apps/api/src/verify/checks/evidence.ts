import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { asc } from "drizzle-orm";
import type { Check } from "../../audit/checks/check.ts";
import { bySubject, readTrail } from "../../audit/trail.ts";
import { evidence } from "../../db/work/submissions.ts";
import { hashOf } from "../../submissions/evidence/store.ts";

const present = (dir: string): Set<string> => {
  try {
    return new Set(readdirSync(dir));
  } catch {
    return new Set();
  }
};

/** The first copy of a source whose row differs from the audit log, or whose file is missing or damaged. */
export const findChangedEvidence: Check = async ({ db, evidenceDir }) => {
  const trails = bySubject(await readTrail(db, "action = 'evidence.added'"));
  const files = evidenceDir === undefined ? null : present(evidenceDir);
  for (const row of await db.orm.select().from(evidence).orderBy(asc(evidence.sha256))) {
    const subject = `evidence ${row.sha256}`;
    const entry = trails.get(subject)?.[0];
    if (!entry) return `${subject}: is not in the audit`;
    const { name, bytes, type } = entry.detail;
    if (
      entry.actor !== row.addedBy ||
      entry.actorName !== row.addedByName ||
      entry.at !== row.at ||
      name !== row.name ||
      bytes !== row.bytes ||
      (type !== undefined && type !== row.type)
    )
      return `${subject}: was changed`;
    trails.delete(subject);
    if (!files || evidenceDir === undefined) continue;
    if (!files.has(row.sha256)) return `${subject}: its file is missing`;
    if (hashOf(readFileSync(join(evidenceDir, row.sha256))) !== row.sha256) return `${subject}: its file was changed`;
  }
  const [missing] = trails.keys();
  return missing === undefined ? null : `${missing}: missing`;
};
