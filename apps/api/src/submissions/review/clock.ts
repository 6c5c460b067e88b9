import { type Db, onCommit } from "../../db/database.ts";
import { publishDue } from "./scheduled.ts";

/** Maximum wait: the clock may be set, the machine may sleep, another process may write. */
const MOST_MS = 30_000;
/** Wait after a failure, for example while another process writes. */
const AGAIN_MS = 1000;
/** Minimum wait: timers may fire slightly early. */
const LEAST_MS = 20;

const NEXT = "SELECT min(publish_at) AS instant FROM schedule WHERE state = 'waiting'";

/**
 * Publishes scheduled releases at their instant, and overdue ones at once. Every commit of this process re-evaluates
 * the next instant. `stop` waits for a publication in progress.
 */
export function keepSchedule(
  db: Db,
  now: () => Date,
  published: () => Promise<void>,
  failed: (error: unknown) => void,
) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let [isAsked, isLooking, isStopped] = [false, false, false];
  let running = Promise.resolve();
  const wait = (ms: number) => {
    clearTimeout(timer);
    if (!isStopped) timer = setTimeout(turn, Math.min(Math.max(ms, LEAST_MS), MOST_MS)).unref();
  };
  const look = async () => {
    // A commit meanwhile may have scheduled something earlier.
    while (isAsked && !isStopped) {
      isAsked = false;
      try {
        if ((await publishDue(db, now())).length > 0) await published();
        const next = (await db.one<{ instant: string | null }>(NEXT))?.instant ?? null;
        wait(next === null ? MOST_MS : Date.parse(next) - now().getTime());
      } catch (error) {
        failed(error);
        wait(AGAIN_MS);
      }
    }
    isLooking = false;
  };
  const turn = () => {
    isAsked = true;
    if (isLooking) return;
    isLooking = true;
    running = look();
  };
  const forget = onCommit(db, turn);
  turn();
  return {
    stop: async () => {
      isStopped = true;
      forget();
      clearTimeout(timer);
      await running;
    },
  };
}
