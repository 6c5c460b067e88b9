import fc from "fast-check";
import { expect, test } from "vitest";
import { type AskedDays, comparedDays } from "./compared-days.ts";

const TODAY = "2026-11-21";
const read = (asked: AskedDays) => {
  const { from, asOf } = comparedDays(asked, TODAY);
  return [from, asOf];
};

test("two days stand as asked; without them it is now beside a year before", () => {
  expect(read({ from: "2024-12-31", to: "2025-06-30" })).toEqual(["2024-12-31", "2025-06-30"]);
  expect(read({ from: "2024-12-31" })).toEqual(["2024-12-31", undefined]);
  expect(read({})).toEqual([undefined, undefined]);
});
test("the wrong way round they are turned", () => {
  expect(read({ from: "2025-06-30", to: "2024-12-31" })).toEqual(["2024-12-31", "2025-06-30"]);
});
test("the view's past day bounds both", () => {
  expect(read({ asOf: "2024-12-31" })).toEqual([undefined, "2024-12-31"]);
  expect(read({ from: "2024-01-01", to: "2025-06-30", asOf: "2024-12-31" })).toEqual(["2024-01-01", "2024-12-31"]);
  expect(read({ from: "2025-01-01", asOf: "2024-12-31" })).toEqual([undefined, "2024-12-31"]);
});
test("a day beside itself stays, and the view of today is now", () => {
  expect(read({ from: "2025-06-30", to: "2025-06-30" })).toEqual(["2025-06-30", "2025-06-30"]);
  expect(read({ from: TODAY })).toEqual([TODAY, undefined]);
  expect(read({ to: TODAY, asOf: TODAY })).toEqual([undefined, undefined]);
});
test("a day that has not come is now", () => {
  expect(read({ from: "2024-12-31", to: "2031-01-01" })).toEqual(["2024-12-31", undefined]);
  expect(read({ from: "2031-01-01" })).toEqual([undefined, undefined]);
});
test("whatever is asked, the earlier day is not after the later, and neither is after today or the view's day", () => {
  const day = fc.option(
    fc.integer({ min: 0, max: 5000 }).map((n) => new Date(Date.UTC(2018, 0, 1 + n)).toISOString().slice(0, 10)),
    { nil: undefined },
  );
  fc.assert(
    fc.property(fc.record({ from: day, to: day, asOf: day }), (asked) => {
      const { from, asOf } = comparedDays(asked, TODAY);
      const later = asOf ?? TODAY;
      expect(later <= TODAY).toBe(true);
      if (asked.asOf) expect(later <= asked.asOf || asked.asOf > TODAY).toBe(true);
      if (from) expect(from <= later).toBe(true);
    }),
  );
});
