import type { Observation } from "@moc2030/shared/schema/observation";
import type { IndicatorItem, LedgerEntry } from "../../client/api.ts";

type Figure = Omit<Observation, "freq" | "unitMeasure">;
/** One figure of the country that a release brought; `old` is what it was before, null where it was not known. */
export type ReleaseLine = { indicator: IndicatorItem; figure: Figure; old: Figure | null };

/** Lines that a short account of a release has room for. */
const MOST = 4;

/** The country's figures that a release brought or revised, headline indicators and official figures first; how many are left out; how many belong to other economies. */
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
