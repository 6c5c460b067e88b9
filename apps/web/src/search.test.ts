import fc from "fast-check";
import { expect, test } from "vitest";
import { type IndicatorSearch, langOf, parseIndicator, parseSearch, parseView, stringifySearch } from "./search.ts";

const day = fc
  .date({ min: new Date("2000-01-01"), max: new Date("2099-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const views: fc.Arbitrary<IndicatorSearch> = fc.record(
  {
    lang: fc.constant("en" as const),
    asOf: day,
    compiler: fc.constantFrom("NSO", "MIC", "UNDESA"),
    tab: fc.constant("table" as const),
  },
  { requiredKeys: [] },
);

test("a view and its address say the same, there and back", () => {
  fc.assert(
    fc.property(views, (view) => {
      const address = stringifySearch(view);
      expect(parseIndicator(parseSearch(address))).toEqual(view);
      expect(stringifySearch(parseIndicator(parseSearch(address)))).toBe(address);
    }),
  );
});

test("any address opens: what is unknown is dropped", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.string()), fc.string(), (pairs, junk) => {
      const view = parseIndicator({ ...pairs, lang: junk, asOf: junk, tab: junk });
      expect(["vi", "en"]).toContain(langOf(view));
      expect(parseIndicator(parseSearch(stringifySearch(view)))).toEqual(view);
    }),
  );
});

test.each(["2025-02-30", "2025-13-01", "25-01-01", "2025-01-01T00:00", ""])("%s is no day", (asOf) => {
  expect(parseView({ asOf })).toEqual({});
});

test("Vietnamese needs no word in the address", () => {
  expect(stringifySearch(parseView({ lang: "vi" }))).toBe("");
});
