import type { Db } from "../db/open.ts";
import type { Actor } from "../staff/actor.ts";
import type { SignIn } from "../staff/sign-in.ts";

/** What every request carries: the database and the clock (a test sets both), sign-in where staff are served, and on signed-in routes who asks. */
export type Env = { Variables: { db: Db; now: () => Date; signIn: SignIn | undefined; actor: Actor } };
