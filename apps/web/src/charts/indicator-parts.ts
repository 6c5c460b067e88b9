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

/** The figures of an indicator chart, as the page gives them. */
export type IndicatorFigures = {
  valueKind: ValueKind;
  frequency: Frequency;
  unit: string;
  series: readonly ChartSeries[];
  targets: readonly ChartTarget[];
  ways?: readonly ChartWay[] | undefined;
  /** A figure that is only assumed. */
  assumed?: (PathPoint & { text: string }) | null | undefined;
  baseYear?: number | null | undefined;
  breaks?: readonly ChartBreak[] | undefined;
  milestones?: readonly ChartMilestone[] | undefined;
  editions?: readonly number[] | undefined;
};

/** Figures that are drawn as one line; `key` is the column of the rows that holds them. */
export type Run = { key: string; series: ChartSeries; marks: Mark[] };
/** A target of a year, drawn as a diamond. */
export type TargetMark = { key: string; year: number; value: number; text: string; shortText?: string | undefined };
/** A target for the average of a period, drawn as a horizontal line over it. */
export type AverageMark = {
  key: string;
  from: number;
  to: number;
  value: number;
  text: string;
  shortText?: string | undefined;
};
/** A computed line; `key` is its column of the rows. */
export type Way = ChartWay & { key: string };
/** A figure that is only assumed, beside those that are known. */
export type AssumedMark = PathPoint & { key: string; text: string };
/** A milestone with its number and its place on the year axis. */
export type NumberedMilestone = ChartMilestone & { number: number; x: number };
