import type { BlockList } from "node:net";
import type { Db } from "../db/database.ts";

/**
 * `trusted`: proxies whose X-Forwarded-For is believed; `accepted`: the negotiated format; `body`: raw bytes for the
 * cache; `isStreamed`: it is made while it is sent; `finished`: headers are complete; `route`: the route that made a
 * kept answer. Rooms add their own to Hono's `ContextVariableMap`.
 */
export type Env = {
  Variables: {
    db: Db;
    now: () => Date;
    origin: string;
    trusted: BlockList;
    accepted?: string;
    body?: Buffer;
    isStreamed?: boolean;
    finished?: boolean;
    route?: string;
  };
};
