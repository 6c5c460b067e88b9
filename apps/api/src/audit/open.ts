import { type Db, openDatabase, transaction } from "../db/database.ts";
import { dataVersion } from "../db/sqlite/data-version.ts";
import { FIGURES, newerFile, openFile } from "../db/sqlite/file.ts";
import { bindOlderRows, DATA_VERSION } from "./upgrade.ts";

/** Opens the figures, creating and migrating the file and its data as needed. Safe to repeat after an interruption. */
export async function openDb(file: string, now: Date): Promise<Db> {
  const db = openDatabase("figures", openFile(file, FIGURES));
  try {
    const version = await dataVersion(db);
    if (version > DATA_VERSION) throw newerFile(file);
    if (version < DATA_VERSION) await transaction(db, (tx) => bindOlderRows(tx, now.toISOString()));
    return db;
  } catch (error) {
    await db.close();
    throw error;
  }
}
