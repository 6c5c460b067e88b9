import type { Db, Params } from "../db/database.ts";

/** An entry of the audit as checks read it. */
export type Entry = {
  id: number;
  at: string;
  actor: string;
  actorName: string;
  action: string;
  subject: string;
  detail: Record<string, unknown>;
};

/** What an entry tells; nothing where it is no JSON, which the check of the chain names. */
function told(detail: string): Entry["detail"] {
  try {
    return JSON.parse(detail) as Entry["detail"];
  } catch {
    return {};
  }
}

/** The entries that a condition in SQL selects, oldest first. */
export async function readTrail(db: Db, condition: string, params?: Params): Promise<Entry[]> {
  const rows = await db.all<Omit<Entry, "detail"> & { detail: string }>(
    `SELECT id, at, actor, actor_name AS actorName, action, subject, detail FROM audit WHERE ${condition} ORDER BY id`,
    params,
  );
  return rows.map((row) => ({ ...row, detail: told(row.detail) }));
}

/** Entries by what they are about. */
export function bySubject(entries: readonly Entry[]): Map<string, Entry[]> {
  const found = new Map<string, Entry[]>();
  for (const entry of entries) {
    const list = found.get(entry.subject);
    if (list) list.push(entry);
    else found.set(entry.subject, [entry]);
  }
  return found;
}

/** The newest entry for which `fits` holds. */
export const last = (entries: readonly Entry[], fits: (entry: Entry) => boolean): Entry | undefined =>
  entries.filter(fits).at(-1);
