import { join } from "node:path";
import { ROOT } from "../root.ts";

/** Migrations of the figures and of staff work. */
export const MIGRATIONS = join(ROOT, "apps/api/drizzle");
/** Migrations of sign-in. */
export const STAFF_MIGRATIONS = join(ROOT, "apps/api/drizzle-staff");
