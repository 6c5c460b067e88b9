import { dayInVietNam } from "@moc2030/shared/text/date";

/** How many days, weeks and months that have a backup keep their last one. */
const KEPT = { days: 14, weeks: 8, months: 12 } as const;

/** The Monday of a day's week. */
function mondayOf(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  return date.toISOString().slice(0, 10);
}

/** A backup of a series: when it was made, and by which version of the software. */
export type SeriesBackup = { at: Date; madeBy: string };

/**
 * The backups that stay: the last of each of the 14 newest days, 8 newest weeks and 12 newest months that have one, by
 * days of Viet Nam, and of each version, since an upgrade is taken back by it. Counted by what is there, not by today.
 */
export function keptBackups<T extends SeriesBackup>(backups: readonly T[]): Set<T> {
  const newestFirst = [...backups].sort((a, b) => b.at.getTime() - a.at.getTime());
  const lastOfEach = (count: number, keyOf: (backup: T) => string) => {
    const last = new Map<string, T>();
    for (const one of newestFirst) if (!last.has(keyOf(one))) last.set(keyOf(one), one);
    return [...last.values()].slice(0, count);
  };
  const dayOf = ({ at }: T) => dayInVietNam(at);
  return new Set([
    ...lastOfEach(KEPT.days, dayOf),
    ...lastOfEach(KEPT.weeks, (one) => mondayOf(dayOf(one))),
    ...lastOfEach(KEPT.months, (one) => dayOf(one).slice(0, 7)),
    ...lastOfEach(Number.POSITIVE_INFINITY, ({ madeBy }) => madeBy),
  ]);
}
