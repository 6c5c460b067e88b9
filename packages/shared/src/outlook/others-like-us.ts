import { ROUNDING } from "../assess/method.ts";
import type { Dated } from "../assess/pace.ts";
import type { OthersLikeUs, Outlook } from "../schema/outlook.ts";
import { type PanelEdition, percentile } from "./panel.ts";

/** Neighbourhoods, as differences of percentiles: of windows that count, and of cases on which the rule is replayed. */
const NEAR = { window: 0.15, replay: 0.25 } as const;
/** What it takes to show the numbers, and how many windows a replayed case needs. */
const ENOUGH = { windows: 100, economies: 30, replayed: 60 } as const;
/** The 95th percentile of the normal distribution: two sides of 5 % leave 90 %. */
const Z = 1.6449;

/** The latest rank and the rank to reach, with their years. */
export interface RankGoal {
  readonly latest: Dated;
  readonly target: Dated;
}

/** An economy from one edition to the one `horizon` years later, and whether it improved as much as the target asks. */
interface Window {
  readonly area: string;
  readonly from: number;
  readonly to: number;
  readonly percentile: number;
  readonly hit: boolean;
}

function windowsOf(panel: readonly PanelEdition[], horizon: number, { latest, target }: RankGoal): Window[] {
  return panel.flatMap((start) => {
    const end = panel.find(({ timePeriod }) => timePeriod === start.timePeriod + horizon);
    if (!end) return [];
    return [...start.ranks].flatMap(([area, rank]) => {
      const later = end.ranks.get(area);
      if (later === undefined) return [];
      // later / its pool <= target / latest · rank / its pool, in whole numbers, so that equality counts.
      const hit = later * start.pool * latest.value <= target.value * rank * end.pool;
      const [from, to] = [start.timePeriod, end.timePeriod];
      return [{ area, from, to, percentile: percentile(rank, start.pool), hit }];
    });
  });
}

const near = (windows: readonly Window[], at: number, within: number): Window[] =>
  windows.filter((window) => Math.abs(window.percentile - at) <= within + ROUNDING);
const hitsIn = (windows: readonly Window[]): number => windows.filter(({ hit }) => hit).length;
/** The share of hits, drawn towards a half by one window. */
const shareOf = (windows: readonly Window[]): number => (hitsIn(windows) + 0.5) / (windows.length + 1);

/** Wilson's 90 % interval of a share seen on `n` independent cases; both ends between 0 and 1. */
function wilson(share: number, n: number): { low: number; high: number } {
  const z2 = Z * Z;
  const centre = (share + z2 / (2 * n)) / (1 + z2 / n);
  const half = (Z * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n))) / (1 + z2 / n);
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}

/** The rule asked at each earlier edition, with what was known then, against what happened. Brier scores: 0 is perfect. */
function replay(windows: readonly Window[], at: number): OthersLikeUs["replay"] {
  const cases = near(windows, at, NEAR.replay).flatMap((one) => {
    const known = near(windows, one.percentile, NEAR.window).filter(({ to }) => to <= one.from);
    return known.length < ENOUGH.replayed ? [] : [{ said: shareOf(known), came: one.hit ? 1 : 0 }];
  });
  if (cases.length === 0) return null;
  const mean = (of: (one: (typeof cases)[number]) => number) =>
    cases.reduce((sum, one) => sum + of(one), 0) / cases.length;
  const happened = mean(({ came }) => came);
  return {
    cases: cases.length,
    said: mean(({ said }) => said),
    happened,
    brier: mean(({ said, came }) => (said - came) ** 2),
    brierNever: happened,
    brierShare: happened * (1 - happened),
  };
}

/** Why the numbers stay out of sight: too few cases, or a rule that did no better than a constant answer. */
function hiddenBecause(windows: number, economies: number, found: OthersLikeUs["replay"]): OthersLikeUs["reason"] {
  if (windows < ENOUGH.windows || economies < ENOUGH.economies || !found) return "few_cases";
  return found.brier < found.brierNever && found.brier < found.brierShare ? null : "no_skill";
}

/**
 * How often economies that once stood where `latest` stands improved, in the years that are left, by as much as the
 * target asks: `hits` of `windows` of `economies`, their `share` (between 0 and 1) with a 90 % interval, the `horizon`
 * in years (a multiple of `step`, the years between editions) and the first edition used. A frequency of the past, not
 * a chance of ours. `pool` is that of the latest rank's own edition. Reference class forecasting: Kahneman and Tversky
 * (1979), Flyvbjerg (2006); interval: Wilson (1927); replay: Brier (1950). docs/method.md, "Others in our place".
 */
export function othersLikeUs(
  panel: readonly PanelEdition[],
  pool: number | null,
  step: number,
  { latest, target }: RankGoal,
): NonNullable<Outlook["othersLikeUs"]> {
  if (pool === null) return { reason: "no_pool" };
  const horizon = Math.floor((target.timePeriod - latest.timePeriod) / step) * step;
  const known = panel.filter(({ timePeriod }) => timePeriod <= latest.timePeriod);
  const at = percentile(latest.value, pool);
  const all = horizon > 0 ? windowsOf(known, horizon, { latest, target }) : [];
  const windows = near(all, at, NEAR.window);
  const [first] = known;
  if (windows.length === 0 || !first) return { reason: "no_window" };
  const economies = new Set(windows.map(({ area }) => area)).size;
  const share = shareOf(windows);
  const replayed = replay(all, at);
  const reason = hiddenBecause(windows.length, economies, replayed);
  return {
    ...{ windows: windows.length, hits: hitsIn(windows), economies, share, ...wilson(share, economies) },
    ...{ horizon, from: first.timePeriod, shown: reason === null, reason, replay: replayed },
  };
}
