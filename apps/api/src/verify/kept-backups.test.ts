import fc from "fast-check";
import { expect, test } from "vitest";
import { keptBackups } from "./kept-backups.ts";

const DAY = 86_400_000;
/** The nightly backup of 02:15 in Viet Nam, so many days after the first of 2025. */
const nightly = (day: number) => new Date(Date.parse("2024-12-31T19:15:00Z") + day * DAY);
const kept = (instants: readonly Date[]) =>
  [...keptBackups(instants)].map((one) => one.toISOString().slice(0, 10)).sort();

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
  const twice = [nightly(0), new Date(nightly(0).getTime() + 3_600_000)];
  expect([...keptBackups(twice)]).toEqual([twice[1]]);
});

test("the newest always stays, never more than 34 do, and to thin out twice is to do it once", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 2000 * 24 }), { minLength: 1, maxLength: 300 }), (hours) => {
      const all = [...new Set(hours)].map((hour) => new Date(nightly(0).getTime() + hour * 3_600_000));
      const stay = keptBackups(all);
      const newest = all.reduce((a, b) => (a > b ? a : b));
      expect(stay.has(newest)).toBe(true);
      expect(stay.size).toBeLessThanOrEqual(34);
      expect(keptBackups([...stay])).toEqual(stay);
    }),
  );
});
