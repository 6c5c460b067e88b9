import { expect, test } from "vitest";
import type { ImportOptions } from "./import-row.ts";
import { byHand, read, run, told } from "./tables.fixture.ts";

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

test("the answer says how the table was read", () => {
  expect(read(run("Năm\tTỷ lệ\n\t(%)\nA\t1\n2026\t86,7"))).toEqual({
    delimiter: "tab",
    numbers: "vi",
    headingLine: 1,
    columns: ["TIME_PERIOD", "OBS_VALUE"],
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
    columns: ["TIME_PERIOD", "OBS_VALUE"],
    passedOver: [
      { line: 2, kind: "title", text: "Bảng 5. Tỷ lệ" },
      { line: 5, kind: "note", text: "Nguồn: Cục Thống kê" },
    ],
  });
  expect(read(run("2026,86.7"))).toMatchObject({
    delimiter: "comma",
    numbers: "en",
    headingLine: null,
    passedOver: [],
  });
  expect(read(run('2026,"86,7"'))).toMatchObject({ delimiter: "comma", numbers: "vi" });
});
