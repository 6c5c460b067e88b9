import { anIndicator } from "@moc2030/shared/schema/definitions.fixture";
import { describe, expect, test } from "vitest";
import { NOW, testApp } from "../app.fixture.ts";
import { CURRENT } from "../http/lifetimes.ts";
import { aFigure, builtDb } from "../seed/data.fixture.ts";

const FOR_EVER = "public, max-age=31536000, immutable";

/** Two vintages of one figure on one day; the tests' clock is today. */
const db = await builtDb(
  { at: "2026-11-20", figures: [aFigure(2025, "44")], define: { indicator: [anIndicator()] } },
  { at: "2026-11-21T01:00:00.000Z", figures: [aFigure(2025, "45")] },
  { at: "2026-11-21T03:00:00.000Z", figures: [aFigure(2025, "46"), aFigure(2024, null)] },
);
const { get, json } = await testApp({ db });
const newestValue = async (query: string) => (await json(`/observations?${query}`)).items.at(-1).value;

describe("immutable responses", () => {
  test.each([
    ["asOf=2026-11-20", FOR_EVER],
    ["release=3", FOR_EVER],
    ["asOf=2026-11-21", CURRENT],
    ["asOf=2026-11-22", CURRENT],
    ["", CURRENT],
  ])("?%s: %s, since a day that has not ended may still bring a release", async (query, expected) => {
    for (const path of ["/observations", "/observations.csv", "/indicators", "/releases"])
      expect([path, (await get(`${path}?${query}`)).headers.get("cache-control")]).toEqual([path, expected]);
  });
  test("a day ends at midnight in Viet Nam", async () => {
    const [before, after] = ["2026-11-21T16:59:59Z", "2026-11-21T17:00:00Z"];
    const cacheControl = async (now: string) => {
      const server = await testApp({ db, now: () => new Date(now) });
      return (await server.get("/observations?asOf=2026-11-21")).headers.get("cache-control");
    };
    expect([await cacheControl(before), await cacheControl(after)]).toEqual([CURRENT, FOR_EVER]);
    expect(NOW.toISOString() < before).toBe(true);
  });
});

describe("two vintages on one day", () => {
  test("the day shows the last one, each release its own, and the history both", async () => {
    expect([await newestValue("asOf=2026-11-20"), await newestValue("asOf=2026-11-21"), await newestValue("")]).toEqual(
      [44, 46, 46],
    );
    expect([await newestValue("release=1"), await newestValue("release=2"), await newestValue("release=3")]).toEqual([
      44, 45, 46,
    ]);
    const { items } = await json("/observations?history=true");
    expect(items.map((o: { timePeriod: number; value: number | null }) => [o.timePeriod, o.value])).toEqual([
      [2024, null],
      [2025, 44],
      [2025, 45],
      [2025, 46],
    ]);
  });
  test("the ledger lists each with what it replaced", async () => {
    const { items } = await json("/releases");
    type Said = { id: number; figures: { old: { value: number } | null; new: { value: number | null } }[] };
    expect(items.map(({ id, figures }: Said) => [id, figures.map((f) => [f.old?.value ?? null, f.new.value])])).toEqual(
      [
        [
          3,
          [
            [null, null],
            [45, 46],
          ],
        ],
        [2, [[44, 45]]],
        [1, [[null, 44]]],
      ],
    );
  });
  test("a year recorded as missing is a row with its status, not a gap", async () => {
    const { items } = await json("/observations");
    expect(items[0]).toMatchObject({ timePeriod: 2024, value: null, obsStatus: ["M"] });
    const lines = (await (await get("/observations.csv")).text()).split("\r\n");
    expect(lines[1]).toContain("GII_RANK,WIPO,VNM,A,2024,,,RANK,0,M,sourced");
  });
});
