import { expect, test } from "vitest";
import { pageOf } from "./paging.ts";

test("pages hold every row once, and a page past the end is the last", () => {
  const pages = [1, 2, 3].map((page) => pageOf(120, page, 50));
  expect(pages.map(({ first, last }) => [first, last])).toEqual([
    [1, 50],
    [51, 100],
    [101, 120],
  ]);
  expect(pages[2]).toMatchObject({ page: 3, count: 3 });
  expect(pageOf(120, 99, 50).page).toBe(3);
  expect(pageOf(0, 1, 50)).toEqual({ page: 1, count: 1, first: 1, last: 0 });
});
