import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { SaxesParser } from "saxes";
import { describe, expect, test } from "vitest";
import { emptyFolder, NOW } from "../../app.fixture.ts";
import { findChangedEnquiry } from "../../audit/checks/enquiries.ts";
import { tamper } from "../../db/raw.fixture.ts";
import { type Json, read, slug, team } from "../team.fixture.ts";

type Team = Awaited<ReturnType<typeof team>>;
const KEY = { indicator: "FIBRE_HOUSEHOLDS", compiler: "MIC", refArea: "VNM", timePeriod: 2026 };
const FIBRE = "FIBRE_HOUSEHOLDS VNM 2026";
/** Of a series without any figure yet. */
const LATE = "SMART_CITIES VNM 2025";
const GII = "GII_RANK VNM 2026";
const keyOf = ({ indicator, compiler, refArea, timePeriod }: Json) => ({ indicator, compiler, refArea, timePeriod });
const keys = (rows: Json[]) => rows.map((row) => `${row.indicator} ${row.refArea} ${row.timePeriod}`);
const ask = async (t: Team, body: Json = {}) =>
  (await read(t.lan.post("/enquiries", { body: "MOST", dueOn: "2026-11-30", ...body }))).id;
const listed = async (t: Team) => (await read(t.hoa.get("/enquiries"))).items;
const happens = (t: Team, id: number, event: Json) => t.lan.post(`/enquiries/${id}/events`, event);
const SCAN = new TextEncoder().encode("%PDF-1.7\nscan\n%%EOF");
const sent = { kind: "sent", number: "12/VP", on: "2026-11-10" };
const received = { kind: "received", number: "1234/BKHCN-CĐS", on: "2026-11-18" };
const returned = { kind: "returned", on: "2026-11-20", reason: "Thiếu số hộ dùng cáp quang" };

