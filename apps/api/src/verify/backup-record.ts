import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";

// Backups are made by another process, so the last one is noted beside the database; a restored copy has none.
const fileFor = (databaseFile: string) => join(dirname(databaseFile), "backup.json");
const record = z.object({ madeAt: z.iso.datetime().optional(), testedAt: z.iso.datetime().optional() });

/** When the last backup was made, and when one was last restored to try it. */
export type BackupRecord = z.infer<typeof record>;

export function readBackupRecord(databaseFile: string): BackupRecord {
  try {
    return record.parse(JSON.parse(readFileSync(fileFor(databaseFile), "utf8")));
  } catch {
    // Missing, or incomplete because the command was stopped while writing.
    return {};
  }
}

/** Adds to what is known of the backups of a database. */
export function noteBackup(databaseFile: string, news: BackupRecord) {
  const known = { ...readBackupRecord(databaseFile), ...news };
  writeFileSync(fileFor(databaseFile), `${JSON.stringify(known)}\n`, { mode: 0o600 });
}
