import type { DaysCompared } from "../../client/api.ts";

type Compared = Pick<DaysCompared, "items" | "statuses">;

/** What differs between two days for one indicator alone. */
export function ofIndicator<T extends Compared>(compared: T, code: string): T {
  return {
    ...compared,
    items: compared.items.filter(({ new: now }) => now.indicator === code),
    statuses: compared.statuses.filter(({ before, after }) => (after ?? before)?.indicator === code),
  };
}

/** The indicators for which something differs. */
export const codesOf = ({ items, statuses }: Compared): Set<string> =>
  new Set([
    ...items.map(({ new: now }) => now.indicator),
    ...statuses.flatMap(({ before, after }) => (after ?? before)?.indicator ?? []),
  ]);
