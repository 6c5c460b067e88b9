import type {
  ChartBreak,
  ChartMilestone,
  ChartSeries,
  ChartTarget,
  ChartWay,
  Frequency,
  PathPoint,
  ValueKind,
} from "./model.ts";
import type { Mark } from "./runs.ts";

/** Data of an indicator chart, as props. */
export type IndicatorFigures = {
  valueKind: ValueKind;
  frequency: Frequency;
  unit: string;
  series: readonly ChartSeries[];
  targets: readonly ChartTarget[];
  ways?: readonly ChartWay[] | undefined;
  /** The reader's assumed figure (what-if). */
  assumed?: (PathPoint & { text: string }) | null | undefined;
  baseYear?: number | null | undefined;
  breaks?: readonly ChartBreak[] | undefined;
  milestones?: readonly ChartMilestone[] | undefined;
  editions?: readonly number[] | undefined;
};

/** Figures drawn as one line; `key` is its column in the rows. */
export type Run = { key: string; series: ChartSeries; marks: Mark[] };
/** A target for a single year, drawn as a diamond. */
export type TargetMark = { key: string; year: number; value: number; text: string; shortText?: string | undefined };
/** A target for the average of a period, drawn as a horizontal line. */
export type AverageMark = {
  key: string;
  from: number;
  to: number;
  value: number;
  text: string;
  shortText?: string | undefined;
};
/** A computed line; `key` is its column in the rows. */
export type Way = ChartWay & { key: string };
/** The assumed figure; `key` is its column in the rows. */
export type AssumedMark = PathPoint & { key: string; text: string };
/** A milestone with its number and its `x` in years. */
export type NumberedMilestone = ChartMilestone & { number: number; x: number };
