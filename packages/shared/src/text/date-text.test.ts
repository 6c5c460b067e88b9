import { expect, test } from "vitest";
import { dateText, shortDay } from "./date-text.ts";

test("a date is written as precisely as it is known, in either language", () => {
  const dates = ["2019-09-27", "2017-05", "2017-02", "2018"];
  expect(dates.map((date) => dateText(date, "vi"))).toEqual(["27/9/2019", "tháng 5/2017", "tháng 02/2017", "2018"]);
  expect(dates.map((date) => dateText(date, "en"))).toEqual(["27 September 2019", "May 2017", "February 2017", "2018"]);
});

test("a day has a short form where there is little room", () => {
  expect(shortDay("2026-01-31", "vi")).toBe("31/01/2026");
  expect(shortDay("2026-01-31", "en")).toBe("31 Jan 2026");
});
