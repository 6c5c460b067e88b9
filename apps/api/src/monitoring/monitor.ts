import { Registry } from "prom-client";
import type { Db } from "../db/database.ts";
import { type ClockState, clockState } from "./clock.ts";
import { loopDelayMs } from "./event-loop.ts";
import { type CacheUsage, installationMetrics } from "./metrics.ts";
import { countRequests } from "./requests.ts";
import { stateReader } from "./state.ts";

declare module "hono" {
  interface ContextVariableMap {
    monitor: Monitor;
    /** Where readers report errors. */
    contact: string | null;
    /** Backups are copied to another machine (BACKUP_HOOK). */
    copiesBackups: boolean;
  }
}

/** What is watched of a server. */
export type Watched = {
  db: Db;
  now: () => Date;
  streams: () => number;
  cache: () => CacheUsage;
  askClock?: (() => Promise<ClockState>) | undefined;
};

/** Counts what a server does from now on, and reads how its installation is. */
export function createMonitor({ db, now, streams, cache, askClock = clockState }: Watched) {
  const registry = new Registry();
  const requests = countRequests(registry);
  const state = stateReader(db, now, askClock);
  const update = installationMetrics(registry, now);
  const since = now();
  return {
    registry,
    observe: requests.observe,
    /** All of it for people. */
    async read() {
      const live = { streams: streams(), cache: cache(), loopDelayMs: loopDelayMs() };
      return { ...(await state()), ...live, since, requests: { ...requests.counts } };
    },
    /** All of it in the text format of Prometheus. */
    async text(): Promise<string> {
      update(await state(), streams(), cache());
      return registry.metrics();
    },
  };
}
export type Monitor = ReturnType<typeof createMonitor>;
