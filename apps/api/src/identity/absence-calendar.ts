import { dayInVietNam } from "@moc2030/shared/text/date";
import type { listDelegations } from "./delegation.ts";

type Person = { id: string; name: string };
type Delegation = Awaited<ReturnType<typeof listDelegations>>[number];
/** An absence as recorded; days in Viet Nam, both ends of it. */
type Recorded = { id: number; staff: string; staffName: string; fromDay: string; toDay: string };
type Away = { id: number | null; person: Person; from: string; to: string };
type Period = { from: string; to: string };

const meet = (a: Period, b: Period): boolean => a.from <= b.to && b.from <= a.to;
/** The days on which a delegation holds for a moment at least. */
const daysOf = ({ startsAt, endsAt }: Delegation): Period => ({
  from: dayInVietNam(new Date(startsAt)),
  to: dayInVietNam(new Date(Date.parse(endsAt) - 1)),
});

/**
 * Who is away, by first day, with those asked to stand in: absences as recorded, and the time of reviewers' delegations
 * that falls into none (`id` null). `away`: the stand-in is away too on some day of it.
 */
export function absenceCalendar(recorded: readonly Recorded[], delegations: readonly Delegation[]) {
  const away: Away[] = recorded.map(({ id, staff, staffName, fromDay, toDay }) => ({
    ...{ id, person: { id: staff, name: staffName }, from: fromDay, to: toDay },
  }));
  for (const one of delegations) {
    const { from, to } = daysOf(one);
    const same = away.find((other) => other.person.id === one.reviewer.id && meet(other, { from, to }));
    if (!same) away.push({ id: null, person: one.reviewer, from, to });
    else if (same.id === null && to > same.to) same.to = to;
  }
  return away
    .map((entry) => ({
      ...entry,
      standIns: delegations
        .filter((one) => one.reviewer.id === entry.person.id && meet(entry, daysOf(one)))
        .map((one) => ({
          ...{ delegation: one.id, person: one.standIn, startsAt: one.startsAt, endsAt: one.endsAt, state: one.state },
          away: away.some(({ person, ...days }) => person.id === one.standIn.id && meet(days, daysOf(one))),
        })),
    }))
    .sort((a, b) => (a.from === b.from ? 0 : a.from < b.from ? -1 : 1));
}
