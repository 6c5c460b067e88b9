import { describe, expect, test } from "vitest";
import type { ObsStatus } from "../figure/fields.ts";
import { asean, edition, figures } from "./assess.fixture.ts";
import { assess } from "./assess.ts";
import type { AssessedFigure, AssessedTarget, AssessmentInput, Peers } from "./input.ts";
import { integerMargin } from "./pace.ts";

/** The verdict table of docs/method.md: all of Decision 2289 on the figures known on 2026-11-21. */
const REFERENCE_DATE = "2026-11-21";

const series = (values: Record<number, number>, status: ObsStatus = "A") => figures(values, [status]);

// biome-ignore format: one line a series
const GII = series({ 2010: 71, 2011: 51, 2012: 76, 2013: 76, 2014: 71, 2015: 52, 2016: 59, 2017: 47, 2018: 45, 2019: 42, 2020: 42, 2021: 44, 2022: 48, 2023: 46, 2024: 44, 2025: 44 });
const GCI = series({ 2014: 76, 2017: 101, 2018: 50, 2020: 25 });
// biome-ignore format: one line a series
const EGDI = series({ 2003: 97, 2004: 112, 2005: 105, 2008: 91, 2010: 90, 2012: 83, 2014: 99, 2016: 89, 2018: 88, 2020: 86, 2022: 86, 2024: 71 });
const DIGITAL_ECONOMY = [
  ...series({ 2020: 12.66, 2021: 12.87, 2022: 12.83, 2023: 12.87 }, "P"),
  ...series({ 2024: 13.17, 2025: 14.02 }, "E"),
];
const DIGITAL_ECONOMY_2024 = series({ 2020: 12.66, 2021: 12.88, 2022: 12.63, 2023: 12.33 }, "P");
const PRODUCTIVITY: AssessedFigure[] = [
  ...series({ 2015: 6.4, 2016: 5.31, 2017: 6, 2018: 6, 2019: 6.62 }, "P"),
  ...series({ 2020: 5 }, "E"),
  { timePeriod: 2021, value: 4.71, obsStatus: ["B", "P"], confidence: "sourced" },
  ...series({ 2022: 4.8, 2023: 3.65, 2024: 5.88 }, "P"),
  { timePeriod: 2025, value: 6.84, obsStatus: ["E"], confidence: "derived" },
];
const FIBRE = series({ 2023: 79, 2024: 85, 2025: 85.1 }, "P");
const INTERNET = series({ 2023: 78.59, 2025: 84.15 }, "P");
const SERVICES = series({ 2019: 10.76, 2020: 30.1 }, "P");
const COVERAGE_5G = series({ 2023: 1, 2025: 90, 2026: 90 }, "P");
/** Adults with a payment account, State Bank; the last is a lower bound. */
const ACCOUNTS = series({ 2017: 59, 2023: 77.41, 2025: 86 }, "P");

const group = (...lists: Peers["ranks"][]): Peers => ({ area: "VNM", members: asean, ranks: lists.flat() });
// biome-ignore format: one line an edition
const GII_ASEAN = group(
  edition(2020, "2020-09-02", { VNM: 42, SGP: 8, MYS: 33, THA: 44, PHL: 50, IDN: 85, BRN: 71, KHM: 110, LAO: 113, MMR: 129 }),
  edition(2025, "2025-09-16", { VNM: 44, SGP: 5, MYS: 34, THA: 45, PHL: 50, IDN: 55, BRN: 88, KHM: 100, LAO: 109, MMR: 122 }),
);
// biome-ignore format: one line an edition
const EGDI_ASEAN = group(
  edition(2020, "2020-07-10", { VNM: 86, SGP: 11, MYS: 47, THA: 57, BRN: 60, PHL: 77, IDN: 88, KHM: 124, MMR: 146, LAO: 167, TLS: 134 }),
  edition(2022, "2022-09-28", { VNM: 86, SGP: 12, MYS: 53, THA: 55, BRN: 68, IDN: 77, PHL: 89, KHM: 127, MMR: 134, LAO: 159, TLS: 147 }),
  edition(2024, "2024-09-17", { VNM: 71, SGP: 3, THA: 52, MYS: 57, IDN: 64, PHL: 73, BRN: 75, KHM: 120, MMR: 138, LAO: 152, TLS: 159 }),
);

const target = (
  id: string,
  kind: AssessedTarget["kind"],
  comparator: AssessedTarget["comparator"],
  value: number | null,
  more: Partial<AssessedTarget> = {},
): AssessedTarget => ({
  id,
  indicator: id.slice(11),
  year: Number(id.slice(6, 10)),
  kind,
  comparator,
  value,
  direction: id.endsWith("_RANK") ? "lower" : "higher",
  baseYear: 2020,
  ...more,
});
const on = (of: AssessedTarget, observations: AssessedFigure[], more: Partial<AssessmentInput> = {}) =>
  assess({ target: of, observations, discontinuedFrom: null, referenceDate: REFERENCE_DATE, ...more });

