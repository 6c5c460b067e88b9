import { dayInVietNam } from "@moc2030/shared/text/date";
import type { Db } from "../db/database.ts";

/** Id and hash of the newest audit entry; null before the first. */
export const findAuditHead = async (db: Db): Promise<{ id: number; hash: string } | null> =>
  (await db.one<{ id: number; hash: string }>("SELECT id, hash FROM audit ORDER BY id DESC LIMIT 1")) ?? null;

const HOUR = 3_600_000;

/**
 * Reports the audit head at once and on every new day in Viet Nam: compared with a log kept elsewhere, it shows
 * truncation.
 */
export function logHeadDaily(
  db: Db,
  now: () => Date,
  report: (head: { id: number; hash: string }) => void,
  failed: (error: unknown) => void,
) {
  let reported: string | null = null;
  const check = async () => {
    const [today, head] = [dayInVietNam(now()), await findAuditHead(db)];
    if (today === reported || head === null) return;
    reported = today;
    report(head);
  };
  const run = () => void check().catch(failed);
  run();
  const timer = setInterval(run, HOUR).unref();
  return { stop: () => clearInterval(timer) };
}
