// @vitest-environment node
import fc from "fast-check";
import { expect, test } from "vitest";
import { parseSearch, stringifySearch } from "../../address/search.ts";
import { type DataSearch, parseData } from "./search.ts";

const year = fc.integer({ min: 1900, max: 2099 });
const span = fc.tuple(year, year).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }));
const area = fc.constantFrom("ASEAN", "VNM", "KOR", "SGP", "JPN");
const selections: fc.Arbitrary<DataSearch> = fc
  .record(
    {
      indicator: fc.uniqueArray(fc.constantFrom("GII_RANK", "EGDI_VALUE", "COVERAGE_5G"), { minLength: 1 }),
      area: fc.oneof(fc.uniqueArray(area, { minLength: 1 }), fc.constant<string[]>(["ALL"])),
      compiler: fc.uniqueArray(fc.constantFrom("WIPO", "ITU"), { minLength: 1 }),
      history: fc.constant("true" as const),
      include: fc.constant("target" as const),
      labels: fc.constant("both" as const),
      full: fc.constant("true" as const),
      sort: fc.constantFrom("year", "-year", "value", "-indicator"),
      page: fc.integer({ min: 2, max: 9999 }),
      span,
    },
    { requiredKeys: [] },
  )
  .map(({ span: years, ...rest }) => ({ ...rest, ...years }));

test("a selection of data and its address say the same, there and back", () => {
  fc.assert(
    fc.property(selections, (view) => {
      const address = stringifySearch(view);
      expect(parseData(parseSearch(address))).toEqual(view);
      expect(stringifySearch(parseData(parseSearch(address)))).toBe(address);
    }),
  );
});

test("any address of data opens, and opens the same way twice", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.string()), fc.string(), (pairs, junk) => {
      const view = parseData({ ...pairs, indicator: junk, area: junk, page: junk, sort: junk, from: junk });
      expect(parseData(parseSearch(stringifySearch(view)))).toEqual(view);
    }),
  );
  expect(parseData(parseSearch("?area=VNM,ALL&page=0&sort=-colour&history=yes"))).toEqual({ area: ["ALL"] });
});
