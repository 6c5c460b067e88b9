import type { DaysCompared } from "../../client/api.ts";

type Compared = Pick<DaysCompared, "items" | "statuses">;

/** A comparison filtered by indicator. */
export function ofIndicator<T extends Compared>(compared: T, code: string): T {
  return {
    ...compared,
    items: compared.items.filter(({ new: now }) => now.indicator === code),
    statuses: compared.statuses.filter(({ before, after }) => (after ?? before)?.indicator === code),
  };
}

/** Codes of the indicators with a difference. */
export const codesOf = ({ items, statuses }: Compared): Set<string> =>
  new Set([
    ...items.map(({ new: now }) => now.indicator),
    ...statuses.flatMap(({ before, after }) => (after ?? before)?.indicator ?? []),
  ]);
