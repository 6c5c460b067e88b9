import type { TargetDetail } from "../../client/api.ts";
import type { Text } from "../../text/text.tsx";
import { day } from "../../words/format.ts";

type History = TargetDetail["history"];
type Known = History[number];

/** Neighbouring days of which `wordOf` says the same, as one run from `first` to the day `newest`. */
export function runsOf(history: History, wordOf: (known: Known) => string) {
  const runs: { first: Known; word: string; newest: string; years: number }[] = [];
  for (const known of history) {
    const last = runs.at(-1);
    const word = wordOf(known);
    if (last?.word === word && last.first.reason === known.reason) {
      last.years++;
      last.newest = known.day;
    } else runs.push({ first: known, word, newest: known.day, years: 1 });
  }
  return runs;
}

/** The heading of a day: the year that it ends, and the day itself where it is the last one. */
export const stripDay = (iso: string, isLast: boolean, { lang }: Text): string =>
  isLast ? day(iso, lang) : iso.slice(0, 4);
