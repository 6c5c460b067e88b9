import type { BlockList } from "node:net";
import type { ChartRequest } from "@moc2030/shared/chart-file";
import type { Db } from "../db/database.ts";
import type { ReleaseEvents } from "../events/release-events.ts";
import type { Actor } from "../staff/actor.ts";
import type { Refusals } from "../staff/refusals.ts";
import type { SignIn } from "../staff/sign-in.ts";

/** What every request carries: the database, the clock and the public address (a test sets them), sign-in where staff are served, on signed-in routes who asks, where copies of sources are kept, who hears of releases, whose word about an address is taken (`trusted`), and who counts what is refused; `account`: whose account somebody tries to get into; `drawChart`: a chart as SVG, where the built pages are. `accepted`: the format that was negotiated; `body`: what a route has written, for who keeps it; `finished`: the answer carries all its headers already. */
export type Env = {
  Variables: {
    db: Db;
    now: () => Date;
    origin: string;
    accepted?: string;
    body?: Buffer;
    finished?: boolean;
    signIn: SignIn | undefined;
    actor: Actor;
    evidenceDir: string;
    events: ReleaseEvents;
    trusted: BlockList;
    refusals: Refusals;
    account?: string | undefined;
    drawChart: ((request: ChartRequest) => Promise<string>) | undefined;
  };
};
