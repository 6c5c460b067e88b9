import type { Text } from "../../text/text.tsx";
import type { IndicatorFacts, Judged } from "./facts.ts";
import type { IndicatorSearch } from "./search.ts";
import { type Assumed, assumedYears, openTargets, readAssumed, withinLimits } from "./what-if.ts";

/** A coming figure as an address assumes it, for the targets on which it can be tried. */
export type Trial = {
  targets: Judged[];
  /** The years that can be chosen. */
  years: number[];
  assumed: Assumed | null;
  error: string | null;
};

/** What an address assumes of an indicator; null where nothing can be tried. */
export function trialOf({ detail, series, own }: IndicatorFacts, search: IndicatorSearch, text: Text): Trial | null {
  const { indicator, referenceDate } = detail;
  const targets = openTargets(own);
  if (targets.length === 0 || !series.some((o) => o.value !== null)) return null;
  const years = assumedYears(indicator, series, targets, referenceDate);
  if (years.length === 0) return null;
  const { ifYear, ifTyped, ifValue } = search;
  const read =
    ifTyped !== undefined
      ? readAssumed(ifTyped, indicator, text)
      : ifValue !== undefined
        ? withinLimits(ifValue, indicator, text)
        : null;
  return {
    ...{ targets, years, error: read && !read.ok ? read.message : null },
    assumed: ifYear !== undefined && read?.ok ? { timePeriod: ifYear, value: Number(read.text) } : null,
  };
}
