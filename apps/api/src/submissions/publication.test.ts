import { expect, test } from "vitest";
import { foreignTo } from "./publication.ts";
import { gii2026, type Json, read, slug, team } from "./team.fixture.ts";

const t = await team();
const other = {
  ...gii2026,
  indicator: "EGDI_RANK",
  compiler: "UNDESA",
  value: "70",
  rankPool: 193,
  edition: "EGDI 2026",
  newSource: { ...gii2026.newSource, title: "E-Government Survey 2026", publisher: "UNDESA", url: null },
};
const draftOf = (id: unknown) => read(t.lan.get(`/submissions/${id}`));
const add = (s: Json, item: Json, query = "") =>
  t.lan.post(`/submissions/${s.id}/items${query}`, item, t.at(s.version as number));

test("a figure of another publication is refused until its author says that it joins the draft", async () => {
  const draft = await t.draft(t.lan, gii2026);
  expect(await slug(add(draft, other))).toBe("other-publication");
  expect(await draftOf(draft.id)).toMatchObject({ version: draft.version, items: [{ indicator: "GII_RANK" }] });
  const both = await read(add(draft, other, "?join=true"));
  expect(both.items.map((one: Json) => one.indicator)).toEqual(["GII_RANK", "EGDI_RANK"]);

  // Having joined, it is not asked about again while it is typed on.
  const [, joined] = both.items;
  const change = { ...other, value: "71", edition: "EGDI 2026, bản in" };
  expect((await t.lan.put(`/submissions/${draft.id}/items/${joined.id}`, change, t.at(both.version))).status).toBe(200);
});

test("of one publication are figures of one source or one edition, and such as name no source yet", async () => {
  const draft = await t.draft(t.lan, gii2026);
  const lao = { ...gii2026, refArea: "LAO", value: "100" };
  const ofSource = await read(add(draft, { ...lao, edition: "Bản in" }));
  const ofEdition = await read(add(ofSource, { ...lao, refArea: "THA", newSource: null, source: "GII-2025" }));
  const unsaid = await read(add(ofEdition, { ...lao, refArea: "SGP", newSource: null, edition: null }));
  expect(unsaid.items).toHaveLength(4);
});

test("a figure that comes to be of another publication while it is typed is asked about then", async () => {
  const draft = await t.draft(t.lan, gii2026);
  const { items, version } = await read(add(draft, { ...other, newSource: null, edition: null }));
  const path = `/submissions/${draft.id}/items/${items[1].id}`;
  expect(await slug(t.lan.put(path, other, t.at(version)))).toBe("other-publication");
  expect((await t.lan.put(`${path}?join=true`, other, t.at(version))).status).toBe(200);
});

test("the source of all figures of a draft is changed in one step", async () => {
  const draft = await t.draft(t.lan, gii2026, { ...gii2026, refArea: "THA", value: "43" });
  const rows = ["INDICATOR\tREF_AREA\tTIME_PERIOD\tOBS_VALUE", "GII_RANK\tVNM\t2026\t42", "GII_RANK\tTHA\t2026\t43"];
  const take = (lines: string[], changes: string) =>
    t.lan.post(
      `/submissions/${draft.id}/import?${new URLSearchParams({ rest: "keep", source: "GII2025-VNA", changes })}`,
      lines.join("\n"),
      { ...t.at(draft.version), "content-type": "text/plain" },
    );
  const [vnm, tha] = draft.items;
  expect(await slug(take(rows.slice(0, 2), `2:${vnm.id}`))).toBe("other-publication");
  expect((await take(rows, `2:${vnm.id},3:${tha.id}`)).status).toBe(200);
});

test("a table is asked about like a figure, its rows to be mended too; those of the draft are not", async () => {
  const draft = await t.draft(t.lan, gii2026);
  const rows = ["INDICATOR\tREF_AREA\tTIME_PERIOD\tOBS_VALUE\tRANK_POOL", "EGDI_RANK\tVNM\t2024\t7x\t193"];
  const query = (newSource: unknown, more = {}) =>
    new URLSearchParams({ numbers: "vi", rest: "keep", newSource: JSON.stringify(newSource), ...more });
  const take = (s: Json, search: URLSearchParams, table = rows) =>
    t.lan.post(`/submissions/${draft.id}/import?${search}`, table.join("\n"), {
      ...t.at(s.version as number),
      "content-type": "text/plain",
    });
  expect(await slug(take(draft, query(other.newSource)))).toBe("other-publication");
  expect(await draftOf(draft.id)).toMatchObject({ version: draft.version, toMend: 0 });
  const kept = await read(take(draft, query(other.newSource, { join: "true" })));
  expect(kept).toMatchObject({ added: 0, toMend: 1 });
  const [row] = (await read(t.lan.get(`/submissions/${draft.id}/rows`))).items;
  const mended = await take(kept.submission, query(other.newSource, { replaces: String(row.id) }));
  expect((await read(mended)).toMend).toBe(1);
});

test("nobody is told what is in the draft of somebody else", async () => {
  const { id, version } = await t.draft(t.lan, gii2026);
  const minh = await t.person("contributor", "Minh");
  const table = ["INDICATOR\tREF_AREA\tTIME_PERIOD\tOBS_VALUE\tSOURCE", "EGDI_RANK\tVNM\t2024\t7x\tEGDI-2024"];
  const path = `/submissions/${id}/import?${new URLSearchParams({ numbers: "vi", rest: "keep" })}`;
  const taken = minh.post(path, table.join("\n"), { ...t.at(version), "content-type": "text/plain" });
  expect(await slug(taken)).toBe("forbidden");
});

test("moving a published figure into a draft of another publication is asked about too", async () => {
  const draft = await t.draft(t.lan, gii2026);
  const move = {
    indicator: "EGDI_RANK",
    compiler: "UNDESA",
    refArea: "VNM",
    from: 2024,
    to: 2023,
    reasonText: "sai năm",
  };
  const path = `/submissions/${draft.id}/moves`;
  expect(await slug(t.lan.post(path, move, t.at(draft.version)))).toBe("other-publication");
  expect((await read(t.lan.post(`${path}?join=true`, move, t.at(draft.version)))).items).toHaveLength(3);
});

test("a figure is held against a draft of any length by reading it once", () => {
  let reads = 0;
  const figure = {
    ...{ source: null, edition: "EGDI 2026" },
    get newSource() {
      reads++;
      return other.newSource as never;
    },
  };
  const isForeign = foreignTo(
    Array.from({ length: 1000 }, () => ({ source: "GII-2025", newSource: null, edition: null })),
  );
  expect([isForeign(figure), reads]).toEqual([true, 1]);
});
