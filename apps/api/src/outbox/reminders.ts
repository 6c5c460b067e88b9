import { may } from "@moc2030/shared/actions";
import { isInCareOf } from "@moc2030/shared/due/care";
import { wantedBy, wantedYears } from "@moc2030/shared/due/closings";
import type { Notice } from "@moc2030/shared/schema/notice";
import { addDays, dayInVietNam } from "@moc2030/shared/text/date";
import { daily } from "../daily.ts";
import { type Db, transaction } from "../db/database.ts";
import type { notice } from "../db/work/notices.ts";
import type { StaffDb } from "../identity/open.ts";
import { listPeople } from "../identity/people.ts";
import { notify } from "../notices/notify.ts";
import { entryGrid } from "../submissions/entry/queries.ts";

/** Days ahead of its due day that somebody is told of a figure. */
const AHEAD_DAYS = 30;

/** The figures due by a day that nobody has proposed, with the row of the grid that each is in. */
export async function awaitedFigures(db: Db, by: string, now: Date) {
  const today = dayInVietNam(now);
  const grid = await entryGrid(db, wantedYears(today), today, "vi", { id: "", now });
  return grid.flatMap((row) =>
    wantedBy(row.cells, by).flatMap(({ timePeriod, wanted, dueBy, proposals }) =>
      dueBy === null || dueBy > by || proposals.length > 0
        ? []
        : [{ row, timePeriod, wanted, dueBy, kind: dueBy < today ? ("overdue" as const) : ("due" as const) }],
    ),
  );
}

type To = { person: string } | { role: "reviewer" };

/**
 * Each missing figure with whom it is to be asked of: whoever has the indicator in their care, assigned to them or by
 * their body, and the reviewers where none of those may enter figures.
 */
async function listReminders(db: Db, staff: StaffDb, now: Date) {
  const people = (await listPeople(staff)).filter(({ disabled }) => !disabled);
  const missing = await awaitedFigures(db, addDays(dayInVietNam(now), AHEAD_DAYS), now);
  return missing.flatMap(({ row, ...figure }) => {
    const carers = people.filter((person) => isInCareOf(person, row));
    const told: To[] = carers.map(({ id }) => ({ person: id }));
    if (!carers.some(({ role }) => may(role, "submission.write"))) told.push({ role: "reviewer" });
    return told.map((to) => ({ ...figure, indicator: row.indicator, to }));
  });
}

type Addressed = Pick<typeof notice.$inferSelect, "person" | "role">;
type Reminded = Pick<Notice, "kind" | "indicator" | "timePeriod" | "dueBy">;
export type IsInForce = (reminder: Reminded, to: Addressed) => boolean;

/** Whether what a reminder asks for is still missing, and still to be asked of whom it was written to. */
export async function remindersInForce(db: Db, staff: StaffDb, now: Date): Promise<IsInForce> {
  const keyOf = ({ kind, indicator, timePeriod, dueBy }: Reminded, whom: string | null) =>
    [kind, indicator, timePeriod, dueBy, whom].join(" ");
  const reminders = await listReminders(db, staff, now);
  const inForce = new Set(reminders.map(({ to, ...one }) => keyOf(one, "person" in to ? to.person : to.role)));
  return (reminder, { person, role }) => inForce.has(keyOf(reminder, person ?? role));
}

/**
 * Tells each of them once when the figure is due within 30 days, once when its day has passed. Somebody who comes to
 * have it in their care later is told then.
 */
export async function remindOfDue(db: Db, staff: StaffDb, now: Date) {
  const reminders = await listReminders(db, staff, now);
  await transaction(db, async (tx) => {
    for (const { kind, indicator, timePeriod, wanted, dueBy, to } of reminders)
      await notify(tx, now.toISOString(), {
        ...{ kind, to, detail: { indicator, timePeriod, dueBy } },
        once: [kind, indicator, timePeriod, wanted, dueBy, ...("person" in to ? [to.person] : [])].join(" "),
      });
  });
}

/** Runs `remindOfDue` at once and on every new day in Viet Nam. */
export const remindDaily = (db: Db, staff: StaffDb, now: () => Date, failed: (error: unknown) => void) =>
  daily(
    now,
    async () => {
      await remindOfDue(db, staff, now());
      return true;
    },
    failed,
  );
