import { anIndicator, aTarget } from "@moc2030/shared/schema/definitions.fixture";
import { describe, expect, test } from "vitest";
import { testApp } from "../app.fixture.ts";
import { aFigure, builtDb } from "../seed/data.fixture.ts";

const group = {
  code: "ASEAN",
  name: { vi: "ASEAN", en: "ASEAN" },
  kind: "group" as const,
  members: [
    { area: "VNM", from: "1995-07-28", to: null },
    { area: "SGP", from: "1967-08-08", to: "2026-11-20" },
    { area: "THA", from: "2026-11-21", to: null },
  ],
  source: null,
};
const bare = { comparator: null, value: null };
const db = await builtDb({
  at: "2026-01-01",
  define: {
    indicator: [anIndicator(), anIndicator({ code: "EGDI_RANK", order: 20, compiler: "NSO" })],
    area: [group],
    target: [
      aTarget({ id: "D2289-2025-GII_RANK", year: 2025, value: 45 }),
      aTarget({ value: 40.5 }),
      // Neither is in the indicator's own unit.
      aTarget({ id: "D2289-2031-GII_RANK", year: 2031, kind: "rank_in_group", value: 3, group: "ASEAN" }),
      aTarget({ id: "D2289-2032-GII_RANK", year: 2032, kind: "wording", ...bare }),
    ],
  },
  figures: [
    ...[
      aFigure(2020, "42", { rankPool: 131 }),
      aFigure(2021, "44"),
      aFigure(2024, "44", { obsStatus: "P", obsComVi: "ghi chú" }),
      aFigure(2024, "43", { compiler: "NSO" }),
    ],
    ...["SGP", "THA"].map((refArea, i) => aFigure(2024, String(5 + i), { refArea, source: "T" })),
    aFigure(2024, "71", { indicator: "EGDI_RANK", compiler: "NSO" }),
  ],
});
const { get, json, logged } = await testApp({ db });
type Item = Record<string, unknown>;
const items = async (query: string): Promise<Item[]> => (await json(`/observations?indicator=GII_RANK&${query}`)).items;
const keys = async (query: string) =>
  (await items(query)).map(({ compiler, refArea, timePeriod }) => `${compiler} ${refArea} ${timePeriod}`);
const lines = async (query: string) =>
  (await (await get(`/observations.csv?indicator=GII_RANK&${query}`)).text()).split("\r\n");

describe("a figure in JSON", () => {
  test("has every field, numbers as numbers, and nothing else by default", async () =>
    expect((await items("area=VNM&compiler=WIPO&from=2020&to=2020"))[0]).toEqual({
      indicator: "GII_RANK",
      compiler: "WIPO",
      refArea: "VNM",
      freq: "A",
      timePeriod: 2020,
      value: 42,
      valueLimit: null,
      unitMeasure: "RANK",
      decimals: 0,
      obsStatus: ["A"],
      confidence: "sourced",
      rankPool: 131,
      source: "S",
      edition: null,
      published: null,
      release: 1,
      obsCom: null,
      publishedPrecision: null,
    }));
  test("has names in the requested language, null for an unlisted code", async () => {
    const named = async (lang: string, area: string) =>
      (await items(`labels=both&lang=${lang}&area=${area}&from=2024&compiler=WIPO`)).map((o) => [
        o.indicatorName,
        o.refAreaName,
        o.sourceTitle,
      ]);
    expect([...(await named("vi", "VNM")), ...(await named("en", "SGP"))]).toEqual([
      ["Thứ hạng GII", "VNM", "A source"],
      ["GII rank", "SGP", null],
    ]);
    expect(await items("labels=id&from=2024")).toEqual(await items("from=2024"));
  });
  test("has the latest target in the indicator's own unit, its path and the verdict, for the country's official figures", async () => {
    const beside = (o: Item | undefined) => [o?.targetValue, o?.pathValue, o?.assessment, o?.methodVersion];
    const all = await items("include=target");
    expect(all.map(beside)).toEqual([
      [null, null, null, null],
      [null, null, null, null],
      [null, null, null, null],
      [40.5, 42, "moving_away", 1],
      [40.5, 41.85, "moving_away", 1],
      [40.5, 41.4, "moving_away", 1],
    ]);
    expect((await json("/observations?indicator=EGDI_RANK&include=target")).items.map(beside)).toEqual([
      [null, null, null, null],
    ]);
  });
});

describe("a figure in CSV", () => {
  test("has the target with the decimal mark of the file", async () => {
    const [header, line] = await lines("include=target&compiler=WIPO&area=VNM&from=2021&to=2021");
    expect(header?.endsWith(",OBS_COM,TARGET_VALUE,PATH_VALUE,ASSESSMENT,METHOD_VERSION,PUBLISHED_PRECISION")).toBe(
      true,
    );
    expect(line).toBe("GII_RANK,WIPO,VNM,A,2021,44,,RANK,0,A,sourced,,S,,,1,,40.5,41.85,moving_away,1,");
    const [, vietnamese] = await lines("include=target&compiler=WIPO&area=VNM&from=2021&to=2021&locale=vi");
    expect(vietnamese).toBe("GII_RANK;WIPO;VNM;A;2021;44;;RANK;0;A;sourced;;S;;;1;;40,5;41,85;moving_away;1;");
  });
  test("has a byte order mark only on request", async () => {
    const first = async (query: string) =>
      new Uint8Array(await (await get(`/observations.csv?indicator=GII_RANK${query}`)).arrayBuffer())[0];
    expect([await first(""), await first("&bom=false"), await first("&bom=true")]).toEqual([73, 73, 0xef]);
  });
});

describe("the filters", () => {
  test("from and to are inclusive, alone, together and equal", async () => {
    expect(await keys("compiler=WIPO&area=VNM&from=2021")).toEqual(["WIPO VNM 2021", "WIPO VNM 2024"]);
    expect(await keys("compiler=WIPO&area=VNM&to=2021")).toEqual(["WIPO VNM 2020", "WIPO VNM 2021"]);
    expect(await keys("compiler=WIPO&area=VNM&from=2021&to=2021")).toEqual(["WIPO VNM 2021"]);
  });
  test("compiler and area, alone and together", async () => {
    expect(await keys("compiler=NSO")).toEqual(["NSO VNM 2024"]);
    expect(await keys("area=SGP")).toEqual(["WIPO SGP 2024"]);
    expect(await keys("area=VNM&from=2024")).toEqual(["NSO VNM 2024", "WIPO VNM 2024"]);
    expect(await keys("compiler=NSO&area=SGP")).toEqual([]);
  });
  test("a group is expanded to its members on the reference date, first and last day of membership included", async () => {
    expect(await keys("area=ASEAN&from=2024&compiler=WIPO&asOf=2026-11-20")).toEqual([
      "WIPO SGP 2024",
      "WIPO VNM 2024",
    ]);
    expect(await keys("area=ASEAN&from=2024&compiler=WIPO")).toEqual(["WIPO THA 2024", "WIPO VNM 2024"]);
    const day = async (query: string) => (await get(`/observations?${query}`)).headers.get("x-reference-date");
    expect([await day("area=ASEAN"), await day("area=SGP"), await day(""), await day("include=target")]).toEqual([
      "2026-11-21",
      null,
      null,
      "2026-11-21",
    ]);
  });
  test("nothing was logged as an unexpected error", () => expect(logged).toEqual([]));
});