const wording = (id: string, figures: AssessedFigure[] = []) => on(target(id, "wording", null, null), figures);
const shortWindow = { window: { from: 2021, to: 2025 } };
const longWindow = { window: { from: 2021, to: 2030 } };

const gii2025 = on(target("D2289-2025-GII_RANK", "rank_in_group", "<=", 3), [], { peers: GII_ASEAN });
const gci2025 = on(target("D2289-2025-GCI_RANK", "level", "<=", 40), GCI, { discontinuedFrom: "2024-09-12" });
const egdi2025 = on(target("D2289-2025-EGDI_RANK", "rank_in_group", "<=", 4), [], { peers: EGDI_ASEAN });
const economy2025 = on(target("D2289-2025-DIGITAL_ECONOMY_GDP", "level", ">=", 20), DIGITAL_ECONOMY);
const productivity2025 = on(
  target("D2289-2025-LABOUR_PRODUCTIVITY_GROWTH", "period_average", ">", 7, shortWindow),
  PRODUCTIVITY,
  { valueKind: "growth" },
);
const fibre2025 = on(target("D2289-2025-FIBRE_HOUSEHOLDS", "level", ">", 80), FIBRE);
const communes2025 = on(target("D2289-2025-FIBRE_COMMUNES", "level", ">=", 100), []);
const coverage2025 = wording("D2289-2025-COVERAGE_5G", COVERAGE_5G);
const internet2025 = on(target("D2289-2025-INTERNET_USERS", "level", ">=", 80), INTERNET);
const services2025 = on(target("D2289-2025-ONLINE_SERVICES_L4", "level", ">=", 80), SERVICES, {
  discontinuedFrom: "2022-08-15",
});
const accounts2025 = on(target("D2289-2025-PAYMENT_ACCOUNTS", "level", ">", 50), ACCOUNTS);
const cities2025 = wording("D2289-2025-SMART_CITIES");
const gii2030 = on(target("D2289-2030-GII_RANK", "maintain", "<=", 40), GII);
const gci2030 = on(target("D2289-2030-GCI_RANK", "level", "<=", 30), GCI, { discontinuedFrom: "2024-09-12" });
const egdi2030 = on(target("D2289-2030-EGDI_RANK", "level", "<=", 50), EGDI);
const economy2030 = on(target("D2289-2030-DIGITAL_ECONOMY_GDP", "level", ">=", 30), DIGITAL_ECONOMY);
const productivity2030 = on(
  target("D2289-2030-LABOUR_PRODUCTIVITY_GROWTH", "period_average", ">", 7.5, longWindow),
  PRODUCTIVITY,
  { valueKind: "growth" },
);
const fibre2030 = wording("D2289-2030-FIBRE_HOUSEHOLDS", FIBRE);
const coverage2030 = wording("D2289-2030-COVERAGE_5G", COVERAGE_5G);
const government2030 = on(target("D2289-2030-DIGITAL_GOVERNMENT", "state", null, null), []);
const cities2030 = wording("D2289-2030-SMART_CITIES");

describe("the verdict on every target of Decision 2289, as of 2026-11-21", () => {
  test.each([
    [gii2025, "met", null, false],
    [gci2025, "not_assessable", "discontinued", false],
    [egdi2025, "missed", null, false],
    [economy2025, "missed", null, true],
    [productivity2025, "missed", null, true],
    [fibre2025, "met", null, true],
    [communes2025, "not_assessable", "no_observation", false],
    [coverage2025, "not_assessable", "no_definition", false],
    [internet2025, "met", null, true],
    [services2025, "not_assessable", "discontinued", false],
    [accounts2025, "met", null, true],
    [cities2025, "not_assessable", "no_definition", false],
    [gii2030, "moving_away", null, false],
    [gci2030, "not_assessable", "discontinued", false],
    [egdi2030, "on_track", null, false],
    [economy2030, "off_track", null, true],
    [productivity2030, "behind", null, true],
    [fibre2030, "not_assessable", "no_definition", false],
    [coverage2030, "not_assessable", "no_definition", false],
    [government2030, "not_assessable", "no_observation", false],
    [cities2030, "not_assessable", "no_definition", false],
  ])("$targetId is $class", (assessment, verdict, reason, provisional) => {
    expect(assessment).toMatchObject({ class: verdict, reason, provisional, methodVersion: 1 });
    expect(assessment.referenceDate).toBe(REFERENCE_DATE);
  });
});

