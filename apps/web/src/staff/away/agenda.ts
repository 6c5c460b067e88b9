import { nextClosings } from "@moc2030/shared/due/closings";
import { addDays, dayInVietNam, startOfDay } from "@moc2030/shared/text/date";
import type { Absences } from "../submissions/reads.ts";

export type Absence = Absences["items"][number];
type Publication = { submission: number; title: string; publishAt: string };
/** What happens on a day, with who is away on it. */
export type Event = { day: string; away: string[] } & ({ kind: "closing" } | ({ kind: "publication" } & Publication));
export type Entry = { kind: "absence"; day: string; absence: Absence } | Event;

/** How many days the calendar looks ahead, today not counted. */
const DAYS = 90;

const isAwayOn = (day: string) => (one: Absence) => one.from <= day && day <= one.to;
const byDay = (a: { day: string }, b: { day: string }) => (a.day === b.day ? 0 : a.day < b.day ? -1 : 1);

/**
 * Who is away today, what happens today, then absences that begin, closings of the year and scheduled publications of
 * the next 90 days by day, and the absences that begin later.
 */
export function agenda({ today, items }: Absences, publications: readonly Publication[]) {
  const end = addDays(today, DAYS);
  const away = (day: string) => [...new Set(items.filter(isAwayOn(day)).map(({ person }) => person.name))];
  const events: Event[] = [
    ...nextClosings(today).map((day) => ({ kind: "closing" as const, day, away: away(day) })),
    ...publications.map((one) => {
      const day = dayInVietNam(new Date(one.publishAt));
      return { kind: "publication" as const, day, away: away(day), ...one };
    }),
  ];
  const begins: Entry[] = items.map((absence) => ({ kind: "absence", day: absence.from, absence }));
  return {
    end,
    now: items.filter(isAwayOn(today)),
    today: events.filter(({ day }) => day <= today),
    coming: [...begins, ...events].filter(({ day }) => day > today && day <= end).sort(byDay),
    later: items.filter(({ from }) => from > end),
  };
}

/** Whether nobody who is there was asked to stand in for an absent reviewer. */
export const isUncovered = ({ standIns }: Absence): boolean => standIns.every(({ away }) => away);

/** The instants between which somebody would stand in for an absence: from now where it has begun, at most 90 days. */
export function standInTime({ from, to }: Pick<Absence, "from" | "to">, today: string) {
  const first = from > today ? from : today;
  const [last, longest] = [addDays(to, 1), addDays(first, DAYS)];
  return { startsAt: from > today ? startOfDay(from) : null, endsAt: startOfDay(last < longest ? last : longest) };
}
