import type { Db } from "../db/open.ts";
import type { StaffDb } from "../staff/open.ts";

/** Whether somebody stands in for a reviewer who is still one. */
export async function isStandIn(db: Db, staff: StaffDb, id: string, now: Date): Promise<boolean> {
  const at = now.toISOString();
  const reviewers = db.reader
    .prepare(
      "SELECT reviewer FROM delegation WHERE stand_in = ? AND revoked_at IS NULL AND starts_at <= ? AND ends_at > ?",
    )
    .pluck()
    .all(id, at, at) as string[];
  if (reviewers.length === 0) return false;
  return (
    staff.connection
      .prepare(
        "SELECT 1 FROM user WHERE role = 'reviewer' AND disabled_at IS NULL AND id IN (SELECT value FROM json_each(?))",
      )
      .get(JSON.stringify(reviewers)) !== undefined
  );
}
