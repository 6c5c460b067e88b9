import { describe, expect, test } from "vitest";
import { day, reducedDate } from "../schema/date.ts";
import { addDays, dayInVietNam, endOfDay, instantInVietNam, lastDay, startOfDay, timeInVietNam } from "./date.ts";

describe("a day", () => {
  test.each(["2025-02-28", "2024-02-29", "1900-01-01", "2025-12-31"])("%s exists", (text) =>
    expect(day.parse(text)).toBe(text),
  );
  test.each(["2025-02-29", "2025-02-30", "2025-13-01", "2025-00-10", "2025-01-00", "2025-01-32"])(
    "%s does not",
    (text) =>
      expect(day.safeParse(text).error?.issues.map((issue) => issue.message)).toEqual(["expected a day that exists"]),
  );
  test.each([
    "2025-1-1",
    "2025-01",
    "2025-01-01T00:00:00Z",
    " 2025-01-01",
    "2025-01-01 ",
    "x2025-01-01",
    "21/11/2026",
    "",
  ])("%j is not written as one", (text) =>
    expect(day.safeParse(text).error?.issues.map((issue) => issue.message)).toEqual(["expected YYYY-MM-DD"]),
  );
});

describe("a date as far as it is known", () => {
  test.each([
    ["2024", "2024-12-31"],
    ["2024-02", "2024-02-29"],
    ["2023-02", "2023-02-28"],
    ["2024-12", "2024-12-31"],
    ["2024-01", "2024-01-31"],
    ["2024-09-17", "2024-09-17"],
  ])("%s covers the days up to %s", (text, last) => {
    expect(reducedDate.parse(text)).toBe(text);
    expect(lastDay(text)).toBe(last);
  });
  test.each(["2025-02-30", "2025-00-10", "2025-13", "2025-00", "2021-22"])("%s does not exist", (text) =>
    expect(reducedDate.safeParse(text).error?.issues.map((issue) => issue.message)).toEqual([
      "expected a date that exists",
    ]),
  );
  test.each(["24", "2024-9", "2024-09-1", "2024-", "x2024", "2024x", "2024-09-17T00:00"])(
    "%j is not written as one",
    (text) =>
      expect(reducedDate.safeParse(text).error?.issues.map((issue) => issue.message)).toEqual([
        "expected YYYY, YYYY-MM or YYYY-MM-DD",
      ]),
  );
});

test.each([
  ["2026-06-15", -1, "2026-06-14"],
  ["2024-02-28", 1, "2024-02-29"],
  ["2025-02-28", 1, "2025-03-01"],
  ["2026-01-01", -1, "2025-12-31"],
  ["2025-12-01", 30, "2025-12-31"],
])("%s and %i days are %s", (day, days, expected) => expect(addDays(day, days)).toBe(expected));

test("a day in Viet Nam begins at 17:00 UTC of the day before and ends a millisecond before the next", () => {
  expect([startOfDay("2026-01-01"), endOfDay("2026-01-01")]).toEqual([
    "2025-12-31T17:00:00.000Z",
    "2026-01-01T16:59:59.999Z",
  ]);
  expect([dayInVietNam(new Date("2025-12-31T16:59:59.999Z")), dayInVietNam(new Date("2025-12-31T17:00:00Z"))]).toEqual([
    "2025-12-31",
    "2026-01-01",
  ]);
});

test("the time in Viet Nam is seven hours ahead, there and back", () => {
  expect(timeInVietNam(new Date("2025-12-31T17:05:06.007Z"))).toBe("2026-01-01T00:05:06.007");
  expect(instantInVietNam("2026-01-01T00:05")).toBe("2025-12-31T17:05:00.000Z");
});

test("days are counted over ends of months and years, both ways", () => {
  expect([addDays("2024-02-28", 1), addDays("2025-01-01", -1), addDays("2026-12-01", 31)]).toEqual([
    "2024-02-29",
    "2024-12-31",
    "2027-01-01",
  ]);
});
