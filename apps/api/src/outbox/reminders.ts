import { may } from "@moc2030/shared/actions";
import { isInCareOf } from "@moc2030/shared/due/care";
import { wantedBy, wantedYears } from "@moc2030/shared/due/closings";
import type { Notice } from "@moc2030/shared/schema/notice";
import { addDays, dayInVietNam } from "@moc2030/shared/text/date";
import { daily } from "../daily.ts";
import { type Db, transaction } from "../db/database.ts";
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

const listMissing = (db: Db, now: Date) => awaitedFigures(db, addDays(dayInVietNam(now), AHEAD_DAYS), now);

/** Whether what a reminder asks for has not come in yet. */
export async function missingFigures(db: Db, now: Date): Promise<(reminder: Reminded) => boolean> {
  const keyOf = ({ indicator, timePeriod, dueBy }: Reminded) => `${indicator} ${timePeriod} ${dueBy}`;
  const missing = new Set((await listMissing(db, now)).map(({ row, ...one }) => keyOf({ ...one, ...row })));
  return (reminder) => missing.has(keyOf(reminder));
}
type Reminded = Pick<Notice, "indicator" | "timePeriod" | "dueBy">;

/**
 * Tells whoever has an indicator in their care, assigned to them or by their body, of each missing figure, and the
 * reviewers where none of those may enter figures: once when it is due within 30 days, once when its day has passed.
 * Somebody who comes to have it in their care later is told then.
 */
export async function remindOfDue(db: Db, staff: StaffDb, now: Date) {
  const people = (await listPeople(staff)).filter(({ disabled }) => !disabled);
  const missing = await listMissing(db, now);
  await transaction(db, async (tx) => {
    for (const { row, kind, timePeriod, wanted, dueBy } of missing) {
      const { indicator } = row;
      const tell = (to: { person: string } | { role: "reviewer" }, whom: string[]) =>
        notify(tx, now.toISOString(), {
          ...{ kind, to, detail: { indicator, timePeriod, dueBy } },
          once: [kind, indicator, timePeriod, wanted, dueBy, ...whom].join(" "),
        });
      const carers = people.filter((person) => isInCareOf(person, row));
      for (const { id } of carers) await tell({ person: id }, [id]);
      if (!carers.some(({ role }) => may(role, "submission.write"))) await tell({ role: "reviewer" }, []);
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
