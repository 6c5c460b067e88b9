import { dayInVietNam } from "@moc2030/shared/date";
import type { Db } from "../db/database.ts";

/** The newest row of the audit's chain: its number and hash; null before the first. */
export const findHead = async (db: Db): Promise<{ id: number; hash: string } | null> =>
  (await db.one<{ id: number; hash: string }>("SELECT id, hash FROM audit ORDER BY id DESC LIMIT 1")) ?? null;

const HOUR = 3_600_000;

/** Says the head of the audit at once and on every new day in Viet Nam, looking each hour: a log that is kept elsewhere shows when rows were cut off. `stop` ends it. */
export function sayHeadDaily(
  db: Db,
  now: () => Date,
  say: (head: { id: number; hash: string }) => void,
  failed: (error: unknown) => void,
) {
  let said: string | null = null;
  const look = async () => {
    const [today, head] = [dayInVietNam(now()), await findHead(db)];
    if (today === said || head === null) return;
    said = today;
    say(head);
  };
  const turn = () => void look().catch(failed);
  turn();
  const timer = setInterval(turn, HOUR).unref();
  return { stop: () => clearInterval(timer) };
}
