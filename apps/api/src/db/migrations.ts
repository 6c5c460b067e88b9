import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../root.ts";

/** Migrations of the figures and of staff work. */
export const MIGRATIONS = join(ROOT, "apps/api/drizzle");
/** Migrations of sign-in. */
export const STAFF_MIGRATIONS = join(ROOT, "apps/api/drizzle-staff");

type Journal = { entries: { when: number }[] };
export const journalOf = (migrations: string) =>
  JSON.parse(readFileSync(join(migrations, "meta/_journal.json"), "utf8")) as Journal;

/** The version of this software with those of its two schemas, which change between releases too. */
export function softwareVersion(): string {
  const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { version: string };
  const [figures, signIn] = [MIGRATIONS, STAFF_MIGRATIONS].map((folder) => journalOf(folder).entries.length);
  return `${version} (migrations of figures ${figures}, of sign-in ${signIn})`;
}
