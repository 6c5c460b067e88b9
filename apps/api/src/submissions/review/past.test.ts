import { expect, test } from "vitest";
import { gii2026, type Json, read, slug, team } from "../team.fixture.ts";

const t = await team();
const past = async (id: unknown, who = t.hoa) => read(who.get(`/submissions/${id}/past`));

test("a figure in review stands beside its series, the largest change so far, and what is plausible", async () => {
  const draft = await t.draft(t.lan, { ...gii2026, value: "42" });
  await t.submit(t.lan, draft);
  const [seen] = (await past(draft.id)).items;
  const observations = await t.json("/observations?indicator=GII_RANK&area=VNM&compiler=WIPO");
  expect(seen.series.map((one: Json) => [one.timePeriod, Number(one.value)])).toEqual(
    observations.items.map((one: Json) => [one.timePeriod, one.value]),
  );
  const values = observations.items.map((one: Json) => one.value as number);
  const changes = values.slice(1).map((value: number, i: number) => Math.abs(value - (values[i] as number)));
  expect(Math.abs(seen.largest.change)).toBe(Math.max(...changes));
  expect(seen.plausible.basis).toBe("history");
});

test("neighbours are the nearest in the edition, published and in the same submission, by value", async () => {
  const edition2025 = { ...gii2026, timePeriod: 2025, value: "43", edition: "GII 2025" };
  const revised = { ...edition2025, reason: "publisher_revision", reasonText: "x" };
  const draft = await t.draft(t.lan, revised, { ...revised, refArea: "THA", value: "42" });
  const [vietNam] = (await past(draft.id, t.lan)).items;
  const told = vietNam.neighbours.map((one: Json) => Number(one.value));
  expect(told).toEqual([...told].sort((a, b) => a - b));
  expect(vietNam.neighbours).toContainEqual({ refArea: "THA", value: "42", proposed: true });
  const published = (await t.json("/observations?indicator=GII_RANK&from=2025&to=2025&limit=1000")).items.filter(
    (one: Json) => one.edition === "GII 2025" && !["VNM", "THA"].includes(one.refArea as string),
  );
  expect(published.length).toBeGreaterThan(told.length);
  const areas = new Set(vietNam.neighbours.map((one: Json) => one.refArea));
  const furthest = Math.max(...told.map((value: number) => Math.abs(value - 43)));
  for (const one of published.filter((other: Json) => !areas.has(other.refArea)))
    expect(Math.abs(one.value - 43)).toBeGreaterThanOrEqual(furthest);
});

test("the same figure by another compiler is told", async () => {
  const draft = await t.draft(t.lan, {
    ...gii2026,
    indicator: "DIGITAL_ECONOMY_GDP",
    compiler: "NSO",
    timePeriod: 2024,
    value: "13.20",
    reason: "publisher_revision",
    reasonText: "x",
  });
  const [seen] = (await past(draft.id, t.lan)).items;
  expect(seen.others).toEqual([{ compiler: "MIC", value: "18.3" }]);
});

test("of what a reader may not see nothing is told", async () => {
  const draft = await t.draft(t.lan, gii2026);
  expect(await slug(t.hoa.get(`/submissions/${draft.id}/past`))).toBe("forbidden");
  const made = await t.submit(t.lan, draft);
  await t.review(t.hoa, made, { rest: "return", reason: "Sai bảng" });
  expect((await past(draft.id)).items).toEqual([]);
  expect((await past(draft.id, t.lan)).items).toHaveLength(1);
});
