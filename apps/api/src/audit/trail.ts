import type { Db, Params } from "../db/database.ts";

export type Entry = {
  id: number;
  at: string;
  actor: string;
  actorName: string;
  action: string;
  subject: string;
  detail: Record<string, unknown>;
};

/** The parsed detail; empty if it is not JSON, which the chain check reports. */
function parseDetail(detail: string): Entry["detail"] {
  try {
    return JSON.parse(detail) as Entry["detail"];
  } catch {
    return {};
  }
}

/** Entries matching an SQL condition, oldest first. */
export async function readTrail(db: Db, condition: string, params?: Params): Promise<Entry[]> {
  const rows = await db.all<Omit<Entry, "detail"> & { detail: string }>(
    `SELECT id, at, actor, actor_name AS actorName, action, subject, detail FROM audit WHERE ${condition} ORDER BY id`,
    params,
  );
  return rows.map((row) => ({ ...row, detail: parseDetail(row.detail) }));
}

export function bySubject(entries: readonly Entry[]): Map<string, Entry[]> {
  const found = new Map<string, Entry[]>();
  for (const entry of entries) {
    const list = found.get(entry.subject);
    if (list) list.push(entry);
    else found.set(entry.subject, [entry]);
  }
  return found;
}

/** The newest entry that matches `fits`. */
export const last = (entries: readonly Entry[], fits: (entry: Entry) => boolean): Entry | undefined =>
  entries.filter(fits).at(-1);
