import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { emptyFolder } from "../../app.fixture.ts";
import { remark } from "../statements/statements.fixture.ts";
import { gii2026, read, slug, team } from "../team.fixture.ts";
import { attachment } from "./file-name.ts";
import { hashOf } from "./store.ts";

const evidenceDir = join(emptyFolder(), "evidence");
const t = await team({ evidenceDir });
const pdf = new TextEncoder().encode("%PDF-1.7\nnothing much\n%%EOF");
const upload = (bytes: Uint8Array, name: string) =>
  t.lan.post(`/evidence?name=${encodeURIComponent(name)}`, bytes, { "content-type": "application/octet-stream" });

describe("a copy of a source", () => {
  test("is stored once, by its SHA-256", async () => {
    const stored = await read(upload(pdf, "Bảng 1.pdf"));
    expect(stored).toEqual({ sha256: hashOf(pdf), name: "Bảng 1.pdf", type: "application/pdf", bytes: pdf.length });
    expect(await read(upload(pdf, "again.pdf"))).toEqual(stored);
    expect(readdirSync(evidenceDir)).toEqual([stored.sha256]);
    expect((await t.events()).filter((e) => e === "evidence.added")).toHaveLength(1);
  });
  test("is served to staff only, as a download with nosniff", async () => {
    const path = `/evidence/${hashOf(pdf)}`;
    const answer = await t.lan.get(path);
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(pdf);
    expect(answer.headers.get("content-disposition")).toBe(
      `attachment; filename="Bang 1.pdf"; filename*=UTF-8''B%E1%BA%A3ng%201.pdf`,
    );
    expect([answer.headers.get("x-content-type-options"), answer.headers.get("cache-control")]).toEqual([
      "nosniff",
      "no-store",
    ]);
    expect((await t.ask("GET", path)).status).toBe(401);
    // No figure visible to others cites it yet.
    expect((await t.boss.get(path)).status).toBe(404);
  });
  test.each([
    ["a page called .pdf", "<html><script>alert(1)</script>", "x.pdf"],
    ["an SVG", '<svg xmlns="http://www.w3.org/2000/svg"/>', "x.png"],
    ["nothing", "", "x.pdf"],
  ])("%s is refused", async (_, content, name) =>
    expect((await upload(new TextEncoder().encode(content), name)).status).toBe(415),
  );
  test.each([
    ...["../../etc/passwd", "a/b.pdf", "=cmd.pdf", "＝cmd.pdf", "x\ny.pdf", "a;b.pdf", "a:b.pdf"],
    ...["a.html", "a.pdf.html", ".htaccess", ".pdf", "bang", "x.png", "\u202efdp.exe", "x\u200b.pdf"],
  ])("the name %j is refused", async (name) => expect((await upload(pdf, name)).status).toBe(422));
  test("accepts a file extension in any case", async () => expect((await upload(pdf, "BANG.PDF")).status).toBe(200));
  test("answers an upload of known bytes with the uploader's own file name", async () => {
    const name = "của Hoa.pdf";
    const answer = await t.hoa.post(`/evidence?name=${encodeURIComponent(name)}`, pdf, {
      "content-type": "application/pdf",
    });
    expect(await read(answer)).toMatchObject({ sha256: hashOf(pdf), name });
  });
  test.each([
    ["a;b.html", `attachment; filename="a_b.html.pdf"; filename*=UTF-8''a_b.html.pdf`],
    [".htaccess", `attachment; filename="_.htaccess.pdf"; filename*=UTF-8''_.htaccess.pdf`],
    ["\u202efdp.exe", `attachment; filename="fdp.exe.pdf"; filename*=UTF-8''fdp.exe.pdf`],
    ["Lan's (1)*.pdf", `attachment; filename="Lan's (1)_.pdf"; filename*=UTF-8''Lan%27s%20%281%29_.pdf`],
  ])("a name of before, %j, is offered as one that opens as what it is", (name, header) =>
    expect(attachment(name, "application/pdf")).toBe(header),
  );
  test("is cited only by who has the file or may read it: to know its hash opens nothing", async () => {
    const bytes = new TextEncoder().encode("%PDF-1.7\nof Lan alone\n%%EOF");
    const { sha256 } = await read(upload(bytes, "Lan.pdf"));
    const minh = await t.person("contributor", "Minh");
    const cite = () => minh.post("/submissions", { title: "x", items: [{ ...gii2026, evidence: [sha256] }] });
    const remarks = [{ ...remark, evidence: [sha256] }];
    expect([await slug(cite()), await slug(minh.post("/submissions", { title: "x", statements: remarks }))]).toEqual([
      "invalid",
      "invalid",
    ]);
    expect((await minh.get(`/evidence/${sha256}`)).status).toBe(404);
    await minh.post("/evidence?name=Minh.pdf", bytes, { "content-type": "application/octet-stream" });
    expect([(await minh.get(`/evidence/${sha256}`)).status, (await cite()).status]).toEqual([200, 200]);
  });
  test("is on the sheet of the published figure, and is not served if damaged", async () => {
    const made = await t.submit(t.lan, await t.draft(t.lan, { ...gii2026, evidence: [hashOf(pdf)] }));
    const file = { sha256: hashOf(pdf), name: "Bảng 1.pdf", type: "application/pdf", bytes: pdf.length };
    expect((await read(t.hoa.get(`/submissions/${made.id}`))).items).toMatchObject([{ files: [file] }]);
    await t.review(t.hoa, made, { approve: "all" });
    const { history } = await read(t.boss.get("/entry/figure?indicator=GII_RANK&year=2026"));
    expect(history[0]).toMatchObject({ place: "Table 1", evidence: [{ sha256: hashOf(pdf), name: "Bảng 1.pdf" }] });
    writeFileSync(join(evidenceDir, hashOf(pdf)), "other");
    expect((await t.boss.get(`/evidence/${hashOf(pdf)}`)).status).toBe(404);
  });
});
