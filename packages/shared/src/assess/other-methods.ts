import type { Assessment } from "../schema/assessment.ts";
import { finite, paceClass, ROUNDING, UN_CUT_OFFS } from "./method.ts";
import type { Dated } from "./pace.ts";

type OtherMethod = NonNullable<Assessment["otherMethods"]>[number];

/** Whether compound growth means something between the three values: none is zero, all have one sign. */
const compounds = (...values: number[]): boolean =>
  values.every((value) => value > 0) || values.every((value) => value < 0);

/**
 * Ratio of actual to required compound growth: R = sign(x0)·d·[(xt/x0)^(1/(t−t0)) − 1] / |(T/x0)^(1/(tT−t0)) − 1|.
 * No unit; null for zero, a change of sign, T = x0. Source: Open SDG and Statistics Canada, after Eurostat.
 */
export function cagrRatio(base: Dated, latest: Dated, target: Dated, direction: "lower" | "higher"): number | null {
  if (!compounds(base.value, latest.value, target.value)) return null;
  const rate = (to: Dated) => Math.expm1(Math.log(to.value / base.value) / (to.timePeriod - base.timePeriod));
  const better = Math.sign(base.value) * (direction === "higher" ? 1 : -1);
  return finite((better * rate(latest)) / Math.abs(rate(target)));
}

/**
 * Share of the way from base to target that would be covered by the target year if compound growth went on:
 * v = xt·(xt/x0)^((tT−t)/(t−t0)), q = (v − x0)/(T − x0). No unit; null for zero, a change of sign, T = x0.
 * Source: technical note of the UN's SDG Progress Chart.
 */
export function unProjection(base: Dated, latest: Dated, target: Dated): number | null {
  if (!compounds(base.value, latest.value, target.value)) return null;
  const elapsed = latest.timePeriod - base.timePeriod;
  const left = target.timePeriod - latest.timePeriod;
  const projected = latest.value * (latest.value / base.value) ** (left / elapsed);
  return finite((projected - base.value) / (target.value - base.value));
}

const unClass = (share: number): OtherMethod["class"] => {
  if (share >= UN_CUT_OFFS.onTrack - ROUNDING) return "on_track";
  return share >= UN_CUT_OFFS.fair - ROUNDING ? "fair" : "stagnation";
};

/** Both methods without a result. */
export const withoutOtherMethods = (): OtherMethod[] => [
  { method: "cagr", ratio: null, class: null },
  { method: "un", ratio: null, class: null },
];

/** The two published methods computed beside linear pace, shown where they disagree; ratio and class null where compounding has no meaning. */
export function otherMethods(base: Dated, latest: Dated, target: Dated, direction: "lower" | "higher"): OtherMethod[] {
  const cagr = cagrRatio(base, latest, target, direction);
  const un = unProjection(base, latest, target);
  return [
    { method: "cagr", ratio: cagr, class: cagr === null ? null : paceClass(cagr) },
    { method: "un", ratio: un, class: un === null ? null : unClass(un) },
  ];
}
