import type { Db } from "../db/open.ts";
import { publishDue } from "./scheduled.ts";

/** Looked at this often even if nothing seems due: a clock may be set, a machine may sleep. */
const MOST_SECONDS = 30;

/** Publishes what is scheduled when its instant comes, and at once what came due while nothing was running. `stop` ends it after the publication that may be under way. */
export function keepSchedule(db: Db, now: () => Date, published: () => void, failed: (error: unknown) => void) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  const look = async () => {
    try {
      if ((await publishDue(db, now())).length > 0) published();
    } catch (error) {
      failed(error);
    }
    if (stopped) return;
    const next = db.reader.prepare("SELECT min(publish_at) FROM schedule WHERE state = 'waiting'").pluck().get() as
      | string
      | null;
    const wait = next === null ? MOST_SECONDS * 1000 : Math.max(50, Date.parse(next) - now().getTime());
    timer = setTimeout(turn, Math.min(wait, MOST_SECONDS * 1000)).unref();
  };
  let running = Promise.resolve();
  const turn = () => {
    running = look();
  };
  turn();
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
