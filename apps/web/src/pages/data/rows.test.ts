import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aFigure, anIndicator } from "../../words/data.fixture.ts";
import { nextSort, type Row, SORT_COLUMNS, sortedRows, sortOf } from "./rows.ts";

const row = (area: string, year: number, value: number | null): Row => ({
  figure: aFigure(year, value, { refArea: area }),
  indicator: anIndicator({}),
  area,
  compiler: "WIPO",
});
const years = (rows: readonly Row[]) => rows.map((one) => one.figure.timePeriod);

describe("sorting", () => {
  const rows = [row("Đức", 2020, 9), row("Áo", 2021, null), row("Anh", 2022, 10), row("Bỉ", 2023, 9)];
  test("names in the order of the Vietnamese alphabet", () => {
    expect(sortedRows(rows, sortOf("area"), "vi").map((one) => one.area)).toEqual(["Anh", "Áo", "Bỉ", "Đức"]);
  });
  test("numbers as numbers, missing ones last in both directions, equal ones as the file has them", () => {
    expect(years(sortedRows(rows, sortOf("value"), "vi"))).toEqual([2020, 2023, 2022, 2021]);
    expect(years(sortedRows(rows, sortOf("-value"), "vi"))).toEqual([2022, 2020, 2023, 2021]);
  });
  test("without being asked the rows stay as the file has them", () => {
    expect(sortedRows(rows, sortOf(undefined), "vi")).toBe(rows);
  });
  test("a column goes up, down and back", () => {
    expect(nextSort(null, "year")).toBe("year");
    expect(nextSort(sortOf("year"), "year")).toBe("-year");
    expect(nextSort(sortOf("-year"), "year")).toBeUndefined();
    expect(nextSort(sortOf("-year"), "value")).toBe("value");
  });
  test("no row is lost, whatever the column", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string(), fc.integer(), fc.option(fc.integer()))),
        fc.constantFrom(...SORT_COLUMNS),
        fc.boolean(),
        (list, column, isDown) => {
          const all = list.map(([area, year, value]) => row(area, year, value));
          expect(new Set(sortedRows(all, { column, isDown }, "vi"))).toEqual(new Set(all));
        },
      ),
    );
  });
});
