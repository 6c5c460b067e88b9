import { expect, test } from "vitest";
import type { Area } from "../../client/api.ts";
import { aFigure, anIndicator } from "../../words/data.fixture.ts";
import {
  areasParam,
  chosenAreas,
  comparables,
  comparedLines,
  membersOn,
  pinsWith,
  shownYears,
  usualYears,
} from "./state.ts";

const economy = (code: string): Area => ({ code, name: code, kind: "economy", members: [], source: null });
const areas: Area[] = [
  ...["VNM", "SGP", "TLS", "KOR", "JPN"].map(economy),
  {
    code: "ASEAN",
    name: "ASEAN",
    kind: "group",
    source: null,
    members: [
      { area: "SGP", from: "1967", to: null },
      { area: "TLS", from: "2025-10-26", to: null },
      { area: "VNM", from: "1995", to: null },
    ],
  },
];
const gii = anIndicator({
  coverage: [{ compiler: "WIPO", areas: 150, figures: 1788, revisions: 1788, from: 2007, to: 2025 }],
});
const one = { indicator: gii, compiler: "WIPO", areas: 150, from: 2007, to: 2025 };

test("what can be compared is what more than one economy has, from the compiler that covers most", () => {
  const internet = anIndicator({
    code: "INTERNET_USERS",
    order: 5,
    coverage: [
      { compiler: "MIC", areas: 1, figures: 2, revisions: 2, from: 2023, to: 2025 },
      { compiler: "ITU", areas: 11, figures: 230, revisions: 230, from: 2000, to: 2021 },
    ],
  });
  const growth = anIndicator({
    code: "GROWTH",
    coverage: [{ compiler: "NSO", areas: 1, figures: 12, revisions: 12, from: 2015, to: 2025 }],
  });
  expect(comparables([gii, growth, anIndicator({}), internet])).toEqual([
    { indicator: internet, compiler: "ITU", areas: 11, from: 2000, to: 2021 },
    one,
  ]);
  // An indicator with figures for one economy is included if asked for.
  expect(comparables([gii, growth], "GROWTH")).toHaveLength(2);
  expect(comparables([gii, anIndicator({ code: "NOTHING" })], "NOTHING")).toHaveLength(1);
});

test("membership is that of the day: Timor-Leste from 26 October 2025", () => {
  expect(membersOn(areas, "ASEAN", "2025-10-25")).toEqual(["SGP", "VNM"]);
  expect(membersOn(areas, "ASEAN", "2025-10-26")).toContain("TLS");
  expect(membersOn(areas, "EU", "2025-10-26")).toEqual([]);
});

test("ASEAN unless asked; groups become members, Viet Nam comes first, unknown codes go", () => {
  expect(chosenAreas(undefined, areas, "2026-01-01")).toEqual(["VNM", "SGP", "TLS"]);
  expect(chosenAreas(["KOR", "ASEAN", "XXX"], areas, "2025-01-01")).toEqual(["VNM", "KOR", "SGP"]);
  expect(chosenAreas(["XXX"], areas, "2025-01-01")).toEqual(["VNM", "SGP"]);
});

test("an address names the group where all of it is chosen, and nothing where only it is", () => {
  const members = membersOn(areas, "ASEAN", "2025-01-01");
  expect(areasParam(["VNM", "SGP"], members)).toBeUndefined();
  expect(areasParam(["VNM", "KOR", "SGP"], members)).toEqual(["ASEAN", "KOR"]);
  expect(areasParam(["VNM", "KOR"], members)).toEqual(["VNM", "KOR"]);
  for (const chosen of [["VNM"], ["VNM", "SGP"], ["VNM", "JPN", "SGP"]])
    expect(chosenAreas(areasParam(chosen, members), areas, "2025-01-01").sort()).toEqual(chosen.sort());
});

test("a view begins where two members have figures, and not before a break", () => {
  const figures = [
    aFigure(2007, 60),
    aFigure(2011, 51),
    aFigure(2011, 3, { refArea: "SGP" }),
    aFigure(2009, null, { refArea: "SGP" }),
  ];
  expect(usualYears(one, figures)).toEqual([2011, 2025]);
  expect(usualYears(one, [])).toEqual([2007, 2025]);
  const broken = { ...one, indicator: { ...gii, breaks: [{ timePeriod: 2020, cause: "scale", source: "S" }] } };
  expect(usualYears(broken, figures)).toEqual([2020, 2025]);
});

test("years asked for stay inside what there is", () => {
  expect(shownYears(one, [2011, 2025], {})).toEqual([2011, 2025]);
  expect(shownYears(one, [2011, 2025], { from: 1990, to: 2015 })).toEqual([2007, 2015]);
  expect(shownYears(one, [2011, 2025], { from: 2040, to: 2050 })).toEqual([2011, 2025]);
});

test("a line holds one compiler's figures between the years, oldest first", () => {
  const figures = [aFigure(2025, 44), aFigure(2024, 44), aFigure(2024, 9, { compiler: "MIC" }), aFigure(2010, 71)];
  const [line] = comparedLines(figures, ["VNM"], "WIPO", [2011, 2025], () => "Việt Nam");
  expect(line?.figures.map((o) => o.timePeriod)).toEqual([2024, 2025]);
  expect(line?.name).toBe("Việt Nam");
});

test("a fifth colour takes the place of the first, and the last one taken away leaves none", () => {
  expect(pinsWith(["SGP", "MYS", "THA", "PHL"], "IDN")).toEqual(["MYS", "THA", "PHL", "IDN"]);
  expect(pinsWith(["SGP", "MYS"], "SGP")).toEqual(["MYS"]);
  expect(pinsWith(["SGP"], "SGP")).toBeUndefined();
});
