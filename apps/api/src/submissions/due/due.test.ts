import { describe, expect, test } from "vitest";
import { type Json, read, team } from "../team.fixture.ts";

type Row = { indicator: string; refArea: string; timePeriod: number; wanted: string; last: Json | null };
const keys = (rows: Row[]) => rows.map((row) => `${row.indicator} ${row.refArea} ${row.timePeriod}`);

describe("a publication that is due", () => {
  test("is an edition with the indicators that its publisher has not given yet", async () => {
    const t = await team();
    const { items } = await read(t.lan.get("/entry/publications"));
    const gii = items.find((one: Json) => one.id === "WIPO-GII-2026");
    expect(gii).toMatchObject({
      ...{ title: "GII 2026", edition: "GII 2026", compiler: "WIPO", dueBy: "2026-09-29" },
      ...{ isOverdue: true, years: [2026] },
    });
    expect(gii.indicators.map(({ code }: Json) => code)).toContain("GII_RANK");
    const days = items.map(({ dueBy }: Json) => dueBy);
    expect(days).toEqual([...days].sort());
  });

  test("without an edition is named by its publisher in short and its years as a range", async () => {
    const t = await team();
    const { items } = await read(t.lan.get("/entry/publications"));
    expect(items.find((one: Json) => one.id === "NSO").title).toMatch(/^Cục Thống kê, \d{4}–\d{4}$/);
  });

  test("has a row for the country and for each neighbour that its publisher ranks", async () => {
    const t = await team();
    const { title, rows } = await read(t.lan.get("/entry/wanted?publication=WIPO-GII-2026"));
    expect(title).toBe("GII 2026");
    const ranks = rows.filter((row: Row) => row.indicator === "GII_RANK");
    expect(ranks.map((row: Row) => row.refArea)).toEqual([
      "VNM",
      ...["BRN", "IDN", "KHM", "LAO", "MMR", "MYS", "PHL", "SGP", "THA", "TLS"],
    ]);
    expect(ranks[0]).toMatchObject({ ...{ timePeriod: 2026, edition: "GII 2026", unit: "hạng", wanted: "figure" } });
    expect(ranks[0].last).toEqual({ timePeriod: 2025, value: "44", rankPool: 139 });
    // Only the country's own rank in inputs was ever entered.
    expect(keys(rows).filter((key) => key.startsWith("GII_INPUT_RANK"))).toEqual(["GII_INPUT_RANK VNM 2026"]);
  });

  test("loses a row once that figure is published", async () => {
    const t = await team();
    const thailand = {
      ...{ indicator: "GII_RANK", compiler: "WIPO", refArea: "THA", timePeriod: 2026, value: "41", rankPool: 139 },
      ...{ source: "GII2025-VNA", edition: "GII 2026", published: "2026-09-29", place: "Table 1" },
    };
    const sent = await t.submit(t.lan, await t.draft(t.lan, thailand));
    const before = await read(t.lan.get("/entry/wanted?publication=WIPO-GII-2026"));
    expect((await t.review(t.hoa, sent, { approve: "all" })).status).toBe(200);
    const after = await read(t.lan.get("/entry/wanted?publication=WIPO-GII-2026"));
    expect(keys(before.rows).filter((key) => !keys(after.rows).includes(key))).toEqual(["GII_RANK THA 2026"]);
  });
});

describe("an edition of which the country's figure is in", () => {
  const row = (refArea: string, value: string) => ({
    ...{ indicator: "GII_RANK", compiler: "WIPO", refArea, timePeriod: 2026, value, rankPool: 139 },
    ...{ source: "GII2025-VNA", edition: "GII 2026", published: "2026-09-29", place: "Table 1", confirmation: "x" },
  });
  const neighbours = ["BRN", "IDN", "KHM", "LAO", "MMR", "MYS", "PHL", "SGP", "THA", "TLS"];

  test("stays offered with the areas that the edition before had, until they are in", async () => {
    const t = await team();
    const enter = async (...rows: Json[]) =>
      t.review(t.hoa, await t.submit(t.lan, await t.draft(t.lan, ...rows)), { approve: "all" });
    const of = async () =>
      keys((await read(t.lan.get("/entry/wanted?publication=WIPO-GII-2026"))).rows).filter((key) =>
        key.startsWith("GII_RANK "),
      );
    const had = await t.db.all<{ area: string }>(
      "SELECT ref_area AS area FROM observation_revision WHERE indicator = 'GII_RANK' AND time_period = 2025 AND obs_value IS NOT NULL",
    );
    const ranked = neighbours.filter((code) => had.some(({ area }) => area === code));
    expect(ranked.length).toBeGreaterThan(1);
    expect((await enter(row("VNM", "42"))).status).toBe(200);
    expect(await of()).toEqual(ranked.map((code) => `GII_RANK ${code} 2026`));
    const { items } = await read(t.lan.get("/entry/publications"));
    const gii = items.find(({ id }: Json) => id === "WIPO-GII-2026");
    expect([gii.title, gii.indicators.map(({ code }: Json) => code)]).toEqual([
      "GII 2026",
      expect.arrayContaining(["GII_RANK"]),
    ]);
    // It is nothing that a body or a person is asked for.
    expect(keys((await read(t.lan.get("/entry/wanted?body=MOST"))).rows)).not.toContain("GII_RANK VNM 2026");
    await enter(...ranked.map((code, n) => row(code, String(50 + n))));
    expect(await of()).toEqual([]);
  });
});

describe("what is wanted", () => {
  test("of a body is what it answers for and is due, or is to be asked for by a later day", async () => {
    const t = await team();
    const of = async (query: string) => keys((await read(t.lan.get(`/entry/wanted?${query}`))).rows);
    const due = await of("body=MOST");
    expect(due).toContain("GII_RANK VNM 2026");
    expect(due).not.toContain("FIBRE_HOUSEHOLDS VNM 2026");
    expect(due.every((key) => key.includes(" VNM "))).toBe(true);
    const before = await of("body=MOST&by=2026-11-30");
    expect(before).toEqual(expect.arrayContaining(["GII_RANK VNM 2026", "FIBRE_HOUSEHOLDS VNM 2026"]));
  });

  test("of a person is what is assigned to them, and what their body answers for", async () => {
    const t = await team();
    const { id } = t.lan.actor;
    const of = async () => keys((await read(t.lan.get(`/entry/wanted?person=${id}`))).rows);
    expect(await of()).toEqual([]);
    await t.hoa.put("/entry/assignments/EGDI_RANK", { staff: id });
    expect(await of()).toEqual(["EGDI_RANK VNM 2026"]);
    await t.boss.patch(`/staff/${id}`, { body: "MOST" });
    expect(await of()).toEqual(expect.arrayContaining(["EGDI_RANK VNM 2026", "GII_RANK VNM 2026"]));
  });

  test.each([
    ["", 422],
    ["body=MOST&person=x", 422],
    ["person=x&by=2026-12-01", 422],
    ["publication=gii", 422],
    ["publication=WIPO-GII-2025", 404],
    ["body=XYZ", 404],
    ["person=nobody", 404],
  ])("is asked for by one thing that there is: %j is answered %i", async (query, status) => {
    const t = await team();
    for (const format of ["", ".xlsx"])
      expect((await t.lan.get(`/entry/wanted${format}?${query}`)).status).toBe(status);
  });

  test("is for staff", async () => {
    const t = await team();
    for (const path of ["/entry/publications", "/entry/wanted?body=MOST", "/entry/wanted.xlsx?body=MOST"])
      expect((await t.ask("GET", path)).status).toBe(401);
  });
});
