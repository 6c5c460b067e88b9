import type { Db } from "../database.ts";

/**
 * Version of the data migrations (audit/upgrade.ts), 0 in a new file. Stored in the file header; PostgreSQL: a table.
 */
export const dataVersion = async (db: Db) =>
  (await db.one<{ user_version: number }>("PRAGMA user_version"))?.user_version ?? 0;

export const setDataVersion = (tx: Db, version: number) => tx.run(`PRAGMA user_version = ${version}`);
