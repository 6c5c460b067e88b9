import { expect, test } from "vitest";
import { aFigure, anIndicator } from "../../words/data.fixture.ts";
import { waiting } from "./awaited.ts";

const calendar = { everyYears: 1, month: 9, lagYears: 0, link: null, note: null };
const wipo = { code: "WIPO", name: "WIPO", former: null, url: "https://www.wipo.int", terms: "" };
const nso = { code: "NSO", name: "Cục Thống kê", former: null, url: "https://www.gso.gov.vn", terms: "" };
const indicators = [
  anIndicator({ code: "GII_SCORE", order: 160, role: "context", schedule: calendar }),
  anIndicator({
    code: "GII_RANK",
    order: 10,
    latest: aFigure(2025, 44),
    schedule: { ...calendar, link: "https://www.wipo.int/gii" },
  }),
  anIndicator({
    code: "DIGITAL_ECONOMY_GDP",
    order: 40,
    latest: aFigure(2025, 14.02),
    compiler: "NSO",
    schedule: { ...calendar, month: 1, lagYears: 1 },
  }),
  anIndicator({ code: "FIBRE_COMMUNES", order: 70, role: "target", latest: null }),
  anIndicator({ code: "SMART_CITY_SCHEMES", order: 180, role: "context", latest: null }),
];
const figures = [
  aFigure(2025, 44),
  aFigure(2025, 36.4, { indicator: "GII_SCORE" }),
  aFigure(2025, 14.02, { indicator: "DIGITAL_ECONOMY_GDP", compiler: "NSO" }),
  // Another compiler's newer figure does not replace the official one.
  aFigure(2026, 20, { indicator: "DIGITAL_ECONOMY_GDP", compiler: "MIC" }),
];

test("what is out by the calendar stands apart from what is not, one line a publication", () => {
  const { missing, expected, silent } = waiting(indicators, figures, [wipo, nso], "2026-11-21");
  expect(missing.map((g) => [g.compiler.code, g.timePeriod, g.dueBy, g.link])).toEqual([
    ["WIPO", 2026, "2026-09-30", "https://www.wipo.int/gii"],
  ]);
  expect(missing[0]?.indicators.map((i) => i.code)).toEqual(["GII_RANK", "GII_SCORE"]);
  expect(expected.map((g) => [g.compiler.code, g.timePeriod, g.dueBy, g.link])).toEqual([
    ["NSO", 2026, "2027-01-31", "https://www.gso.gov.vn"],
  ]);
  expect(silent.map((i) => i.code)).toEqual(["FIBRE_COMMUNES"]);
});

test("on an earlier day the same edition was still to come", () =>
  expect(waiting(indicators, figures, [wipo, nso], "2026-08-01").expected.map((g) => g.timePeriod)).toEqual([
    2026, 2026,
  ]));
