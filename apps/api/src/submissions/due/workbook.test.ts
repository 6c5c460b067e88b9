import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { type Json, read, team } from "../team.fixture.ts";

const unescaped = (xml: string) =>
  xml.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");

/** The cells of a workbook's first sheet by reference, and its XML. */
function open(bytes: Uint8Array) {
  const files = unzipSync(bytes);
  const text = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  const strings = [...text("xl/sharedStrings.xml").matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, one = ""]) =>
    unescaped(one),
  );
  const sheet = text("xl/worksheets/sheet1.xml");
  const cells = new Map(
    [...sheet.matchAll(/<c r="([A-Z]+\d+)"([^>]*)><v>([^<]*)<\/v>/g)].map(([, at = "", how = "", value = ""]) => [
      at,
      how.includes('t="s"') ? (strings[Number(value)] ?? "") : value,
    ]),
  );
  const guide = [...text("xl/worksheets/sheet2.xml").matchAll(/<row [^>]*>(.*?)<\/row>/g)].map(([, row = ""]) =>
    [...row.matchAll(/<v>(\d+)<\/v>/g)].map(([, n]) => strings[Number(n)]),
  );
  return { cells, sheet, guide, names: text("xl/workbook.xml"), strings };
}

/** The rows of a sheet as a table of tabs, with `fill` typed into the cells of a column of each row. */
function asText({ cells }: ReturnType<typeof open>, fill: Record<string, (indicator: string) => string>) {
  const columns = [...cells].flatMap(([at, name]) => (/^[A-Z]+2$/.test(at) ? [[at.slice(0, -1), name] as const] : []));
  const rows = Math.max(...[...cells.keys()].map((at) => Number(/\d+/.exec(at)?.[0])));
  const of = (name: string) => columns.find(([, one]) => one === name)?.[0];
  return Array.from({ length: rows }, (_, i) =>
    columns
      .map(([letters, name]) => {
        const typed = i >= 2 ? fill[name]?.(cells.get(`${of("INDICATOR")}${i + 1}`) ?? "") : undefined;
        return typed ?? cells.get(`${letters}${i + 1}`) ?? "";
      })
      .join("\t"),
  ).join("\r\n");
}

const VALUES: Record<string, string> = {
  GII_RANK: "45",
  GII_SCORE: "37,5",
  GII_INPUT_RANK: "50",
  GII_OUTPUT_RANK: "40",
};
const workbook = async (t: Awaited<ReturnType<typeof team>>, query: string) =>
  open(new Uint8Array(await (await t.lan.get(`/entry/wanted.xlsx?${query}`)).arrayBuffer()));

