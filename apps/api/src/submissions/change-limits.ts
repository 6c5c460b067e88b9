import type { ChangeLimits } from "@moc2030/shared/entry/plausible";
import type { Db } from "../db/database.ts";

type Row = { indicator: string; low: number | null; high: number | null; reason: string; by: string; at: string };

/** What reviewers have set last, by indicator; but for what `author` has set, where there is one. */
export async function lastSetLimits(
  db: Db,
  author: string | null = null,
): Promise<Map<string, Omit<Row, "indicator">>> {
  const rows = await db.all<Row>(
    `SELECT indicator, low, high, reason, set_by_name AS by, at FROM change_limit l
     WHERE id = (SELECT max(id) FROM change_limit WHERE indicator = l.indicator AND set_by IS DISTINCT FROM @author)`,
    { author },
  );
  return new Map(rows.map(({ indicator, ...row }) => [indicator, row]));
}

/**
 * The limits that hold for figures of an author, by indicator: nobody sets those of their own figures. Where none are
 * set, those of a series' own history do.
 */
export async function limitsInForce(db: Db, author: string | null): Promise<Map<string, ChangeLimits>> {
  return new Map(
    [...(await lastSetLimits(db, author))].flatMap(([indicator, { low, high }]) =>
      low === null || high === null ? [] : [[indicator, { low, high }]],
    ),
  );
}
