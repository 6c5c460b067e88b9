import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { and, eq } from "drizzle-orm";
import { DatabaseFileError } from "../db/database.ts";
import { restrictToOwner } from "../db/private-files.ts";
import type { SignInStore, StaffDb } from "./open.ts";
import { twoFactor, user } from "./schema.ts";
import { unseal } from "./sealed.ts";

/** What STAFF_SECRET has to have, and the file that stands in for it. */
const LEAST = 32;
/** The second factors with which somebody can sign in; one that was reset is none. */
const factors = (db: StaffDb) =>
  db.orm
    .select({ sealed: twoFactor.secret })
    .from(twoFactor)
    .innerJoin(user, eq(user.id, twoFactor.userId))
    .where(and(eq(twoFactor.verified, true), eq(user.twoFactorEnabled, true)));

/**
 * The secret for device cookies and second factors: given, or generated once beside the file, with mode 0600. Throws a
 * `DatabaseFileError` where it is lost: another one would lock everybody out.
 */
export async function secretFor(db: StaffDb, given: string | undefined): Promise<string> {
  if (given) return given;
  const path = join(dirname(db.file), "staff.secret");
  const putBack = "Put it back from a backup, or set STAFF_SECRET as it was (docs/operating.md)";
  if (!existsSync(path)) {
    const { length } = await factors(db);
    if (length > 0)
      throw new DatabaseFileError(
        `${path} is missing, and second factors are sealed with it (accounts: ${length}). ${putBack}.`,
      );
    writeFileSync(path, `${randomBytes(32).toString("hex")}\n`, { mode: 0o600, flag: "wx" });
  }
  restrictToOwner(path);
  const secret = readFileSync(path, "utf8").trim();
  if (secret.length < LEAST)
    throw new DatabaseFileError(`${path}: expected at least ${LEAST} characters, got ${secret.length}. ${putBack}.`);
  return secret;
}

/** How many accounts have a second factor that this secret does not open. */
export async function countLockedOut({ db, secret }: SignInStore): Promise<number> {
  const opens = (sealed: string) => {
    try {
      return unseal(secret, sealed) !== "";
    } catch {
      return false;
    }
  };
  return (await factors(db)).filter(({ sealed }) => !opens(sealed)).length;
}
