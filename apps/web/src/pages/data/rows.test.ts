import { expect, test } from "vitest";
import { nextSort, SORT_COLUMNS, sortField, sortOf, sortText } from "./rows.ts";

test("a column goes up, down and back", () => {
  expect(nextSort(null, "year")).toBe("year");
  expect(nextSort(sortOf("year"), "year")).toBe("-year");
  expect(nextSort(sortOf("-year"), "year")).toBeUndefined();
  expect(nextSort(sortOf("-year"), "value")).toBe("value");
});

test.each(SORT_COLUMNS.flatMap((column) => [column, `-${column}`]))(
  "the order %s reads back as it is written",
  (text) => {
    expect(sortText(sortOf(text))).toBe(text);
  },
);

test("what is no column is no order; the API has names of its own for some", () => {
  expect(["colour", "-", "--year", undefined].map(sortOf)).toEqual([null, null, null, null]);
  expect(sortField({ column: "area", isDown: true })).toBe("-refArea");
  expect(sortField({ column: "value", isDown: false })).toBe("value");
});
