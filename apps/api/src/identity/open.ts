import { dirname, join } from "node:path";
import { type Db, openDatabase } from "../db/database.ts";
import { openFile, STAFF } from "../db/sqlite/file.ts";

/** People, passwords and sessions: a database of their own, so that no write of sign-in can land inside a transaction on the figures. */
export type StaffDb = Db<"staff">;

/** The file of sign-in with the staff secret, under which its tokens are hashed. */
export type Keyed = { readonly db: StaffDb; readonly secret: string };

/** Where sign-in is kept: beside the figures. */
export const staffFileFor = (databaseFile: string) => join(dirname(databaseFile), "staff.sqlite");

/** Opens the file of sign-in, creating and migrating it as needed. */
export const openStaffDb = (file: string): StaffDb => openDatabase("staff", openFile(file, STAFF));
