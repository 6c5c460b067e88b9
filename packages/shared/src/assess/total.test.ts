import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { verdict } from "../schema/assessment.ts";
import { asean } from "./assess.fixture.ts";
import { assess } from "./assess.ts";
import type { AssessmentInput, PeerRank } from "./input.ts";

const statuses = fc.subarray(["A", "B", "D", "E", "F", "M", "P"] as const, { minLength: 1, maxLength: 2 });
const confidences = fc.constantFrom("sourced" as const, "derived" as const, "unverified" as const);
const decimal = fc.integer({ min: -30_000, max: 30_000 }).map((n) => n / 100);
const referenceDate = fc.constantFrom("2024-06-30", "2025-12-31", "2026-01-01", "2031-01-01");

describe("any assessment", () => {
  const anyNumber = fc.oneof(
    fc.double(),
    fc.constantFrom(0, -0, 5e-324, -5e-324, 1.7976931348623157e308, -1.7976931348623157e308, Number.NaN, -100, -101),
    decimal,
  );
  const anyYear = fc.oneof(fc.integer({ min: 2010, max: 2035 }), fc.integer({ min: 1900, max: 2100 }));
  const anyFigure = fc.record({
    timePeriod: anyYear,
    value: fc.option(anyNumber),
    obsStatus: statuses,
    confidence: confidences,
  });
  const rank: fc.Arbitrary<PeerRank> = fc.record({
    edition: fc.integer({ min: 2018, max: 2027 }),
    area: fc.constantFrom("VNM", "SGP", "MYS", "THA", "TLS", "KOR"),
    rank: fc.option(fc.oneof(fc.integer({ min: 1, max: 9 }), anyNumber)),
    obsStatus: statuses,
    confidence: confidences,
    published: fc.option(fc.constantFrom("2020-09-02", "2025-12-01")),
  });
  const anything: fc.Arbitrary<AssessmentInput> = fc.record({
    target: fc.record({
      id: fc.constant(null),
      indicator: fc.constant(null),
      year: anyYear,
      kind: fc.constantFrom("level", "maintain", "count", "period_average", "rank_in_group", "state", "wording"),
      comparator: fc.option(fc.constantFrom("<=", "<", ">=", ">"), { freq: 10 }),
      value: fc.option(anyNumber, { freq: 10 }),
      direction: fc.constantFrom("lower", "higher"),
      baseYear: anyYear,
      window: fc.option(
        fc.tuple(anyYear, anyYear).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) })),
        { freq: 10 },
      ),
      bridge: fc.constantFrom(null, "", "a note"),
    }),
    observations: fc.array(anyFigure, { maxLength: 12 }),
    discontinuedFrom: fc.option(fc.constantFrom("2024-09-12", "2030-01-01"), { freq: 3 }),
    valueKind: fc.constantFrom("growth", "share", null),
    peers: fc.option(
      fc.record({ area: fc.constant("VNM"), members: fc.constant(asean), ranks: fc.array(rank, { maxLength: 25 }) }),
      { freq: 10 },
    ),
    state: fc.constantFrom(null, "not_started", "under_way", "done"),
    referenceDate,
  });

  const numbersIn = (value: unknown): number[] => {
    if (typeof value === "number") return [value];
    return value !== null && typeof value === "object" ? Object.values(value).flatMap(numbersIn) : [];
  };

  test("holds no NaN, no Infinity and no −0, and fits the schema", () => {
    fc.assert(
      fc.property(anything, (of) => {
        const found = assess(of);
        for (const number of numbersIn(found)) expect(Number.isFinite(number) && !Object.is(number, -0)).toBe(true);
        expect(verdict.parse(found)).toEqual(found);
        expect(found.reason === null).toBe(found.class !== "not_assessable");
      }),
      { numRuns: 5000 },
    );
  });

  test("does not depend on the order of figures, ranks and members, also with two of one year", () => {
    fc.assert(
      fc.property(anything, (of) => {
        const backwards = {
          ...of,
          observations: of.observations.toReversed(),
          peers: of.peers && {
            ...of.peers,
            ranks: of.peers.ranks.toReversed(),
            members: of.peers.members.toReversed(),
          },
        };
        expect(assess(backwards)).toEqual(assess(of));
      }),
      { numRuns: 2000 },
    );
  });

  test("is not changed by an unverified rank or a forecast of one", () => {
    fc.assert(
      fc.property(anything, rank, fc.boolean(), (of, row, forecast) => {
        if (!of.peers) return;
        const ignored: PeerRank = forecast ? { ...row, obsStatus: ["F"] } : { ...row, confidence: "unverified" };
        // Of an edition that is already there: the day it came out is read from every row.
        fc.pre(of.peers.ranks.some(({ edition }) => edition === row.edition));
        const peers = { ...of.peers, ranks: [...of.peers.ranks, { ...ignored, published: null }] };
        expect(assess({ ...of, peers })).toEqual(assess(of));
      }),
      { numRuns: 2000 },
    );
  });

  test("leaves its input as it was", () => {
    fc.assert(
      fc.property(anything, (of) => {
        const before = structuredClone(of);
        assess(of);
        expect(of).toEqual(before);
      }),
      { numRuns: 400 },
    );
  });
});
