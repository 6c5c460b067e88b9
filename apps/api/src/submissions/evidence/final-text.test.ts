import { zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { read, team } from "../team.fixture.ts";
import { aDocx, wordPart } from "./final-text.fixture.ts";
import { DOCX } from "./store.ts";

const t = await team();
const keep = async (bytes: Uint8Array<ArrayBuffer>, name = "bao-cao.docx") => {
  const answer = await t.lan.post(`/evidence?name=${name}`, bytes, { "content-type": "application/octet-stream" });
  return { status: answer.status, ...(await read(answer)) };
};
const documentOf = (...paragraphs: string[][]) => aDocx({ document: wordPart("document", ...paragraphs) });

describe("the final text of a report", () => {
  test("is kept as a document, for staff alone", async () => {
    const kept = await keep(documentOf(["Số: 12/BC-BKHCN"], ["Kết quả (không có chỗ trống) ], theo WIPO [1]"]));
    expect(kept).toMatchObject({ status: 200, type: DOCX, name: "bao-cao.docx" });
    const answer = await t.lan.get(`/evidence/${kept.sha256}`);
    expect(answer.headers.get("content-disposition")).toContain('attachment; filename="bao-cao.docx"');
    expect((await t.ask("GET", `/evidence/${kept.sha256}`)).status).toBe(401);
    expect((await keep(documentOf(["a"]), "bao-cao.pdf")).errors).toMatchObject([{ parameter: "name" }]);
  });

  test.each<[string, Record<string, string>, string[]]>([
    ["in a paragraph", { document: wordPart("document", ["Kính gửi: [nơi nhận]."]) }, ["[nơi nhận]"]],
    ["cut into runs", { document: wordPart("document", ["Số: ", "[", "số", "]"]) }, ["[số]"]],
    [
      "over two paragraphs",
      { document: wordPart("document", ["[Nguyên nhân"], ["nêu sau]"]) },
      ["[Nguyên nhân nêu sau]"],
    ],
    ["that is not closed", { document: wordPart("document", ["Nguyên nhân: [chưa rõ"], ["x"]) }, ["[chưa rõ"]],
    ["between full-width brackets", { document: wordPart("document", ["［số］"]) }, ["［số］"]],
    ["in a header", { document: wordPart("document", ["x"]), header1: wordPart("hdr", ["[cơ quan]"]) }, ["[cơ quan]"]],
    [
      "in a note",
      { document: wordPart("document", ["x"]), footnotes: wordPart("footnotes", ["[nguồn]"]) },
      ["[nguồn]"],
    ],
    ["of many words", { document: wordPart("document", [`[${"x".repeat(99)}]`]) }, [`[${"x".repeat(79)}…]`]],
  ])("is refused with a place left open %s, which is named", async (_, parts, places) => {
    const refused = await keep(aDocx(parts));
    expect([refused.status, refused.errors]).toEqual([422, places.map((detail) => ({ pointer: "/open", detail }))]);
    expect(refused.detail).toContain(`${places.length} open places`);
  });

  test("is refused with many places left open, the first five of which are named", async () => {
    const refused = await keep(documentOf(Array.from({ length: 16 }, (_, n) => `[a${n}]`)));
    expect(refused.detail).toContain("16 open places");
    expect(refused.errors.map(({ detail }: { detail: string }) => detail)).toEqual([
      "[a0]",
      "[a1]",
      "[a2]",
      "[a3]",
      "[a4]",
    ]);
  });

  const damaged = documentOf(["x"]).slice(0, 200);
  const bomb = aDocx({ document: wordPart("document", ["x".repeat(70 * 1024 * 1024)]) });
  test.each<[string, Uint8Array<ArrayBuffer>, string]>([
    ["another archive", new Uint8Array(zipSync({ "a.txt": new Uint8Array([97]) })), "not_document"],
    ["a template with other parts", aDocx({ header1: wordPart("hdr", ["x"]) }), "not_document"],
    ["macros", aDocx(undefined, "application/vnd.ms-word.document.macroEnabled.main+xml"), "macros"],
    ["half of a document", damaged, "damaged"],
    ["more than can be unpacked", bomb, "too_big"],
    ["a DOCTYPE", aDocx({ document: `<!DOCTYPE w>${wordPart("document", ["x"])}` }), "doctype"],
  ])("is refused where it is %s", async (_, bytes, code) => {
    const refused = await keep(bytes);
    expect([refused.status, refused.errors]).toEqual([422, [{ pointer: "/document", detail: code }]]);
  });
});
