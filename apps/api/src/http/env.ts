import type { Db } from "../db/open.ts";
import type { Actor } from "../staff/actor.ts";
import type { SignIn } from "../staff/sign-in.ts";

/** What every request carries: the database, the clock and the public address (a test sets them), sign-in where staff are served, and on signed-in routes who asks. `accepted`: the format that was negotiated; `finished`: the answer carries all its headers already. */
export type Env = {
  Variables: {
    db: Db;
    now: () => Date;
    origin: string;
    accepted?: string;
    finished?: boolean;
    signIn: SignIn | undefined;
    actor: Actor;
  };
};
