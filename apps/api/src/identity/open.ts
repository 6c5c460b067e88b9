import { dirname, join } from "node:path";
import { type Db, openDatabase } from "../db/database.ts";
import { openFile, STAFF } from "../db/sqlite/file.ts";

/**
 * People, passwords and sessions. A separate database, so that sign-in never writes inside a transaction on the
 * figures.
 */
export type StaffDb = Db<"staff">;

/** The sign-in database and the staff secret. */
export type SignInStore = { readonly db: StaffDb; readonly secret: string };

/** The sign-in database, beside the figures. */
export const staffFileFor = (databaseFile: string) => join(dirname(databaseFile), "staff.sqlite");

/** Opens the sign-in database, creating and migrating it as needed. */
export const openStaffDb = (file: string): StaffDb => openDatabase("staff", openFile(file, STAFF));
