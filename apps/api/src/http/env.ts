import type { Db } from "../db/open.ts";

/** What every request carries: the database, the clock and the server's public address (a test sets them). `accepted` is the media type that `Accept` chose where it is not the route's first; `finished` marks an answer that has all its headers. */
export type Env = {
  Variables: { db: Db; now: () => Date; origin: string; accepted?: string; finished?: true };
};
