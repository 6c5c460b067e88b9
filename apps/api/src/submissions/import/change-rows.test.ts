import { expect, test } from "vitest";
import { hashOf } from "../evidence/store.ts";
import { gii2026, type Json, read, revision, slug, team } from "../team.fixture.ts";

const t = await team();
const draftOf = (id: unknown) => read(t.lan.get(`/submissions/${id}`));
const take = (s: Json, rows: string[], more: Record<string, string>) => {
  const given = { numbers: "vi", rest: "keep", newSource: JSON.stringify(gii2026.newSource), edition: "GII 2026" };
  const body = ["INDICATOR\tREF_AREA\tTIME_PERIOD\tOBS_VALUE\tRANK_POOL\tOBS_COM", ...rows].join("\n");
  const headers = { ...t.at(s.version as number), "content-type": "text/plain" };
  return t.lan.post(`/submissions/${s.id}/import?${new URLSearchParams({ ...given, ...more })}`, body, headers);
};
const rowsOf = ({ items }: { items: Json[] }) => items.map((one) => [one.id, one.refArea, one.timePeriod, one.value]);

test("rows of a table change figures of the draft where they stand, a row without a figure is added", async () => {
  const words = { confirmation: "Đã đối chiếu", obsComEn: "printed edition" };
  const draft = await t.draft(t.lan, { ...gii2026, ...words }, { ...gii2026, refArea: "THA", value: null });
  const [vnm, tha] = draft.items;
  const changes = `2:${vnm.id},3:${tha.id}`;
  const rows = [
    "GII_RANK\tVNM\t2026\t41\t139\tbản in",
    "GII_RANK\tTHA\t2026\t43\t139\t",
    "GII_RANK\tLAO\t2026\t99\t139\t",
  ];
  expect(await read(take(draft, rows, { changes }))).toMatchObject({ toMend: 0, submission: { items: 3 } });
  const after = await draftOf(draft.id);
  expect(rowsOf(after)).toEqual([
    [vnm.id, "VNM", 2026, "41"],
    [tha.id, "THA", 2026, "43"],
    [expect.any(Number), "LAO", 2026, "99"],
  ]);
  expect(after.items[0]).toMatchObject({ ...words, obsComVi: "bản in" });
});

test("indicator, area and year of a figure are moved in one step, against what is published there", async () => {
  const draft = await t.draft(t.lan, gii2026);
  const [item] = draft.items;
  const more = { changes: `2:${item.id}`, reason: "publisher_revision", reasonText: "WIPO tính lại" };
  const moved = await take(draft, ["GII_RANK\tTHA\t2025\t40\t139\t"], more);
  expect(moved.status).toBe(200);
  const after = await draftOf(draft.id);
  expect(rowsOf(after)).toEqual([[item.id, "THA", 2025, "40"]]);
  expect(after.items[0]).toMatchObject({ moved: false, baseRelease: after.items[0].current.release });
});

test("a row that cannot be taken in the place of a figure refuses all; a figure is dropped with the same request", async () => {
  const draft = await t.draft(t.lan, gii2026, { ...gii2026, refArea: "THA", value: "43" });
  const [vnm, tha] = draft.items;
  const refused = await take(draft, ["GII_RANK\tVNM\t2026\t4x\t139\t"], { changes: `2:${vnm.id}`, drops: `${tha.id}` });
  expect([refused.status, (await read(refused)).errors]).toMatchObject([422, [{ pointer: "/line/2" }]]);
  expect(await draftOf(draft.id)).toMatchObject({ version: draft.version });
  await take(draft, ["GII_RANK\tVNM\t2026\t40\t139\t"], { changes: `2:${vnm.id}`, drops: `${tha.id}` });
  expect(rowsOf(await draftOf(draft.id))).toEqual([[vnm.id, "VNM", 2026, "40"]]);
});

test.each([
  ["says what is published already", 2],
  ["is not there", 7],
])("a row that %s is not passed over in silence: the figure would stay as it was", async (_, line) => {
  const draft = await t.draft(t.lan, gii2026);
  const table = "INDICATOR\tREF_AREA\tTIME_PERIOD\tOBS_VALUE\nEGDI_RANK\tVNM\t2024\t71";
  const query = new URLSearchParams({ rest: "keep", join: "true", changes: `${line}:${draft.items[0].id}` });
  const headers = { ...t.at(draft.version), "content-type": "text/plain" };
  const refused = await read(t.lan.post(`/submissions/${draft.id}/import?${query}`, table, headers));
  expect(refused).toMatchObject({ status: 422, errors: [{ pointer: `/line/${line}` }] });
  expect(await draftOf(draft.id)).toMatchObject({ version: draft.version });
});

test("a figure of another draft is not changed, and wrong pairs are named", async () => {
  const [one, other] = [await t.draft(t.lan, gii2026), await t.draft(t.lan, gii2026)];
  const row = ["GII_RANK\tVNM\t2026\t40\t139\t"];
  expect((await take(one, row, { changes: `2:${other.items[0].id}` })).status).toBe(404);
  for (const name of ["changes", "drops"])
    expect((await read(take(one, row, { [name]: "x" }))).errors[0].parameter).toBe(name);
  const [{ id }] = one.items;
  for (const changes of [`2:${id},3:${id}`, `2:${id},2:${id + 1}`])
    expect((await read(take(one, row, { changes }))).errors).toEqual([
      { parameter: "changes", detail: "expected each line and each item once" },
    ]);
});

