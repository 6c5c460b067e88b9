import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { testApp } from "../app.fixture.ts";
import { type Cell, tableColumns } from "../http/table.ts";
import { xlsx } from "./xlsx.ts";

/** The parts of a workbook as text. */
const unpack = (bytes: Uint8Array) =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));

const plain = (xml: string) =>
  xml
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&")
    .replace(/_x([0-9A-F]{4})_/g, (_all, code) => String.fromCharCode(Number.parseInt(code, 16)));

/** The cells of sheet `n` as displayed: numbers in their format. */
function sheetCells(parts: Record<string, string>, n: number): string[][] {
  const strings = [...(parts["xl/sharedStrings.xml"] as string).matchAll(/<t xml:space="preserve">([^<]*)<\/t>/g)];
  const shown = (style: string | undefined, value: string) =>
    style === undefined ? value : Number(value).toFixed(Number(style) - 2);
  return [...(parts[`xl/worksheets/sheet${n}.xml`] as string).matchAll(/<row r="\d+">(.*?)<\/row>/g)].map(([, row]) => {
    const cells: string[] = [];
    for (const [, letters, style, type, value] of (row as string).matchAll(
      /<c r="([A-Z]+)\d+"(?: s="(\d+)")?(?: t="(s)")?><v>([^<]*)<\/v><\/c>/g,
    )) {
      const index = [...(letters as string)].reduce((sum, c) => sum * 26 + c.charCodeAt(0) - 64, 0) - 1;
      cells[index] = type === "s" ? plain(strings[Number(value)]?.[1] ?? "") : shown(style, value as string);
    }
    return Array.from(cells, (cell) => cell ?? "");
  });
}

const { get, json } = await testApp();
const { publishedAt } = (await json("/releases?limit=1")).items[0];
const query =
  "indicator=EGDI_RANK,GII_RANK,LABOUR_PRODUCTIVITY_GROWTH,COVERAGE_5G&area=ASEAN&include=target&labels=both&lang=vi";
const workbook = unpack(new Uint8Array(await (await get(`/observations.xlsx?${query}`)).arrayBuffer()));
const names = ["Contents", "Data", "Indicators", "Targets", "Notes", "Flags", "Filters"];
const sheets = names.map((_, i) => sheetCells(workbook, i + 1));

