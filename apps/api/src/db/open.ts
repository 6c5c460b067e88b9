import { BOUND, bindOlder } from "../audit/upgrade.ts";
import { type Db, openDatabase, transaction } from "./database.ts";
import { dataVersion } from "./sqlite/data-version.ts";
import { FIGURES, openFile } from "./sqlite/file.ts";

/** Opens the figures, creating the file and bringing tables, triggers and what they hold up to date as needed; begun again where it was cut short. */
export async function openDb(file: string, now: Date): Promise<Db> {
  const db = openDatabase("figures", openFile(file, FIGURES));
  try {
    if ((await dataVersion(db)) !== BOUND) await transaction(db, (tx) => bindOlder(tx, now.toISOString()));
    return db;
  } catch (error) {
    await db.close();
    throw error;
  }
}
