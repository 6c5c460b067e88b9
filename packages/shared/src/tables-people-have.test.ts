import { describe, expect, test } from "vitest";
import { context } from "./checks.examples.ts";
import { type DryRun, dryRun } from "./dry-run.ts";
import type { ImportOptions, Published } from "./import-row.ts";

const share = { code: "FIBRE_HOUSEHOLDS", range: { min: 0, max: 100 }, valueKind: "share", decimals: 1 } as const;
const known: Published = {
  today: "2026-11-21",
  context: (key) => ({
    ...context,
    indicator: key.indicator === share.code ? { ...share, compiler: "NSO", discontinued: null } : context.indicator,
    series: [],
  }),
};
const byHand: ImportOptions = {
  numbers: "vi",
  lang: "vi",
  mapping: { TIME_PERIOD: 0, OBS_VALUE: 1 },
  defaults: { INDICATOR: share.code, REF_AREA: "VNM", SOURCE: "DE-NSO-2601", OBS_STATUS: "A" },
};
const run = (text: string, more: Partial<ImportOptions> = {}) => dryRun(text, { ...byHand, ...more }, known);
/** Each row as the figure that it would bring, or why not. */
const told = (result: DryRun) =>
  result.ok
    ? result.rows.map((r) =>
        r.class === "refused"
          ? `${r.line} ${r.errors.map((e) => `${e.field} ${e.code}`).join(" ")}`
          : `${r.line} ${r.figure?.timePeriod} ${r.figure?.value} ${r.figure?.obsStatus.join(";")}`,
      )
    : [`${result.line} ${result.code}`];
const read = (result: DryRun) => (result.ok ? result.read : null);

describe("tables as spreadsheets and yearbooks have them go in right", () => {
  test.each<[string, string, string[]]>([
    ["an empty corner", "\tTỷ lệ\n2026\t86,7\n", ["2 2026 86.7 A"]],
    ["a heading over two lines", 'Năm\t"Tỷ lệ\n(%)"\n2026\t86,7', ["3 2026 86.7 A"]],
    ["a blank first line", "\nNăm\tTỷ lệ\n2026\t86,7", ["3 2026 86.7 A"]],
    ["a title line", "Bảng 5. Tỷ lệ hộ dùng cáp quang, cả nước\nNăm\tTỷ lệ\n2026\t86,7", ["3 2026 86.7 A"]],
    ["a title, no heading", "Bảng 5. Tỷ lệ hộ\n2026\t86,7\n2025\t85", ["2 2026 86.7 A", "3 2025 85 A"]],
    ["a title with the unit beside it", "Bảng 5\tĐơn vị: %\nNăm\tTỷ lệ\n2026\t86,7", ["3 2026 86.7 A"]],
    [
      "a heading with commas between `;`",
      "Năm;Tỷ lệ hộ dùng cáp quang, cả nước, theo năm (%)\n2026;86,7\n",
      ["2 2026 86.7 A"],
    ],
    ["trailing empty columns", "Năm;Tỷ lệ;;;\n2026;86,7;;;\n2025;85,1;;;", ["2 2026 86.7 A", "3 2025 85.1 A"]],
    [
      "quoted decimal commas between commas",
      'Năm,Giá trị\n2024,"13,40"\n2025,"14,02"',
      ["2 2024 13.40 A", "3 2025 14.02 A"],
    ],
    ["decimal points between commas", "Năm,Giá trị\n2024,13.40", ["2 2024 13.40 A"]],
    [
      "notes beneath",
      "Năm\tTỷ lệ\n2026\t86,7\nNguồn: Cục Thống kê, 2026\nGhi chú: số liệu điều tra",
      ["2 2026 86.7 A"],
    ],
    ["notes beneath, between commas", 'Năm,Tỷ lệ\n2026,"86,7"\nNguồn: Cục Thống kê, 2026', ["2 2026 86.7 A"]],
    ["a footnote beneath", "2026\t86,7\n(1) Số liệu điều tra mẫu", ["1 2026 86.7 A"]],
    [
      "footnotes with their marks in a cell of their own",
      "2026\t86,7\n(1)\tĐiều tra mẫu\n*\tSố liệu 2024",
      ["1 2026 86.7 A"],
    ],
    ["a source of a year, between commas", '2026,"86,7"\nNguồn: Niên giám 2025, Cục Thống kê, 2026', ["1 2026 86.7 A"]],
    [
      "a column of remarks that a row leaves out",
      "Năm;Tỷ lệ;Ghi chú\n2026;86,7\n2025;85;sửa",
      ["2 2026 86.7 A", "3 2025 85 A"],
    ],
    [
      "labels of years",
      "Năm\tTỷ lệ\nSơ bộ 2024\t84,1\n2023 (ước tính)\t80\n2022\t79",
      ["2 2024 84.1 P", "3 2023 80 E", "4 2022 79 A"],
    ],
    ["a clipboard's quotation marks", 'Năm\t"Tỷ lệ" hộ\n2026\t86,7', ["2 2026 86.7 A"]],
    [
      "a heading of two rows with a merged cell",
      "Năm\tTổng số\tTrong đó\n\t\tThành thị\tNông thôn\n2026\t85,5\t90\t80",
      ["3 2026 85.5 A"],
    ],
    [
      "… with units in a third",
      "Năm\tTổng số\tTrong đó\n\t\tThành thị\tNông thôn\n\t%\t%\t%\n2026\t85,5\t90\t80",
      ["4 2026 85.5 A"],
    ],
    ...["1\t2", "A\t1", "(A)\t(1)", "0\t1", "A\tB", "1\t2 = 1 x 100"].map((numbers): [string, string, string[]] => [
      `columns numbered ${numbers}`,
      `Năm\tTỷ lệ\n${numbers}\n2026\t86,7`,
      ["3 2026 86.7 A"],
    ]),
    ["what Excel is told on the first line", "sep=;\nNăm;Tỷ lệ\n2026;86,7", ["3 2026 86.7 A"]],
  ])("%s", (_, text, expected) => expect(told(run(text))).toEqual(expected));
});

