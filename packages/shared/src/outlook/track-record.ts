import { type PaceClass, paceClass, ROUNDING } from "../assess/method.ts";
import { type Dated, paceRatio } from "../assess/pace.ts";
import type { TrackRecord } from "../schema/track-record.ts";
import type { RankGoal } from "./others-like-us.ts";
import { type PanelEdition, percentile } from "./panel.ts";

const CLASSES = ["met", "on_track", "behind", "off_track", "moving_away"] as const;
/** How far, in percentiles, a start may lie from our base. */
const NEAR = 0.25;
/** With fewer cases a class says nothing. */
const ENOUGH = 20;

/** The class by pace at `middle` on the way from `start` to `goal` (lower is better). */
function classAt(start: Dated, middle: Dated, goal: Dated): "met" | PaceClass {
  return middle.value <= goal.value ? "met" : paceClass(paceRatio(start, middle, goal));
}

/**
 * How verdicts like ours fared: each economy of the panel that stood near our base, given the target in proportion
 * (⌊T·r/x0 + ½⌋), classed as many years in as we are and seen at the end. For each class how many `cases` of how many
 * `economies`, and in how many the rank reached that goal (`hits`). It speaks of the rule, not of us. Nothing after
 * `latest` is used. `pool` is that of the base's edition. Source: docs/method.md, "Track record".
 */
export function trackRecord(
  panel: readonly PanelEdition[],
  pool: number,
  base: Dated,
  { latest, target }: RankGoal,
): Pick<TrackRecord, "years" | "of" | "economies" | "classes"> {
  const [years, of] = [latest.timePeriod - base.timePeriod, target.timePeriod - base.timePeriod];
  const edition = (year: number) =>
    panel.find(({ timePeriod }) => timePeriod === year && timePeriod <= latest.timePeriod);
  const cases = panel.flatMap((start) => {
    const [middle, end] = [edition(start.timePeriod + years), edition(start.timePeriod + of)];
    if (!middle || !end) return [];
    return [...start.ranks].flatMap(([area, rank]) => {
      const [then, last] = [middle.ranks.get(area), end.ranks.get(area)];
      const goal = Math.floor((target.value * rank) / base.value + 0.5);
      const isNear = Math.abs(percentile(rank, start.pool) - percentile(base.value, pool)) <= NEAR + ROUNDING;
      if (then === undefined || last === undefined || !isNear || goal >= rank) return [];
      const at = (timePeriod: number, value: number): Dated => ({ timePeriod, value });
      const found = classAt(at(start.timePeriod, rank), at(middle.timePeriod, then), at(end.timePeriod, goal));
      return [{ area, class: found, hit: last <= goal }];
    });
  });
  const economiesIn = (some: typeof cases) => new Set(some.map(({ area }) => area)).size;
  const classes = CLASSES.map((name) => {
    const own = cases.filter((one) => one.class === name);
    const hits = own.filter(({ hit }) => hit).length;
    return { class: name, hits, cases: own.length, economies: economiesIn(own), enough: own.length >= ENOUGH };
  });
  return { years, of, economies: economiesIn(cases), classes };
}
