import type { AssessmentClass } from "../schema/assessment.ts";
import { blank, type Goal, type Point, type Working } from "./input.ts";
import { CUT_OFFS, finite, paceClass, YEARS } from "./method.ts";
import { withoutOtherMethods } from "./other-methods.ts";
import { isAverageMet, isProvisional } from "./usable.ts";

/** Growth in percent from a mean of log growth factors; anything below 1e-12 is rounding error. */
const percent = (meanLog: number): number => {
  const growth = Math.expm1(meanLog) * 100;
  return Math.abs(growth) < 1e-12 ? 0 : growth;
};

/** NaN for a growth below −100 %, which is impossible. */
const sumOfLogs = (growths: readonly number[]): number =>
  growths.reduce((sum, growth) => sum + Math.log1p(growth / 100), 0);

/** Average yearly growth A = ((Π(1+g/100))^(1/n) − 1)·100 in percent; null for no year, for growth below −100 % and beyond a double. */
export function averageGrowth(growths: readonly number[]): number | null {
  if (growths.length === 0) return null;
  return finite(percent(sumOfLogs(growths) / growths.length));
}

/** Average growth still needed in the `left` other years for the whole to average `target`: B, in percent a year (`target` itself before the first year); null where no year is left or no growth would do. */
export function neededGrowth(growths: readonly number[], target: number, left: number): number | null {
  if (left <= 0) return null;
  const whole = (growths.length + left) * Math.log1p(target / 100);
  return finite(percent((whole - sumOfLogs(growths)) / left));
}

function averageMargin(found: AssessmentClass, goal: Goal, others: readonly number[]): Working["margin"] {
  // The latest growth at which the average would be that share of G, the other years fixed.
  const at = (ratio: number) => neededGrowth(others, ratio * goal.value, 1);
  const { onTrack, behind, offTrack } = CUT_OFFS;
  switch (found) {
    case "met":
      return { better: null, worse: at(1) };
    case "missed":
      return { better: at(1), worse: null };
    case "on_track":
      return { better: null, worse: at(onTrack) };
    case "behind":
      return { better: at(onTrack), worse: at(behind) };
    case "off_track":
      return { better: at(behind), worse: at(offTrack) };
    case "moving_away":
      return { better: at(offTrack), worse: null };
    default:
      return null;
  }
}

/**
 * Assesses the average yearly growth over a window (both years included). A ≥ G is never "met" before the target
 * year has passed; until then A/G is put on the cut-offs, where G > 0 and more is asked for, else `no_pace`.
 * All growths in percent a year. Source: docs/method.md, "Period average"; cut-offs by Eurostat.
 */
export function assessAverage(
  series: readonly Point[],
  goal: Goal,
  window: { readonly from: number; readonly to: number },
  referenceYear: number,
): Working {
  const counted = series.filter(({ timePeriod }) => timePeriod >= window.from && timePeriod <= window.to);
  const yearsCounted = counted.map(({ timePeriod }) => timePeriod);
  const [first, last] = [Math.max(window.from, YEARS.first), Math.min(window.to, YEARS.last)];
  const yearsMissing = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i).filter(
    (year) => (goal.passed || year < referenceYear) && !yearsCounted.includes(year),
  );
  const latest = counted.at(-1);
  const growths = counted.map(({ value }) => value);
  const toDate = averageGrowth(growths);
  const asksForMore = (goal.comparator === ">" || goal.comparator === ">=") && goal.value > 0;
  const ratio = toDate !== null && asksForMore ? finite(toDate / goal.value) : null;
  const yearsLeft = window.to - window.from + 1 - counted.length;
  const needed = goal.passed ? null : neededGrowth(growths, goal.value, yearsLeft);
  const average = { toDate, needed, ratio, yearsCounted, yearsMissing };
  if (!latest) return { ...blank, reason: "no_observation", average };

  const judge = (): AssessmentClass => {
    if (toDate === null) return "not_assessable";
    if (goal.passed) return isAverageMet(goal.comparator, toDate, goal.value) ? "met" : "missed";
    return ratio === null ? "not_assessable" : paceClass(ratio);
  };
  const found = judge();
  const hasGap = yearsMissing.some((year) => goal.passed || year < latest.timePeriod);
  return {
    ...blank,
    class: found,
    reason: found === "not_assessable" ? "no_pace" : null,
    provisional: hasGap || counted.some(isProvisional),
    latest: {
      timePeriod: latest.timePeriod,
      value: latest.value,
      obsStatus: [...latest.obsStatus],
      confidence: latest.confidence,
    },
    margin: averageMargin(found, goal, growths.slice(0, -1)),
    average,
    otherMethods: withoutOtherMethods(),
  };
}
