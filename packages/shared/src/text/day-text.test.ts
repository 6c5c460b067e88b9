import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readDay } from "./day-text.ts";

describe("a day is read as its reader writes it", () => {
  test.each([
    ["2025-03-01", "2025-03-01"],
    ["1/3/2025", "2025-03-01"],
    ["01/03/2025", "2025-03-01"],
    ["31/10/2026", "2026-10-31"],
    ["31-10-2026", "2026-10-31"],
    ["31.10.2026", "2026-10-31"],
    ["29/2/2024", "2024-02-29"],
    ["2025-01-01\u200b", "2025-01-01"],
    ["\u200e 1/3/2025\u2060 ", "2025-03-01"],
  ])("%s in a Vietnamese table is %s", (typed, day) => expect(readDay(typed, "vi")).toEqual({ ok: true, day }));
  test.each(["31/2/2025", "10/31/2026", "29/2/2025", "0/1/2025", "2025-02-30"])("no calendar has %s", (typed) =>
    expect(readDay(typed, "vi")).toMatchObject({ ok: false, code: "no_such_day" }),
  );
  test.each(["1/3/25", "1/3-2025", "3 tháng 1 năm 2025", "1/3/2025 00:00", "45000", ""])("%j is no day", (typed) =>
    expect(readDay(typed, "vi")).toMatchObject({ ok: false, code: "day_form" }),
  );
  test.each(["3/4/2025", "31/10/2026", "10/31/2026"])("%s is not guessed in an English table", (typed) =>
    expect(readDay(typed, "en")).toEqual({ ok: false, code: "day_form", expected: "2026-10-31" }),
  );
});

test("every day reads back from the way in which a Vietnamese spreadsheet writes it", () => {
  fc.assert(
    fc.property(fc.integer({ min: -25_000, max: 47_000 }), fc.constantFrom("/", "-", "."), (days, mark) => {
      const day = new Date(days * 86_400_000).toISOString().slice(0, 10);
      const [y, m, d] = day.split("-").map(Number);
      expect(readDay([d, m, y].join(mark), "vi")).toEqual({ ok: true, day });
      expect(readDay(day, "en")).toEqual({ ok: true, day });
    }),
  );
});
