import { type Db, onCommit } from "../db/open.ts";
import { publishDue } from "./scheduled.ts";

/** Looked at this often even if nothing seems due: a clock may be set, a machine may sleep, another process may write. */
const MOST_MS = 30_000;
/** The least wait: a timer may fire a little before its instant. */
const LEAST_MS = 20;

/** Publishes what is scheduled when its instant comes, and at once what came due while nothing was running. Every commit of this process looks anew for the next instant. `stop` ends it after the publication that may be under way. */
export function keepSchedule(db: Db, now: () => Date, published: () => void, failed: (error: unknown) => void) {
  const next = db.reader.prepare("SELECT min(publish_at) FROM schedule WHERE state = 'waiting'").pluck();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let state: "looking" | "waiting" | "stopped" = "looking";
  const wait = () => {
    clearTimeout(timer);
    const instant = next.get() as string | null;
    const left = instant === null ? MOST_MS : Date.parse(instant) - now().getTime();
    timer = setTimeout(turn, Math.min(Math.max(left, LEAST_MS), MOST_MS)).unref();
  };
  const look = async () => {
    try {
      if ((await publishDue(db, now())).length > 0) published();
    } catch (error) {
      failed(error);
    }
    if (state === "stopped") return;
    state = "waiting";
    wait();
  };
  let running = Promise.resolve();
  const turn = () => {
    state = "looking";
    running = look();
  };
  const forget = onCommit(db, () => {
    if (state === "waiting") wait();
  });
  turn();
  return {
    stop: async () => {
      state = "stopped";
      forget();
      clearTimeout(timer);
      await running;
    },
  };
}
