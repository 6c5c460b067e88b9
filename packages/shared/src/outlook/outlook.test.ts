import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { figures, input } from "../assess/assess.fixture.ts";
import type { AssessedFigure, AssessedTarget } from "../assess/input.ts";
import { assessment, assessmentPreview } from "../schema/assessment.ts";
import { assessPreview, assessWithOutlook, type OutlookInput } from "./outlook.ts";

// biome-ignore format: one line a series
const GII = figures({ 2010: 71, 2011: 51, 2012: 76, 2013: 76, 2014: 71, 2015: 52, 2016: 59, 2017: 47, 2018: 45, 2019: 42, 2020: 42, 2021: 44, 2022: 48, 2023: 46, 2024: 44, 2025: 44 });
// biome-ignore format: one line a series
const EGDI = figures({ 2003: 97, 2004: 112, 2005: 105, 2008: 91, 2010: 90, 2012: 83, 2014: 99, 2016: 89, 2018: 88, 2020: 86, 2022: 86, 2024: 71 });
const DIGITAL_ECONOMY = [
  ...figures({ 2020: 12.66, 2021: 12.87, 2022: 12.83, 2023: 12.87 }, ["P"]),
  ...figures({ 2024: 13.17, 2025: 14.02 }, ["E"]),
];
const PRODUCTIVITY = [
  ...figures({ 2015: 6.4, 2016: 5.31, 2017: 6, 2018: 6, 2019: 6.62, 2020: 5 }, ["P"]),
  ...figures({ 2021: 4.71 }, ["B", "P"]),
  ...figures({ 2022: 4.8, 2023: 3.65, 2024: 5.88 }, ["P"]),
  ...figures({ 2025: 6.84 }, ["E"]),
];

type Of = (
  target: Partial<AssessedTarget>,
  observations: AssessedFigure[],
  more?: Partial<OutlookInput>,
) => OutlookInput;
const share: Of = (target, observations, more) => input(target, observations, { valueKind: "share", ...more });
const rank: Of = (target, observations, more) =>
  input({ comparator: "<=", direction: "lower", ...target }, observations, { valueKind: "rank", ...more });
const average: Of = (target, observations, more) =>
  input(
    { kind: "period_average", comparator: ">", value: 7.5, window: { from: 2021, to: 2030 }, ...target },
    observations,
    { valueKind: "growth", ...more },
  );
const outlook = (of: OutlookInput) => {
  const found = assessWithOutlook(of);
  expect(assessment.parse(found)).toEqual(found);
  return found.outlook;
};
const rounded = (value: unknown): unknown => {
  if (typeof value === "number") return Math.round(value * 1e4) / 1e4;
  if (Array.isArray(value)) return value.map(rounded);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, rounded(one)]));
};
const years = (from: number, ...values: number[]) => values.map((value, i) => ({ timePeriod: from + i, value }));

describe("the outlook of the targets for 2030, as of 2026-11-21", () => {
  const digital = share({ value: 30 }, DIGITAL_ECONOMY);
  const egdi = rank({ value: 50 }, EGDI, { referenceClass: { from: 2008 } });
  const gii = rank({ kind: "maintain", value: 40 }, GII, { referenceClass: { from: 2011 } });

  test("digital economy: no year on record made the 3.196 points that are needed", () =>
    expect(rounded(outlook(digital))).toEqual({
      catchUp: years(2026, 17.216, 20.412, 23.608, 26.804, 30),
      continuation: { value: 15.38, gap: -14.62, satisfies: false },
      record: { needed: 3.196, best: { from: 2024, to: 2025, perYear: 0.85 }, reached: 0, of: 5, since: 2020 },
      othersLikeUs: null,
    }));

  test("productivity: every year that is left needs the same rate, more than any year on record", () =>
    expect(rounded(outlook(average({}, PRODUCTIVITY)))).toEqual({
      catchUp: years(2026, 9.8813, 9.8813, 9.8813, 9.8813, 9.8813),
      continuation: { value: 5.1703, gap: -2.3297, satisfies: false },
      record: { needed: 9.8813, best: { from: 2025, to: 2025, perYear: 6.84 }, reached: 0, of: 11, since: 2015 },
      othersLikeUs: null,
    }));

  test("EGDI: 3.5 places a year were reached in three of eight steps since 2008, one of them exactly", () =>
    expect(rounded(outlook(egdi))).toEqual({
      catchUp: years(2025, 67.5, 64, 60.5, 57, 53.5, 50),
      continuation: null,
      record: { needed: 3.5, best: { from: 2022, to: 2024, perYear: 7.5 }, reached: 3, of: 8, since: 2008 },
      othersLikeUs: null,
    }));

  test("GII: editions before 2011 followed another method and are not on the record", () => {
    expect(rounded(outlook(gii))).toEqual({
      catchUp: years(2026, 43.2, 42.4, 41.6, 40.8, 40),
      continuation: null,
      record: { needed: 0.8, best: { from: 2014, to: 2015, perYear: 19 }, reached: 7, of: 14, since: 2011 },
      othersLikeUs: null,
    });
    expect(outlook({ ...gii, referenceClass: null })?.record).toMatchObject({ best: { perYear: 20 }, since: 2010 });
  });

  test("as of the end of 2024 nothing of 2025 is used", () => {
    const then = rank(
      { kind: "maintain", value: 40 },
      GII.filter((f) => f.timePeriod < 2025),
      {
        referenceClass: { from: 2011 },
        referenceDate: "2024-12-31",
      },
    );
    expect(rounded(outlook(then))).toMatchObject({
      catchUp: years(2025, 43.3333, 42.6667, 42, 41.3333, 40.6667, 40),
      record: { needed: 0.6667, of: 13 },
    });
  });
});

