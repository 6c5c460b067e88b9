import { anIndicator, aTarget } from "@moc2030/shared/schema/definitions.fixture";
import { expect, test } from "vitest";
import { testApp } from "../app.fixture.ts";
import { aFigure, builtDb } from "../seed/data.fixture.ts";

/** The latest figure and the previous one, in the catalogue and on the indicator's page. */
async function newest(...figures: ReturnType<typeof aFigure>[]) {
  const db = await builtDb({
    at: "2026-01-01",
    figures,
    define: { indicator: [anIndicator()], target: [aTarget()] },
  });
  const { json } = await testApp({ db });
  const [listed] = (await json("/indicators")).items;
  const { indicator } = await json("/indicators/GII_RANK");
  const years = ({ latest, previous }: Record<string, { timePeriod: number } | null>) => [
    latest?.timePeriod ?? null,
    previous?.timePeriod ?? null,
  ];
  expect(years(indicator)).toEqual(years(listed));
  return years(listed);
}

const [a, b] = [aFigure(2023, "46"), aFigure(2024, "44")];

test("the latest figure is official: neither unverified, nor a forecast, nor missing", async () => {
  expect(await newest(a, b)).toEqual([2024, 2023]);
  expect(await newest(a, b, aFigure(2025, "12", { confidence: "unverified" }))).toEqual([2024, 2023]);
  expect(await newest(a, b, aFigure(2025, "12", { obsStatus: "F" }))).toEqual([2024, 2023]);
  expect(await newest(a, b, aFigure(2025, null))).toEqual([2024, 2023]);
  expect(await newest(a, b, aFigure(2025, "12", { obsStatus: "P" }))).toEqual([2025, 2024]);
});

test("the latest figure is the official compiler's and the country's", async () => {
  expect(await newest(a, aFigure(2024, "44", { compiler: "NSO" }), aFigure(2025, "5", { refArea: "SGP" }))).toEqual([
    2023,
    null,
  ]);
});

test("figures skipped as the latest are skipped as the previous one too", async () => {
  expect(await newest(a, { ...b, confidence: "unverified" }, aFigure(2025, "44"))).toEqual([2025, 2023]);
});

test("the verdict uses the same figure, never an unverified one or a forecast", async () => {
  const verdict = async (...figures: ReturnType<typeof aFigure>[]) => {
    const db = await builtDb({
      at: "2026-01-01",
      figures: [aFigure(2020, "42"), ...figures],
      define: { indicator: [anIndicator()], target: [aTarget()] },
    });
    const { items } = await (await testApp({ db })).json("/assessments");
    return [items[0].class, items[0].latest?.timePeriod];
  };
  expect(await verdict(aFigure(2024, "44"))).toEqual(["moving_away", 2024]);
  expect(await verdict(aFigure(2024, "44"), aFigure(2025, "30", { confidence: "unverified" }))).toEqual([
    "moving_away",
    2024,
  ]);
  expect(await verdict(aFigure(2024, "44"), aFigure(2025, "30", { obsStatus: "F" }))).toEqual(["moving_away", 2024]);
  expect(await verdict(aFigure(2024, "44"), aFigure(2025, "30"))).toEqual(["met", 2025]);
});
