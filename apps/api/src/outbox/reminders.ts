import { may } from "@moc2030/shared/actions";
import { isInCareOf } from "@moc2030/shared/due/care";
import { wantedBy, wantedYears } from "@moc2030/shared/due/closings";
import { addDays, dayInVietNam } from "@moc2030/shared/text/date";
import { daily } from "../daily.ts";
import { type Db, transaction } from "../db/database.ts";
import type { StaffDb } from "../identity/open.ts";
import { listPeople } from "../identity/people.ts";
import { notify } from "../notices/notify.ts";
import { entryGrid } from "../submissions/entry/queries.ts";

/** Days ahead of its due day that somebody is told of a figure. */
const AHEAD_DAYS = 30;

/**
 * Tells whoever has an indicator in their care, assigned to them or by their body, or the reviewers where nobody who may
 * enter figures has, of each wanted figure that nobody has proposed: once when it is due within 30 days, once when its
 * day has passed. Somebody who comes to have it in their care later is told then.
 */
export async function remindOfDue(db: Db, staff: StaffDb, now: Date) {
  const today = dayInVietNam(now);
  const soon = addDays(today, AHEAD_DAYS);
  const people = (await listPeople(staff)).filter(({ disabled, role }) => !disabled && may(role, "submission.write"));
  const grid = await entryGrid(db, wantedYears(today), today, "vi", { id: "", now });
  await transaction(db, async (tx) => {
    for (const row of grid) {
      const carers = people.filter((person) => isInCareOf(person, row)).map(({ id }) => id);
      for (const { timePeriod, wanted, dueBy, proposals } of wantedBy(row.cells, soon)) {
        if (dueBy === null || dueBy > soon || proposals.length > 0) continue;
        const { indicator } = row;
        const kind = dueBy < today ? "overdue" : "due";
        const tell = (to: { person: string } | { role: "reviewer" }, whom: string[]) =>
          notify(tx, now.toISOString(), {
            ...{ kind, to, detail: { indicator, timePeriod, dueBy } },
            once: [kind, indicator, timePeriod, wanted, dueBy, ...whom].join(" "),
          });
        for (const person of carers) await tell({ person }, [person]);
        if (carers.length === 0) await tell({ role: "reviewer" }, []);
      }
    }
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
