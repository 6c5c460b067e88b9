import Sqlite from "better-sqlite3";
import { asc } from "drizzle-orm";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { type Db, migrateDb } from "../db/open.ts";
import { audit } from "../db/work-schema.ts";
import { auditHash } from "./chain.ts";
import { hashRelease } from "./seal.ts";

type Trigger = { name: string; sql: string };
const TRIGGERS = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name";

/** The triggers that a database of this version has. */
function expectedTriggers(): Trigger[] {
  const fresh = new Sqlite(":memory:");
  try {
    migrateDb(drizzle(fresh));
    return fresh.prepare(TRIGGERS).all() as Trigger[];
  } finally {
    fresh.close();
  }
}

/** The first row of the audit chain that does not follow from the one before it. */
function brokenLink(db: Db): string | null {
  let [id, prev] = [0, ""];
  for (const row of db.orm.select().from(audit).orderBy(asc(audit.id)).all()) {
    if (row.id !== id + 1) return `audit ${id + 1}: missing`;
    if (row.prev !== prev) return `audit ${row.id}: does not follow audit ${id}`;
    if (row.hash !== auditHash(row)) return `audit ${row.id}: was changed after it was written`;
    id = row.id;
    prev = row.hash;
  }
  return null;
}

/** The first release that is not what its seal and the audit say. */
function brokenRelease(db: Db): string | null {
  const rows = db.reader
    .prepare(
      `SELECT r.id AS id, s.figures_hash AS sealed, a.action AS action, a.subject AS subject, a.detail ->> 'figuresHash' AS announced
       FROM release r LEFT JOIN release_seal s ON s.release_id = r.id LEFT JOIN audit a ON a.hash = s.audit_head ORDER BY r.id`,
    )
    .all() as { id: number; sealed: string | null; action: string | null; subject: string; announced: string }[];
  for (const [index, row] of rows.entries()) {
    if (row.id !== index + 1) return `release ${index + 1}: missing`;
    if (row.sealed === null) return `release ${row.id}: has no seal`;
    if (row.action !== "release.published" || row.subject !== `release ${row.id}` || row.announced !== row.sealed)
      return `release ${row.id}: its seal is not the one in the audit`;
    if (hashRelease(db, row.id) !== row.sealed) return `release ${row.id}: its figures were changed after publication`;
  }
  const announced = db.reader.prepare("SELECT count(*) FROM audit WHERE action = 'release.published'").pluck().get();
  if (announced !== rows.length) return `release ${rows.length + 1}: announced in the audit and missing`;
  return null;
}

/** What is wrong with a database's history, naming the first bad row; null when every guard is there and everything hashes to what it says. */
export function findTampering(db: Db): string | null {
  const intact = db.reader.pragma("integrity_check(1)", { simple: true });
  if (intact !== "ok") return `database: ${intact}`;
  const [orphan] = db.reader.pragma("foreign_key_check") as { table: string; rowid: number }[];
  if (orphan) return `${orphan.table} ${orphan.rowid}: refers to a row that is not there`;
  const present = new Map((db.reader.prepare(TRIGGERS).all() as Trigger[]).map((t) => [t.name, t.sql]));
  for (const { name, sql } of expectedTriggers()) {
    if (!present.has(name)) return `trigger ${name}: missing`;
    if (present.get(name) !== sql) return `trigger ${name}: was changed`;
  }
  return brokenLink(db) ?? brokenRelease(db);
}
