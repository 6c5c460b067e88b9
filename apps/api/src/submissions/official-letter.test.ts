import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { gii2026, type Json, read, team } from "./team.fixture.ts";

const letter = { number: "1234/BKHCN-CĐS", person: "Nguyễn Thị Trả Lời" };
const source = {
  title: "Công văn số 1234/BKHCN-CĐS",
  publisher: "Bộ Khoa học và Công nghệ",
  kind: "official_letter",
  date: "2026-11-05",
  url: null,
  letter,
};
const pdf = new TextEncoder().encode("%PDF-1.7\nthe signed letter\n%%EOF");

test.each([
  ["no number", { ...source, letter: undefined }, "/items/0/newSource/letter"],
  ["an empty number", { ...source, letter: { ...letter, number: " " } }, "/items/0/newSource/letter/number"],
  ["no day", { ...source, date: "tháng 11" }, "/items/0/newSource/date"],
  ["a day of long ago", { ...source, date: "0001-01-01" }, "/items/0/newSource/date"],
  ["the number of a letter on a page of the press", { ...source, kind: "press" }, "/items/0/newSource/letter"],
])("an official letter as source is refused with %s, and nothing is kept", async (_, newSource, pointer) => {
  const t = await team();
  const refused = await t.lan.post("/submissions", { title: "Tháng 11", items: [{ ...gii2026, newSource }] });
  expect([refused.status, (await read(refused)).errors.map((e: { pointer: string }) => e.pointer)]).toEqual([
    422,
    [pointer],
  ]);
  expect((await read(t.lan.get("/submissions?mine=true"))).items).toEqual([]);
});

test("a letter is listed by number, day and sender; its copy and who answered stay with staff", async () => {
  const t = await team();
  const name = "Công văn quét.pdf";
  const type = { "content-type": "application/octet-stream" };
  const { sha256 } = await read(t.lan.post(`/evidence?name=${encodeURIComponent(name)}`, pdf, type));
  const item: Json = { ...gii2026, newSource: source, evidence: [sha256] };
  const sent = await t.submit(t.lan, await t.draft(t.lan, item));
  const { release } = await read(t.review(t.hoa, sent, { approve: "all" }));
  const listed = (await t.json("/sources")).items.find((one: { kind: string }) => one.kind === "official_letter");
  const { letter: _, ...published } = source;
  expect(listed).toEqual({ ...published, id: `R${release}-1`, extent: "whole", note: "Table 1" });

  // Staff see both.
  const seen = await read(t.hoa.get(`/submissions/${sent.id}`));
  expect(seen.items[0]).toMatchObject({ newSource: { letter }, files: [{ sha256, name }] });
  expect((await t.hoa.get(`/evidence/${sha256}`)).status).toBe(200);

  expect((await t.ask("GET", `/evidence/${sha256}`)).status).toBe(401);
  const of = "indicator=GII_RANK&area=VNM";
  const open = ["/sources", "/indicators/GII_RANK", `/observations?${of}`, `/observations.csv?${of}`, "/releases"];
  for (const path of [...open, `/releases/${release}`, `/observations.zip?${of}`, `/observations.xlsx?${of}`]) {
    const answer = await t.ask("GET", path);
    expect([path, answer.status]).toEqual([path, 200]);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const isZip = strFromU8(bytes.subarray(0, 2)) === "PK";
    const text = isZip
      ? Object.values(unzipSync(bytes))
          .map((file) => strFromU8(file))
          .join()
      : strFromU8(bytes);
    for (const hidden of [sha256, name, letter.person]) expect([path, text.includes(hidden)]).toEqual([path, false]);
  }
});
