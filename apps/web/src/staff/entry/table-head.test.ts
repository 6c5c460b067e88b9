import { describe, expect, test } from "vitest";
import { tableHead } from "./table-head.ts";

describe("the columns of a table are guessed from its heading and first row", () => {
  test.each([
    ["a spreadsheet's two columns", "2015\t50,5\n2016\t51", { TIME_PERIOD: 0, OBS_VALUE: 1 }],
    ["headings in Vietnamese", "Đơn vị;Giá trị;Năm\nViệt Nam;44;2025", { TIME_PERIOD: 2, OBS_VALUE: 1 }],
    ["headings in English", "Economy,Year,Rank\nViet Nam,2025,44", { REF_AREA: 0, TIME_PERIOD: 1, OBS_VALUE: 2 }],
    ["no headings, a decimal comma", "x;2024;13,17", { TIME_PERIOD: 1, OBS_VALUE: 2 }],
    ["headings that nobody knows", "a,b,c", { TIME_PERIOD: 0, OBS_VALUE: 1 }],
    ["a year in the last column", "x\t13,17\t2024", { TIME_PERIOD: 2, OBS_VALUE: 0 }],
    ["an empty corner", "\tTỷ lệ\n2026\t86,7\n", { TIME_PERIOD: 0, OBS_VALUE: 1 }],
    ["labels of years", "Kỳ;Số\nSơ bộ 2024;86,7", { TIME_PERIOD: 0, OBS_VALUE: 1 }],
    ["some of our own names among others", "REF_AREA,Year,Value,Note", { REF_AREA: 0, TIME_PERIOD: 1, OBS_VALUE: 2 }],
  ])("%s", (_, text, guess) => expect(tableHead(text)).toMatchObject({ isOurs: false, guess }));

  test.each(["Nước", "NƯỚC", "Quốc gia", "Nền kinh tế", "Country", "Economy"])("economies under “%s”", (heading) => {
    const guess = { TIME_PERIOD: 0, REF_AREA: 1, OBS_VALUE: 2 };
    expect(tableHead(`Năm\t${heading}\tĐiểm\n2026\tSingapore\t59,9`).guess).toEqual(guess);
    expect(tableHead(`Năm\t${heading}\tGiá trị\n2026\tSingapore\t59,9`).guess).toEqual(guess);
  });

  test("no economies where no heading says so", () =>
    expect(tableHead("Năm\tMặt nước\n2026\t59,9").guess).toEqual({ TIME_PERIOD: 0, OBS_VALUE: 1 }));

  test.each([
    ["nothing", ""],
    ["one column", "2024\n2025"],
  ])("%s: no column is both year and value", (_, text) => expect(tableHead(text).guess.OBS_VALUE).toBeUndefined());

  test("our own headings are known as such, with a byte order mark or a title above them too", () => {
    expect(tableHead("\ufeffINDICATOR,REF_AREA,TIME_PERIOD,OBS_VALUE\r\n").isOurs).toBe(true);
    expect(tableHead("Số liệu 2026\n\nTIME_PERIOD;OBS_VALUE\n2026;43").isOurs).toBe(true);
    expect(tableHead('"open').cells).toEqual([]);
  });
});

describe("every column of a table is offered, whatever stands above its rows", () => {
  test.each([
    ["an empty corner", "\tTỷ lệ\n2026\t86,7\n", ["", "Tỷ lệ"]],
    ["a heading over two lines", 'Năm\t"Tỷ lệ\n(%)"\n2026\t86,7', ["Năm", "Tỷ lệ\n(%)"]],
    ["a blank and a title line", "\nBảng 5. Tỷ lệ, cả nước\nNăm\tTỷ lệ\n2026\t86,7", ["Năm", "Tỷ lệ"]],
    ["commas in a heading", "Năm;Tỷ lệ, cả nước, theo năm (%)\n2026;86,7\n", ["Năm", "Tỷ lệ, cả nước, theo năm (%)"]],
    ["columns that are numbered", "Năm\tTỷ lệ\nA\t1\n2026\t86,7", ["Năm", "Tỷ lệ"]],
    [
      "a heading of two rows",
      "Năm\tTổng số\tTrong đó\n\t\tThành thị\tNông thôn\n2026\t85,5\t90\t80",
      ["Năm", "Tổng số", "Trong đó", ""],
    ],
    ["trailing empty columns", "Năm;Tỷ lệ;;\n2026;86,7;;", ["Năm", "Tỷ lệ"]],
    ["no heading", "2026;86,7", ["2026", "86,7"]],
  ])("%s", (_, text, cells) => expect(tableHead(text).cells).toEqual(cells));

  test("a delimiter chosen by hand is taken", () =>
    expect(tableHead("Năm;a,b\n2026;86,7", "comma").cells).toEqual(["Năm;a", "b"]));
});
