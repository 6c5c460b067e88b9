import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { MIGRATIONS, STAFF_MIGRATIONS } from "../db/migrations.ts";
import { DatabaseFileError, refuseForeignFile } from "../db/open.ts";
import * as schema from "../db/schema.ts";
import { evidenceDirFor } from "../evidence/store.ts";
import { staffFileFor } from "../staff/open.ts";
import type { Places } from "./checks/check.ts";
import { BOUND } from "./upgrade.ts";

const later = (file: string) =>
  new DatabaseFileError(`${file} is of an earlier version: start the server once, or run the migrate command.`);

/** Opens a file of ours for reading only. Throws a `DatabaseFileError` where its tables are not those of this version. */
function openReader(file: string, migrations: string): Sqlite.Database {
  const reader = new Sqlite(file, { readonly: true, fileMustExist: true });
  try {
    const { entries } = JSON.parse(readFileSync(join(migrations, "meta/_journal.json"), "utf8")) as {
      entries: unknown[];
    };
    const made = reader.prepare("SELECT count(*) FROM __drizzle_migrations").pluck().get();
    if (made !== entries.length) throw later(file);
    return reader;
  } catch (error) {
    reader.close();
    throw error;
  }
}

/** Opens a database and what lies beside it to be looked at: nothing is migrated or written, a server may be running. */
export function openReadOnly(databaseFile: string): Places & { close(): void } {
  refuseForeignFile(databaseFile);
  const reader = openReader(databaseFile, MIGRATIONS);
  const staffFile = staffFileFor(databaseFile);
  let connection: Sqlite.Database | undefined;
  try {
    if (reader.pragma("user_version", { simple: true }) !== BOUND) throw later(databaseFile);
    connection = existsSync(staffFile) ? openReader(staffFile, STAFF_MIGRATIONS) : undefined;
  } catch (error) {
    reader.close();
    throw error;
  }
  return {
    db: { reader, orm: drizzle(reader, { schema }) },
    staff: connection ? { connection } : null,
    evidenceDir: evidenceDirFor(databaseFile),
    close() {
      connection?.close();
      reader.close();
    },
  };
}