test("a pair that names a line or an item twice, or a line that brings no figure, changes nothing", async () => {
  const draft = await t.draft(t.lan, gii2026, { ...gii2026, refArea: "THA", value: "43" });
  const [vnm, tha] = draft.items;
  const rows = ["GII_RANK\tVNM\t2026\t40\t139\t", "GII_RANK\tTHA\t2026\t45\t139\t"];
  for (const changes of [`2:${vnm.id},3:${vnm.id}`, `2:${vnm.id},2:${tha.id}`])
    expect((await read(take(draft, rows, { changes }))).errors[0].parameter).toBe("changes");
  const nowhere = await read(take(draft, rows, { changes: `9:${vnm.id}` }));
  expect(nowhere.errors).toMatchObject([{ pointer: "/line/9" }]);
  expect(await draftOf(draft.id)).toMatchObject({ version: draft.version, items: draft.items });
});

test("a figure that is taken out is not changed too, and of two tables sent at once one counts", async () => {
  const draft = await t.draft(t.lan, gii2026);
  const [{ id }] = draft.items;
  const row = ["GII_RANK\tVNM\t2026\t40\t139\t"];
  expect((await take(draft, row, { changes: `2:${id}`, drops: id })).status).toBe(404);
  const both = await Promise.all(
    [40, 41].map((rank) => take(draft, [`GII_RANK\tVNM\t2026\t${rank}\t139\t`], { changes: `2:${id}` })),
  );
  expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
  expect((await draftOf(draft.id)).items).toHaveLength(1);
});

test("both halves of a move are taken out together, and neither goes elsewhere alone", async () => {
  const { indicator, compiler, refArea } = revision;
  const draft = await t.draft(t.lan, gii2026);
  const move = { indicator, compiler, refArea, from: 2024, to: 2019, reasonText: "nhầm năm" };
  const moved = await read(t.lan.post(`/submissions/${draft.id}/moves?join=true`, move, t.at(draft.version)));
  const [, out, into] = moved.items;
  const elsewhere = { ...revision, timePeriod: 2019, refArea: "THA" };
  const path = `/submissions/${draft.id}/items/${into.id}?join=true`;
  expect(await slug(t.lan.put(path, elsewhere, t.at(moved.version)))).toBe("conflict");
  expect((await take(moved, [], { drops: `${out.id},${into.id}` })).status).toBe(200);
  expect((await draftOf(draft.id)).items.map(({ id }: Json) => id)).toEqual([draft.items[0].id]);
});

test("a colleague's draft neither changes nor says of what publication it is", async () => {
  const minh = await t.person("contributor", "Minh");
  const draft = await t.draft(t.lan, gii2026);
  const attempt = (rows: string, query: Json) => {
    const body = `INDICATOR\tREF_AREA\tTIME_PERIOD\tOBS_VALUE\n${rows}`;
    const headers = { ...t.at(draft.version), "content-type": "text/plain" };
    const said = { numbers: "vi", rest: "keep", ...query } as Record<string, string>;
    return minh.post(`/submissions/${draft.id}/import?${new URLSearchParams(said)}`, body, headers);
  };
  const [item] = draft.items;
  for (const edition of ["GII 2026", "GII 2025"])
    for (const row of ["GII_RANK\tVNM\t2026\t4x", "GII_RANK\tVNM\t2026\t41"])
      for (const more of [{}, { changes: `2:${item.id}` }, { drops: `${item.id}` }])
        expect([row, edition, await slug(attempt(row, { edition, source: "GII2025-VNA", ...more }))]).toEqual([
          ...[row, edition, "forbidden"],
        ]);
  expect(await draftOf(draft.id)).toMatchObject({ version: draft.version, items: draft.items });
});

test("hashes typed into a table open no copy that its author may not read; those typed with a space or twice count once", async () => {
  const minh = await t.person("contributor", "Minh Anh");
  const upload = async (who: typeof t.lan, said: string): Promise<string> => {
    const bytes = new TextEncoder().encode(`%PDF-1.7\n${said}\n%%EOF`);
    return (await read(who.post("/evidence?name=x.pdf", bytes, { "content-type": "application/octet-stream" }))).sha256;
  };
  const [lans, minhs] = [await upload(t.lan, "of Lan alone"), await upload(minh, "of Minh")];
  const draft = await t.draft(minh);
  const importing = (copies: string) => {
    const rows = `INDICATOR\tREF_AREA\tTIME_PERIOD\tOBS_VALUE\tRANK_POOL\tEVIDENCE\nGII_RANK\tVNM\t2026\t42\t139\t${copies}`;
    const said = { edition: "GII 2026", published: "2026-09-16", place: "1", confirmation: "đã đối chiếu" };
    const query = { numbers: "vi", source: "GII2025-VNA", ...said };
    const headers = { ...t.at(draft.version), "content-type": "text/plain" };
    return minh.post(`/submissions/${draft.id}/import?${new URLSearchParams(query)}`, rows, headers);
  };
  for (const copies of [lans, `${minhs};${lans}`, hashOf(new TextEncoder().encode("of nobody"))])
    expect((await read(importing(copies))).errors[0].pointer).toBe("/evidence");
  expect((await minh.get(`/evidence/${lans}`)).status).toBe(404);
  expect((await importing(` ${minhs};${minhs}\u200b `)).status).toBe(200);
  expect((await read(minh.get(`/submissions/${draft.id}`))).items).toMatchObject([{ evidence: [minhs] }]);
});
