import type { IndicatorFigures } from "./indicator-parts.ts";
import type { ChartFormat, ChartPoint, ChartSeries, ChartTarget } from "./model.ts";

/** Figures as published, for tests and for looking at the charts. Not a source: the seed is. */

/** A figure; final and sourced by default. */
export const point = (timePeriod: number, value: number | null, more: Partial<ChartPoint> = {}): ChartPoint => ({
  timePeriod,
  value,
  decimals: `${value}`.split(".")[1]?.length ?? 0,
  valueLimit: null,
  obsStatus: ["A"],
  confidence: "sourced",
  rankPool: null,
  edition: null,
  source: "SOURCE",
  ...more,
});

/** From memory, or ambiguous in its source. */
export const unverified = { confidence: "unverified" } as const;
const estimated = { obsStatus: ["E"] } satisfies Partial<ChartPoint>;
const provisional = { obsStatus: ["P"] } satisfies Partial<ChartPoint>;

const target = (year: number, value: number, text: string, more: Partial<ChartTarget> = {}): ChartTarget => ({
  id: `D-${year}`,
  year,
  kind: "level",
  value,
  window: null,
  text,
  ...more,
});

const series = (compiler: string, name: string, official: boolean, points: ChartPoint[]): ChartSeries => ({
  compiler,
  name,
  official,
  points,
});

const vi = (value: number, decimals?: number) =>
  value.toLocaleString("vi-VN", { minimumFractionDigits: decimals, maximumFractionDigits: decimals ?? 2 });

export const rankFormat: ChartFormat = { value: (value) => vi(value), tick: (value) => vi(value) };
export const shareFormat: ChartFormat = {
  value: (value, decimals) => `${vi(value, decimals)}%`,
  tick: (value, decimals) => `${vi(value, decimals)}%`,
};
export const growthFormat: ChartFormat = {
  ...shareFormat,
  value: (value, decimals) => `${vi(value, decimals)}%/năm`,
  label: (value, decimals) => `${vi(value, decimals)}%`,
};
export const indexFormat: ChartFormat = { value: (value) => vi(value, 4), tick: vi };

/** Ranks by edition; null where the edition does not list the area. */
export const ranks = (
  years: readonly number[],
  values: readonly (number | null)[],
  more: Record<number, Partial<ChartPoint>> = {},
) =>
  years.flatMap((year, index) => {
    const value = values[index];
    return value === null || value === undefined ? [] : [point(year, value, { edition: `${year}`, ...more[year] })];
  });

/** Editions of the GII since WIPO took it over. */
export const giiYears = [2011, 2012, 2013, 2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025];
/** Editions of the EGDI: yearly at first, then every second year. */
export const egdiYears = [2003, 2004, 2005, 2008, 2010, 2012, 2014, 2016, 2018, 2020, 2022, 2024];

/** Global Innovation Index: annual, two early ranks unverified, target "maintain the top 40". */
export const gii: IndicatorFigures = {
  valueKind: "rank",
  frequency: "A",
  unit: "",
  series: [
    series("WIPO", "WIPO", true, [
      point(2007, 65, unverified),
      point(2008, 64, { ...unverified, rankPool: 130 }),
      point(2009, 71, { confidence: "derived", rankPool: 132 }),
      ...ranks(giiYears, [51, 76, 76, 71, 52, 59, 47, 45, 42, 42, 44, 48, 46, 44, 44], {
        2020: { rankPool: 131 },
        2025: { rankPool: 139 },
      }),
    ]),
  ],
  targets: [
    target(2030, 40, "≤ 40 năm 2030", { kind: "maintain" }),
    target(2025, 3, "3 nước dẫn đầu ASEAN năm 2025", { kind: "rank_in_group" }),
  ],
  ways: [
    {
      kind: "reference",
      points: [
        { timePeriod: 2020, value: 42 },
        { timePeriod: 2030, value: 40 },
      ],
      text: "đường tham chiếu từ năm 2020",
    },
  ],
  baseYear: 2020,
};

