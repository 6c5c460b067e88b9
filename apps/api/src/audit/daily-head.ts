import { daily } from "../daily.ts";
import type { Db } from "../db/database.ts";

/** Id and hash of the newest audit entry; null before the first. */
export const findAuditHead = async (db: Db): Promise<{ id: number; hash: string } | null> =>
  (await db.one<{ id: number; hash: string }>("SELECT id, hash FROM audit ORDER BY id DESC LIMIT 1")) ?? null;

/**
 * Reports the audit head at once and on every new day in Viet Nam: compared with a log kept elsewhere, it shows
 * truncation.
 */
export const logHeadDaily = (
  db: Db,
  now: () => Date,
  report: (head: { id: number; hash: string }) => void,
  failed: (error: unknown) => void,
) =>
  daily(
    now,
    async () => {
      const head = await findAuditHead(db);
      if (head) report(head);
      return head !== null;
    },
    failed,
  );
