import { expect, test } from "vitest";
import { gii2026, type Json, read, team } from "./team.fixture.ts";

const CSV = { "content-type": "text/csv" };
const rowsOf = ({ items }: { items: Json[] }) => items.map((item) => [item.refArea, item.value]);

test("a figure that comes to a draft takes the place of the row that waited for it, with its copy and place", async () => {
  const t = await team();
  const type = { "content-type": "application/octet-stream" };
  const pdf = new TextEncoder().encode("%PDF-1.7\n%%EOF");
  const { sha256 } = await read(t.lan.post("/evidence?name=gii.pdf", pdf, type));
  const waiting = (refArea: string, more: Json = {}) => ({
    ...gii2026,
    refArea,
    value: null,
    evidence: [sha256],
    ...more,
  });
  const draft = await t.draft(t.lan, waiting("VNM"), waiting("THA"), waiting("LAO", { obsStatus: ["M"] }));
  const text = "REF_AREA,TIME_PERIOD,OBS_VALUE,RANK_POOL\r\nVNM,2026,45,139\r\nSGP,2026,5,139\r\n";
  const path = `/submissions/${draft.id}/import?indicator=GII_RANK&source=GII2025-VNA&join=true`;
  const done = await t.lan.post(path, text, { ...CSV, ...t.at(draft.version) });
  expect((await read(done)).added).toBe(2);
  const after = await read(t.lan.get(`/submissions/${draft.id}`));
  // The row that says that there is no figure waits for none.
  expect(rowsOf(after)).toEqual([
    ["THA", null],
    ["LAO", null],
    ["VNM", "45"],
    ["SGP", "5"],
  ]);
  const [, , vnm, sgp] = after.items;
  expect([vnm.evidence, vnm.place, vnm.errors]).toEqual([[sha256], "Table 1", []]);
  expect([sgp.evidence, sgp.place]).toEqual([[], null]);
});

test("a second figure for the same year is no row that waited, and is said to be there twice", async () => {
  const t = await team();
  const draft = await t.draft(t.lan, gii2026);
  const again = await read(
    t.lan.post(`/submissions/${draft.id}/items`, { ...gii2026, value: "43" }, t.at(draft.version)),
  );
  expect(rowsOf(again)).toEqual([
    ["VNM", "42"],
    ["VNM", "43"],
  ]);
  expect(again.items[1].errors.map((one: Json) => one.code)).toEqual(["duplicate"]);
});
