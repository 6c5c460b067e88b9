import type { ObsStatus } from "../figure/fields.ts";
import type { Assessment } from "../schema/assessment.ts";
import type { Confidence } from "../schema/observation.ts";
import type { Comparator, TargetKind } from "../schema/target.ts";

/** The part of a target that the rules read. `value` is in the indicator's unit, or a position for `rank_in_group`; years are whole. */
export interface AssessedTarget {
  readonly id: string | null;
  readonly indicator: string | null;
  readonly year: number;
  readonly kind: TargetKind;
  readonly comparator: Comparator | null;
  readonly value: number | null;
  /** Which way the indicator is better; for `rank_in_group` a lower position is better whatever this says. */
  readonly direction: "lower" | "higher";
  readonly baseYear: number;
  /** First and last year of a `period_average`, both included. */
  readonly window?: { readonly from: number; readonly to: number } | null;
  /** The citation that bridges a break in the series. */
  readonly bridge?: string | null;
}

/** One figure of the official compiler, visible in the release asked for. A null value is passed over. */
export interface AssessedFigure {
  readonly timePeriod: number;
  readonly value: number | null;
  readonly obsStatus: readonly ObsStatus[];
  readonly confidence: Confidence;
}

/** The rank of one economy in one edition; `rank` is null where there is none (status M: the publisher does not list it). */
export interface PeerRank {
  readonly edition: number;
  readonly area: string;
  readonly rank: number | null;
  readonly obsStatus: readonly ObsStatus[];
  readonly confidence: Confidence;
  /** The day on which the edition came out; null where it is not known. */
  readonly published: string | null;
}

/** Membership of the group, `to` being its last day (null: still a member). */
export interface Membership {
  readonly area: string;
  readonly from: string;
  readonly to: string | null;
}

/** Input of a `rank_in_group` target: the ranks of `area` and of the group's members, in any order. */
export interface Peers {
  readonly area: string;
  readonly ranks: readonly PeerRank[];
  readonly members: readonly Membership[];
}

/** The recorded state of a `state` target. */
export type RecordedState = "not_started" | "under_way" | "done";

/** Complete input of an assessment; equal inputs give equal assessments. */
export interface AssessmentInput {
  readonly target: AssessedTarget;
  /** In any order, one a year (of two of one year the worse is read). Not read for `rank_in_group` and `state`. */
  readonly observations: readonly AssessedFigure[];
  /** The day from which the measure is discontinued; ignored while the reference date is earlier. */
  readonly discontinuedFrom: string | null;
  /** For `growth` the two compound-growth methods have no result. */
  readonly valueKind?: "rank" | "share" | "growth" | "index" | "count" | "tier" | "state" | null;
  /** Needed for `rank_in_group`. */
  readonly peers?: Peers | null;
  /** Read for `state`. */
  readonly state?: RecordedState | null;
  /** Reference date, `YYYY-MM-DD`. */
  readonly referenceDate: string;
}

/** A usable figure. `worst` differs from `value` only for positions known as an interval, whose best end is `value`. */
export interface Point {
  readonly timePeriod: number;
  readonly value: number;
  readonly worst: number;
  readonly obsStatus: readonly ObsStatus[];
  readonly confidence: Confidence;
}

/** A target that states a measurable threshold, seen from the reference date. */
export interface Goal {
  readonly comparator: Comparator;
  readonly value: number;
  readonly year: number;
  readonly direction: "lower" | "higher";
  readonly baseYear: number;
  readonly bridged: boolean;
  readonly passed: boolean;
  readonly growth: boolean;
}

/** The computed part of an assessment, without the fields copied from the target. */
export type Working = Pick<
  Assessment,
  | "class"
  | "reason"
  | "provisional"
  | "base"
  | "latest"
  | "pace"
  | "margin"
  | "average"
  | "group"
  | "path"
  | "sensitivity"
  | "otherMethods"
  | "last"
>;

/** An assessment with every computed field null. */
export const blank: Working = {
  class: "not_assessable",
  reason: null,
  provisional: false,
  base: null,
  latest: null,
  pace: null,
  margin: null,
  average: null,
  group: null,
  path: null,
  sensitivity: null,
  otherMethods: null,
  last: null,
};
