import type { TargetDetail } from "../../client/api.ts";
import type { Text } from "../../text/text.tsx";
import { day } from "../../words/format.ts";

type History = TargetDetail["history"];
type Known = History[number];

/** Neighbouring days with one class and reason, as one run from `first` to the day `newest`. */
export function runsOf(history: History): { first: Known; newest: string; years: number }[] {
  const runs: { first: Known; newest: string; years: number }[] = [];
  for (const known of history) {
    const last = runs.at(-1);
    if (last && last.first.class === known.class && last.first.reason === known.reason) {
      last.years++;
      last.newest = known.day;
    } else runs.push({ first: known, newest: known.day, years: 1 });
  }
  return runs;
}

/** The heading of a day: the year that it ends, and the day itself where it is the last one. */
export const stripDay = (iso: string, isLast: boolean, { lang }: Text): string =>
  isLast ? day(iso, lang) : iso.slice(0, 4);
