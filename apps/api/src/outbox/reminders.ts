import { addDays, dayInVietNam } from "@moc2030/shared/text/date";
import { daily } from "../daily.ts";
import { type Db, transaction } from "../db/database.ts";
import { notify } from "../notices/notify.ts";
import { entryGrid } from "../submissions/entry/queries.ts";

/** Days ahead of its due day that somebody is told of a figure. */
const AHEAD_DAYS = 30;
/** Years looked back for figures that are overdue. */
const YEARS_BACK = 4;

/**
 * Tells whoever has an indicator in their care, or the reviewers where nobody has, of each missing figure that nobody
 * has proposed: once when it is due within 30 days, once when its day has passed.
 */
export async function remindOfDue(db: Db, now: Date) {
  const today = dayInVietNam(now);
  const soon = addDays(today, AHEAD_DAYS);
  const year = Number(today.slice(0, 4));
  const grid = await entryGrid(db, { from: year - YEARS_BACK, to: year + 1 }, today, "vi", { id: "", now });
  await transaction(db, async (tx) => {
    for (const { indicator, assignee, cells } of grid)
      for (const { timePeriod, wanted, dueBy, proposals } of cells) {
        if (dueBy === null || dueBy > soon || proposals.length > 0) continue;
        const kind = dueBy < today ? "overdue" : "due";
        await notify(tx, now.toISOString(), {
          kind,
          to: assignee ? { person: assignee.id } : { role: "reviewer" },
          detail: { indicator, timePeriod, dueBy },
          once: [kind, indicator, timePeriod, wanted, dueBy].join(" "),
        });
      }
  });
}

/** Runs `remindOfDue` at once and on every new day in Viet Nam. */
export const remindDaily = (db: Db, now: () => Date, failed: (error: unknown) => void) =>
  daily(
    now,
    async () => {
      await remindOfDue(db, now());
      return true;
    },
    failed,
  );
