import { describe, expect, test } from "vitest";
import { tableHead } from "./table-head.ts";

describe("the columns of a table are guessed from its first line", () => {
  test.each([
    ["a spreadsheet's two columns", "2015\t50,5\n2016\t51", { TIME_PERIOD: 0, OBS_VALUE: 1 }],
    ["headings in Vietnamese", "Đơn vị;Giá trị;Năm\nViệt Nam;44;2025", { TIME_PERIOD: 2, OBS_VALUE: 1 }],
    ["headings in English", "Economy,Year,Rank\nViet Nam,2025,44", { TIME_PERIOD: 1, OBS_VALUE: 2 }],
    ["no headings, a decimal comma", "x;2024;13,17", { TIME_PERIOD: 1, OBS_VALUE: 2 }],
    ["headings that nobody knows", "a,b,c", { TIME_PERIOD: 0, OBS_VALUE: 1 }],
    ["nothing", "", { TIME_PERIOD: 0, OBS_VALUE: 0 }],
    ["some of our own names among others", "REF_AREA,Year,Value,Note", { REF_AREA: 0, TIME_PERIOD: 1, OBS_VALUE: 2 }],
  ])("%s", (_, text, guess) => expect(tableHead(text)).toMatchObject({ isOurs: false, guess }));

  test("our own headings are known as such, with a byte order mark too", () => {
    expect(tableHead("\ufeffINDICATOR,REF_AREA,TIME_PERIOD,OBS_VALUE\r\n").isOurs).toBe(true);
    expect(tableHead('"open').cells).toEqual([]);
  });
});
