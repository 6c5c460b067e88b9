import Sqlite from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import type { Db } from "../database.ts";
import { FIGURES, STAFF } from "./file.ts";

type SchemaObject = { type: string; name: string; sql: string };
// Tables of SQLite and the migrator are not ours; a trigger or view with one of their names still counts.
const OBJECTS = `SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL AND NOT (type = 'table'
  AND (name IN ('sqlite_sequence', '__drizzle_migrations') OR name GLOB 'sqlite_stat[1-4]')) ORDER BY type, name`;
const keyOf = ({ type, name }: SchemaObject) => `${type} ${name}`;

/** The tables, indexes, triggers and views of the current schema. */
function expectedObjects(kind: "figures" | "staff"): SchemaObject[] {
  const fresh = new Sqlite(":memory:");
  try {
    migrate(drizzle(fresh), { migrationsFolder: (kind === "figures" ? FIGURES : STAFF).migrations });
    return fresh.prepare(OBJECTS).all() as SchemaObject[];
  } finally {
    fresh.close();
  }
}

async function findChangedObject<K extends "figures" | "staff">(db: Db<K>): Promise<string | null> {
  const present = new Map((await db.all<SchemaObject>(OBJECTS)).map((part) => [keyOf(part), part]));
  for (const part of expectedObjects(db.kind)) {
    const key = keyOf(part);
    const found = present.get(key);
    if (!found) return `${key}: missing`;
    if (found.sql !== part.sql) return `${key}: was changed`;
    present.delete(key);
  }
  const [extra] = present.keys();
  return extra === undefined ? null : `${extra}: was added`;
}

/** Corrupt pages, or a dangling foreign key. */
async function findDamage<K extends "figures" | "staff">(db: Db<K>): Promise<string | null> {
  const intact = await db.one<{ integrity_check: string }>("PRAGMA integrity_check(1)");
  if (intact?.integrity_check !== "ok") return `database: ${intact?.integrity_check}`;
  const orphan = await db.one<{ table: string; rowid: number }>("PRAGMA foreign_key_check");
  return orphan ? `${orphan.table} ${orphan.rowid}: refers to a row that is not there` : null;
}

/**
 * Corruption, or a table, index, trigger or view that is missing, changed or foreign. PostgreSQL: information_schema.
 */
export const findChangedStructure = async <K extends "figures" | "staff">(db: Db<K>): Promise<string | null> =>
  (await findDamage(db)) ?? (await findChangedObject(db));

/** Rows cut off the end of an append-only table: AUTOINCREMENT never reuses an id. PostgreSQL: its sequences. */
export async function findCutTable(db: Db): Promise<string | null> {
  const tables = await db.all<{ name: string; seq: number }>("SELECT name, seq FROM sqlite_sequence ORDER BY name");
  for (const { name, seq } of tables) {
    const last = await db.one<{ id: number | null }>(`SELECT max(id) AS id FROM "${name}"`);
    if ((last?.id ?? 0) !== seq) return `${name} ${seq}: missing`;
  }
  return null;
}