describe("what would go in wrong is refused by name", () => {
  test.each<[string, string, string[]]>([
    ["a decimal comma between commas", "Năm,Tỷ lệ\n2026,86,7\n", ["2 row wrong_width"]],
    ["… without a heading", "2023,12,87\n2024,13,40\n", ["1 row wrong_width", "2 row wrong_width"]],
    ["… in one row of several", "2023,12\n2024,13,40\n", ["1 2023 12 A", "2 row wrong_width"]],
    [
      "… with a third column there",
      "Năm,Tỷ lệ,Ghi chú\n2026,86,7\n2025,85,sửa",
      ["2 value comma_twice", "3 2025 85 A"],
    ],
    ...["86,7%", "86,7(1)", "86,7 (1)", "86,7*", "86,7 p"].map((typed): [string, string, string[]] => [
      `… with a mark: ${typed}`,
      `Năm,Tỷ lệ,Ghi chú\n2026,${typed}`,
      ["2 value comma_twice"],
    ]),
    ["… with its unit", "Năm,Tỷ lệ,Đơn vị\n2026,86,75 %", ["2 value comma_twice"]],
    ["a footnote in a column of its own", "Năm\tTỷ lệ\n2026\t86,7\t(1)", ["2 row wrong_width"]],
    ["a row cut off before its value", "Năm\tTỷ lệ\n2026\n2025\t85", ["2 row wrong_width", "3 2025 85 A"]],
    [
      "a part's name among the rows",
      "Năm\tTỷ lệ\n2026\t86,7\nKhu vực thành thị\n2026\t90",
      ["2 2026 86.7 A", "3 row wrong_width", "4 timePeriod duplicate"],
    ],
    [
      "a year with a digit too many on top",
      "Năm\tTỷ lệ\n20266\t86,7\n2025\t85",
      ["2 timePeriod not_a_year", "3 2025 85 A"],
    ],
    ["a year with a mark on top", "Năm\tTỷ lệ\n2026(*)\t..\n2025\t85", ["2 timePeriod year_mark", "3 2025 85 A"]],
    ...["2\t3", "1\t3", "B\t1", "1\tA", "1\t86,7", "\t1"].map((cells): [string, string, string[]] => [
      `a row that does not number the columns: ${cells}`,
      `Năm\tTỷ lệ\n${cells}\n2026\t85`,
      [cells === "1\tA" ? "" : "2 timePeriod not_a_year", "3 2026 85 A"].filter(Boolean),
    ]),
    [
      "a row wider than a heading of two rows",
      "Năm\tTổng số\tTrong đó\n\t\tThành thị\tNông thôn\n2026\t85,5\t90\t80\t(1)",
      ["3 row wrong_width"],
    ],
    [
      "a row wider than the heading, below a wider title",
      "Bảng 5\t\t\tĐơn vị: %\nNăm\tTỷ lệ\n2026\t85,5\t(1)",
      ["3 row wrong_width"],
    ],
    ["a total beneath", "Năm\tTỷ lệ\n2026\t86,7\nTổng\t87", ["2 2026 86.7 A", "3 timePeriod not_a_year"]],
    ["columns named the wrong way round", "Giá trị\tNăm\n86,7\t2026", ["2 timePeriod not_a_year"]],
  ])("%s", (_, text, expected) => expect(told(run(text))).toEqual(expected));

  const numbered = { mapping: { TIME_PERIOD: 1, OBS_VALUE: 2 } };
  test.each<[string, string, Partial<ImportOptions>, string[]]>([
    ...["*2024", "(*) 2024", "(1) 2024", "1) 2024", "¹ 2024"].map(
      (year): [string, string, Partial<ImportOptions>, string[]] => [
        `a year with a mark before it: ${year}`,
        `2026\t86,7\n${year}\t85`,
        {},
        ["1 2026 86.7 A", "2 timePeriod year_mark"],
      ],
    ),
    ["… and no number beside it", "2026\t86,7\n*2024\t..", {}, ["1 2026 86.7 A", "2 timePeriod year_mark"]],
    [
      "… in all rows but the first",
      "2026\t43\n(*) 2025\t44\n*2024\t44",
      {},
      ["1 2026 43 A", "2 timePeriod year_mark", "3 timePeriod year_mark"],
    ],
    [
      "… beside a number of the row",
      "1)\t2026\t86,7\n2)\t2024(*)\t85",
      numbered,
      ["1 2026 86.7 A", "2 timePeriod year_mark"],
    ],
    [
      "a year with a digit too many beside a number of the row",
      "1)\t2026\t86,7\n2)\t20244\t85",
      numbered,
      ["1 2026 86.7 A", "2 timePeriod not_a_year"],
    ],
    [
      "forecasts alone",
      "STT\tNăm\tTỷ lệ\n1)\tDự báo 2025\t85\n2)\tDự báo 2026\t86",
      numbered,
      ["2 timePeriod year_mark", "3 timePeriod year_mark"],
    ],
    ["a forecast that is not yet there", "2024\t84\n* Dự báo 2025\t..", {}, ["1 2024 84 A", "2 timePeriod year_mark"]],
  ])("below the first row: %s", (_, text, more, expected) => expect(told(run(text, more))).toEqual(expected));

  test("a mark beside a year is named with the year", () => {
    const result = run("2025(*)\t86,7\n2024.0\t85");
    expect(result.ok && result.rows.map((r) => r.errors[0]?.values)).toEqual([
      { typed: "2025(*)", year: 2025, mark: "(*)" },
      { typed: "2024.0", year: 2024, mark: ".0" },
    ]);
  });
  test("a whole number has no decimal comma, and a comma chosen by hand is meant", () => {
    const defaults = { ...byHand.defaults, INDICATOR: "GII_RANK" };
    const text = "Năm,Hạng,Số nền kinh tế\n2026,44,139";
    expect(told(run(text, { defaults }))).toEqual(["2 2026 44 A"]);
    expect(told(run(text))).toEqual(["2 value comma_twice"]);
    expect(told(run(text, { delimiter: "comma" }))).toEqual(["2 2026 44 A"]);
  });
  test("a delimiter chosen by hand still takes no row wider than the table", () => {
    expect(told(run("Năm,Tỷ lệ\n2026,86,7", { delimiter: "comma" }))).toEqual(["2 row wrong_width"]);
    expect(told(run("2023,12,87", { delimiter: "comma" }))).toEqual(["1 row wrong_width"]);
  });
});

