import Sqlite from "better-sqlite3";
import type { Db, Params } from "./database.ts";

/** A file as any program can open it, past the product. */
export type Raw = Sqlite.Database;
export const openRaw = (file: string, options?: Sqlite.Options): Raw => new Sqlite(file, options);

/** Runs statements on a file, past the product. */
export function execute(file: string, sql: string) {
  const raw = openRaw(file);
  try {
    raw.exec(sql);
  } finally {
    raw.close();
  }
}

/** What somebody with the file and no scruples does: guards off, change, guards on again. */
export function tamper(file: string, change: string | ((raw: Raw) => void)) {
  const raw = openRaw(file);
  raw.pragma("foreign_keys = OFF");
  const triggers = raw.prepare("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").all() as {
    name: string;
    sql: string;
  }[];
  // All at once: each change of the schema by itself is a commit.
  const all = (statements: string[]) => raw.exec(["BEGIN", ...statements, "COMMIT"].join(";\n"));
  all(triggers.map(({ name }) => `DROP TRIGGER ${name}`));
  if (typeof change === "string") raw.exec(change);
  else change(raw);
  all(triggers.map(({ sql }) => sql));
  raw.close();
}

/** The first column of what a query gives. */
export const columnOf = async (db: Pick<Db, "all">, sql: string, params?: Params): Promise<unknown[]> =>
  (await db.all(sql, params)).map((row) => Object.values(row)[0]);

/** Its first value. */
export const scalarOf = async (db: Pick<Db, "all">, sql: string, params?: Params): Promise<unknown> =>
  (await columnOf(db, sql, params))[0];