describe("the working behind the verdicts", () => {
  test("GII 2025: third of ASEAN in edition 2025, behind Singapore and Malaysia", () => {
    expect(gii2025.group).toEqual({ position: 3, ahead: ["SGP", "MYS"], missing: [], edition: 2025 });
    expect(gii2025.base).toEqual({ timePeriod: 2020, value: 3 });
    expect(gii2025.latest).toEqual({ timePeriod: 2025, value: 3, obsStatus: ["A"], confidence: "derived" });
  });

  test("EGDI 2025: fifth of ASEAN in edition 2024, the last before the target year ended", () => {
    expect(egdi2025.group).toEqual({ position: 5, ahead: ["SGP", "THA", "MYS", "IDN"], missing: [], edition: 2024 });
    expect(egdi2025.base).toEqual({ timePeriod: 2020, value: 6 });
  });

  test("GCI and level-4 services: the last figure before the measure ended, and whether it satisfied the target", () => {
    expect(gci2025.last).toEqual({ timePeriod: 2020, value: 25, satisfies: true });
    expect(gci2030.last).toEqual({ timePeriod: 2020, value: 25, satisfies: true });
    expect(services2025.last).toEqual({ timePeriod: 2020, value: 30.1, satisfies: false });
    expect(gci2030).toMatchObject({ base: null, latest: null, pace: null, path: null, sensitivity: null });
  });

  test("digital economy 2025: 14.02, the estimate of 2025, is short by 5.98 points", () => {
    expect(economy2025.latest).toEqual({ timePeriod: 2025, value: 14.02, obsStatus: ["E"], confidence: "sourced" });
    expect(economy2025.pace?.gap).toBeCloseTo(-5.98, 10);
    expect(economy2025.pace?.neededPerYear).toBeNull();
  });

  test("productivity: the average to date, the average still needed, their ratio", () => {
    expect(productivity2025.average?.toDate).toBeCloseTo(5.1703, 4);
    expect(productivity2025.average).toMatchObject({ needed: null, yearsMissing: [] });
    expect(productivity2030.average?.toDate).toBeCloseTo(5.1703, 4);
    expect(productivity2030.average?.needed).toBeCloseTo(9.8813, 4);
    expect(productivity2030.average?.ratio).toBeCloseTo(0.68938, 6);
    expect(productivity2030.average).toMatchObject({ yearsCounted: [2021, 2022, 2023, 2024, 2025], yearsMissing: [] });
  });

  test("GII 2030: 42 to 44 against 40, and the base year decides the colour", () => {
    expect(gii2030.base).toEqual({ timePeriod: 2020, value: 42 });
    expect(gii2030.pace).toEqual({ ratio: -2, soFarPerYear: 0.4, neededPerYear: -0.8, gap: -4 });
    const bases = Object.fromEntries((gii2030.sensitivity ?? []).map((entry) => [entry.baseYear, entry]));
    expect(Object.keys(bases)).toEqual(["2015", "2016", "2017", "2018", "2019", "2021", "2022", "2023", "2024"]);
    expect(bases[2021]).toEqual({ baseYear: 2021, ratio: 0, class: "off_track" });
    expect(bases[2022]?.class).toBe("on_track");
  });

  test("EGDI 2030: on track by linear pace, behind by compound growth, fair by the UN's chart", () => {
    expect(egdi2030.pace?.ratio).toBeCloseTo(1.041667, 6);
    expect(egdi2030.otherMethods).toEqual([
      { method: "cagr", ratio: expect.closeTo(0.886317, 6), class: "behind" },
      { method: "un", ratio: expect.closeTo(0.909455, 6), class: "fair" },
    ]);
    expect(egdi2030.margin).toEqual({ better: 50, worse: expect.closeTo(72.32, 10) });
    expect(integerMargin(egdi2030)).toEqual({ lastInClass: 72, firstWorse: 73, firstBetter: 50 });
  });

  test("digital economy 2030: 12.66 to 14.02 is off track", () => {
    expect(economy2030.pace?.ratio).toBeCloseTo(0.156863, 6);
    expect(economy2030.base).toEqual({ timePeriod: 2020, value: 12.66 });
  });

  test("digital economy 2030 as of 2024-12-31, on the figures known then: 12.66 to 12.33 is moving away", () => {
    const then = on(target("D2289-2030-DIGITAL_ECONOMY_GDP", "level", ">=", 30), DIGITAL_ECONOMY_2024, {
      referenceDate: "2024-12-31",
    });
    expect(then).toMatchObject({ class: "moving_away", provisional: true, referenceDate: "2024-12-31" });
    expect(then.pace?.ratio).toBeCloseTo(-0.063437, 6);
  });
});