describe("a year's label proposes the grade", () => {
  const mapping = { TIME_PERIOD: 0, OBS_VALUE: 1, OBS_STATUS: 2 };
  test("a status in the row wins where it agrees, and is refused where it does not", () => {
    const text = "Năm\tTỷ lệ\tCờ\nSơ bộ 2024\t84,1\tP;B\nSơ bộ 2023\t80\tA\nƯớc tính 2022\t79\t";
    expect(told(run(text, { mapping }))).toEqual([
      "2 2024 84.1 P;B",
      "3 obsStatus year_status_conflict",
      "4 2022 79 E",
    ]);
  });
  test("how it was read is told beside the row", () => {
    const result = run("Sơ bộ 2024\t84,1");
    expect(result.ok && result.rows[0]?.readAs).toEqual([
      { code: "year_label", field: "timePeriod", values: { typed: "Sơ bộ 2024", year: 2024, grade: "P" } },
    ]);
  });
});

describe("days that a spreadsheet rewrote", () => {
  const mapping = { TIME_PERIOD: 0, OBS_VALUE: 1, PUBLISHED: 2 };
  const day = (result: DryRun) =>
    result.ok ? result.rows.map((r) => r.figure?.published ?? r.errors.map((e) => e.code).join()) : [];
  test("are read where numbers are Vietnamese, and named where no calendar has them", () => {
    expect(day(run("2025;84,1;1/3/2025\n2024;83;31/02/2025\n2023;82;2025-03-01", { mapping }))).toEqual([
      "2025-03-01",
      "no_such_day",
      "2025-03-01",
    ]);
    expect(day(run("2025\t84,1\t31.10.2026", { mapping }))).toEqual(["2026-10-31"]);
  });
  test("are not guessed where numbers are English", () => {
    expect(day(run("2025,84.1,3/4/2025", { mapping }))).toEqual(["day_form"]);
    expect(day(run("2025\t84.1\t3/4/2025", { mapping, numbers: "en" }))).toEqual(["day_form"]);
  });
});

