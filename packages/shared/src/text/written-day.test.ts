import fc from "fast-check";
import { expect, test } from "vitest";
import { numericDay, writtenDay } from "./written-day.ts";

test.each([
  ["2024-06-30", "2024-06-30"],
  ["30/06/2024", "2024-06-30"],
  ["30/6/2024", "2024-06-30"],
  ["1.2.2024", "2024-02-01"],
  ["29-02-2024", "2024-02-29"],
  [" 30/6/2024 ", "2024-06-30"],
])("%s is the day %s", (text, day) => expect(writtenDay(text)).toBe(day));

test.each([
  ...["", "banana", "2024-02-30", "30/02/2024", "2024-13-01", "13/13/2024", "29/2/2023", "24-06-30"],
  ...["2024/06/30", "30/06/24", "2024 -06-30", "2024-06-30T00:00", "0/1/2024", "２０２４-06-30", undefined, 20240630],
])("%s is no day", (text) => expect(writtenDay(text)).toBeUndefined());

test.each([
  ["2025-01-06", "06/01/2025"],
  ["2025-02-28", "28/02/2025"],
  ["2025-03-01", "01/3/2025"],
  ["2025-09-16", "16/9/2025"],
  ["2025-10-09", "09/10/2025"],
])("%s has two digits for days under 10 and for January and February alone: %s", (iso, written) => {
  expect(numericDay(iso)).toBe(written);
  expect(writtenDay(written)).toBe(iso);
});

test("what it gives it takes, whatever it is given", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9/.-]{6,10}$/)), (text) => {
      const day = writtenDay(text);
      if (day !== undefined) expect(writtenDay(day)).toBe(day);
    }),
  );
});
