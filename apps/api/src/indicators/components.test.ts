import { describe, expect, test } from "vitest";
import { testApp } from "../app.fixture.ts";

const { app, json } = await testApp();
type Parts = { indicator: string; change: number | null }[];
const parts = (list: Parts) => Object.fromEntries(list.map(({ indicator, change }) => [indicator, change?.toFixed(4)]));

describe("the components of the EGDI", async () => {
  const { components } = await json("/indicators/EGDI_RANK?lang=en");

  test("2022 → 2024: infrastructure made two thirds of the rise", () => {
    const last = components.changes.at(-1);
    expect([components.indicator, last.from, last.to, last.change.toFixed(4)]).toEqual([
      "EGDI_VALUE",
      2022,
      2024,
      "0.0922",
    ]);
    expect(parts(last.components)).toEqual({ EGDI_OSI: "0.0199", EGDI_TII: "0.0602", EGDI_HCI: "0.0121" });
    expect(components.components[0]).toEqual({
      indicator: "EGDI_OSI",
      weight: 1 / 3,
      name: "Online Service Index (OSI)",
      topic: "online services",
    });
  });
  test("the distance to rank 50 of 2024, Brazil, lies in online services", () => {
    const [{ targetId, distance }] = components.targets;
    expect([targetId, distance.timePeriod, distance.area, distance.change.toFixed(4)]).toEqual([
      ...["D2289-2030-EGDI_RANK", 2024, "BRA", "0.0693"],
    ]);
    expect(parts(distance.components)).toEqual({ EGDI_OSI: "0.0661", EGDI_TII: "-0.0237", EGDI_HCI: "0.0270" });
  });
  test("the bar rises: the value at rank 50, or the next better one", () => {
    const bar = components.targets[0].bar.filter((b: { timePeriod: number }) => b.timePeriod >= 2014);
    expect(
      bar.map((b: { timePeriod: number; rank: number; value: number }) => [b.timePeriod, b.rank, b.value]),
    ).toEqual([
      [2014, 50, 0.6173],
      [2016, 50, 0.64537],
      [2018, 49, 0.7155],
      [2020, 50, 0.7749],
      [2022, 50, 0.7834],
      [2024, 50, 0.84026],
    ]);
  });
  test("are those of the index itself, which has no target on a rank", async () => {
    const own = (await json("/indicators/EGDI_VALUE")).components;
    expect(own.changes).toEqual(components.changes);
    expect(own.targets).toEqual([]);
  });
  test("as of a past day know no later edition", async () => {
    const then = (await json("/indicators/EGDI_RANK?asOf=2023-06-30")).components;
    expect(then.editions.at(-1).timePeriod).toBe(2022);
    expect(then.targets[0].distance).toMatchObject({ timePeriod: 2022 });
  });
});

test("a rank whose index has no components has its bar and its distance", async () => {
  const { components } = await json("/indicators/GII_RANK");
  expect(components).toMatchObject({ indicator: "GII_SCORE", components: [] });
  const [{ rank, bar, distance }] = components.targets;
  expect(rank).toBe(40);
  expect(bar.at(-1)).toMatchObject({ timePeriod: 2025 });
  expect(distance.change).toBeGreaterThan(0);
});

test("another indicator has none", async () => {
  expect((await json("/indicators/GCI_RANK")).components).toBeNull();
  expect((await json("/indicators/EGDI_RANK?asOf=1990-01-01")).components).toBeNull();
});

test("the GII has its ranks in inputs and in outputs beside it", async () => {
  const { components } = await json("/indicators/GII_RANK?lang=en");
  expect(components.beside.map((one: { topic: string; figures: unknown[] }) => [one.topic, one.figures])).toEqual([
    [
      "GII inputs",
      [
        { timePeriod: 2022, value: 59 },
        { timePeriod: 2023, value: 57 },
        { timePeriod: 2024, value: 53 },
        { timePeriod: 2025, value: 50 },
      ],
    ],
    [
      "GII outputs",
      [
        { timePeriod: 2022, value: 41 },
        { timePeriod: 2023, value: 40 },
        { timePeriod: 2024, value: 36 },
        { timePeriod: 2025, value: 37 },
      ],
    ],
  ]);
});

test("the digital economy is the sum of its core and of the digitised part, where both are known", async () => {
  const { components } = await json("/indicators/DIGITAL_ECONOMY_GDP");
  expect(parts(components.changes.at(-1).components)).toEqual({
    DIGITAL_ECONOMY_CORE: "0.2600",
    DIGITAL_ECONOMY_DIGITISED: "0.5900",
  });
  expect(components.editions.find((e: { timePeriod: number }) => e.timePeriod === 2023).components[0].value).toBeNull();
});

describe("the change between two editions that a query asks for", () => {
  test("is there with its components; without a query none is", async () => {
    const { components } = await json("/indicators/EGDI_RANK?from=2014&to=2024");
    const { from, to, change } = components.change;
    expect([from, to]).toEqual([2014, 2024]);
    const indexIn = (year: number) =>
      components.editions.find((one: { timePeriod: number }) => one.timePeriod === year).value;
    expect(change).toBe(indexIn(2024) - indexIn(2014));
    expect((await json("/indicators/EGDI_RANK?to=2020")).components.change.from).toBe(2018);
    expect((await json("/indicators/EGDI_RANK")).components).not.toHaveProperty("change");
  });
  test.each([
    ["EGDI_RANK?from=2023", "from", /^expected an edition: .*2020, 2022$/],
    ["EGDI_RANK?from=2022&to=2020", "to", /^expected an edition: 2024$/],
    ["EGDI_RANK?from=abc", "from", /^expected a year/],
    ["EGDI_RANK?from=2022&asOf=2023-06-30", "from", /^expected an edition: .*2018, 2020$/],
    ["GCI_RANK?to=2020", "to", /^expected no edition here$/],
  ])("%s is refused with the field and what was expected", async (address, parameter, detail) => {
    const answer = await app.request(`/api/v1/indicators/${address}`);
    expect(answer.status).toBe(422);
    expect((await answer.json()).errors).toEqual([{ parameter, detail: expect.stringMatching(detail) }]);
  });
});

test("productivity is taken apart into the growth of GDP and of employment, where both are known", async () => {
  const besideOf = async (query: string) => {
    const { components } = await json(`/indicators/LABOUR_PRODUCTIVITY_GROWTH${query}`);
    return components.beside.map((one: { indicator: string; figures: unknown[] }) => [one.indicator, one.figures]);
  };
  expect(await besideOf("")).toEqual([
    ["GDP_GROWTH", [{ timePeriod: 2025, value: 8.02 }]],
    ["EMPLOYMENT_GROWTH", [{ timePeriod: 2025, value: 1.1 }]],
  ]);
  expect(await besideOf("?asOf=2026-01-30")).toEqual([
    ["GDP_GROWTH", [{ timePeriod: 2025, value: 8.02 }]],
    ["EMPLOYMENT_GROWTH", []],
  ]);
});
