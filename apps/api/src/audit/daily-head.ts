import { dayInVietNam } from "@moc2030/shared/date";
import type { Db } from "../db/database.ts";

/** Id and hash of the newest audit entry; null before the first. */
export const findHead = async (db: Db): Promise<{ id: number; hash: string } | null> =>
  (await db.one<{ id: number; hash: string }>("SELECT id, hash FROM audit ORDER BY id DESC LIMIT 1")) ?? null;

const HOUR = 3_600_000;

/**
 * Reports the audit head at once and on every new day in Viet Nam: compared with a log kept elsewhere, it shows
 * truncation.
 */
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
