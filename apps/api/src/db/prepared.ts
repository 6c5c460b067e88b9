import type { Statement } from "better-sqlite3";
import type { Db } from "./open.ts";

const statements = new WeakMap<Db, Map<string, Statement>>();
/** More texts than filters can be combined to; past it the oldest is prepared anew. */
const LIMIT = 500;

/** The statement of `sql` on the reading connection, prepared once: preparing costs more than most of our queries. */
export function prepared(db: Db, sql: string): Statement {
  const known = statements.get(db) ?? new Map<string, Statement>();
  statements.set(db, known);
  const found = known.get(sql);
  if (found) return found;
  const made = db.reader.prepare(sql);
  const oldest = known.keys().next();
  if (known.size >= LIMIT && !oldest.done) known.delete(oldest.value);
  known.set(sql, made);
  return made;
}
