import { dirname, join } from "node:path";
import Sqlite from "better-sqlite3";
import { type BetterSQLite3Database, drizzle } from "drizzle-orm/better-sqlite3";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import { STAFF_MIGRATIONS } from "../db/migrations.ts";
import { DatabaseFileError } from "../db/open.ts";
import { keepDatabasePrivate, makePrivateFolder } from "../db/private-files.ts";
import * as schema from "./schema.ts";

/** Marks the file of sign-in ("M203", one further). */
const APPLICATION_ID = 0x4d323034;

/** People, passwords and sessions: a file and a connection of their own, so that no write of the sign-in library can land inside a transaction on the figures. */
export type StaffDb = { connection: Sqlite.Database; orm: BetterSQLite3Database<typeof schema>; close(): void };

/** The file of sign-in with the staff secret, under which its tokens are hashed. */
export type Keyed = { readonly db: StaffDb; readonly secret: string };

/** Where sign-in is kept: beside the figures. */
export const staffFileFor = (databaseFile: string) => join(dirname(databaseFile), "staff.sqlite");

/** Opens the file of sign-in, creating and migrating it as needed. */
export function openStaffDb(file: string): StaffDb {
  makePrivateFolder(dirname(file));
  keepDatabasePrivate(file);
  const connection = new Sqlite(file);
  try {
    const id = connection.pragma("application_id", { simple: true });
    const tables = connection.prepare("SELECT count(*) FROM sqlite_master").pluck().get();
    if (id !== APPLICATION_ID && tables !== 0) throw new DatabaseFileError(`${file} is not the file of staff sign-in.`);
    connection.pragma("journal_mode = WAL");
    connection.pragma("synchronous = FULL");
    connection.pragma("foreign_keys = ON");
    connection.pragma("busy_timeout = 5000");
    // What is deleted is gone from the file, too: it may have been a secret.
    connection.pragma("secure_delete = ON");
    connection.pragma(`application_id = ${APPLICATION_ID}`);
    const orm = drizzle(connection, { schema });
    const before = connection.pragma("schema_version", { simple: true });
    migrate(orm, { migrationsFolder: STAFF_MIGRATIONS });
    if (connection.pragma("schema_version", { simple: true }) !== before) {
      connection.exec("VACUUM");
      connection.pragma("wal_checkpoint(TRUNCATE)");
    }
    return { connection, orm, close: () => connection.close() };
  } catch (error) {
    connection.close();
    if (error instanceof DatabaseFileError) throw error;
    throw new DatabaseFileError(`${file} cannot be used for sign-in: ${(error as Error).message}`);
  }
}
