import fc from "fast-check";
import { expect, test } from "vitest";
import { keptBackups, type SeriesBackup } from "./kept-backups.ts";

const DAY = 86_400_000;
/** The nightly backup of 02:15 in Viet Nam, so many days after the first of 2025. */
const nightly = (day: number, madeBy = "1") => ({
  at: new Date(Date.parse("2024-12-31T19:15:00Z") + day * DAY),
  madeBy,
});
const kept = (backups: readonly SeriesBackup[]) =>
  [...keptBackups(backups)].map(({ at }) => at.toISOString().slice(0, 10)).sort();

test("of two years of nights 14 days, 8 weeks and 12 months keep their last", () => {
  const days = kept(Array.from({ length: 730 }, (_, day) => nightly(day)));
  // In UTC a day earlier: 2026-12-31 is the night to 31 December's morning in Viet Nam, the last day.
  expect(days.slice(-14)).toEqual(Array.from({ length: 14 }, (_, n) => `2026-12-${17 + n}`));
  // Sundays of the six weeks before, and last days of the ten months before December.
  expect(days.slice(0, -14)).toEqual([
    ...["2026-01-30", "2026-02-27", "2026-03-30", "2026-04-29", "2026-05-30", "2026-06-29", "2026-07-30"],
    ...["2026-08-30", "2026-09-29", "2026-10-30", "2026-11-14", "2026-11-21", "2026-11-28", "2026-11-29"],
    ...["2026-12-05", "2026-12-12"],
  ]);
});

test("nothing goes while no new ones are made, and of one day only the last stays", () => {
  const old = Array.from({ length: 14 }, (_, day) => nightly(day));
  expect(keptBackups(old).size).toBe(14);
  const twice = [nightly(0), nightly(1 / 24)];
  expect([...keptBackups(twice)]).toEqual([twice[1]]);
});

test("the last that a version made stays, on the day of an upgrade and for years after it", () => {
  const before = [nightly(0, "1"), nightly(0.1, "1")];
  const years = Array.from({ length: 1000 }, (_, day) => nightly(day + 0.2, "2"));
  const stay = keptBackups([...before, ...years]);
  expect(before.map((one) => stay.has(one))).toEqual([false, true]);
});

test("the newest always stays, never more than 34 beside one of each version do, and to thin out twice is to do it once", () => {
  const made = fc.tuple(fc.integer({ min: 0, max: 2000 * 24 }), fc.constantFrom("1", "2", "3"));
  fc.assert(
    fc.property(fc.uniqueArray(made, { minLength: 1, maxLength: 300, selector: ([hour]) => hour }), (backups) => {
      const all = backups.map(([hour, madeBy]) => nightly(hour / 24, madeBy));
      const stay = keptBackups(all);
      const newest = all.reduce((a, b) => (a.at > b.at ? a : b));
      expect(stay.has(newest)).toBe(true);
      expect(stay.size).toBeLessThanOrEqual(34 + 3 - 1);
      expect(keptBackups([...stay])).toEqual(stay);
    }),
  );
});
