import { existsSync, statSync } from "node:fs";
import { openDb } from "../audit/open.ts";
import { DatabaseFileError, type Db } from "../db/database.ts";
import { openStaffDb, staffFileFor } from "./open.ts";
import { isEmpty } from "./people.ts";

const isThere = (file: string) => existsSync(file) && statSync(file).size > 0;

async function hasAccounts(staffFile: string): Promise<boolean> {
  if (!isThere(staffFile)) return false;
  const staff = openStaffDb(staffFile);
  return !(await isEmpty(staff).finally(() => staff.close()));
}

/**
 * Opens the figures, unless one of the two databases is lost: an empty one in its place would publish a history without
 * what staff did, or let in a new first administrator. Throws a `DatabaseFileError` then; nothing is made.
 */
export async function openPlace(databaseFile: string, now: Date): Promise<Db> {
  const staffFile = staffFileFor(databaseFile);
  const lost = (file: string, why: string) =>
    new DatabaseFileError(
      `${file} is ${existsSync(file) ? "empty" : "missing"}, and ${why}. Nothing was made in its place; restore a backup into an empty folder, or correct DATABASE_FILE (docs/operating.md).`,
    );
  if (!isThere(databaseFile) && (await hasAccounts(staffFile)))
    throw lost(databaseFile, `${staffFile} beside it has accounts`);
  const db = await openDb(databaseFile, now);
  if (isThere(staffFile) || !(await db.one("SELECT 1 FROM audit WHERE action = 'staff.added'"))) return db;
  await db.close();
  throw lost(staffFile, `the audit of ${databaseFile} names accounts`);
}