describe("the workbook of what is due", () => {
  test("filled in, is read row by row by the import, and nothing else is taken from it", async () => {
    const t = await team();
    const { rows } = await read(t.lan.get("/entry/wanted?publication=WIPO-GII-2026"));
    const book = await workbook(t, "publication=WIPO-GII-2026");
    const text = asText(book, {
      OBS_VALUE: (indicator) => VALUES[indicator] ?? "",
      RANK_POOL: (indicator) => (indicator.endsWith("RANK") ? "139" : ""),
      PUBLISHED: () => "30/9/2026",
      PUBLISHED_PRECISION: () => "tháng",
      SOURCE: () => "GII2025-VNA",
    });
    const path = "/submissions/dry-run?numbers=vi";
    const run = await read(t.lan.post(path, text, { "content-type": "text/csv" }));
    expect(run.rows.flatMap((row: Json) => row.errors)).toEqual([]);
    expect([run.read.headingLine, run.counts]).toEqual([2, { new: rows.length, changed: 0, unchanged: 0, refused: 0 }]);
    expect(run.rows.map((row: Json) => [row.indicator, row.refArea, row.timePeriod, row.value])).toEqual(
      rows.map((row: Json) => [row.indicator, row.refArea, row.timePeriod, VALUES[String(row.indicator)]]),
    );
  });

  test("has in place of a provisional figure the reason that a final one gives", async () => {
    const t = await team();
    const { rows } = await read(t.lan.get("/entry/wanted?body=NSO"));
    expect(rows.map((row: Json) => row.wanted)).toContain("final");
    const text = asText(await workbook(t, "body=NSO"), {
      OBS_VALUE: () => "12,5",
      PUBLISHED: () => "01/11/2026",
      SOURCE: () => "DE-NSO-2601",
    });
    const run = await read(t.lan.post("/submissions/dry-run?numbers=vi", text, { "content-type": "text/csv" }));
    expect(run.rows.flatMap((row: Json) => row.errors)).toEqual([]);
    expect(run.rows).toHaveLength(rows.length);
  });

  test("says unit and range beside each value, and proposes the codes of the others", async () => {
    const t = await team();
    const { sheet } = await workbook(t, "publication=WIPO-GII-2026");
    const rules = [...sheet.matchAll(/<dataValidation (.*?)(?:\/>|<\/dataValidation>)/g)].map(([, one = ""]) =>
      unescaped(one),
    );
    expect(rules[0]).toMatch(
      /type="whole".*promptTitle="Thứ hạng GII, 2026" prompt="hạng; 1–200; số nguyên".*sqref="D3"/,
    );
    expect(rules[0]).toContain("<formula1>1</formula1><formula2>200</formula2>");
    expect(rules.find((rule) => rule.includes('promptTitle="Phân loại, cờ"'))).toContain(
      '<formula1>"A,P,E"</formula1>',
    );
    expect(rules.find((rule) => rule.includes('promptTitle="Mã nguồn"'))).toMatch(/<formula1>'Nguồn'!\$A\$2:\$A\$\d+</);
  });

  test("is in the reader's language and number form, in their file's name too", async () => {
    const t = await team();
    const [vi, en] = [await workbook(t, "body=NSO"), await workbook(t, "body=NSO&lang=en")];
    expect([vi.cells.get("D1"), en.cells.get("D1")]).toEqual(["Giá trị", "Value"]);
    // Each column has a name in words over the one that an import reads.
    for (const { cells } of [vi, en])
      expect([...cells].filter(([at, text]) => /^[A-Z]+1$/.test(at) && /^[A-Z_]+$/.test(text))).toEqual([]);
    const chosenOf = (sheet: string, title: string) =>
      new RegExp(`promptTitle="${title}"[^>]*><formula1>(.*?)</formula1>`).exec(unescaped(sheet))?.[1];
    expect(chosenOf(vi.sheet, "Ngày công bố biết đến đâu")).toBe('"ngày,tháng,năm"');
    expect(chosenOf(en.sheet, "How exactly the day is known")).toBe('"day,month,year"');
    const sheets = ({ names }: typeof vi) => [...names.matchAll(/<sheet name="([^"]*)"/g)].map(([, name]) => name);
    expect([sheets(vi), sheets(en)]).toEqual([
      ["Số liệu", "Hướng dẫn", "Nguồn"],
      ["Figures", "Guide", "Sources"],
    ]);
    expect(vi.strings).toEqual(expect.arrayContaining(["Cột", "Tên gọi", "Cách điền", "Tên nguồn"]));
    expect(en.strings).toEqual(expect.arrayContaining(["Column", "How to fill it in", "Publisher"]));
    // What is said of a column says more than its name.
    for (const { guide } of [vi, en])
      expect(guide.filter(([, label, text]) => label !== undefined && label === text)).toEqual([]);
    expect(vi.strings).toContain("14,02 (2025)");
    expect(en.strings).toContain("14.02 (2025)");
    const answer = await t.lan.get("/entry/wanted.xlsx?body=NSO");
    expect(answer.headers.get("content-disposition")).toBe('attachment; filename="moc2030_due_NSO_2026-11-21.xlsx"');
  });

  test("of nothing that is due is a form without rows", async () => {
    const t = await team();
    const { cells, sheet } = await workbook(t, "body=SBV");
    expect((await read(t.lan.get("/entry/wanted?body=SBV"))).rows).toEqual([]);
    expect([...cells.keys()].every((at) => /^[A-Z]+[12]$/.test(at))).toBe(true);
    expect(sheet).not.toContain("dataValidation");
  });
});
