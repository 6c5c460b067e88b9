import type { PublishedFigure } from "../figure/figure.ts";
import type { CheckContext, ProposedFigure } from "./checks.ts";

/** GII 2026 as a contributor would enter it. */
export const proposed: ProposedFigure = {
  kind: "enter",
  indicator: "GII_RANK",
  compiler: "WIPO",
  refArea: "VNM",
  timePeriod: 2026,
  value: "43",
  valueLimit: null,
  obsStatus: ["A"],
  confidence: "sourced",
  rankPool: 139,
  source: "GII2026-WIPO",
  newSource: null,
  edition: "GII 2026",
  published: "2026-09-16",
  obsComVi: null,
  obsComEn: null,
  publishedPrecision: null,
  reason: null,
  reasonText: null,
  confirmation: null,
  place: "p. 19",
};

/** What it is checked against: six editions, nothing published for 2026. */
export const context: CheckContext = {
  indicator: {
    code: "GII_RANK",
    range: { min: 1, max: 200 },
    valueKind: "rank",
    decimals: 0,
    compiler: "WIPO",
    discontinued: null,
  },
  knows: { compiler: true, area: true, source: true },
  current: null,
  series: [42, 44, 48, 46, 44, 44].map((value, i) => ({ timePeriod: 2020 + i, value })),
  limits: null,
  duplicateOf: null,
  today: "2026-11-21",
};

/** The same figure, published. */
export const published: PublishedFigure = {
  indicator: proposed.indicator,
  compiler: proposed.compiler,
  refArea: proposed.refArea,
  timePeriod: proposed.timePeriod,
  value: proposed.value,
  valueLimit: proposed.valueLimit,
  obsStatus: proposed.obsStatus,
  confidence: proposed.confidence,
  rankPool: proposed.rankPool,
  source: proposed.source,
  edition: proposed.edition,
  published: proposed.published,
  obsComVi: null,
  obsComEn: null,
  publishedPrecision: null,
  release: 63,
};
