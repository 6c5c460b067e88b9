import { expect, test } from "vitest";
import { aFigure, anAssessment, anIndicator, aTarget } from "./data.fixture.ts";
import { headlineRows, otherRows } from "./headline-rows.ts";

const ofCode = (code: string, order: number, more: Parameters<typeof anIndicator>[0] = {}) =>
  anIndicator({ code, order, ...more });
const schedule = { everyYears: 1, month: 9, lagYears: 0, link: null, note: null };
const data = {
  indicators: [
    ofCode("GCI_RANK", 20, { companion: "GCI_TIER", compiler: "ITU" }),
    ofCode("GCI_TIER", 170, { role: "context", compiler: "ITU" }),
    ofCode("GII_RANK", 10, { schedule }),
    ofCode("INTERNET_USERS", 15, { role: "target" }),
    ofCode("NEW_ONE", 30),
  ],
  assessments: ["GII_RANK", "GCI_RANK", "INTERNET_USERS"].flatMap((indicator) =>
    [2025, 2030].map((targetYear) =>
      anAssessment({ indicator, targetYear, targetId: `D2289-${targetYear}-${indicator}` }),
    ),
  ),
  targets: ["GII_RANK", "GCI_RANK", "INTERNET_USERS"].flatMap((indicator) =>
    [2025, 2030].map((year) => aTarget({ indicator, year, id: `D2289-${year}-${indicator}` })),
  ),
  figures: [aFigure(2025, 44), aFigure(2020, 42), aFigure(2024, 1, { indicator: "GCI_TIER", compiler: "ITU" })],
};
const rows = headlineRows(data);

test("first stand the headline indicators that have a target, in the Decision's order, each with its last target", () => {
  expect(rows.map(({ indicator, target }) => [indicator.code, target.year])).toEqual([
    ["GII_RANK", 2030],
    ["GCI_RANK", 2030],
  ]);
});

test("every other target follows once, the latest year first", () => {
  expect(otherRows(data, rows).map(({ target }) => target.id)).toEqual([
    "D2289-2030-INTERNET_USERS",
    "D2289-2025-GII_RANK",
    "D2289-2025-INTERNET_USERS",
    "D2289-2025-GCI_RANK",
  ]);
});

test("beside a discontinued measure stands the one that its definition names", () => {
  expect(rows.map(({ companion }) => companion?.code)).toEqual([undefined, "GCI_TIER"]);
});

test("an edition is missing once its day by the calendar is over, and not before", () => {
  const on = (referenceDate: string) => {
    const assessments = data.assessments.map((a) => ({ ...a, referenceDate }));
    return headlineRows({ ...data, assessments }).map(({ missing }) => missing?.timePeriod ?? null);
  };
  expect(on("2026-11-21")).toEqual([2026, null]);
  expect(on("2026-08-01")).toEqual([null, null]);
});

test("where the publication of a later figure is known to the month or year alone, the past does not call it overdue", () => {
  const missingWith = (publishedPrecision: "day" | "month" | "year" | null, knownIn = 2026) => {
    const rebuilt = [aFigure(knownIn, 41, { published: "2026-12-31", publishedPrecision })];
    return headlineRows({ ...data, rebuilt })[0]?.missing;
  };
  for (const vague of ["month", "year"] as const)
    expect(missingWith(vague)).toMatchObject({ timePeriod: 2026, isUndated: true });
  for (const known of ["day", null] as const) expect(missingWith(known)?.isUndated).toBe(false);
  expect(missingWith("year", 2027)?.isUndated).toBe(false);
});

test("two figures for one year are told only where the indicator's page says why there are two", () => {
  const figures = [...data.figures, aFigure(2024, 43), aFigure(2024, 50, { compiler: "MIC" })];
  const noted = data.indicators.map((i) => (i.code === "GII_RANK" ? { ...i, compilerNote: "Hai cách đo" } : i));
  expect(headlineRows({ ...data, figures })[0]?.beside).toBeNull();
  expect(headlineRows({ ...data, indicators: noted })[0]?.beside).toBeNull();
  const shown = headlineRows({ ...data, figures, indicators: noted })[0]?.beside;
  expect([shown?.year, shown?.official.value, shown?.other.value]).toEqual([2024, 43, 50]);
});
