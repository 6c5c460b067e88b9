import Sqlite from "better-sqlite3";
import type { Db, Params } from "./database.ts";

/** A direct connection that bypasses the product. */
export type Raw = Sqlite.Database;
export const openRaw = (file: string, options?: Sqlite.Options): Raw => new Sqlite(file, options);

/** Executes statements through a direct connection. */
export function execute(file: string, sql: string) {
  const raw = openRaw(file);
  try {
    raw.exec(sql);
  } finally {
    raw.close();
  }
}

/** Tampers with a file: drops the triggers, applies the change, restores the triggers. */
export function tamper(file: string, change: string | ((raw: Raw) => void)) {
  const raw = openRaw(file);
  raw.pragma("foreign_keys = OFF");
  const triggers = raw.prepare("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").all() as {
    name: string;
    sql: string;
  }[];
  // In one transaction: DDL autocommits otherwise.
  const all = (statements: string[]) => raw.exec(["BEGIN", ...statements, "COMMIT"].join(";\n"));
  all(triggers.map(({ name }) => `DROP TRIGGER ${name}`));
  if (typeof change === "string") raw.exec(change);
  else change(raw);
  all(triggers.map(({ sql }) => sql));
  raw.close();
}

/** The first column of a query's result. */
export const queryColumn = async (db: Pick<Db, "all">, sql: string, params?: Params): Promise<unknown[]> =>
  (await db.all(sql, params)).map((row) => Object.values(row)[0]);

/** The first value of a query's result. */
export const queryScalar = async (db: Pick<Db, "all">, sql: string, params?: Params): Promise<unknown> =>
  (await queryColumn(db, sql, params))[0];
