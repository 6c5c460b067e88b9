import Sqlite from "better-sqlite3";
import { createPrivateDatabase } from "../private-files.ts";

/**
 * Locks `file` against other processes until it is closed or this process ends, however it ends; null while another has
 * it. PostgreSQL: pg_try_advisory_lock.
 */
export function tryLock(file: string): { close(): void } | null {
  createPrivateDatabase(file);
  const connection = new Sqlite(file, { timeout: 0 });
  try {
    connection.exec("BEGIN EXCLUSIVE");
    return connection;
  } catch (error) {
    connection.close();
    if ((error as { code?: string }).code === "SQLITE_BUSY") return null;
    throw error;
  }
}
