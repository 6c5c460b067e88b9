/** Cut-offs of the pace ratio, as Eurostat sets them and Statistics Canada and Open SDG publish them. */
export const CUT_OFFS = { onTrack: 0.95, behind: 0.6, offTrack: 0 } as const;

/** Cut-offs of the projected share of the way in the UN's SDG Progress Chart. */
export const UN_CUT_OFFS = { onTrack: 0.95, fair: 0.1 } as const;

/** Years that a series can have; the schemas refuse others. */
export const YEARS = { first: 1900, last: 2100 } as const;

/** Tolerance for binary rounding of decimal figures: a result this close to a cut-off is on it. */
export const ROUNDING = 1e-9;

/** Classes that a pace ratio can lead to, best first. */
export type PaceClass = "on_track" | "behind" | "off_track" | "moving_away";

/** Class of a pace ratio: on_track ≥ 0.95, behind ≥ 0.60, off_track ≥ 0, moving_away below. Source: Eurostat's SDI monitoring method. */
export function paceClass(ratio: number): PaceClass {
  if (ratio >= CUT_OFFS.onTrack - ROUNDING) return "on_track";
  if (ratio >= CUT_OFFS.behind - ROUNDING) return "behind";
  return ratio >= CUT_OFFS.offTrack ? "off_track" : "moving_away";
}

/** `value` without a negative zero; null where it is not a finite number. */
export const finite = (value: number | null): number | null =>
  value === null || !Number.isFinite(value) ? null : value + 0;
