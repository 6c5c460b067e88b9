import type { Observation } from "@moc2030/shared/schema/observation";
import type { IndicatorItem, LedgerEntry } from "../../client/api.ts";

type Figure = Omit<Observation, "freq" | "unitMeasure">;
/** A figure of the country in a release; `old` is the revision before, null for a new figure. */
export type ReleaseLine = { indicator: IndicatorItem; figure: Figure; old: Figure | null };

/** Maximum number of lines. */
const MOST = 4;

/**
 * The country's figures in a release, official ones first, then by indicator order; `left` of them omitted; `others`
 * are of other economies.
 */
export function releaseLines(
  release: Pick<LedgerEntry, "observations" | "figures">,
  indicators: readonly IndicatorItem[],
): { lines: ReleaseLine[]; left: number; others: number } {
  const lines = release.figures
    .flatMap(({ old, new: figure }): ReleaseLine[] => {
      const indicator = indicators.find((item) => item.code === figure.indicator);
      return indicator ? [{ indicator, figure, old }] : [];
    })
    .sort(
      (a, b) =>
        Number(b.figure.compiler === b.indicator.compiler) - Number(a.figure.compiler === a.indicator.compiler) ||
        a.indicator.order - b.indicator.order ||
        b.figure.timePeriod - a.figure.timePeriod,
    );
  return {
    lines: lines.slice(0, MOST),
    left: Math.max(0, lines.length - MOST),
    others: Math.max(0, release.observations - lines.length),
  };
}
