import Sqlite from "better-sqlite3";

/** Online backup of a database to `target`. PostgreSQL: pg_dump. */
export async function copyFile(file: string, target: string) {
  const from = new Sqlite(file);
  try {
    await from.backup(target, { progress: () => 500 });
  } finally {
    from.close();
  }
}

/** Moves the WAL into the database file, so that it can be copied alone. */
export function checkpoint(file: string) {
  const connection = new Sqlite(file);
  connection.pragma("wal_checkpoint(TRUNCATE)");
  connection.close();
}
