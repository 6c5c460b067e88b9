import { expect, test } from "vitest";
import { aFigure, anAssessment, anIndicator, aTarget } from "../../words/data.fixture.ts";
import { headlineFacts, pastYears } from "./state.ts";

const ofCode = (code: string, order: number, more: Parameters<typeof anIndicator>[0] = {}) =>
  anIndicator({ code, order, ...more });
const data = {
  indicators: [
    ofCode("GCI_RANK", 20, { companion: "GCI_TIER", compiler: "ITU" }),
    ofCode("GCI_TIER", 170, { role: "context", compiler: "ITU" }),
    ofCode("GII_RANK", 10),
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

test("the cards are the headline indicators that have a target, in the order of the data, each with its last target", () => {
  expect(headlineFacts(data).map(({ indicator, target }) => [indicator.code, target.year])).toEqual([
    ["GII_RANK", 2030],
    ["GCI_RANK", 2030],
  ]);
});

test("beside a discontinued measure stands the one that its definition names", () => {
  const [gii, gci] = headlineFacts(data);
  expect(gii?.companion).toBeNull();
  expect(gci?.companion?.code).toBe("GCI_TIER");
});

test("a card names two figures for one year only where the indicator's page says why there are two", () => {
  const figures = [...data.figures, aFigure(2024, 43), aFigure(2024, 50, { compiler: "MIC" })];
  const [, ...others] = data.indicators;
  const indicators = [ofCode("GII_RANK", 10, { compilerNote: "Hai cách đo" }), ...others];
  expect(headlineFacts({ ...data, figures })[0]?.beside).toBeNull();
  expect(headlineFacts({ ...data, figures: data.figures, indicators })[0]?.beside).toBeNull();
  const shown = headlineFacts({ ...data, figures, indicators })[0]?.beside;
  expect([shown?.year, shown?.official.value, shown?.other.value]).toEqual([2024, 43, 50]);
});

test("years whose targets have run out are those before the day of the view", () => {
  expect(pastYears(data)).toEqual([2025]);
});
