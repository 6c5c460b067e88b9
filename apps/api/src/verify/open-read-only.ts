import { existsSync } from "node:fs";
import type { VerifyContext } from "../audit/checks/check.ts";
import { DATA_VERSION } from "../audit/upgrade.ts";
import { openDatabase } from "../db/database.ts";
import { dataVersion } from "../db/sqlite/data-version.ts";
import { FIGURES, newerFile, openFileToRead, outdatedFile, STAFF } from "../db/sqlite/file.ts";
import { staffFileFor } from "../identity/open.ts";
import { evidenceDirFor } from "../submissions/evidence/store.ts";

/**
 * Opens figures, sign-in and evidence read-only, also while a server runs. Throws a `DatabaseFileError` if a file is of
 * another version.
 */
export async function openReadOnly(
  databaseFile: string,
  now: Date,
): Promise<VerifyContext & { close(): Promise<void> }> {
  const db = openDatabase("figures", openFileToRead(databaseFile, FIGURES));
  const staffFile = staffFileFor(databaseFile);
  try {
    const version = await dataVersion(db);
    if (version !== DATA_VERSION) throw (version > DATA_VERSION ? newerFile : outdatedFile)(databaseFile);
    const staff = existsSync(staffFile) ? openDatabase("staff", openFileToRead(staffFile, STAFF)) : null;
    return {
      db,
      staff,
      evidenceDir: evidenceDirFor(databaseFile),
      now,
      async close() {
        await staff?.close();
        await db.close();
      },
    };
  } catch (error) {
    await db.close();
    throw error;
  }
}
