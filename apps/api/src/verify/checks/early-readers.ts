import { asc, eq, or } from "drizzle-orm";
import type { Check } from "../../audit/checks/check.ts";
import { audit } from "../../db/work/audit.ts";
import { earlyReader } from "../../db/work/reviews.ts";

type Detail = { review?: number; earlyReaders?: { staff: string | null; name: string; role: string }[] };

/** The first review whose early readers differ from the audit log in name, actor or time. */
export const findEarlyReaderBreach: Check = async ({ db }) => {
  const lists = new Map<number, { rows: string[]; expected: string[] }>();
  const list = (review: number) => {
    const found = lists.get(review) ?? { rows: [], expected: [] };
    lists.set(review, found);
    return found;
  };
  for (const row of await db.orm.select().from(earlyReader).orderBy(asc(earlyReader.id)))
    list(row.reviewId).rows.push(JSON.stringify([row.staff, row.name, row.role, row.addedBy, row.addedAt]));
  const entries = await db.orm
    .select()
    .from(audit)
    .where(or(eq(audit.action, "review.approve"), eq(audit.action, "schedule.early_readers")))
    .orderBy(asc(audit.id));
  for (const { actor, at, detail } of entries) {
    const { review, earlyReaders = [] } = JSON.parse(detail) as Detail;
    if (review === undefined) continue;
    for (const { staff, name, role } of earlyReaders)
      list(review).expected.push(JSON.stringify([staff, name, role, actor, at]));
  }
  for (const [review, { rows, expected }] of lists)
    if (rows.join() !== expected.join())
      return `review ${review}: its early readers are not those that the audit names`;
  return null;
};
