import Sqlite from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import { MIGRATIONS, STAFF_MIGRATIONS } from "../../db/migrations.ts";
import type { Check } from "./check.ts";

type Part = { type: string; name: string; sql: string };
// SQLite's own tables and the migrator's are not ours; a trigger or view by one of their names is no table of theirs.
const PARTS = `SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL AND NOT (type = 'table'
  AND (name IN ('sqlite_sequence', '__drizzle_migrations') OR name GLOB 'sqlite_stat[1-4]')) ORDER BY type, name`;
const keyOf = ({ type, name }: Part) => `${type} ${name}`;

const expected = new Map<string, Part[]>();

/** The tables, indexes, triggers and views that a database of this version has. */
function expectedParts(migrations: string): Part[] {
  const known = expected.get(migrations);
  if (known) return known;
  const fresh = new Sqlite(":memory:");
  try {
    migrate(drizzle(fresh), { migrationsFolder: migrations });
    const parts = fresh.prepare(PARTS).all() as Part[];
    expected.set(migrations, parts);
    return parts;
  } finally {
    fresh.close();
  }
}

function findChangedPart(connection: Sqlite.Database, migrations: string): string | null {
  const present = new Map((connection.prepare(PARTS).all() as Part[]).map((part) => [keyOf(part), part]));
  for (const part of expectedParts(migrations)) {
    const key = keyOf(part);
    const found = present.get(key);
    if (!found) return `${key}: missing`;
    if (found.sql !== part.sql) return `${key}: was changed`;
    present.delete(key);
  }
  const [extra] = present.keys();
  return extra === undefined ? null : `${extra}: was added`;
}

/** Whether a file is sound in itself: its pages, and what refers to what. */
function findDamage(connection: Sqlite.Database): string | null {
  const intact = connection.pragma("integrity_check(1)", { simple: true });
  if (intact !== "ok") return `database: ${intact}`;
  const [orphan] = connection.pragma("foreign_key_check") as { table: string; rowid: number }[];
  return orphan ? `${orphan.table} ${orphan.rowid}: refers to a row that is not there` : null;
}

/** Damage; and guards, tables, indexes or views that are missing, changed, or not ours. */
export const findChangedStructure: Check = ({ db }) => findDamage(db.reader) ?? findChangedPart(db.reader, MIGRATIONS);

/** The same in the file of sign-in. */
export const findChangedStaffStructure: Check = ({ staff }) => {
  if (!staff) return null;
  const found = findDamage(staff.connection) ?? findChangedPart(staff.connection, STAFF_MIGRATIONS);
  return found && `sign-in, ${found}`;
};

/** Rows cut off the end of a table that only grows: numbers once given are not given again. */
export const findCutTable: Check = ({ db }) => {
  const tables = db.reader.prepare("SELECT name, seq FROM sqlite_sequence ORDER BY name").all() as {
    name: string;
    seq: number;
  }[];
  for (const { name, seq } of tables) {
    const most = db.reader.prepare(`SELECT coalesce(max(id), 0) FROM "${name}"`).pluck().get();
    if (most !== seq) return `${name} ${seq}: missing`;
  }
  return null;
};