/** Global Cybersecurity Index: irregular editions, ranks ended after 2020, so no path. */
export const gci: IndicatorFigures = {
  valueKind: "rank",
  frequency: "_O",
  unit: "",
  series: [
    series("ITU", "ITU", true, [
      point(2014, 76, { rankPool: 196 }),
      point(2017, 101, { rankPool: 193 }),
      point(2018, 50),
      point(2020, 25, { rankPool: 194 }),
    ]),
  ],
  targets: [target(2025, 40, "≤ 40 năm 2025"), target(2030, 30, "≤ 30 năm 2030")],
  baseYear: 2020,
};

/** E-Government Development Index: two to three years between editions. */
export const egdi: IndicatorFigures = {
  valueKind: "rank",
  frequency: "A2",
  unit: "",
  series: [
    series(
      "UNDESA",
      "UNDESA",
      true,
      ranks(egdiYears, [97, 112, 105, 91, 90, 83, 99, 89, 88, 86, 86, 71], { 2024: { rankPool: 193 } }),
    ),
  ],
  targets: [target(2030, 50, "≤ 50 năm 2030")],
  ways: [
    {
      kind: "reference",
      points: [
        { timePeriod: 2020, value: 86 },
        { timePeriod: 2030, value: 50 },
      ],
      text: "đường tham chiếu từ năm 2020",
    },
  ],
  baseYear: 2020,
  milestones: [
    { id: "resolution-52", date: "2019-09-27", title: "Nghị quyết 52-NQ/TW của Bộ Chính trị" },
    { id: "decision-2289", date: "2020-12-31", title: "Quyết định 2289/QĐ-TTg" },
    { id: "decision-942", date: "2021-06-15", title: "Quyết định 942/QĐ-TTg" },
    { id: "merger", date: "2025-03-01", title: "Hợp nhất các bộ" },
  ],
};

/** Digital economy: two compilers that are five points apart, the latest figure an estimate. */
export const digitalEconomy: IndicatorFigures = {
  valueKind: "share",
  frequency: "A",
  unit: "% GDP",
  series: [
    series("NSO", "Cục Thống kê", true, [
      point(2020, 12.66),
      point(2021, 12.87),
      point(2022, 12.83),
      point(2023, 12.87),
      point(2024, 13.17, estimated),
      point(2025, 14.02, estimated),
    ]),
    series("MIC", "Bộ TT&TT", false, [
      point(2020, 8.2, unverified),
      point(2021, 11.91, provisional),
      point(2022, 14.26, provisional),
      point(2023, 16.5, provisional),
      point(2024, 18.3, provisional),
    ]),
  ],
  targets: [target(2025, 20, "khoảng 20% năm 2025"), target(2030, 30, "khoảng 30% năm 2030")],
  ways: [
    {
      kind: "reference",
      points: [
        { timePeriod: 2020, value: 12.66 },
        { timePeriod: 2030, value: 30 },
      ],
      text: "đường tham chiếu từ năm 2020",
    },
  ],
  baseYear: 2020,
};

/** Labour productivity: a bound ("nearly 5"), a break, targets for the average of a period. */
export const productivity: IndicatorFigures = {
  valueKind: "growth",
  frequency: "A",
  unit: "%/năm, giá so sánh",
  series: [
    series("NSO", "Cục Thống kê", true, [
      point(2015, 6.4),
      point(2016, 5.31),
      point(2017, 6),
      point(2018, 6),
      point(2019, 6.62),
      point(2020, 5, { valueLimit: "<=" }),
      point(2021, 4.71, { obsStatus: ["B"] }),
      point(2022, 4.8),
      point(2023, 3.65),
      point(2024, 5.88),
      point(2025, 6.84, { ...estimated, confidence: "derived" }),
    ]),
  ],
  targets: [
    target(2025, 7, "> 7%/năm, bình\u00a0quân 2021–2025", {
      kind: "period_average",
      window: { from: 2021, to: 2025 },
      shortText: "> 7%/năm",
    }),
    target(2030, 7.5, "> 7,5%/năm, bình\u00a0quân 2021–2030", {
      kind: "period_average",
      window: { from: 2021, to: 2030 },
      shortText: "> 7,5%/năm",
    }),
  ],
  baseYear: 2020,
  breaks: [{ timePeriod: 2021, cause: "Từ 2021 không tính lao động tự sản, tự tiêu (4,4 triệu người)" }],
};
