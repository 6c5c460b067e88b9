import { eq } from "drizzle-orm";
import { appendAudit } from "../../audit/chain.ts";
import type { Db } from "../../db/database.ts";
import { assignment } from "../../db/work/indicators.ts";
import type { Actor } from "../../identity/actor.ts";

/** Assigns an indicator to a colleague. */
export async function assign(
  tx: Db,
  actor: Actor,
  indicator: string,
  colleague: { id: string; name: string } | null,
  now: Date,
) {
  if (colleague) {
    const values = { staff: colleague.id, staffName: colleague.name };
    await tx.orm
      .insert(assignment)
      .values({ indicator, ...values })
      .onConflictDoUpdate({ target: assignment.indicator, set: values });
  } else await tx.orm.delete(assignment).where(eq(assignment.indicator, indicator));
  await appendAudit(tx, {
    at: now.toISOString(),
    actor,
    action: "assignment.changed",
    subject: `indicator ${indicator}`,
    detail: { staff: colleague?.id ?? null, ...(colleague && { name: colleague.name }) },
  });
}
