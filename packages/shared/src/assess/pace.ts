import type { Assessment, AssessmentClass } from "../schema/assessment.ts";
import type { Comparator } from "../schema/target.ts";
import type { Goal } from "./input.ts";
import { CUT_OFFS, finite, ROUNDING, YEARS } from "./method.ts";

/** A value in a year. */
export interface Dated {
  readonly timePeriod: number;
  readonly value: number;
}

/**
 * Linear pace ratio P = [(xt − x0)/(t − t0)] / [(T − x0)/(tT − t0)]: 1 on the straight line from base to target,
 * below 0 when further away than at base. No unit, unrounded. NaN where T = x0 or t = t0; ±Infinity where it is
 * too large for a double. Source: the linear form of Eurostat's ratio of actual to required growth.
 */
export function paceRatio(base: Dated, latest: Dated, target: Dated): number {
  const years = (target.timePeriod - base.timePeriod) / (latest.timePeriod - base.timePeriod);
  const overflows = !Number.isFinite(latest.value - base.value) || !Number.isFinite(target.value - base.value);
  const unit = overflows ? 0.25 : 1;
  const done = latest.value * unit - base.value * unit;
  const toDo = target.value * unit - base.value * unit;
  if (toDo === 0 || latest.timePeriod === base.timePeriod) return Number.NaN;
  const ratio = (done / toDo) * years;
  // Keep the sign when the result underflows: moving away must never read as 0.
  return ratio === 0 && done !== 0 && done > 0 !== toDo > 0 ? -Number.MIN_VALUE : ratio + 0;
}

/** The value a `share` of the way along the straight line from `from` to `to`. */
function along(from: number, to: number, share: number): number {
  const step = to - from;
  return Number.isFinite(step) ? from + step * share : from * (1 - share) + to * share;
}

/** The straight line from base to target, one value a year, both ends included, in the indicator's unit. Null where base and target year do not differ. */
export function targetPath(base: Dated, target: Dated): { timePeriod: number; value: number }[] | null {
  const years = target.timePeriod - base.timePeriod;
  if (years <= 0 || target.timePeriod > YEARS.last) return null;
  return Array.from({ length: years + 1 }, (_, i) => ({
    timePeriod: base.timePeriod + i,
    value: i === years ? target.value : along(base.value, target.value, i / years) + 0,
  }));
}

/** The latest value at which the pace ratio would be `ratio`, in the indicator's unit. */
const valueAt = (ratio: number, base: Dated, latest: Dated, target: Dated): number | null => {
  const years = (latest.timePeriod - base.timePeriod) / (target.timePeriod - base.timePeriod);
  return finite(along(base.value, target.value, ratio * years));
};

/**
 * The margin of a class: `better` is the latest value at which the next better class begins, `worse` the last one
 * before the next worse class, unrounded, in the indicator's unit; null where there is no such class. The whole is
 * null for `not_assessable`. Thresholds lie on the pace line of the latest year (P = 0.95, 0.60, 0) or are T itself.
 */
export function paceMargin(
  verdict: AssessmentClass,
  base: Dated,
  latest: Dated,
  target: Dated,
): { better: number | null; worse: number | null } | null {
  const at = (ratio: number) => valueAt(ratio, base, latest, target);
  switch (verdict) {
    case "met":
      return { better: null, worse: finite(target.value) };
    case "missed":
    case "lost":
      return { better: finite(target.value), worse: null };
    case "on_track":
      return { better: finite(target.value), worse: at(CUT_OFFS.onTrack) };
    case "behind":
      return { better: at(CUT_OFFS.onTrack), worse: at(CUT_OFFS.behind) };
    case "off_track":
      return { better: at(CUT_OFFS.behind), worse: finite(base.value) };
    case "moving_away":
      return { better: finite(base.value), worse: null };
    case "not_assessable":
      return null;
  }
}

/**
 * The numbers beside the ratio, never coloured, in the indicator's unit (a year): pace so far (xt − x0)/(t − t0),
 * pace still needed (T − xt)/(tT − t) (null from the target year on), gap d·(xt − T) (negative: short of the target).
 * `crossing` false withholds what would span an unbridged break.
 */
export function linearPace(base: Dated, latest: Dated, goal: Goal, crossing: boolean): Assessment["pace"] {
  const target = { timePeriod: goal.year, value: goal.value };
  const left = target.timePeriod - latest.timePeriod;
  const done = (latest.value - base.value) / (latest.timePeriod - base.timePeriod);
  const gap = latest.value - target.value;
  return {
    ratio: crossing ? finite(paceRatio(base, latest, target)) : null,
    soFarPerYear: crossing ? finite(done) : null,
    neededPerYear: left > 0 ? finite((target.value - latest.value) / left) : null,
    gap: finite(goal.direction === "higher" ? gap : -gap),
  };
}

/**
 * The margin in whole numbers, for ranks and counts: `lastInClass` is the worst whole value still in the class,
 * `firstWorse` the first in the next worse one, `firstBetter` the first in the next better one; each null where the
 * margin has no such threshold, the whole null without margin or comparator. EGDI 2024: 72, 73 and 50.
 */
export function integerMargin(assessment: {
  class: AssessmentClass;
  comparator: Comparator | null;
  margin: { better: number | null; worse: number | null } | null;
}): { lastInClass: number | null; firstWorse: number | null; firstBetter: number | null } | null {
  const { comparator, margin } = assessment;
  if (!comparator || !margin) return null;
  const lower = comparator === "<=" || comparator === "<";
  const strict = comparator === "<" || comparator === ">";
  const worseBy = lower ? 1 : -1;
  // The worst whole number that is at least as good as the threshold; a strict target leaves its own value out.
  const worstWithin = (threshold: number | null, isTarget: boolean) => {
    if (threshold === null) return null;
    const whole = lower ? Math.floor(threshold + ROUNDING) : Math.ceil(threshold - ROUNDING);
    return (isTarget && strict && whole === threshold ? whole - worseBy : whole) + 0;
  };
  const byTarget = assessment.class === "on_track" || assessment.class === "missed" || assessment.class === "lost";
  const last = worstWithin(margin.worse, assessment.class === "met");
  return {
    lastInClass: last,
    firstWorse: last === null ? null : last + worseBy + 0,
    firstBetter: worstWithin(margin.better, byTarget),
  };
}
