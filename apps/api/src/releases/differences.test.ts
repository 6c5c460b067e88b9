import { anIndicator, aTarget } from "@moc2030/shared/schema/definitions.fixture";
import { expect, test } from "vitest";
import { testApp } from "../app.fixture.ts";
import { aFigure, builtDb } from "../seed/data.fixture.ts";

const db = await builtDb(
  {
    at: "2021-01-01",
    define: { indicator: [anIndicator()], target: [aTarget()] },
    figures: [2016, 2017, 2018, 2019, 2020].map((year) => aFigure(year, "48")),
  },
  {
    at: "2022-01-01",
    define: {},
    figures: [aFigure(2016, "48", { obsComVi: "a", obsComEn: "a", edition: "GII 2016" })],
  },
  {
    at: "2023-01-01",
    define: {},
    figures: [
      aFigure(2017, "47"),
      aFigure(2018, "48", { obsStatus: "P" }),
      aFigure(2019, "48", { confidence: "unverified" }),
      aFigure(2020, "48", { rankPool: 131 }),
      aFigure(2021, "45"),
      aFigure(2022, "44", { refArea: "SGP" }),
    ],
  },
);
const server = await testApp({ db });
// biome-ignore lint/suspicious/noExplicitAny: a test reads what it expects
const json = async (path: string): Promise<any> => (await server.app.request(`/api/v1${path}`)).json();
type Change = { old: { value: number } | null; new: { timePeriod: number; value: number } };

test("two days differ in new figures of the country and in changed values, statuses, confidences or pools, not in comments", async () => {
  const { items } = await json("/releases/compare?from=2022-06-30&asOf=2023-06-30");
  expect(items.map((c: Change) => [c.new.timePeriod, c.old?.value ?? null, c.new.value])).toEqual([
    [2017, 48, 47],
    [2018, 48, 48],
    [2019, 48, 48],
    [2020, 48, 48],
    [2021, null, 45],
  ]);
  expect((await json("/releases/compare?from=2021-06-30&asOf=2022-06-30")).items).toEqual([]);
});

test("a release lists every figure that it changed, of every area, whatever changed", async () => {
  const changed = async (id: number) =>
    (await json(`/releases/${id}`)).observations.map((c: Change & { new: { refArea: string } }) => [
      c.new.refArea,
      c.new.timePeriod,
    ]);
  expect(await changed(2)).toEqual([["VNM", 2016]]);
  expect((await changed(3)).sort()).toEqual(
    [["SGP", 2022], ...[2017, 2018, 2019, 2020, 2021].map((year) => ["VNM", year])].sort(),
  );
});

test("names in a release are in the requested language; an unknown release is 404", async () => {
  const reason = async (lang: string) =>
    JSON.stringify(await json(`/releases/1?lang=${lang}`)).match(/"reason":"[^"]+"/)?.[0];
  expect([await reason("vi"), await reason("en")]).toEqual(['"reason":"Lần 1"', '"reason":"Number 1"']);
  expect((await server.app.request("/api/v1/releases/4")).status).toBe(404);
});
