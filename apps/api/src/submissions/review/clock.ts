import { afterCommits } from "../../db/after-commits.ts";
import type { Db } from "../../db/database.ts";
import { publishDue } from "./scheduled.ts";

/** Maximum wait: the clock may be set, the machine may sleep, another process may write. */
const MAX_WAIT_MS = 30_000;
/** Wait after a failure, for example while another process writes. */
const RETRY_MS = 1000;
/** Minimum wait: timers may fire slightly early. */
const MIN_WAIT_MS = 20;

const NEXT = "SELECT min(publish_at) AS instant FROM schedule WHERE state = 'waiting'";

/**
 * Publishes scheduled releases at their instant, and overdue ones at once. Every commit of this process re-evaluates
 * the next instant. `stop` waits for a publication in progress.
 */
export function startScheduler(
  db: Db,
  now: () => Date,
  published: () => Promise<void>,
  failed: (error: unknown) => void,
) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isStopped = false;
  const wait = (ms: number) => {
    clearTimeout(timer);
    if (!isStopped) timer = setTimeout(job.wake, Math.min(Math.max(ms, MIN_WAIT_MS), MAX_WAIT_MS)).unref();
  };
  const job = afterCommits(
    db,
    async () => {
      if ((await publishDue(db, now())).length > 0) await published();
      const next = (await db.one<{ instant: string | null }>(NEXT))?.instant ?? null;
      wait(next === null ? MAX_WAIT_MS : Date.parse(next) - now().getTime());
    },
    (error) => {
      failed(error);
      wait(RETRY_MS);
    },
  );
  return {
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
      return job.stop();
    },
  };
}