describe("our own headings", () => {
  const HEADER = "INDICATOR;COMPILER;REF_AREA;TIME_PERIOD;OBS_VALUE;SOURCE";
  const row = "FIBRE_HOUSEHOLDS;NSO;VNM;2026;86,7;DE-NSO-2601";
  const own = (text: string) => run(text, { mapping: undefined, defaults: {} });
  test.each<[string, string, string[]]>([
    ["with FLAGS and our other columns", `${HEADER};FLAGS;RELEASE\n${row};[p];3`, ["2 2026 86.7 A"]],
    ["with trailing empty columns", `${HEADER};;;\n${row};;;`, ["2 2026 86.7 A"]],
    ["with R's unnamed row names", `"";${HEADER}\n"1";${row}`, ["2 2026 86.7 A"]],
    ["beneath a title", `Số liệu cập nhật\n\n${HEADER}\n${row}`, ["4 2026 86.7 A"]],
    ["above notes", `${HEADER}\n${row}\nNguồn: Cục Thống kê`, ["2 2026 86.7 A"]],
    ["with a row that leaves out what may be empty", `${HEADER};EDITION;OBS_COM\n${row}`, ["2 2026 86.7 A"]],
    [
      "with content in a column without a name",
      `INDICATOR;${"" /* no name */};COMPILER;REF_AREA;TIME_PERIOD;OBS_VALUE\nX;y;NSO;VNM;2026;1`,
      ["2 row unnamed_column"],
    ],
    ["with content past the last name", `${HEADER};;\n${row};;x`, ["2 row wrong_width"]],
    ["of SDMX-CSV", `STRUCTURE;STRUCTURE_ID;ACTION;${HEADER}\ndataflow;M;I;${row}`, ["1 sdmx_csv"]],
    ["unknown ones", "A;B\n1;2", ["1 unknown_column"]],
  ])("%s", (_, text, expected) => expect(told(own(text))).toEqual(expected));
  test("a workbook's sheet saved with `;` in an English locale is read as asked for", () => {
    const text = `${HEADER}\n${row.replace("86,7", "86.7")}`;
    expect(told(run(text, { mapping: undefined, defaults: {}, numbers: "en" }))).toEqual(["2 2026 86.7 A"]);
    expect(told(own(text))).toEqual(["2 value use_decimal_comma"]);
  });
});

test("the answer says how the table was read", () => {
  expect(read(run("Năm\tTỷ lệ\n\t(%)\nA\t1\n2026\t86,7"))).toEqual({
    delimiter: "tab",
    numbers: "vi",
    headingLine: 1,
    passedOver: [
      { line: 2, kind: "title", text: "(%)" },
      { line: 3, kind: "column_numbers", text: "A 1" },
    ],
  });
  const headings = { mapping: undefined, defaults: { ...byHand.defaults } };
  expect(read(run("Bảng 5\nTIME_PERIOD\tOBS_VALUE\n1\t2\n2026\t86,7", headings))).toMatchObject({
    headingLine: 2,
    passedOver: [
      { line: 1, kind: "title" },
      { line: 3, kind: "column_numbers" },
    ],
  });
  const empty = run("Bảng 5\nTIME_PERIOD\tOBS_VALUE", headings);
  expect(empty.ok && [empty.rows, empty.read.passedOver]).toEqual([[], [{ line: 1, kind: "title", text: "Bảng 5" }]]);
  expect(read(run("\nBảng 5.  Tỷ lệ\nNăm;Tỷ lệ\n2026;86,7\nNguồn: Cục Thống kê\n"))).toEqual({
    delimiter: "semicolon",
    numbers: "vi",
    headingLine: 3,
    passedOver: [
      { line: 2, kind: "title", text: "Bảng 5. Tỷ lệ" },
      { line: 5, kind: "note", text: "Nguồn: Cục Thống kê" },
    ],
  });
  expect(read(run("2026,86.7"))).toEqual({ delimiter: "comma", numbers: "en", headingLine: null, passedOver: [] });
  expect(read(run('2026,"86,7"'))).toMatchObject({ delimiter: "comma", numbers: "vi" });
});
