import { describe, expect, test } from "vitest";
import type { DryRun } from "./dry-run.ts";
import { byHand, run, told } from "./tables.fixture.ts";

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
    [
      "hidden characters around years and numbers",
      "Năm\tTỷ lệ\n\u200e2026\t\u200b86,7\n2025\u200b\t85",
      ["2 2026 86.7 A", "3 2025 85 A"],
    ],
    ["a cell that holds nothing but a hidden character", "Năm\tTỷ lệ\n2026\t86,7\t\u200b", ["2 2026 86.7 A"]],
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
    [
      "with hidden characters around names and codes",
      `\u200b${HEADER}\u200b;OBS_STATUS\u200e\n\u200b${row}\u200b;P\u200b`,
      ["2 2026 86.7 P"],
    ],
    ["with a hidden character in a text", `${HEADER};EDITION\n${row};x\u200b`, ["2 edition hidden_character"]],
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