async function xmlOf(t: Team, id: number) {
  const answer = await t.lan.get(`/enquiries/${id}/letter.docx`);
  expect(answer.headers.get("content-disposition")).toBe(`attachment; filename="moc2030_letter_${id}_MOST.docx"`);
  return strFromU8(unzipSync(new Uint8Array(await answer.arrayBuffer()))["word/document.xml"] ?? new Uint8Array());
}
/** The paragraphs of the letter, those of its table included. */
async function textOf(t: Team, id: number) {
  const xml = await xmlOf(t, id);
  return [...xml.matchAll(/<w:p>.*?<\/w:p>/g)].map(([one]) =>
    [...one.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(""),
  );
}

describe("an enquiry", () => {
  test("asks a body for what it compiles and is wanted by the day, not for what a publisher abroad does", async () => {
    const t = await team();
    const id = await ask(t);
    const { rows } = await read(t.lan.get("/entry/wanted?body=MOST&by=2026-11-30"));
    const [one] = await listed(t);
    expect(one).toMatchObject({
      ...{ id, body: "MOST", bodyName: "Bộ Khoa học và Công nghệ", dueOn: "2026-11-30", state: "made", events: [] },
      createdBy: { name: "Lan" },
    });
    const own = rows.filter(({ compiledBy }: { compiledBy: string[] }) => compiledBy.includes("MOST"));
    expect(keys(one.figures)).toEqual(keys(own));
    expect(keys(one.figures)).toEqual(expect.arrayContaining([LATE, FIBRE]));
    expect(keys(rows)).toContain(GII);
    expect(keys(one.figures)).not.toContain(GII);
    expect(one.figures.every((figure: Json) => figure.isMissing)).toBe(true);
  });

  test("names the body in the reader's language, and in the letter as it was made", async () => {
    const t = await team();
    const id = await ask(t);
    const { items } = await read(t.hoa.get("/enquiries?lang=en"));
    expect(items[0].bodyName).toBe("Ministry of Science and Technology");
    expect((await listed(t))[0].bodyName).toBe("Bộ Khoa học và Công nghệ");
    expect((await textOf(t, id)).join(" ")).toContain("Bộ Khoa học và Công nghệ");
  });

  test("asks for the chosen figures alone, overdue ones of earlier years among them: letter, form and log name the same", async () => {
    const t = await team();
    const { rows } = await read(t.lan.get("/entry/wanted?body=MOST&by=2026-11-30"));
    const figures = rows.filter((row: Json) => [LATE, FIBRE, GII].includes(keys([row])[0] ?? "")).map(keyOf);
    const id = await ask(t, { figures });
    const [one] = await listed(t);
    expect(keys(one.figures)).toEqual(keys(figures));
    expect(new Set(keys(one.figures))).toEqual(new Set([LATE, FIBRE, GII]));
    const named = one.figures.map(({ name, timePeriod }: Json) => [name, String(timePeriod)]);
    const text = await textOf(t, id);
    const inLetter = text.flatMap((cell, n) => (/^\d{1,3}$/.test(cell) ? [[text[n + 1], text[n + 2]]] : []));
    expect(inLetter.map(([name, year]) => [name?.replace(" (số chính thức)", ""), year])).toEqual(named);
    const book = new Uint8Array(await (await t.lan.get(`/enquiries/${id}/figures.xlsx`)).arrayBuffer());
    const form = await read(
      t.lan.post("/submissions/dry-run?numbers=vi", book, { "content-type": "application/octet-stream" }),
    );
    expect(keys(form.rows)).toEqual(keys(figures));
  });

  test.each([
    ["no figure", [], "/figures"],
    ["a figure that is not wanted of it", [{ ...KEY, indicator: "PAYMENT_ACCOUNTS", compiler: "SBV" }], "/figures/0"],
    ["a figure that is there", [{ ...KEY, timePeriod: 1990 }], "/figures/0"],
    ["a figure of another economy", [KEY, { ...KEY, refArea: "THA" }], "/figures/1"],
  ])("does not ask for %s", async (_, figures, pointer) => {
    const t = await team();
    const { errors } = await read(t.lan.post("/enquiries", { body: "MOST", dueOn: "2026-11-30", figures }));
    expect(errors.map((error: Json) => error.pointer)).toEqual([pointer]);
    expect(await listed(t)).toEqual([]);
  });

  test("is logged as it goes: sent, received, sent back with a reason, received again", async () => {
    const t = await team();
    const id = await ask(t);
    const again = { ...received, number: "1299/BKHCN-CĐS", on: "2026-11-21" };
    for (const event of [sent, received, returned, again]) expect((await happens(t, id, event)).status).toBe(200);
    const [one] = await listed(t);
    expect(one.state).toBe("received");
    expect(
      one.events.map(({ kind, number, on, reason, by }: Json) => [kind, number, on, reason, (by as Json).name]),
    ).toEqual([
      ["sent", "12/VP", "2026-11-10", null, "Lan"],
      ["received", "1234/BKHCN-CĐS", "2026-11-18", null, "Lan"],
      ["returned", null, "2026-11-20", "Thiếu số hộ dùng cáp quang", "Lan"],
      ["received", "1299/BKHCN-CĐS", "2026-11-21", null, "Lan"],
    ]);
    expect((await t.events()).filter((event) => String(event).startsWith("enquiry."))).toEqual(
      ["made", "sent", "received", "returned", "received"].map((kind) => `enquiry.${kind}`),
    );
    expect(await findChangedEnquiry({ db: t.db, now: NOW })).toBeNull();
  });

  test("keeps the scan of its answer, for all staff and nobody else, and rows that come in take it along", async () => {
    const t = await team({ evidenceDir: join(emptyFolder(), "evidence") });
    const id = await ask(t);
    const binary = { "content-type": "application/octet-stream" };
    const { sha256 } = await read(t.lan.post("/evidence?name=tra-loi.pdf", SCAN, binary));
    const file = { sha256, name: "tra-loi.pdf", type: "application/pdf", bytes: SCAN.length };
    await happens(t, id, sent);
    expect((await t.hoa.get(`/evidence/${sha256}`)).status).toBe(404);
    expect((await happens(t, id, { ...received, evidence: [sha256, sha256] })).status).toBe(200);
    expect((await listed(t))[0].events.map(({ files }: Json) => files)).toEqual([[], [file]]);
    expect((await t.hoa.get(`/evidence/${sha256}`)).status).toBe(200);
    expect((await t.ask("GET", `/evidence/${sha256}`)).status).toBe(401);
    expect(await findChangedEnquiry({ db: t.db, now: NOW })).toBeNull();
    // A colleague of who recorded it takes the workbook in.
    const minh = await t.person("contributor", "Minh");
    const draft = await read(minh.post("/submissions", { title: "Công văn", items: [] }));
    const table = "INDICATOR\tREF_AREA\tTIME_PERIOD\tOBS_VALUE\nFIBRE_HOUSEHOLDS\tVNM\t2026\t88,0\n";
    const into = `/submissions/${draft.id}/import?numbers=vi&source=FIB-2506&confirmation=x&evidence=${sha256}`;
    expect((await minh.post(into, table, { "content-type": "text/csv", ...t.at(draft.version) })).status).toBe(200);
    expect((await read(minh.get(`/submissions/${draft.id}`))).items).toMatchObject([{ files: [file] }]);
    tamper(t.db.file, "UPDATE enquiry_event SET evidence = NULL");
    expect(await findChangedEnquiry({ db: t.db, now: NOW })).toBe("enquiry 1: what happened to it was changed");
  });

  test("is not answered with a scan that nobody uploaded, nor sent with one", async () => {
    const t = await team();
    const id = await ask(t);
    const unknown = { evidence: ["0".repeat(64)] };
    expect(await slug(happens(t, id, { ...sent, ...unknown }))).toBe("invalid");
    await happens(t, id, sent);
    const { errors } = await read(happens(t, id, { ...received, ...unknown }));
    expect(errors).toEqual([{ pointer: "/evidence", detail: "upload the file first" }]);
    expect((await listed(t))[0].state).toBe("sent");
  });

  test("is made and logged once where a request is repeated with its key", async () => {
    const t = await team();
    const twice = async (path: string, body: Json) => {
      const send = () => t.lan.post(path, body, { "idempotency-key": `key of ${path.length}`.replaceAll(" ", "-") });
      const [first, again] = [await send(), await send()];
      expect([first.status, again.status, again.headers.get("idempotent-replayed")]).toEqual([200, 200, "true"]);
      return read(again);
    };
    const { id } = await twice("/enquiries", { body: "MOST", dueOn: "2026-11-30" });
    expect(await twice(`/enquiries/${id}/events`, sent)).toEqual({ id });
    const items = await listed(t);
    expect(items.map(({ events }: { events: Json[] }) => events.length)).toEqual([1]);
  });

  test.each([
    ["an answer before the letter", [], received, "conflict"],
    ["the letter twice", [sent], sent, "conflict"],
    ["an answer sent back before it came", [sent], returned, "conflict"],
    ["a day to come", [], { ...sent, on: "2026-11-22" }, "invalid"],
    ["a day of long ago", [], { ...sent, on: "0001-01-01" }, "invalid"],
    ["an answer from before the letter", [sent], { ...received, on: "2026-11-09" }, "invalid"],
    ["a letter without a number", [], { ...sent, number: "" }, "invalid"],
    ["an answer sent back without a reason", [sent, received], { ...returned, reason: "" }, "invalid"],
  ])("is not logged out of order or without what belongs to it: %s", async (_, before, event, problem) => {
    const t = await team();
    const id = await ask(t);
    for (const one of before) await happens(t, id, one);
    expect(await slug(happens(t, id, event))).toBe(problem);
    expect((await listed(t))[0].events).toHaveLength(before.length);
  });

  test("is made of a body that there is, by a day to come, where something is wanted", async () => {
    const t = await team();
    const refused = async (body: Json) =>
      slug(t.lan.post("/enquiries", { body: "MOST", dueOn: "2026-11-30", ...body }));
    expect(await refused({ body: "XYZ" })).toBe("unknown-code");
    expect(await refused({ dueOn: "2026-11-20" })).toBe("invalid");
    expect(await refused({ dueOn: "2028-01-01" })).toBe("invalid");
    expect(await refused({ body: "SBV", dueOn: "2026-11-21" })).toBe("conflict");
    expect(await slug(happens(t, 9, sent))).toBe("unknown-code");
    expect(await listed(t)).toEqual([]);
  });

  test("no longer misses a figure that has been published", async () => {
    const t = await team();
    const id = await ask(t);
    const fibre = {
      ...{ indicator: "FIBRE_HOUSEHOLDS", compiler: "MIC", refArea: "VNM", timePeriod: 2026, value: "88.0" },
      ...{ source: "FIB-2506", published: "2026-11-20", confirmation: "đúng như công văn" },
    };
    const draft = await t.submit(t.lan, await t.draft(t.lan, fibre));
    expect((await t.review(t.hoa, draft, { approve: "all" })).status).toBe(200);
    const [one] = await listed(t);
    expect(keys(one.figures.filter((figure: Json) => !figure.isMissing))).toEqual([FIBRE]);
    const book = unzipSync(new Uint8Array(await (await t.lan.get(`/enquiries/${id}/figures.xlsx`)).arrayBuffer()));
    const strings = strFromU8(book["xl/sharedStrings.xml"] ?? new Uint8Array());
    expect([strings.includes(">INTERNET_USERS<"), strings.includes(">FIBRE_HOUSEHOLDS<")]).toEqual([true, false]);
  });
});

describe("the letter of an enquiry", () => {
  test("has the parts that an official letter has, with sender and signer from the settings", async () => {
    const letterhead = {
      ...{ parent: "Bộ Khoa học và Công nghệ", office: "Văn phòng Chương trình", symbol: "VPCT", place: "Hà Nội" },
      ...{ signerTitle: "Chánh Văn phòng", signer: "Nguyễn Văn An" },
    };
    const t = await team({ letterhead });
    const text = await textOf(t, await ask(t));
    for (const part of [
      ...["BỘ KHOA HỌC VÀ CÔNG NGHỆ", "VĂN PHÒNG CHƯƠNG TRÌNH", "Số: ……/VPCT", "DỰ THẢO"],
      ...["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Hà Nội, ngày …… tháng …… năm 2026"],
      ...["Kính gửi: Bộ Khoa học và Công nghệ.", "Nơi nhận:", "CHÁNH VĂN PHÒNG", "Nguyễn Văn An"],
    ])
      expect(text).toContain(part);
    const prose = text.join("\n");
    expect(prose).toContain("Thực hiện Nghị quyết số 03/NQ-CP ngày 09 tháng 01 năm 2025 của Chính phủ");
    expect(prose).toContain("Quyết định số 2289/QĐ-TTg ngày 31 tháng 12 năm 2020 của Thủ tướng Chính phủ");
    expect(prose).toContain(
      "chậm nhất ngày 30 tháng 11 năm 2026; số liệu dự kiến có sau ngày này đề nghị gửi ngay khi có./.",
    );
    const at = text.indexOf("Hộ dùng cáp quang");
    expect(text.slice(at - 1, at + 4)).toEqual([
      text[at - 1],
      "Hộ dùng cáp quang",
      "2026",
      "% số hộ gia đình",
      "31/12/2026",
    ]);
  });

  test("says as they are texts that would leave their place, but what no XML can hold", async () => {
    const signer = `]]></w:t></w:r><!-- &lt; "'<w:t> ${"tên dài ".repeat(5000)}`;
    const t = await team({ letterhead: { signer: `\u0000${signer}\uffff\u001b` } });
    const said: string[] = [];
    const parser = new SaxesParser();
    parser.on("opentag", ({ name }) => name === "w:t" && said.push(""));
    parser.on("text", (text) => said.push(`${said.pop() ?? ""}${text}`));
    parser.write(await xmlOf(t, await ask(t))).close();
    expect(said).toContain(signer);
  });

  test("leaves blank what the settings do not say", async () => {
    const t = await team();
    const text = await textOf(t, await ask(t));
    expect(text.filter((part) => part === "………………")).toHaveLength(4);
    expect(text).toContain("………………, ngày …… tháng …… năm 2026");
  });

  test("is for staff", async () => {
    const t = await team();
    const id = await ask(t);
    for (const path of ["/enquiries", `/enquiries/${id}/letter.docx`, `/enquiries/${id}/figures.xlsx`])
      expect((await t.ask("GET", path)).status).toBe(401);
  });
});

test.each([
  ["a later day for the answer", "UPDATE enquiry SET due_on = '2027-01-01'", "enquiry 1: was changed"],
  ["another sender", "UPDATE enquiry SET created_by_name = 'x'", "enquiry 1: was changed"],
  ["another number", "UPDATE enquiry_event SET number = '13/VP'", "enquiry 1: what happened to it was changed"],
  ["a scan", "UPDATE enquiry_event SET evidence = '[]'", "enquiry 1: what happened to it was changed"],
  [
    "an answer that never came",
    "DELETE FROM enquiry_event WHERE kind = 'received'",
    "enquiry 1: what happened to it was changed",
  ],
  ["an enquiry taken away", "DELETE FROM enquiry_event; DELETE FROM enquiry", "enquiry 1: missing"],
])("verify finds %s", async (_, sql, fault) => {
  const t = await team();
  const id = await ask(t);
  for (const event of [sent, received]) await happens(t, id, event);
  await expect(t.db.run(sql.split(";")[0] ?? "")).rejects.toThrow("append-only");
  tamper(t.db.file, sql);
  expect(await findChangedEnquiry({ db: t.db, now: NOW })).toBe(fault);
});
