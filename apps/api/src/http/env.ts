import type { BlockList } from "node:net";
import type { Db } from "../db/database.ts";

/** What every request carries: the database, the clock, the public address, whose word about an address is taken (`trusted`). `accepted`: the format that was negotiated; `body`: what a route has written, for who keeps it; `finished`: the answer carries all its headers already. Rooms add their own to Hono's `ContextVariableMap`. */
export type Env = {
  Variables: {
    db: Db;
    now: () => Date;
    origin: string;
    trusted: BlockList;
    accepted?: string;
    body?: Buffer;
    finished?: boolean;
  };
};
