import Sqlite from "better-sqlite3";

/** Copies a database to `target` while others write to it. PostgreSQL: pg_dump. */
export async function copyFile(file: string, target: string) {
  const from = new Sqlite(file);
  try {
    await from.backup(target, { progress: () => 500 });
  } finally {
    from.close();
  }
}

/** Brings all that was committed into the file itself, so that it can go without those beside it. */
export function checkpoint(file: string) {
  const connection = new Sqlite(file);
  connection.pragma("wal_checkpoint(TRUNCATE)");
  connection.close();
}
