import type { IndicatorDefinition } from "./indicator.ts";
import type { TargetDefinition } from "./target.ts";

const both = (vi: string, en = vi) => ({ vi, en });

/** A rank, lower is better. */
export const anIndicator = (some: Partial<IndicatorDefinition> = {}): IndicatorDefinition => ({
  code: "GII_RANK",
  order: 10,
  name: both("Thứ hạng GII", "GII rank"),
  shortName: both("Thứ hạng GII", "GII rank"),
  topic: both("GII"),
  definition: both("Thứ hạng trong ấn bản", "Rank in the edition"),
  unitMeasure: "RANK",
  unit: both("hạng", "rank"),
  decimals: 0,
  direction: "lower",
  frequency: "A",
  range: { min: 1, max: 200 },
  valueKind: "rank",
  role: "headline",
  companion: null,
  pillar: both("Xếp hạng quốc tế", "International standing"),
  compiler: "WIPO",
  poolNoun: both("nền kinh tế", "economies"),
  responsible: [],
  schedule: null,
  discontinued: null,
  breaks: [],
  notes: [],
  compilerNote: null,
  ...some,
});

/** At most 40 by 2030, from 2020. */
export const aTarget = (some: Partial<TargetDefinition> = {}): TargetDefinition => ({
  id: "D2289-2030-GII_RANK",
  indicator: "GII_RANK",
  document: "D2289",
  year: 2030,
  kind: "level",
  comparator: "<=",
  value: 40,
  qualifier: null,
  baseYear: 2020,
  window: null,
  group: null,
  clause: null,
  wordingBasis: "press",
  source: "S",
  confidence: "sourced",
  inForceFrom: "2020-12-31",
  inForceTo: null,
  bridge: null,
  wording: both("thuộc nhóm 40 nước dẫn đầu", "top 40"),
  baseYearReason: both("2020 là năm ban hành", "2020 is the year of issue"),
  note: null,
  ...some,
});
