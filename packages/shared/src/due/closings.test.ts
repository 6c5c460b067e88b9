import fc from "fast-check";
import { expect, test } from "vitest";
import { isWantedBy, missingAt, nextClosings, wantedBy } from "./closings.ts";
import { cells } from "./due.ts";

test.each([
  ["2026-01-01", ["2026-06-15", "2026-12-01"]],
  ["2026-06-15", ["2026-06-15", "2026-12-01"]],
  ["2026-06-16", ["2026-12-01", "2027-06-15"]],
  ["2026-12-01", ["2026-12-01", "2027-06-15"]],
  ["2026-12-02", ["2027-06-15", "2027-12-01"]],
])("on %s the next closings are %s", (today, closings) => expect(nextClosings(today)).toEqual(closings));

test("the two closings are to come, one each, within a year", () =>
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000 }), (days) => {
      const today = new Date(Date.UTC(2020, 0, 1) + days * 86_400_000).toISOString().slice(0, 10);
      const closings = nextClosings(today);
      expect(closings.map((day) => day.slice(5)).sort()).toEqual(["06-15", "12-01"]);
      for (const day of closings) {
        expect(day >= today).toBe(true);
        expect(Date.parse(day) - Date.parse(today)).toBeLessThan(366 * 86_400_000);
      }
    }),
  ));

const schedule = { everyYears: 1, month: 12, lagYears: 0, requestDays: 31 } as const;
const figure = { timePeriod: 2025, value: "86", obsStatus: ["A"] as const };
const cellOf = (today: string, of: object = schedule) => {
  const [cell] = cells(
    { schedule: { ...schedule, ...of }, discontinued: null },
    [{ ...figure, obsStatus: ["A"] }],
    { from: 2026, to: 2026 },
    today,
  );
  if (!cell) throw new Error("no cell");
  return cell;
};

const isMissing = (...[cell, closing]: [ReturnType<typeof cellOf>, string]) =>
  missingAt([entered, cell], closing).length > 0;
const entered = { ...cellOf("2026-10-01"), timePeriod: 2025, grade: "final", wanted: null } as const;

test("a figure that has to be asked for before a closing is missing at it", () => {
  // Expected by 31 December, asked for by 30 November.
  expect(cellOf("2026-10-01")).toMatchObject({ wantedState: "expected", requestBy: "2026-11-30" });
  expect(isMissing(cellOf("2026-10-01"), "2026-12-01")).toBe(true);
  expect(isMissing(cellOf("2026-10-01", { requestDays: 30 }), "2026-12-01")).toBe(false);
  expect(isWantedBy(cellOf("2026-10-01", { requestDays: 30 }), "2026-12-01")).toBe(true);
});

test("one that is published unasked is missing from the day on which it was expected, or once it is due", () => {
  const unasked = { requestDays: undefined, month: 9 };
  expect(isMissing(cellOf("2026-07-01", unasked), "2026-09-30")).toBe(false);
  expect(isMissing(cellOf("2026-07-01", unasked), "2026-12-01")).toBe(true);
  expect(isWantedBy(cellOf("2026-09-01", unasked), "2026-09-01")).toBe(true);
});

test("what is there is never missing", () => expect(missingAt([entered], "2026-12-01")).toEqual([]));

test("of a series that never had a figure only the newest overdue year is wanted, and what is to be asked for next", () => {
  const late = { ...entered, grade: null, wanted: "figure", wantedState: "overdue" } as const;
  const years = [2023, 2024, 2025].map((timePeriod) => ({ ...late, timePeriod }));
  expect(wantedBy(years, "2026-10-01").map((cell) => cell.timePeriod)).toEqual([2025]);
  const next = cellOf("2026-10-01");
  expect(wantedBy([...years, next], "2026-10-01").map((cell) => cell.timePeriod)).toEqual([2025]);
  expect(wantedBy([...years, next], "2026-11-30").map((cell) => cell.timePeriod)).toEqual([2025, 2026]);
  const begun = [{ ...entered, timePeriod: 2022 }, ...years];
  expect(wantedBy(begun, "2026-10-01").map((cell) => cell.timePeriod)).toEqual([2023, 2024, 2025]);
});
