import type { ObsStatus } from "@moc2030/shared/figure/fields";
import type { IndicatorDefinition } from "@moc2030/shared/schema/indicator";
import type { Confidence, Observation } from "@moc2030/shared/schema/observation";
import type { Target } from "@moc2030/shared/schema/target";

/** Kind of value, which decides the axis direction and tick spacing. */
export type ValueKind = IndicatorDefinition["valueKind"];
/** Frequency of editions: annual, biennial, irregular. */
export type Frequency = IndicatorDefinition["frequency"];

/** A figure; the API's observations are assignable. */
export type ChartPoint = Pick<
  Observation,
  "timePeriod" | "value" | "decimals" | "valueLimit" | "obsStatus" | "confidence" | "rankPool" | "edition" | "source"
>;

/** The figures of one compiler for one area. Exactly one series of a chart is the official one. */
export type ChartSeries = {
  compiler: string;
  /** Short name for the end of the line ("Cục Thống kê"). */
  name: string;
  /** For narrow charts ("WB", "bộ"). */
  shortName?: string | undefined;
  official: boolean;
  points: readonly ChartPoint[];
};

/** A target with its label ("≤ 40 năm 2030"); otherwise as in the API. */
export type ChartTarget = Pick<Target, "id" | "year" | "kind" | "value" | "window"> & {
  text: string;
  /** For narrow charts, where the mark's position gives the year ("≤ 40", "> 7%/năm"). */
  shortText?: string | undefined;
};

/** A computed value of a year, as in an assessment. */
export type PathPoint = { timePeriod: number; value: number };

/** A computed line: `reference` path from the base year, `needed` path from the latest figure, or `average` so far. */
export type ChartWay = {
  kind: "reference" | "needed" | "average";
  points: readonly PathPoint[];
  /** Its name, written on the chart ("đường tham chiếu từ năm 2020"). */
  text: string;
  shortText?: string | undefined;
};

/** A break in series before `timePeriod`, drawn as a hairline half a year earlier. */
export type ChartBreak = { timePeriod: number; cause: string };

/** A dated event; `date` may be a year, a month or a day (ISO 8601). */
export type ChartMilestone = { id: string; date: string; title: string };

/** Number formats in the page's language. */
export type ChartFormat = {
  /**
   * A value with its unit: `14,02%`, `5,88%/năm`, `0,7709`, `44`; `decimals` as published, none for a computed value
   * (a point of the path). A rank comes without its pool and a bound without its sign: the chart adds them.
   */
  value: (value: number, decimals?: number) => string;
  /** A shorter value for labels, since the axis has the unit: `5,88%`. Default: `value`. */
  label?: (value: number, decimals?: number) => string;
  /** A tick of the value axis, with the decimals that the tick spacing needs: `12%`, `0,6`. */
  tick: (value: number, decimals: number) => string;
  /** Name of a source by id, for the tooltip. Default: the id. */
  source?: (id: string) => string;
};

/** Texts of the chart itself (words/words.ts). */
export type ChartWords = {
  rankAxis: string;
  target: string;
  /** Shown if a value axis other than a rank's does not start at zero. */
  axisFrom: (tick: string) => string;
  /** Shown if figures before a break are on another scale and omitted. */
  otherScale: (from: number, to: number) => string;
  edition: (edition: string) => string;
  source: (source: string) => string;
  /** Flags as words; null for a flag that is not shown (A, normal value). */
  flags: Record<ObsStatus, string | null>;
  confidence: Record<Confidence, string | null>;
  limit: Record<"<=" | ">=", string>;
  milestones: string;
};

/** Props of every chart besides its data. */
export type ChartFrame = {
  /** Id of the element that holds the title ("EGDI: 86 → 71 …"), rendered by the page. */
  titleId: string;
  /** Id of the text summary or of the table with the same data. */
  descriptionId?: string | undefined;
  words: ChartWords;
  format: ChartFormat;
  /** Height of each drawing, in pixels. */
  height?: number | undefined;
};
