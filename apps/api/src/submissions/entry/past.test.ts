import { expect, test } from "vitest";
import { type Json, read, slug, team } from "../team.fixture.ts";

const t = await team();

test("a figure that is entered stands beside what a reviewer sees: its series without itself, changes, other compilers", async () => {
  const told = await read(t.lan.get("/entry/past?indicator=DIGITAL_ECONOMY_GDP&year=2024"));
  expect(told.key).toEqual({ indicator: "DIGITAL_ECONOMY_GDP", compiler: "NSO", refArea: "VNM", timePeriod: 2024 });
  const { items } = await t.json("/observations?indicator=DIGITAL_ECONOMY_GDP&area=VNM&compiler=NSO");
  const years = items.map((one: Json) => one.timePeriod).filter((year: unknown) => year !== 2024);
  expect(told.series.map((one: Json) => one.timePeriod)).toEqual(years);
  expect(told.others).toEqual([{ compiler: "MIC", value: "18.3" }]);
  expect(told.plausible.basis).toBe("history");
});

test("other economies come with their editions", async () => {
  const { neighbours } = await read(t.lan.get("/entry/past?indicator=GII_RANK&area=LAO&year=2025"));
  const { items } = await t.json("/observations?indicator=GII_RANK&area=VNM&from=2025&to=2025");
  const [{ value, edition }] = items as [Json];
  expect(neighbours).toContainEqual({ refArea: "VNM", value: String(value), edition });
  expect(neighbours.map((one: Json) => one.refArea)).not.toContain("LAO");
});

test("an unknown indicator is not found, a wrong year refused by name", async () => {
  expect(await slug(t.lan.get("/entry/past?indicator=NO_SUCH&year=2025"))).toBe("unknown-code");
  expect((await read(t.lan.get("/entry/past?indicator=GII_RANK&year=x"))).errors[0].parameter).toBe("year");
});

test("the rows of a table say what they would do to the statuses before they are in a draft", async () => {
  const table = "INDICATOR\tREF_AREA\tTIME_PERIOD\tOBS_VALUE\tRANK_POOL\nGII_RANK\tVNM\t2026\t38\t139";
  const query = new URLSearchParams({ numbers: "vi", source: "GII2025-VNA", edition: "GII 2026", place: "1" });
  const answer = await t.lan.post(`/submissions/effect?${query}`, table, { "content-type": "text/plain" });
  const told = await read(answer);
  const draft = await t.draft(t.lan, {
    ...{ indicator: "GII_RANK", compiler: "WIPO", refArea: "VNM", timePeriod: 2026, value: "38", rankPool: 139 },
    ...{ source: "GII2025-VNA", edition: "GII 2026", place: "1" },
  });
  expect(told).toEqual(await read(t.lan.get(`/submissions/${draft.id}/effect`)));
  expect(told.statuses.length).toBeGreaterThan(0);
});

test.each([
  ["a NUL", "INDICATOR\tTIME_PERIOD\tOBS_VALUE\nGII_RANK\t2026\t3\u00008"],
  ["an unknown heading", "TIME_PERIOD\tFIGURE\n2026\t38"],
  ["nothing", ""],
])("a table with %s is refused: it would change nothing, but not because it was read", async (_, table) => {
  expect(await slug(t.lan.post("/submissions/effect", table, { "content-type": "text/plain" }))).toBe("invalid");
});
