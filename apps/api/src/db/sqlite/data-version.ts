import type { Db } from "../database.ts";

/** To which version a database's rows were brought, beside its tables; 0 at first. Kept in the file's header; PostgreSQL would keep it in a table. */
export const dataVersion = async (db: Db) =>
  (await db.one<{ user_version: number }>("PRAGMA user_version"))?.user_version ?? 0;

export const setDataVersion = (tx: Db, version: number) => tx.run(`PRAGMA user_version = ${version}`);
