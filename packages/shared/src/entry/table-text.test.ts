import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { delimiterOf, delimiters, readTable } from "./table-text.ts";

describe("the delimiter is what all lines agree on", () => {
  test.each([
    ["a heading with commas", "Năm;Tỷ lệ hộ dùng cáp quang, cả nước, theo năm (%)\n2026;86,7\n", "semicolon"],
    ["decimal commas in both columns", "2024;13,17\n2025;14,20", "semicolon"],
    ["one row alone", "2024;13,17", "semicolon"],
    ["a blank line on top", "\nNăm\tTỷ lệ\n2026\t86,7", "tab"],
    ["a title with commas on top", "Bảng 5. Tỷ lệ hộ, cả nước\nNăm\tTỷ lệ\n2026\t86,7", "tab"],
    ["a column of notes that some rows have", "Năm\tTỷ lệ\n2026\t86,7\n2025\t85,2\t(1)\n2024\t84,1\t(1)", "tab"],
    ["codes joined by `;`", "TIME_PERIOD,OBS_VALUE,OBS_STATUS\n2024,13.1,A;B\n2023,12.9,A;B", "comma"],
    ["codes joined by `;` without a heading", "2024,13.1,A;B\n2023,12.9,A;B", "comma"],
    ["notes beneath", "Năm;Tỷ lệ\n2026;86,7\nNguồn: a, b, c\nGhi chú: d, e, f", "semicolon"],
    ["what Excel is told", "sep=;\nNăm;a, b, c\n", "semicolon"],
    ["one column", "2024", "comma"],
    ["nothing", "", "comma"],
  ])("%s", (_, text, delimiter) => expect(delimiterOf(text)).toBe(delimiter));
});

const rowsOf = (text: string) => {
  const table = readTable(text);
  return table.ok ? table.rows.map((row) => [row.line, ...row.cells]) : table;
};

test("a clipboard's cell that begins with a quotation mark and goes on is text", () => {
  expect(rowsOf('Năm\t"Tỷ lệ" hộ\n2026\t86,7')).toEqual([
    [1, "Năm", '"Tỷ lệ" hộ'],
    [2, "2026", "86,7"],
  ]);
  expect(rowsOf('Năm\t"Tỷ lệ\n2026\t86,7')).toEqual([
    [1, "Năm", '"Tỷ lệ'],
    [2, "2026", "86,7"],
  ]);
  expect(rowsOf('Năm;"Tỷ lệ" hộ\n2026;86,7')).toMatchObject({ ok: false, line: 1, code: "after_quote" });
});

test("a heading over several lines is one record, and lines are counted on", () =>
  expect(rowsOf('Năm\t"Tỷ lệ\n(%)"\r\n2026\t86,7')).toEqual([
    [1, "Năm", "Tỷ lệ\n(%)"],
    [3, "2026", "86,7"],
  ]));

test("20,000 rows beneath a heading and a spreadsheet's 16,384 columns are read, one more is refused", () => {
  const rows = (n: number) => `a;b\n${"2024;1\n".repeat(n)}`;
  expect(readTable(rows(20_000)).ok).toBe(true);
  expect(readTable(rows(20_001))).toEqual({ ok: false, line: 20_002, code: "too_many_rows" });
  expect(readTable(`a;b\n2024${";".repeat(16_383)}`).ok).toBe(true);
  expect(readTable(`a;b\n2024${";".repeat(16_384)}1`)).toEqual({ ok: false, line: 2, code: "too_many_columns" });
});

test("a table reads back alike in any delimiter, quoting, line end and mark", () => {
  const cell = fc.string({ unit: fc.constantFrom("a", "ệ", '"', ",", ";", "\t", "\n", "1", " "), maxLength: 8 });
  const row = fc.tuple(fc.integer({ min: 1990, max: 2030 }).map(String), cell, cell, cell);
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 1, maxLength: 8 }),
      fc.constantFrom("tab", "semicolon", "comma"),
      fc.boolean(),
      fc.constantFrom("\n", "\r\n", "\r"),
      fc.boolean(),
      (rows, delimiter, quotesAll, end, mark) => {
        const written = (text: string) =>
          quotesAll || /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
        const text = rows.map((cells) => cells.map(written).join(delimiters[delimiter])).join(end);
        const table = readTable(`${mark ? "\ufeff" : ""}${text}`, delimiter);
        expect(table.ok && table.rows.map((r) => r.cells)).toEqual(rows);
        if (rows.every((cells) => cells.every((c) => !/[,;\t\n"]/.test(c)))) expect(delimiterOf(text)).toBe(delimiter);
      },
    ),
  );
});
