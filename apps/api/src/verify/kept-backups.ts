import { dayInVietNam } from "@moc2030/shared/text/date";

/** How many days, weeks and months that have a backup keep their last one. */
const KEPT = { days: 14, weeks: 8, months: 12 } as const;

/** The Monday of a day's week. */
function mondayOf(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  return date.toISOString().slice(0, 10);
}

/**
 * The instants whose backups stay: the last of each of the 14 newest days, 8 newest weeks and 12 newest months that have
 * one, by days of Viet Nam. Counted by what is there, so that nothing goes while no new ones are made.
 */
export function keptBackups(instants: readonly Date[]): Set<Date> {
  const newestFirst = [...instants].sort((a, b) => b.getTime() - a.getTime());
  const lastOfEach = (count: number, period: (day: string) => string) => {
    const last = new Map<string, Date>();
    for (const one of newestFirst) {
      const key = period(dayInVietNam(one));
      if (!last.has(key)) last.set(key, one);
    }
    return [...last.values()].slice(0, count);
  };
  return new Set([
    ...lastOfEach(KEPT.days, (day) => day),
    ...lastOfEach(KEPT.weeks, mondayOf),
    ...lastOfEach(KEPT.months, (day) => day.slice(0, 7)),
  ]);
}