describe("the record", () => {
  const record = (values: Record<number, number>, value = 40) => outlook(share({ value }, figures(values)))?.record;

  test("divides a step over several years by the years, and of equal ones names the latest", () =>
    expect(record({ 2015: 0, 2018: 6, 2020: 10, 2021: 10.5, 2023: 14.5 })?.best).toEqual({
      from: 2021,
      to: 2023,
      perYear: 2,
    }));

  test("leaves a step out that ends in a break, not one that begins in it", () => {
    const observations = [...figures({ 2018: 1 }), ...figures({ 2019: 9 }, ["B"]), ...figures({ 2020: 10, 2025: 12 })];
    expect(outlook(share({ value: 40 }, observations))?.record).toMatchObject({
      best: { from: 2019, to: 2020, perYear: 1 },
      of: 2,
      since: 2018,
    });
  });

  test("counts an improvement that equals the needed one but for binary rounding", () =>
    expect(record({ 2019: 0.1, 2020: 0.4, 2029: 10.2 }, 10.5)).toMatchObject({ reached: 2, of: 2 }));

  test("has no best where there is no step: nothing is assessed on one figure", () =>
    expect(record({ 2020: 10 })).toBeUndefined());

  test("counts a yearly growth with a limit, or after a break, with its number", () =>
    expect(outlook(average({}, [...figures({ 2021: 12 }, ["B"]), ...figures({ 2022: 5 })]))?.record).toMatchObject({
      best: { from: 2021, to: 2021, perYear: 12 },
      of: 2,
    }));
});

describe("there is no outlook", () => {
  test.each([
    ["once the target is met", share({ value: 14 }, DIGITAL_ECONOMY)],
    ["once its year has passed", share({ value: 20, year: 2025 }, DIGITAL_ECONOMY)],
    ["without a second figure", share({}, figures({ 2020: 1 }))],
    ["across a break", share({}, [...figures({ 2020: 1 }), ...figures({ 2022: 2 }, ["B"])])],
    ["for a discontinued measure", share({}, DIGITAL_ECONOMY, { discontinuedFrom: "2024-09-12" })],
    ["for a state", share({ kind: "state", value: null, comparator: null }, [], { state: "under_way" })],
    ["for a wording", share({ kind: "wording", value: null, comparator: null }, DIGITAL_ECONOMY)],
    ["when no year is left", share({}, figures({ 2020: 1, 2030: 50 }))],
    ["for an average whose years are all there", average({ window: { from: 2024, to: 2025 } }, PRODUCTIVITY)],
  ])("%s", (_, of) => expect(outlook(of)).toBeNull());
});

test.each(["rank", "tier", "state", null] as const)("a value of kind %s is not continued", (valueKind) =>
  expect(outlook(share({}, DIGITAL_ECONOMY, { valueKind }))?.continuation).toBeNull(),
);

