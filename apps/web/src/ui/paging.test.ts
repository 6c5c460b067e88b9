import { expect, test } from "vitest";
import { pageOf } from "./paging.ts";

test("pages hold every row once, and a page past the end is the last", () => {
  const rows = Array.from({ length: 120 }, (_, i) => i);
  const pages = [1, 2, 3].map((page) => pageOf(rows, page, 50));
  expect(pages.flatMap((page) => page.rows)).toEqual(rows);
  expect(pages[2]).toMatchObject({ page: 3, count: 3, first: 101, last: 120 });
  expect(pageOf(rows, 99, 50).page).toBe(3);
  expect(pageOf([], 1, 50)).toMatchObject({ rows: [], count: 1 });
});
