import { type Db, onCommit } from "../../db/database.ts";
import { publishDue } from "./scheduled.ts";

/** Looked at this often even if nothing seems due: a clock may be set, a machine may sleep, another process may write. */
const MOST_MS = 30_000;
/** After a failure, such as another process that writes for long. */
const AGAIN_MS = 1000;
/** The least wait: a timer may fire a little before its instant. */
const LEAST_MS = 20;

const NEXT = "SELECT min(publish_at) AS instant FROM schedule WHERE state = 'waiting'";

/** Publishes what is scheduled when its instant comes, and at once what came due while nothing was running. Every commit of this process looks anew for the next instant. `stop` ends it after the publication that may be under way. */
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
    // What is committed while it looks may be due sooner than what it has seen.
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
