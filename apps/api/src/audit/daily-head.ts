import { dayInVietNam } from "@moc2030/shared/date";
import type { Db } from "../db/open.ts";

/** The newest row of the audit's chain: its number and hash; null before the first. */
export const findHead = (db: Pick<Db, "reader">): { id: number; hash: string } | null =>
  (db.reader.prepare("SELECT id, hash FROM audit ORDER BY id DESC LIMIT 1").get() as
    | { id: number; hash: string }
    | undefined) ?? null;

const HOUR = 3_600_000;

/** Says the head of the audit at once and on every new day in Viet Nam, looking each hour: a log that is kept elsewhere shows when rows were cut off. `stop` ends it. */
export function sayHeadDaily(db: Db, now: () => Date, say: (head: { id: number; hash: string }) => void) {
  let said: string | null = null;
  const look = () => {
    const [today, head] = [dayInVietNam(now()), findHead(db)];
    if (today === said || head === null) return;
    said = today;
    say(head);
  };
  look();
  const timer = setInterval(look, HOUR).unref();
  return { stop: () => clearInterval(timer) };
}
