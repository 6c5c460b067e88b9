import type { Db } from "../../db/database.ts";

/**
 * The data to verify and the current time. Undefined `staff` or `evidenceDir` are not checked; `staff` is null if its
 * file is missing.
 */
export type VerifyContext = {
  db: Db;
  staff?: Db<"staff"> | null | undefined;
  evidenceDir?: string | undefined;
  now: Date;
};
/** Detects one kind of tampering: describes the first bad row, or null. Read-only. */
export type Check = (places: VerifyContext) => Promise<string | null>;
