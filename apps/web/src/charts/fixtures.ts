import type { IndicatorFigures } from "./indicator-state.ts";
import type { ChartFormat, ChartPoint, ChartSeries, ChartTarget } from "./model.ts";

/** Figures as published, for tests and for looking at the charts. Not a source: the seed is. */

/** A figure of a series; a number alone is a plain one. */
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

const unverified = { confidence: "unverified" } as const;
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

const ranks = (
  years: readonly number[],
  values: readonly (number | null)[],
  more: Record<number, Partial<ChartPoint>> = {},
) =>
  years.flatMap((year, index) => {
    const value = values[index];
    return value === null || value === undefined ? [] : [point(year, value, { edition: `${year}`, ...more[year] })];
  });

const giiYears = [2011, 2012, 2013, 2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025];
const egdiYears = [2003, 2004, 2005, 2008, 2010, 2012, 2014, 2016, 2018, 2020, 2022, 2024];

/** Global Innovation Index: annual, two early ranks only recalled, target "maintain the top 40". */
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
  path: [
    { timePeriod: 2020, value: 42 },
    { timePeriod: 2030, value: 40 },
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
  path: null,
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
  path: [
    { timePeriod: 2020, value: 86 },
    { timePeriod: 2030, value: 50 },
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
  path: [
    { timePeriod: 2020, value: 12.66 },
    { timePeriod: 2030, value: 30 },
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
  path: null,
  baseYear: 2020,
  breaks: [{ timePeriod: 2021, cause: "Từ 2021 không tính lao động tự sản, tự tiêu (4,4 triệu người)" }],
};

const asean: [string, string, (number | null)[]][] = [
  ["VNM", "Việt Nam", [97, 112, 105, 91, 90, 83, 99, 89, 88, 86, 86, 71]],
  ["SGP", "Singapore", [12, 8, 7, 23, 11, 10, 3, 4, 7, 11, 12, 3]],
  ["MYS", "Malaysia", [43, 42, 43, 34, 32, 40, 52, 60, 48, 47, 53, 57]],
  ["THA", "Thái Lan", [56, 50, 46, 64, 76, 92, 102, 77, 73, 57, 55, 52]],
  ["PHL", "Philippines", [33, 47, 41, 66, 78, 88, 95, 71, 75, 77, 89, 73]],
  ["IDN", "Indonesia", [70, 85, 96, 106, 109, 97, 106, 116, 107, 88, 77, 64]],
  ["BRN", "Brunei", [55, 63, 73, 87, 68, 54, 86, 83, 59, 60, 68, 75]],
  ["KHM", "Campuchia", [134, 129, 128, 139, 140, 155, 139, 158, 145, 124, 127, 120]],
  ["LAO", "Lào", [149, 144, 147, 156, 151, 153, 152, 148, 162, 167, 159, 152]],
  ["MMR", "Myanmar", [126, 123, 129, 144, 141, 160, 175, 169, 157, 146, 134, 138]],
  ["TLS", "Timor-Leste", [169, 174, 144, 155, 162, 170, 161, 160, 142, 134, 147, 159]],
];

/** EGDI ranks of the eleven members of ASEAN. */
export const egdiPeers = asean.map(([area, name, values]) => ({
  area,
  name,
  shortName: area,
  points: ranks(egdiYears, values),
}));

const giiAsean: [string, string, (number | null)[]][] = [
  ["VNM", "Việt Nam", [51, 76, 76, 71, 52, 59, 47, 45, 42, 42, 44, 48, 46, 44, 44]],
  ["SGP", "Singapore", [3, 3, 7, 7, 7, 6, 7, 5, 8, 8, 8, 7, 5, 4, 5]],
  ["MYS", "Malaysia", [31, 32, 31, 33, 32, 35, 37, 35, 35, 33, 36, 36, 36, 33, 34]],
  ["THA", "Thái Lan", [48, 57, 57, 48, 55, 52, 51, 44, 43, 44, 43, 43, 43, 41, 45]],
  ["PHL", "Philippines", [91, 95, 90, 100, 83, 74, 73, 73, 54, 50, 51, 59, 56, 53, 50]],
  ["IDN", "Indonesia", [99, 100, 85, 86, 97, 88, 87, 85, 85, 85, 87, 75, 61, 54, 55]],
  ["BRN", "Brunei", [75, 53, 74, 88, null, null, 71, 67, 71, 71, 82, 92, 87, 88, 88]],
  ["KHM", "Campuchia", [111, 129, 110, 106, 91, 95, 101, 98, 98, 110, 109, 97, 101, 103, 100]],
  ["LAO", "Lào", [null, 138, null, null, null, null, null, null, null, 113, 117, 112, 110, 111, 109]],
  ["MMR", "Myanmar", [null, null, null, 140, 138, null, null, null, null, 129, 127, 116, null, 125, 122]],
];

const recalled: Record<string, number[]> = {
  SGP: [2013],
  MYS: [2013],
  THA: [2013],
  BRN: [2013, 2018],
  IDN: [2014],
  KHM: [2016, 2024],
  LAO: [2023, 2024],
  MMR: [2024],
};

/** GII ranks of the ASEAN members that WIPO lists, with gaps and with ranks that were only recalled. */
export const giiPeers = giiAsean.map(([area, name, values]) => ({
  area,
  name,
  shortName: area,
  points: ranks(giiYears, values, Object.fromEntries((recalled[area] ?? []).map((year) => [year, unverified]))),
}));