describe("an outlook", () => {
  const RUNS = { numRuns: 400 };
  const decimal = fc.integer({ min: -30_000, max: 30_000 }).map((n) => n / 100);
  const someFigures = fc.uniqueArray(
    fc.record({
      timePeriod: fc.integer({ min: 2014, max: 2029 }),
      value: decimal,
      obsStatus: fc.subarray(["A", "B", "E", "P"] as const, { minLength: 1, maxLength: 2 }),
      confidence: fc.constantFrom("sourced" as const, "derived" as const),
    }),
    { selector: ({ timePeriod }) => timePeriod, maxLength: 10 },
  );
  const level = fc
    .tuple(someFigures, decimal, fc.constantFrom(">=" as const, "<" as const), fc.constantFrom("share", "rank"))
    .map(([observations, value, comparator, valueKind]) =>
      share({ value, comparator, direction: comparator === "<" ? "lower" : "higher" }, observations, {
        valueKind: valueKind as "share" | "rank",
      }),
    );

  test("ends its catch-up path on the target in the target year, one value a year", () =>
    fc.assert(
      fc.property(level, (of) => {
        const { outlook: found, latest, pace } = assessWithOutlook(of);
        if (!found) return;
        expect(found.catchUp?.at(-1)).toEqual({ timePeriod: 2030, value: of.target.value });
        expect(found.catchUp).toHaveLength(2030 - (latest?.timePeriod ?? 0));
        expect(found.continuation === null).toBe(of.valueKind === "rank" || pace?.soFarPerYear === null);
      }),
      RUNS,
    ));

  test("is not changed by an unverified figure or a forecast", () =>
    fc.assert(
      fc.property(level, decimal, fc.integer({ min: 2030, max: 2032 }), fc.boolean(), (of, value, year, forecast) => {
        const ignored: AssessedFigure = {
          ...{ timePeriod: forecast ? year : year - 3, value },
          ...(forecast
            ? { obsStatus: ["F"], confidence: "sourced" as const }
            : { obsStatus: ["A"], confidence: "unverified" as const }),
        };
        const without = of.observations.filter((f) => f.timePeriod !== ignored.timePeriod);
        const [a, b] = [without, [...without, ignored]].map((observations) =>
          assessWithOutlook({ ...of, observations }),
        );
        expect(b).toEqual(a);
      }),
      RUNS,
    ));

  test("scales with the unit of a share in its path, continuation and record, and in nothing else", () =>
    fc.assert(
      fc.property(level, fc.constantFrom(0.001, 0.37, 3.6, 1000), (of, unit) => {
        const scaled = {
          ...of,
          target: { ...of.target, value: (of.target.value as number) * unit },
          observations: of.observations.map((f) => ({ ...f, value: (f.value as number) * unit })),
        };
        const [a, b] = [assessWithOutlook(of).outlook, assessWithOutlook(scaled).outlook];
        const near = (found: number | undefined, expected: number | undefined) => {
          if (expected === undefined) expect(found).toBeUndefined();
          else expect(Math.abs((found as number) - expected * unit)).toBeLessThan(1e-9 * unit * 1e3);
        };
        expect(a === null).toBe(b === null);
        expect(b?.catchUp?.map((p) => p.timePeriod)).toEqual(a?.catchUp?.map((p) => p.timePeriod));
        a?.catchUp?.forEach(({ value }, i) => {
          near(b?.catchUp?.[i]?.value, value);
        });
        near(b?.continuation?.value, a?.continuation?.value);
        near(b?.continuation?.gap, a?.continuation?.gap);
        expect(b?.continuation?.satisfies).toBe(a?.continuation?.satisfies);
        near(b?.record?.needed, a?.record?.needed);
        near(b?.record?.best?.perYear, a?.record?.best?.perYear);
        const counted = (o: typeof a) =>
          o?.record && [o.record.reached, o.record.of, o.record.since, o.record.best?.from, o.record.best?.to];
        expect(counted(b)).toEqual(counted(a));
      }),
      RUNS,
    ));
});

describe("a preview", () => {
  const body = {
    target: { year: 2030, kind: "level", comparator: "<=", value: 50, direction: "lower", baseYear: 2020 },
    observations: [
      { timePeriod: 2024, value: 71 },
      { timePeriod: 2020, value: 86 },
    ],
  };
  const preview = (more: object = {}) => assessPreview(assessmentPreview.parse({ ...body, ...more }), "2026-11-21");

  test("gives the same assessment, without target id and indicator, as of today", () => {
    const found = preview();
    expect(found).toMatchObject({ targetId: null, indicator: null, class: "on_track", referenceDate: "2026-11-21" });
    expect(assessment.parse(found)).toEqual(found);
  });

  test("follows asOf and discontinued", () => {
    const found = preview({ discontinued: true, asOf: "2025-01-01" });
    expect(found).toMatchObject({ reason: "discontinued", referenceDate: "2025-01-01", outlook: null });
    expect(found.last).toEqual({ timePeriod: 2024, value: 71, satisfies: false });
  });

  test("has its outlook; the pace is continued where the kind of value says that it may be", () => {
    expect(preview().outlook).toMatchObject({ catchUp: { length: 6 }, continuation: null, record: { needed: 3.5 } });
    expect(preview({ target: { ...body.target, valueKind: "share" } }).outlook?.continuation).toEqual({
      value: 48.5,
      gap: 1.5,
      satisfies: true,
    });
    const observations = [{ timePeriod: 2010, value: 99 }, ...body.observations];
    const target = { ...body.target, referenceClass: { from: 2015 } };
    expect(preview({ observations }).outlook?.record).toMatchObject({ of: 2, since: 2010 });
    expect(preview({ observations, target }).outlook?.record).toMatchObject({ of: 1, since: 2020 });
  });
});
