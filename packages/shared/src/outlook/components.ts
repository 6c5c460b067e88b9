import type { Component } from "../schema/indicator.ts";
import type { PanelEdition } from "./panel.ts";

/** An index and its components in one edition, by indicator. */
export type Values = ReadonlyMap<string, number>;

/**
 * What each component adds to the change of an index between two sets of values: weight × difference, in the unit of
 * the index; null where a value is missing. They sum up to the change, but for the publisher's rounding.
 */
export const contributions = (
  components: readonly Component[],
  from: Values,
  to: Values,
): { indicator: string; change: number | null }[] =>
  components.map(({ indicator, weight }) => {
    const [before, after] = [from.get(indicator), to.get(indicator)];
    return {
      indicator,
      change: before === undefined || after === undefined ? null : weight * (after - before) + 0,
    };
  });

/** Who held `rank` in an edition, or the next better one; of several the first by code. Null where nobody stood so high. */
export function holderOf({ ranks }: PanelEdition, rank: number): { area: string; rank: number } | null {
  const [best] = [...ranks]
    .filter(([, held]) => held <= rank)
    .sort(([a, held], [b, other]) => other - held || (a < b ? -1 : 1));
  return best ? { area: best[0], rank: best[1] } : null;
}
