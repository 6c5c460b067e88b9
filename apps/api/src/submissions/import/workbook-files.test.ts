import { execFile } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { emptyFolder } from "../../app.fixture.ts";
import { ROOT } from "../../root.ts";
import { type Json, read, team } from "../team.fixture.ts";
import { bombOf, sheetOf, text, workbookOf } from "./workbook.fixture.ts";

const t = await team();
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const post = (path: string, body: Uint8Array, headers: Record<string, string> = {}) =>
  t.lan.post(path, body, { "content-type": TYPE, ...headers });
const tryOut = (body: Uint8Array, query = "") => post(`/submissions/dry-run?${query}`, body);

test("our own workbook is imported with every row unchanged", async () => {
  const xlsx = new Uint8Array(await (await t.get("/observations.xlsx?area=VNM&lang=vi")).arrayBuffer());
  const run = await read(tryOut(xlsx));
  expect([run.ok, run.counts?.new, run.counts?.changed, run.counts?.refused]).toEqual([true, 0, 0, 0]);
  expect(run.counts.unchanged).toBeGreaterThan(100);
  expect(run.read).toMatchObject({ delimiter: "tab", numbers: "vi", workbook: { formulas: null, hiddenRows: 0 } });
  expect(run.read.workbook.sheets.map(({ name }: Json) => name)).toContain(run.read.workbook.sheet);
});

test("a workbook goes the way of a pasted table: looked at as text, tried, taken into a draft", async () => {
  const corpus = new Uint8Array(readFileSync(new URL("./corpus/libreoffice.xlsx", import.meta.url)));
  const { text, workbook } = await read(post("/submissions/table?numbers=vi", corpus));
  const query = "source=DE-NSO-2601&reason=publisher_revision&reasonText=X&numbers=vi";
  const pasted = await read(t.lan.post(`/submissions/dry-run?${query}`, text, { "content-type": "text/plain" }));
  const run = await read(tryOut(corpus, query));
  expect(run.rows).toEqual(pasted.rows);
  expect(run.read.workbook).toEqual(workbook);
  expect(run.rows.map(({ line, value }: Json) => [line, value])).toEqual([
    [2, "14,02"],
    [3, "13,17"],
    [4, "5,88"],
    [5, "6,0"],
    [7, "1234567"],
  ]);
  const one = workbookOf({
    sheet: sheetOf(
      `<row>${["TIME_PERIOD", "OBS_VALUE"].map((name) => `<c t="inlineStr"><is><t>${name}</t></is></c>`).join("")}</row><row><c><v>2017</v></c><c s="1"><v>0.505</v></c></row>`,
    ),
    formats: ["0.00%"],
  });
  const draft = await t.draft(t.lan);
  const into = `/submissions/${draft.id}/import?indicator=FIBRE_HOUSEHOLDS&area=VNM&source=DE-NSO-2601&published=2026-01-06`;
  const taken = await read(post(into, one, t.at(draft.version)));
  expect(taken).toMatchObject({ added: 1 });
  expect((await read(t.lan.get(`/submissions/${draft.id}`))).items).toMatchObject([
    { timePeriod: 2017, value: "50.50" },
  ]);
});

describe("a workbook is refused by its code and cells, and changes nothing", () => {
  const refused = async (body: Uint8Array) => {
    const before = (await t.events()).length;
    const { status, errors } = await read(tryOut(body));
    expect([status, (await t.events()).length]).toEqual([422, before]);
    return errors;
  };
  const compound = (said: string) =>
    Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(512), Buffer.from(said, "utf16le")]);
  test("of the old kind, with a password, an OpenDocument under another name", async () => {
    expect(await refused(compound("Workbook"))).toEqual([{ pointer: "", detail: "xls" }]);
    expect(await refused(compound("EncryptedPackage"))).toEqual([{ pointer: "", detail: "encrypted" }]);
    const ods = zipSync({
      mimetype: [new TextEncoder().encode("application/vnd.oasis.opendocument.spreadsheet"), { level: 0 }],
      "content.xml": new Uint8Array(10),
    });
    expect(await refused(ods)).toEqual([{ pointer: "", detail: "ods" }]);
  });
  test("merged cells, a formula without its result, a sheet that is not there", async () => {
    const row = `<row r="1">${text("A1", "x")}</row>`;
    const merged = workbookOf({ sheet: sheetOf(row, '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>') });
    expect(await refused(merged)).toEqual([{ pointer: "/A1:B1", detail: "merged" }]);
    expect(await read(post("/submissions/table?sheet=X", workbookOf({ sheet: sheetOf(row) })))).toMatchObject({
      status: 422,
      errors: [{ pointer: "/X", detail: "no_sheet" }],
    });
  });
});

test.each([
  ["a bomb of 400 MB", () => bombOf(400), "too_big"],
  [
    "twelve million empty texts",
    () =>
      workbookOf({
        sheet: sheetOf(`<row>${text("A1", "x")}</row>`),
        more: {
          "xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Target="sharedStrings.xml"/></Relationships>`,
          "xl/sharedStrings.xml": `<sst>${"<si/>".repeat(12_000_000)}</sst>`,
        },
      }),
    "too_big",
  ],
  [
    "16,000 cells that name one text of seven million letters",
    () =>
      workbookOf({
        sheet: sheetOf(`<row>${'<c t="s"><v>0</v></c>'.repeat(16_000)}</row>`),
        more: {
          "xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Target="sharedStrings.xml"/></Relationships>`,
          "xl/sharedStrings.xml": `<sst><si>${`<r><t>${"a".repeat(900_000)}</t></r>`.repeat(8)}</si></sst>`,
        },
      }),
    "too_big",
  ],
  [
    "sixty sheets with names of 900,000 letters",
    () =>
      workbookOf({
        more: {
          "xl/workbook.xml": `<workbook><sheets>${`<sheet name="${"a".repeat(900_000)}"/>`.repeat(60)}</sheets></workbook>`,
        },
      }),
    "too_big",
  ],
  [
    "20,000 full rows",
    () =>
      workbookOf({
        sheet: sheetOf(`<row>${`<c t="str"><v>${"á".repeat(7)}</v></c>`.repeat(16)}</row>`.repeat(20_000)),
      }),
    "read",
  ],
])("memory grows by at most 150 MB with %s", async (_, make, code) => {
  const file = join(emptyFolder(), "book.xlsx");
  writeFileSync(file, make());
  const script = join(ROOT, "apps/api/src/submissions/import/workbook-memory.fixture.ts");
  const { stdout } = await promisify(execFile)(process.execPath, ["--import", "tsx", script, file], { cwd: ROOT });
  const said = JSON.parse(stdout);
  expect(said.code).toBe(code);
  expect(said.grown).toBeLessThan(150 * 1024 * 1024);
});