describe("the workbook", () => {
  test("has its seven sheets in order", () => {
    expect([...(workbook["xl/workbook.xml"] as string).matchAll(/<sheet name="(\w+)"/g)].map((m) => m[1])).toEqual(
      names,
    );
  });
  test("has one table per sheet, from A1 to its last cell, with the column names in the first row", () => {
    names.forEach((name, i) => {
      const table = workbook[`xl/tables/table${i + 1}.xml`] as string;
      const sheet = sheets[i] as string[][];
      const last = String.fromCharCode(64 + (sheet[0]?.length ?? 0));
      expect([name, /ref="([^"]+)"/.exec(table)?.[1]]).toEqual([name, `A1:${last}${Math.max(2, sheet.length)}`]);
      expect([...table.matchAll(/<tableColumn id="\d+" name="([^"]*)"/g)].map((m) => plain(m[1] as string))).toEqual(
        sheet[0],
      );
    });
  });
  test("merges no cells, freezes no rows, holds no formulas, colours nothing, and has bold headings", () => {
    const all = Object.values(workbook).join("");
    expect(all).not.toMatch(/<mergeCell|<pane|<f[ >]|<fgColor|<color |conditionalFormatting/);
    names.forEach((_, i) => {
      const first = /<row r="1">(.*?)<\/row>/.exec(
        workbook[`xl/worksheets/sheet${i + 1}.xml`] as string,
      )?.[1] as string;
      expect(first.replaceAll(/<c r="[A-Z]+1" s="1" t="s"><v>\d+<\/v><\/c>/g, "")).toBe("");
    });
    expect(workbook["xl/styles.xml"]).toContain("<font><b/>");
  });
  test("has title, language and the release's date as properties", () => {
    const core = workbook["docProps/core.xml"] as string;
    expect(core).toMatch(/<dc:title>Mốc 2030: số liệu/);
    expect(core).toContain("<dc:language>vi</dc:language>");
    const at = `${publishedAt.slice(0, 19)}Z`;
    expect(core).toContain(`<dcterms:created xsi:type="dcterms:W3CDTF">${at}</dcterms:created>`);
    expect(
      Object.values(workbook)
        .join("")
        .match(/\d{4}-\d\d-\d\dT[\d:.]+Z/g),
    ).toEqual(Array(2).fill(at));
  });
  test("has the cells of the CSV with the published digits, followed by the flags", async () => {
    const csv = parse(await (await get(`/observations.csv?${query}`)).text()) as string[][];
    const data = (sheets[1] as string[][]).map((row) => [...row]);
    const width = csv[0]?.length as number;
    // The flags precede the column that was added later.
    const at = width - 1;
    const head = csv[0] as string[];
    expect(data[0]).toEqual([...head.slice(0, at), "FLAGS", ...head.slice(at)]);
    const padded = (row: string[]) => Array.from({ length: width + 1 }, (_, i) => row[i] ?? "").toSpliced(at, 1);
    expect(data.slice(1).map(padded)).toEqual(csv.slice(1));
    const growth = data.find((row) => row[0] === "LABOUR_PRODUCTIVITY_GROWTH" && row[4] === "2017") as string[];
    expect([growth[5], growth[9], growth[at]]).toEqual(["6.0", "P", "[p]"]);
    const raw = workbook["xl/worksheets/sheet2.xml"] as string;
    expect(raw).toContain('s="3"><v>6.0</v>');
  });
  test("explains every flag, column and source that it uses", () => {
    const [, data, , , notes, flags] = sheets as string[][][];
    const legend = new Set(flags?.map((row) => row[2]));
    for (const row of data?.slice(1) ?? [])
      for (const mark of (row[data?.[0]?.indexOf("FLAGS") ?? 0] ?? "").match(/\[\w\]/g) ?? [])
        expect(legend).toContain(mark);
    for (const mark of ["[p]", "[e]", "[b]", "[u]"]) expect(legend).toContain(mark);
    const explained = (kind: string) => new Set(notes?.filter((row) => row[0] === kind).map((row) => row[1]));
    for (const name of data?.[0]?.filter((one) => one !== "FLAGS") ?? []) expect(explained("column")).toContain(name);
    for (const row of data?.slice(1) ?? []) expect(explained("source")).toContain(row[12]);
  });
});

describe("the writer", () => {
  const book = (rows: Cell[][], as: "number" | "text" = "text") =>
    xlsx([{ name: "One", columns: tableColumns(["A", "B"], ...(as === "number" ? ["A", "B"] : [])), rows: [rows] }], {
      title: "t",
      description: "d",
      language: "en",
    });
  test("round-trips any text, never as a formula", async () => {
    const text = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.string({ unit: "binary" }),
      fc.constantFrom("=1+1", "_x000D_", "a\r\nb", " x ", "\u0000", "]]>", "<f>1</f>"),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(text, text), { maxLength: 5 }), async (rows) => {
        const parts = unpack(await book(rows));
        // Neither XML nor UTF-8 can represent a lone surrogate.
        const well = (s: string) => Buffer.from(s).toString();
        const padded = sheetCells(parts, 1)
          .slice(1)
          .map((row) => [row[0] ?? "", row[1] ?? ""]);
        expect(padded).toEqual(rows.map((row) => row.map(well)));
        expect(parts["xl/worksheets/sheet1.xml"]).not.toContain("<f>");
      }),
      { numRuns: 150 },
    );
  });
  test("keeps the published decimals of any number", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.stringMatching(/^-?[1-9]\d{0,8}(\.\d{1,6})?$/), { minLength: 1, maxLength: 5 }),
        async (numbers) => {
          const parts = unpack(
            await book(
              numbers.map((n) => [n, null]),
              "number",
            ),
          );
          expect(
            sheetCells(parts, 1)
              .slice(1)
              .map((row) => row[0]),
          ).toEqual(numbers);
        },
      ),
      { numRuns: 100 },
    );
  });
  test("adds an empty row to an empty table, as Excel requires", async () => {
    expect(unpack(await book([]))["xl/tables/table1.xml"]).toContain('ref="A1:B2"');
  });
});
