import { readTable } from "@moc2030/shared/entry/table-text";
import { describe, expect, test } from "vitest";
import { type Json, read, slug, team } from "./team.fixture.ts";

const t = await team();
const tryOut = (body: string | Uint8Array, query = "", type = "text/csv") =>
  t.lan.post(`/submissions/dry-run?${query}`, body, { "content-type": type });
const byHand = "mapping=TIME_PERIOD:0,OBS_VALUE:1&indicator=FIBRE_HOUSEHOLDS&source=DE-NSO-2601&status=A";
const utf16 = (text: string) => new Uint8Array(Buffer.from(`\ufeff${text}`, "utf16le"));
const file = async (query: string) => (await t.get(`/observations.csv?${query}`)).text();

describe("our own file, saved by a spreadsheet, is imported with every row unchanged", () => {
  /** The rows of a file as a spreadsheet saves them, with more columns or changed cells. */
  const saved = (text: string, mark: string, change: (cell: string, column: string) => string, more: string[] = []) => {
    const table = readTable(text);
    const rows = table.ok ? table.rows.map((row) => row.cells) : [];
    const header = rows[0] ?? [];
    const quoted = (cell: string) => (/[",;\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
    return rows
      .map((cells, i) => [
        ...cells.map((c, n) => (i === 0 ? c : change(c, header[n] ?? ""))),
        ...(i === 0 ? more : more.map(() => "")),
      ])
      .map((cells) => cells.map(quoted).join(mark))
      .join("\r\n");
  };
  const unchanged = async (body: string | Uint8Array, query = "") => {
    const run = await read(tryOut(body, query));
    expect([run.ok, run.counts?.new, run.counts?.changed, run.counts?.refused]).toEqual([true, 0, 0, 0]);
    expect(run.counts.unchanged).toBeGreaterThan(100);
    return run;
  };
  test("days as a Vietnamese Excel writes them", async () => {
    const text = saved(await file("area=VNM&locale=vi&bom=true"), ";", (cell, column) =>
      column === "PUBLISHED" ? cell.split("-").reverse().join("/") : cell,
    );
    expect(text).toMatch(/;\d\d\/\d\d\/\d{4};/);
    expect((await unchanged(text)).read).toMatchObject({ delimiter: "semicolon", numbers: "vi", headingLine: 1 });
  });
  test.each([
    ["semicolon", "locale=vi", ";"],
    ["comma", "", ","],
  ])("sheet Data of the workbook, with its column FLAGS and the labels, by %s", async (_, query, mark) => {
    const text = await file(`area=VNM&labels=both&include=target&${query}`);
    await unchanged(saved(text, mark, (cell) => cell, ["FLAGS", "", ""]));
  });
  test("as Unicode text: tab-separated UTF-16", async () => {
    const run = await unchanged(utf16(saved(await file("area=VNM&locale=vi"), "\t", (cell) => cell)));
    expect(run.read).toMatchObject({ delimiter: "tab", encoding: "utf-16le", numbers: "vi" });
  });
  test("SDMX-CSV is rejected by name", async () => {
    const sdmx = await (await t.get("/observations.sdmx.csv?area=VNM")).text();
    expect(await read(tryOut(sdmx))).toMatchObject({ ok: false, line: 1, code: "sdmx_csv" });
  });
});

describe("the response states how the table was read", () => {
  test("delimiter, decimal mark, encoding, header, skipped rows and year labels", async () => {
    const text = "Bảng 5\nNăm\tTỷ lệ\nSơ bộ 2017\t50,5\nNguồn: Cục Thống kê\n";
    const run = await read(tryOut(utf16(text), byHand));
    expect(run.read).toEqual({
      delimiter: "tab",
      numbers: "vi",
      encoding: "utf-16le",
      headingLine: 2,
      columns: ["TIME_PERIOD", "OBS_VALUE"],
      passedOver: [
        { line: 1, kind: "title", text: "Bảng 5" },
        { line: 4, kind: "note", text: "Nguồn: Cục Thống kê" },
      ],
      workbook: null,
    });
    expect(run.rows[0].readAs).toMatchObject([{ code: "year_label", values: { year: 2017, grade: "P" } }]);
  });
  test("Windows-1258 is read, whatever the media type", async () => {
    const windows = Buffer.from("N\xe3m;Gi\xe1 tri\xf2\r\n2017;50,5\r\n", "latin1");
    expect((await read(tryOut(windows, byHand, "application/vnd.ms-excel"))).read).toMatchObject({
      encoding: "windows-1258",
      headingLine: 1,
      workbook: null,
    });
  });
  test("a delimiter can be given, and an unreadable table still reports its own", async () => {
    const text = "Năm;a,b\n2017;50,5";
    expect((await read(tryOut(text, byHand))).read.delimiter).toBe("semicolon");
    expect((await read(tryOut(text, `${byHand}&delimiter=comma`))).read.delimiter).toBe("comma");
    expect(await slug(tryOut(text, `${byHand}&delimiter=x`))).toBe("invalid");
    expect(await read(tryOut("A;B\n1;2"))).toMatchObject({
      code: "unknown_column",
      read: { delimiter: "semicolon", encoding: "utf-8" },
    });
  });
  test.each(["TIME_PERIOD:0", "TIME_PERIOD:0,OBS_VALUE:0", "TIME_PERIOD:0,OBS_VALUE:1,OBS_COM:1", "X:0"])(
    "mapping=%s is rejected: it needs one column each for year and value",
    async (mapping) => expect(await slug(tryOut("2017\t50", `mapping=${mapping}`))).toBe("invalid"),
  );
});

describe("the template", () => {
  const template = async (query: string) => {
    const answer = await t.lan.get(`/entry/template.csv?indicator=GII_RANK${query}`);
    return new TextDecoder("utf-8", { ignoreBOM: true }).decode(await answer.arrayBuffer());
  };
  test("has `;` and a byte order mark for a Vietnamese spreadsheet, and can be imported", async () => {
    const text = await template("&locale=vi");
    expect(text).toMatch(/^\ufeffINDICATOR;COMPILER;REF_AREA;/);
    const filled = text
      .replace("VNM;2026;;", "VNM;2026;43;")
      .replace(";;;;;;;;;\r\n", ";139;GII2025-CAFEF;;31/10/2026;;;;;\r\n");
    expect((await read(tryOut(filled))).rows).toMatchObject([{ class: "new", timePeriod: 2026, value: "43" }]);
  });
  test("is unchanged by default", async () => {
    expect(await template("")).toMatch(/^INDICATOR,COMPILER,/);
    expect(await template("&bom=true")).toMatch(/^\ufeffINDICATOR,COMPILER,/);
  });
});

describe("an import", () => {
  const put = (draft: { id: number; version: number }, body: string, more = "") =>
    t.lan.post(`/submissions/${draft.id}/import?${byHand}${more}`, body, {
      "content-type": "text/csv",
      ...t.at(draft.version),
    });
  test("lists at most a hundred of the rejected rows and counts all", async () => {
    const rows = Array.from({ length: 250 }, (_, i) => `${1900 + (i % 100)}\tx`).join("\n");
    const problem = await read(put(await t.draft(t.lan), rows));
    expect(problem.errors).toHaveLength(100);
    expect(problem.detail).toContain("250 rows are refused");
  });
  test("into an outdated version writes nothing", async () => {
    const draft = await t.draft(t.lan);
    expect((await put(draft, "2017\t50,5")).status).toBe(200);
    expect(await slug(put(draft, "2016\t50,5"))).toBe("stale");
    expect((await read(t.lan.get(`/submissions/${draft.id}`))).items.map((i: Json) => i.timePeriod)).toEqual([2017]);
  });
});
