import type { ObsStatus } from "../figure/fields.ts";
import type { Confidence } from "../schema/observation.ts";
import type { AssessedFigure, AssessedTarget, AssessmentInput, Membership, PeerRank } from "./input.ts";

/** Figures for the tests: a value a year, all with one status and one confidence. */
export const figures = (
  values: Record<number, number>,
  obsStatus: ObsStatus[] = ["A"],
  confidence: Confidence = "sourced",
): AssessedFigure[] =>
  Object.entries(values).map(([year, value]) => ({ timePeriod: Number(year), value, obsStatus, confidence }));

/** A target for the tests: from 2020 to at least 100 in 2030. */
const levelTarget: AssessedTarget = {
  id: null,
  indicator: null,
  year: 2030,
  kind: "level",
  comparator: ">=",
  value: 100,
  direction: "higher",
  baseYear: 2020,
};

/** An input for the tests, judged as of 2026-11-21. */
export const input = (
  target: Partial<AssessedTarget>,
  observations: readonly AssessedFigure[],
  more: Partial<AssessmentInput> = {},
): AssessmentInput => ({
  target: { ...levelTarget, ...target },
  observations,
  discontinuedFrom: null,
  referenceDate: "2026-11-21",
  ...more,
});

/** Ranks of one edition for the tests; null stands for "not listed" (status M). */
export const edition = (year: number, published: string | null, ranks: Record<string, number | null>): PeerRank[] =>
  Object.entries(ranks).map(([area, rank]) => ({
    edition: year,
    area,
    rank,
    obsStatus: [rank === null ? "M" : "A"],
    confidence: "sourced",
    published,
  }));

/** ASEAN by date of membership. */
export const asean: Membership[] = [
  ...["IDN", "MYS", "PHL", "SGP", "THA"].map((area) => ({ area, from: "1967-08-08", to: null })),
  { area: "BRN", from: "1984-01-07", to: null },
  { area: "VNM", from: "1995-07-28", to: null },
  ...["LAO", "MMR"].map((area) => ({ area, from: "1997-07-23", to: null })),
  { area: "KHM", from: "1999-04-30", to: null },
  { area: "TLS", from: "2025-10-26", to: null },
];
