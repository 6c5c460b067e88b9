import type { ObsStatus } from "@moc2030/shared/figure/fields";
import type { IndicatorDefinition } from "@moc2030/shared/schema/indicator";
import type { Confidence, Observation } from "@moc2030/shared/schema/observation";
import type { Target } from "@moc2030/shared/schema/target";

/** What the number is: decides the direction of the axis and how its ticks are spaced. */
export type ValueKind = IndicatorDefinition["valueKind"];
/** How often an edition comes out: annual, biennial, irregular. */
export type Frequency = IndicatorDefinition["frequency"];

/** One figure. An observation of the API fits as it is. */
export type ChartPoint = Pick<
  Observation,
  "timePeriod" | "value" | "decimals" | "valueLimit" | "obsStatus" | "confidence" | "rankPool" | "edition" | "source"
>;

/** The figures of one compiler for one area. Exactly one series of a chart is the official one. */
export type ChartSeries = {
  compiler: string;
  /** Written at the end of the line; short ("Cục Thống kê"). */
  name: string;
  /** For narrow charts ("WB", "bộ"). */
  shortName?: string | undefined;
  official: boolean;
  points: readonly ChartPoint[];
};

/** A target as a mark; `text` stands beside it ("≤ 40 năm 2030"). A target of the API fits with `text` added. */
export type ChartTarget = Pick<Target, "id" | "year" | "kind" | "value" | "window"> & {
  text: string;
  /** For narrow charts, where the mark's place already tells the year ("≤ 40", "> 7%/năm"). */
  shortText?: string | undefined;
};

/** A computed value of a year, as an assessment gives it. */
export type PathPoint = { timePeriod: number; value: number };

/** A computed line: the path from the base year, what is needed each year from the latest figure on, the average so far. */
export type ChartWay = {
  kind: "reference" | "needed" | "average";
  points: readonly PathPoint[];
  /** Its name, written on the chart ("đường tham chiếu từ năm 2020"). */
  text: string;
  shortText?: string | undefined;
};

/** From `timePeriod` on the measure is another one; the hairline stands half a year before it. */
export type ChartBreak = { timePeriod: number; cause: string };

/** A dated event; `date` may be a year, a month or a day (ISO 8601). */
export type ChartMilestone = { id: string; date: string; title: string };

/** How numbers are written, in the language of the page. */
export type ChartFormat = {
  /**
   * A value with its unit: `14,02%`, `5,88%/năm`, `0,7709`, `44`; `decimals` as published, none for a computed value
   * (a point of the path). A rank comes without its pool and a bound without its sign: the chart adds them.
   */
  value: (value: number, decimals?: number) => string;
  /** The value as written at a dot, where the unit over the axis allows less: `5,88%`. Default: `value`. */
  label?: (value: number, decimals?: number) => string;
  /** A tick of the value axis with as many decimals as the spacing of the ticks needs: `12%`, `0,6`. */
  tick: (value: number, decimals: number) => string;
  /** The name of a source by its id, for the tooltip; without it the id is shown. */
  source?: (id: string) => string;
};

/** The chart's own words; `words.ts` has both languages. */
export type ChartWords = {
  rankAxis: string;
  target: string;
  /** Said where a value axis that is no rank's does not begin at zero. */
  axisFrom: (tick: string) => string;
  /** Said where figures before a break are on another scale and not drawn. */
  otherScale: (from: number, to: number) => string;
  edition: (edition: string) => string;
  source: (source: string) => string;
  /** Flags said in words; null where a flag needs none (A, a plain figure). */
  flags: Record<ObsStatus, string | null>;
  confidence: Record<Confidence, string | null>;
  limit: Record<"<=" | ">=", string>;
  milestones: string;
};

/** What every chart on a page needs besides its figures. */
export type ChartFrame = {
  /** Id of the element that holds the title ("EGDI: 86 → 71 …"), rendered by the page. */
  titleId: string;
  /** Id of the written summary or of the table twin. */
  descriptionId?: string | undefined;
  words: ChartWords;
  format: ChartFormat;
  /** Pixels of each drawing. */
  height?: number | undefined;
};
