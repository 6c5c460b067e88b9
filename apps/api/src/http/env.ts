import type { Db } from "../db/open.ts";

/** What every request carries: the database and the clock (a test sets both). */
export type Env = { Variables: { db: Db; now: () => Date } };
