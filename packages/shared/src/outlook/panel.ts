import { isUsable } from "../assess/usable.ts";
import type { ObsStatus } from "../figure/fields.ts";
import type { Confidence } from "../schema/observation.ts";

/** A rank of one economy in one edition, of the official compiler. */
export interface PanelFigure {
  readonly refArea: string;
  readonly timePeriod: number;
  readonly value: number | null;
  readonly rankPool: number | null;
  readonly obsStatus: readonly ObsStatus[];
  readonly confidence: Confidence;
}

/** An edition with ranks of (nearly) all economies, by area, and how many were ranked. */
export interface PanelEdition {
  readonly timePeriod: number;
  readonly pool: number;
  readonly ranks: ReadonlyMap<string, number>;
}

/** Fewer ranks than this are a group's, not a panel. */
const ENOUGH = 80;

/** How many economies an edition ranked: the largest pool among its usable figures; null where none is known. */
export function poolOf(figures: readonly PanelFigure[], timePeriod: number): number | null {
  const pools = figures.flatMap((f) => (f.timePeriod === timePeriod && isUsable(f) && f.rankPool ? [f.rankPool] : []));
  return pools.length > 0 ? Math.max(...pools) : null;
}

/** The editions from the year `from` on with usable ranks of at least 80 economies and a known pool, oldest first. */
export function panelOf(figures: readonly PanelFigure[], from: number): PanelEdition[] {
  const byEdition = new Map<number, Map<string, number>>();
  for (const figure of figures) {
    if (figure.timePeriod < from || !isUsable(figure)) continue;
    const ranks = byEdition.get(figure.timePeriod) ?? new Map<string, number>();
    byEdition.set(figure.timePeriod, ranks.set(figure.refArea, figure.value));
  }
  return [...byEdition]
    .sort(([a], [b]) => a - b)
    .flatMap(([timePeriod, ranks]) => {
      const pool = ranks.size < ENOUGH ? null : poolOf(figures, timePeriod);
      return pool === null ? [] : [{ timePeriod, pool, ranks }];
    });
}

/** Where a rank stands among `pool` economies, between 0 (first) and 1 (last). */
export const percentile = (rank: number, pool: number): number => (rank - 0.5) / pool;
