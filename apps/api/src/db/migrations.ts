import { join } from "node:path";
import { ROOT } from "../root.ts";

/** The migrations of the figures and of what staff work on. */
export const MIGRATIONS = join(ROOT, "apps/api/drizzle");
/** The migrations of sign-in. */
export const STAFF_MIGRATIONS = join(ROOT, "apps/api/drizzle-staff");
