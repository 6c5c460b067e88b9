import { anIndicator, aTarget } from "@moc2030/shared/schema/definitions.fixture";
import { describe, expect, test } from "vitest";
import { testApp } from "../app.fixture.ts";
import { aFigure, builtDb } from "../seed/data.fixture.ts";

const { json, get } = await testApp();
const rounded = (value: unknown) => (typeof value === "number" ? Math.round(value * 1e4) / 1e4 : value);

describe("GET /targets/track-record", async () => {
  const { items } = await json("/targets/track-record");
  const table = (id: string, of = items) =>
    of
      .find((one: { targetId: string }) => one.targetId === id)
      .classes.map((c: { class: string; hits: number; cases: number }) => [c.class, c.hits, c.cases]);

  test("EGDI 86 → 50: the order of classes is right, six of seventy on track arrived", () => {
    expect(table("D2289-2030-EGDI_RANK")).toEqual([
      ["met", 4, 11],
      ["on_track", 6, 70],
      ["behind", 0, 23],
      ["off_track", 3, 81],
      ["moving_away", 1, 201],
    ]);
    expect(items.find((one: { indicator: string }) => one.indicator === "EGDI_RANK")).toMatchObject({
      ...{ from: 2008, to: 2024, years: 4, of: 10 },
    });
  });
  test("GII 42 → 40", () => {
    expect(table("D2289-2030-GII_RANK")).toEqual([
      ["met", 33, 44],
      ["on_track", 0, 0],
      ["behind", 0, 0],
      ["off_track", 0, 6],
      ["moving_away", 8, 53],
    ]);
    expect(items.map((one: { targetId: string }) => one.targetId).sort()).toEqual([
      "D2289-2030-EGDI_RANK",
      "D2289-2030-GII_RANK",
    ]);
  });
  test("as of a past day nothing later is used", async () => {
    const then = (await json("/targets/track-record?asOf=2022-12-31")).items;
    expect(then.every((one: { to: number }) => one.to <= 2022)).toBe(true);
    expect(then.find((one: { indicator: string }) => one.indicator === "EGDI_RANK")).toMatchObject({ years: 2 });
  });
});

describe("GET /targets/{targetId}", () => {
  test("has the target, and the assessment that /assessments has", async () => {
    const found = await json("/targets/D2289-2030-DIGITAL_ECONOMY_GDP?lang=en");
    expect(found.target).toMatchObject({ id: "D2289-2030-DIGITAL_ECONOMY_GDP", value: 30 });
    expect(found.assessment).toEqual((await json("/assessments/D2289-2030-DIGITAL_ECONOMY_GDP")).assessment);
  });
  test("the National Assembly's plan for 2026 leaves 10.2293 % a year of productivity, once it is known", async () => {
    const plans = async (query: string) => (await json(`/targets/D2289-2030-LABOUR_PRODUCTIVITY_GROWTH${query}`)).plans;
    const [{ target, needed, average }] = await plans("");
    expect([target.document, target.value, target.qualifier]).toEqual(["NA2026", 8.5, "about"]);
    expect([rounded(needed), rounded(average)]).toEqual([10.2293, 6.8222]);
    expect(await plans("?asOf=2025-11-12")).toEqual([]);
  });
  test("knows nothing of a target before its document, and no other", async () => {
    expect(await json("/targets/D2289-2030-EGDI_RANK?asOf=2020-12-30")).toMatchObject({
      ...{ target: null, assessment: null, history: [], plans: [] },
    });
    expect((await get("/targets/D2289-2030-NONE")).status).toBe(404);
  });

  describe("its history", async () => {
    const figure = (year: number, rank: string, some = {}) => aFigure(year, rank, { rankPool: 130, ...some });
    const db = await builtDb(
      {
        at: "2020-12-31",
        figures: [figure(2020, "42")],
        define: {
          indicator: [anIndicator(), anIndicator({ code: "OTHER" })],
          target: [aTarget({ id: "D2289-2025-GII_RANK", year: 2025 })],
        },
      },
      { at: "2022-09-29", figures: [figure(2022, "48")] },
      { at: "2023-05-01", figures: [figure(2022, "1", { indicator: "OTHER" })] },
      { at: "2024-03-01", figures: [figure(2023, "49")] },
      { at: "2024-09-26", figures: [figure(2024, "41")] },
      { at: "2024-11-01", figures: [figure(2024, "41", { obsStatus: "P" })] },
    );
    const built = await testApp({ db });
    type Day = { day: string; class: string; reason: string | null; release: { id: number }; changedBy: unknown };
    const history = async (query = ""): Promise<Day[]> =>
      (await built.json(`/targets/D2289-2025-GII_RANK${query}`)).history;

    test("has the class of each 31 December and of today, with the release that changed it; time alone names none", async () =>
      expect(
        (await history()).map((h) => [h.day, h.reason ?? h.class, (h.changedBy as { id: number } | null)?.id ?? null]),
      ).toEqual([
        ["2020-12-31", "one_point", null],
        ["2021-12-31", "one_point", null],
        ["2022-12-31", "moving_away", 2],
        ["2023-12-31", "moving_away", null],
        ["2024-12-31", "behind", 5],
        ["2025-12-31", "behind", null],
        ["2026-11-21", "missed", null],
      ]));
    test("ends at the read point, and the days before are as they were known then", async () => {
      const then = await history("?release=4");
      expect(then.map((h) => [h.day, h.release.id])).toEqual([
        ["2020-12-31", 1],
        ["2021-12-31", 1],
        ["2022-12-31", 2],
        ["2023-12-31", 3],
        ["2024-03-01", 4],
      ]);
      expect((await history("?asOf=2022-12-31")).map((h) => h.day)).toEqual(["2020-12-31", "2021-12-31", "2022-12-31"]);
    });
  });

  test("other documents' yearly growth stands beside what it leaves of an average", async () => {
    const growth = anIndicator({ code: "GROWTH", valueKind: "growth", direction: "higher", compiler: "NSO" });
    const average = aTarget({
      ...{ id: "D2289-2030-GROWTH", indicator: "GROWTH", kind: "period_average", comparator: ">", value: 7.5 },
      window: { from: 2021, to: 2030 },
    });
    const planned = (year: number, some = {}) =>
      aTarget({
        id: `PLAN-${year}-GROWTH`,
        document: "PLAN",
        indicator: "GROWTH",
        year,
        comparator: ">=",
        value: 8.5,
        inForceFrom: "2025-11-13",
        ...some,
      });
    const figures = Object.entries({ 2021: "4.71", 2022: "4.8", 2023: "3.65", 2024: "5.88", 2025: "6.84" }).map(
      ([year, value]) => aFigure(Number(year), value, { indicator: "GROWTH", compiler: "NSO" }),
    );
    const { json: read } = await testApp({
      db: await builtDb({
        at: "2026-01-05",
        figures,
        define: {
          indicator: [growth],
          target: [average, planned(2025), planned(2026), planned(2027, { confidence: "unverified" })],
        },
      }),
    });
    const { plans } = await read("/targets/D2289-2030-GROWTH");
    expect(plans.map((p: { target: { id: string } }) => p.target.id)).toEqual(["PLAN-2026-GROWTH"]);
    const [{ needed, yearsLeft, average: whole }] = plans;
    expect([rounded(needed), yearsLeft, rounded(whole)]).toEqual([10.2293, 4, 6.8222]);
  });
});
