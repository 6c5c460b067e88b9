import { expect, test } from "vitest";
import { findTampering } from "../../verify/verify.ts";
import { gii2026, type Json, read, slug, team } from "../team.fixture.ts";

const t = await team();
const set = (body: object, who = t.hoa, code = "GII_RANK") => who.put(`/entry/limits/${code}`, body);
const ofGii = (answer: { items: Json[] }) => answer.items.find(({ indicator }) => indicator === "GII_RANK") as Json;
const warnings = async (value: string) => {
  const draft = await t.draft(t.lan, { ...gii2026, value });
  return draft.items[0].warnings.map(({ code, values }: Json) => [code, (values as Json).basis]);
};

test("by default a change is held against the history of its series, and the list says so", async () => {
  const gii = ofGii(await read(t.lan.get("/entry/limits?lang=en")));
  const { usual, set: own, range } = gii as { usual: { low: number; high: number }; set: null; range: Json };
  expect([own, range]).toEqual([null, { min: 1, max: 200 }]);
  expect(usual.low).toBeLessThan(usual.high);
  const latest = 44;
  expect(await warnings(String(latest + Math.floor(usual.high)))).toEqual([]);
  expect(await warnings(String(latest + Math.floor(usual.high) + 1))).toEqual([["unusual_change", "history"]]);
});

test("an indicator with few figures is held against the one before, and the list says by what each is checked", async () => {
  const { items } = await read(t.lan.get("/entry/limits?lang=en"));
  const fibre = items.find(({ indicator }: Json) => indicator === "FIBRE_HOUSEHOLDS");
  expect(fibre.usual.basis).toBe("ratio");
  const figures = await t.db.all<{ indicator: string }>(
    "SELECT DISTINCT indicator FROM observation_revision WHERE ref_area = 'VNM' AND obs_value IS NOT NULL",
  );
  const unchecked = items.filter(({ usual }: Json) => usual === null).map(({ indicator }: Json) => indicator);
  expect(unchecked.filter((code: string) => figures.some(({ indicator }) => indicator === code))).toEqual([]);
  const published = await read(t.lan.get("/entry/figure?indicator=FIBRE_HOUSEHOLDS&year=2026"));
  const { compiler } = published.key;
  const warned = async (value: string) => {
    const [one] = (await t.draft(t.lan, { ...gii2026, indicator: "FIBRE_HOUSEHOLDS", compiler, rankPool: null, value }))
      .items;
    return one.warnings.filter(({ code }: Json) => code === "unusual_change").map(({ values }: Json) => values);
  };
  expect(await warned("5")).toMatchObject([{ basis: "ratio", to: 5 }]);
  expect(await warned(published.series.at(-1).value.toString())).toEqual([]);
});

test("a short series is held against the figure before over missing years too", async () => {
  const minh = await t.person("contributor", "Minh");
  const figure = { indicator: "SMARTPHONE_USERS", compiler: "MIC", rankPool: null, timePeriod: 2025 };
  const warned = async (value: string) => {
    const [one] = (await t.draft(minh, { ...gii2026, ...figure, value })).items;
    return one.warnings.filter(({ code }: Json) => code === "unusual_change").map(({ values }: Json) => values);
  };
  expect(await warned("5")).toMatchObject([{ basis: "ratio", fromYear: 2023, from: 84.4, change: -79.4, years: 2 }]);
  expect(await warned("90")).toEqual([]);
});

test("a reviewer sets other limits with a reason, which hold in form, table and review, and are audited", async () => {
  const before = (await t.events()).length;
  const answer = await read(set({ low: -2, high: 2, reason: "Phương pháp GII 2026 không đổi" }));
  expect(ofGii(answer).set).toMatchObject({ low: -2, high: 2, by: "Hoa", reason: "Phương pháp GII 2026 không đổi" });
  expect(await warnings("46")).toEqual([]);
  expect(await warnings("47")).toEqual([["unusual_change", "reviewer"]]);
  const form = await read(t.lan.get("/entry/figure?indicator=GII_RANK&year=2026"));
  expect(form.limits).toEqual({ low: -2, high: 2 });
  const table = "INDICATOR\tREF_AREA\tTIME_PERIOD\tOBS_VALUE\nGII_RANK\tVNM\t2026\t47";
  const run = await read(
    t.lan.post("/submissions/dry-run?source=GII2025-CAFEF", table, { "content-type": "text/plain" }),
  );
  expect(run.rows[0].warnings.map((w: Json) => w.code)).toContain("unusual_change");
  await set({ low: null, high: null, reason: "Theo chuỗi" });
  expect((await read(t.lan.get("/entry/figure?indicator=GII_RANK&year=2026"))).limits).toBeNull();
  expect((await t.events()).length).toBe(before + 2);
  expect(await findTampering({ db: t.db, now: new Date() })).toBeNull();
});

test.each<[string, object, string]>([
  ["half of it", { low: 1, high: null, reason: "x" }, "/high"],
  ["the lower above the higher", { low: 2, high: 1, reason: "x" }, "/high"],
  ["more than the range of the indicator", { low: -1, high: 1e9, reason: "x" }, "/high"],
  ["less than it", { low: -1e9, high: 1, reason: "x" }, "/low"],
  ["no reason", { low: 1, high: 2, reason: " " }, "/reason"],
])("%s is refused by its field and changes nothing", async (_, body, pointer) => {
  const before = (await t.events()).length;
  const refused = await read(set(body));
  expect([refused.status, refused.errors[0].pointer, (await t.events()).length]).toEqual([422, pointer, before]);
});

test("who sets limits does not loosen the check of their own figures", async () => {
  await set({ low: -100, high: 100, reason: "x" });
  const codes = async (who: typeof t.lan) => {
    const { items } = await t.draft(who, { ...gii2026, value: "100" });
    return items[0].warnings.map(({ code }: Json) => code);
  };
  expect(await codes(t.lan)).not.toContain("unusual_change");
  expect(await codes(t.hoa)).toContain("unusual_change");
  await set({ low: null, high: null, reason: "x" });
});

test("nobody else sets limits, nor those of an indicator that is not there", async () => {
  const body = { low: 1, high: 2, reason: "x" };
  expect([await slug(set(body, t.lan)), await slug(set(body, t.hoa, "NO_SUCH"))]).toEqual([
    "forbidden",
    "unknown-code",
  ]);
});

test("limits that are not those of the audit are found", async () => {
  await set({ low: -3, high: 3, reason: "x" });
  await t.db.run(
    "INSERT INTO change_limit (indicator, low, high, reason, set_by, set_by_name, at) VALUES ('GII_RANK', 0, 99, 'x', 'y', 'z', '2026-01-01T00:00:00.000Z')",
  );
  expect(await findTampering({ db: t.db, now: new Date() })).toContain("change_limit");
  const add = (low: number, high: number | null, reason: string) =>
    t.db.run(
      "INSERT INTO change_limit (indicator, low, high, reason, set_by, set_by_name, at) VALUES ('GII_RANK', @low, @high, @reason, 'y', 'z', '2026-01-01T00:00:00.000Z')",
      { low, high, reason },
    );
  for (const wrong of [add(1, 0, "x"), add(1, null, "x"), add(0, 1, " ")])
    await expect(wrong).rejects.toThrow("limits are two");
  await expect(t.db.run("UPDATE change_limit SET high = 100")).rejects.toThrow("append-only");
  await expect(t.db.run("DELETE FROM change_limit")).rejects.toThrow("append-only");
});
