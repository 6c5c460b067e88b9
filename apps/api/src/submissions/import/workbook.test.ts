import { readFileSync } from "node:fs";
import { zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { sheetOf, text, workbookOf } from "./workbook.fixture.ts";
import { readWorkbook } from "./workbook.ts";
import { WorkbookFault } from "./workbook-fault.ts";

const corpus = (name: string) => new Uint8Array(readFileSync(new URL(`./corpus/${name}`, import.meta.url)));
const fault = (act: () => unknown) => {
  try {
    act();
  } catch (error) {
    if (error instanceof WorkbookFault) return [error.code, ...error.places];
    throw error;
  }
  return null;
};

describe.each(["exceljs.xlsx", "libreoffice.xlsx"])("%s", (name) => {
  test("is read by cell type, in the number form of the reader", () => {
    const { text, ...read } = readWorkbook(corpus(name), "vi");
    expect(text.split("\n").map((line) => line.split("\t"))).toEqual([
      ["INDICATOR", "REF_AREA", "TIME_PERIOD", "OBS_VALUE", "PUBLISHED", "EDITION", "OBS_COM"],
      [
        ...["DIGITAL_ECONOMY_GDP", "VNM", "2025", "14,02", "2026-01-06", "Niên giám 2025"],
        "Tỷ trọng giá trị tăng thêm của kinh tế số",
      ],
      ["DIGITAL_ECONOMY_GDP", "VNM", "Sơ bộ 2024", "13,17", "06/01/2025", "Niên giám 2024", "Đã điều chỉnh"],
      [
        ...["LABOUR_PRODUCTIVITY_GROWTH", "VNM", "2025", "5,88", "2026-01-06", "Niên giám 2025"],
        '"dòng một\rdòng hai"',
      ],
      ["LABOUR_PRODUCTIVITY_GROWTH", "VNM", "2024", "6,0", "", "Niên giám 2024"],
      [""],
      ["PAYMENT_ACCOUNTS", "VNM", "2024", "1234567", "", "", "1.234.567"],
    ]);
    expect(read).toEqual({
      sheet: "Số liệu",
      sheets: [
        { name: "Danh mục", hidden: true },
        { name: "Ghi chú", hidden: false },
        { name: "Số liệu", hidden: false },
      ],
      hiddenRows: 0,
      formulas: { count: 1, first: "D4" },
      percents: { count: 1, first: "D2" },
      cut: null,
    });
    expect(readWorkbook(corpus(name), "en").text).toContain("2025\t14.02\t");
  });
  test("gives a hidden sheet only when it is asked for by name", () => {
    expect(readWorkbook(corpus(name), "vi", "Danh mục").text).toBe("TIME_PERIOD\tOBS_VALUE\n2020\t1");
    expect(fault(() => readWorkbook(corpus(name), "vi", "Danh muc"))).toEqual(["no_sheet", "Danh muc"]);
  });
});

describe("a cell", () => {
  const read = (cell: string, formats: string[] = [], lang: "vi" | "en" = "vi") =>
    readWorkbook(workbookOf({ sheet: sheetOf(`<row r="1">${cell}</row>`), formats }), lang);
  const styled = (value: string, code: string) => read(`<c r="A1" s="1"><v>${value}</v></c>`, [code]).text;
  test.each([
    ["0.1402", "0.00%", "14,02"],
    ["0.07", "0%", "7"],
    ["1.1", "0.0%", "110,0"],
    ["14.020000000000001", "General", "14,02"],
    ["1234567.5", "#,##0.0", "1234567,5"],
    ["42", "0.00", "42,00"],
    ["42", "0.0#", "42,0"],
    ["-0.5", "0.00;[Red]-0.00", "-0,50"],
    ["1E-3", "General", "0,001"],
    ["123456789012", "General", "123456789012"],
    ["46028", "dd/mm/yyyy", "2026-01-06"],
    ["46028", "[$-42A]d mmmm yyyy", "2026-01-06"],
    ["46028.75", "d/m/yyyy h:mm", "2026-01-06"],
    ["46028", "yyyy", "2026"],
    ["1", "yyyy-mm-dd", "1900-01-01"],
    ["61", "yyyy-mm-dd", "1900-03-01"],
    ["2025", "0&quot; năm&quot;", "2025"],
    ["5", "\\d0", "5"],
  ])("%s in the format %s is %s", (value, code, said) => expect(styled(value, code)).toBe(said));
  test("with more decimals than it shows is taken whole and named", () => {
    expect(read('<c r="A1" s="1"><v>14.0237</v></c>', ["0.00"])).toMatchObject({
      text: "14,0237",
      cut: { count: 1, first: "A1" },
    });
  });
  test("may be true, an error, a day as text, or hold a tab and quotation marks", () => {
    expect(
      read(
        `<c r="A1" t="b"><v>1</v></c><c r="B1" t="e"><v>#N/A</v></c><c r="C1" t="d"><v>2026-01-06T00:00:00</v></c>${text("D1", 'a\t"b"')}${text("F1", "_x0041_")}`,
      ).text,
    ).toBe('TRUE\t#N/A\t2026-01-06\t"a\t""b"""\t\t_x0041_');
  });
  test("counts days from 1904 where the workbook does", () => {
    const book = workbookOf({ sheet: sheetOf('<row><c s="1"><v>0</v></c></row>'), formats: ["yyyy-mm-dd"] });
    const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const since1904 = workbookOf({
      sheet: sheetOf('<row><c s="1"><v>1</v></c></row>'),
      formats: ["yyyy-mm-dd"],
      more: {
        "xl/workbook.xml": `<x:workbook xmlns:x="${main}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><x:workbookPr date1904="1"/><x:sheets><x:sheet name="Data" r:id="r1"/></x:sheets></x:workbook>`,
      },
    });
    expect([readWorkbook(book, "vi").text, readWorkbook(since1904, "vi").text]).toEqual(["1899-12-31", "1904-01-02"]);
  });
  test("in a hidden row is read, and the row counted", () => {
    const rows = `<row r="2" hidden="1">${text("A2", "x")}</row>`;
    expect(readWorkbook(workbookOf({ sheet: sheetOf(rows) }), "vi")).toMatchObject({ text: "\nx", hiddenRows: 1 });
  });
});

describe("a workbook is refused", () => {
  const of = (sheet: string, more = {}) => fault(() => readWorkbook(workbookOf({ sheet, more }), "vi"));
  const row = `<row r="1">${text("A1", "x")}</row>`;
  test("for merged cells, with their places", () =>
    expect(of(sheetOf(row, '<mergeCells><mergeCell ref="A1:D1"/><mergeCell ref="B3:B9"/></mergeCells>'))).toEqual([
      "merged",
      "A1:D1",
      "B3:B9",
    ]));
  test("for a formula without its result, with the cell", () =>
    expect(of(sheetOf('<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>1+1</f></c></row>'))).toEqual([
      "no_result",
      "B1",
    ]));
  test("for a DOCTYPE in any part", () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>';
    expect(of(bomb + sheetOf(row))).toEqual(["doctype"]);
    expect(of(sheetOf(row), { "xl/styles.xml": `${bomb}<styleSheet/>` })).toEqual(["doctype"]);
    expect(of('<!DOCTYPE x SYSTEM "file:///etc/passwd"><worksheet/>')).toEqual(["doctype"]);
  });
  test("where it unpacks to too much, or holds too much at once", () => {
    const big = sheetOf(`<row><c><v>${" ".repeat(1000)}</v></c></row>`.repeat(70_000));
    expect(of(big)).toEqual(["too_big"]);
    expect(of(sheetOf(`<row><c><v>${" ".repeat(1_200_000)}</v></c></row>`))).toEqual(["too_big"]);
    expect(of(`<worksheet ${Array.from({ length: 200_000 }, (_, n) => `a${n}=""`).join(" ")}/>`)).toEqual(["too_big"]);
    expect(of("<a>".repeat(101))).toEqual(["too_big"]);
    expect(of(sheetOf(`<row><c t="str"><v>${"á".repeat(30_000)}</v></c></row>`.repeat(100)))).toEqual(["too_big"]);
  });
  test("where a few bytes name one long text many times, or a cell, an attribute or a format is longer than any", () => {
    const strings = (said: string) => ({
      "xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Target="sharedStrings.xml"/></Relationships>`,
      "xl/sharedStrings.xml": `<sst><si>${said}</si></sst>`,
    });
    const cells = (n: number) => sheetOf(`<row>${'<c t="s"><v>0</v></c>'.repeat(n)}</row>`);
    expect(of(cells(16_000), strings(`<t>${"a".repeat(32_000)}</t>`))).toEqual(["too_big"]);
    expect(of(cells(1), strings(`<t>${"a".repeat(32_768)}</t>`))).toEqual(["too_big", "R1C1"]);
    const run = `<r><t>${"a".repeat(20_000)}</t></r>`;
    const inline = sheetOf(`<row r="1"><c r="A1" t="inlineStr"><is>${run}${run}</is></c></row>`);
    expect(of(inline)).toEqual(["too_big", "A1"]);
    const named = (name: string) => ({
      "xl/workbook.xml": `<workbook><sheets><sheet name="${name}"/></sheets></workbook>`,
    });
    expect([of(sheetOf(row), named("a".repeat(255))), of(sheetOf(row), named("a".repeat(256)))]).toEqual([
      ["empty"],
      ["too_big"],
    ]);
    const format = (code: string) =>
      fault(() => readWorkbook(workbookOf({ sheet: sheetOf(row), formats: [code] }), "vi"));
    expect([format("[".repeat(255)), format("[".repeat(200_000))]).toEqual([null, ["too_big"]]);
    const many = '<sheet name="a"/>'.repeat(2001);
    expect(of(sheetOf(row), { "xl/workbook.xml": `<workbook><sheets>${many}</sheets></workbook>` })).toEqual([
      "too_big",
    ]);
  });
  test("where a relationship leads nowhere, or a part says that it is empty", () => {
    const leads = (target: string) => ({
      "xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="r1" Target="${target}"/></Relationships>`,
    });
    expect(["http://[", "%zz", "../../../etc/passwd", "//host/x"].map((to) => of(sheetOf(row), leads(to)))).toEqual([
      ["damaged"],
      ["damaged"],
      ["empty"],
      ["empty"],
    ]);
    const stored = zipSync({
      "_rels/.rels": [new TextEncoder().encode(leads("%zz")["xl/_rels/workbook.xml.rels"]), { level: 0 }],
    });
    expect(fault(() => readWorkbook(stored, "vi"))).toEqual(["damaged"]);
    const whole = workbookOf({ sheet: sheetOf(row) });
    const at = Buffer.from(whole).lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    const emptied = whole.slice();
    emptied.fill(0, at + 20, at + 28);
    expect(fault(() => readWorkbook(emptied, "vi"))).toEqual(["damaged"]);
  });
  test("whose parts are not UTF-8", () => {
    const xml = Buffer.from(`\ufeff${sheetOf(row)}`, "utf16le").toString("latin1");
    expect(of(xml)).toEqual(["damaged"]);
    expect(of(sheetOf(row).split("").join("\0"))).toEqual(["damaged"]);
  });
  test("for too many rows and columns", () => {
    expect(of(sheetOf("<row><c><v>1</v></c></row>".repeat(20_002)))).toEqual(["too_many_rows", "20002"]);
    expect(of(sheetOf(`<row r="1">${text("XFE1", "x")}</row>`))).toEqual(["too_many_columns", "XFE1"]);
  });
  test("where nothing is in its visible sheets", () => expect(of(sheetOf("<row/>"))).toEqual(["empty"]));
  test("where it is no workbook, or no archive", () => {
    expect(fault(() => readWorkbook(zipSync({ "word/document.xml": new Uint8Array(3) }), "vi"))).toEqual([
      "not_workbook",
    ]);
    const binary = workbookOf({ more: { "_rels/.rels": "<Relationships/>" } });
    expect(fault(() => readWorkbook(binary, "vi"))).toEqual(["not_workbook"]);
    expect(fault(() => readWorkbook(new Uint8Array(100), "vi"))).toEqual(["damaged"]);
  });
  test("where it is damaged: cut off, bytes changed, not XML, cells out of order", () => {
    const whole = workbookOf({ sheet: sheetOf(row) });
    expect(fault(() => readWorkbook(whole.slice(0, -30), "vi"))).toEqual(["damaged"]);
    expect(of("<worksheet><sheetData>")).toEqual(["damaged"]);
    expect(of(sheetOf(`<row r="1">${text("B1", "x")}${text("A1", "y")}</row>`))).toEqual(["damaged"]);
    expect(of(sheetOf(`<row r="2"/><row r="1">${text("A1", "y")}</row>`))).toEqual(["damaged"]);
  });
  test("where an entry is encrypted, or named twice", () => {
    const whole = workbookOf({ sheet: sheetOf(row) });
    const at = Buffer.from(whole).lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    const locked = whole.slice();
    locked[at + 8] = 1;
    expect(fault(() => readWorkbook(locked, "vi"))).toEqual(["encrypted"]);
    const twice = workbookOf({ sheet: sheetOf(row), more: { "xl/worksheets/sheet2.xml": sheetOf(row) } });
    const renamed = Uint8Array.from(
      Buffer.from(Buffer.from(twice).toString("latin1").replaceAll("sheet2.xml", "sheet1.xml"), "latin1"),
    );
    expect(fault(() => readWorkbook(renamed, "vi"))).toEqual(["damaged"]);
  });
});
