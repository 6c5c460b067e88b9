import fc from "fast-check";
import { expect, test } from "vitest";
import { parseSearch, stringifySearch } from "../../address/search.ts";
import { type CompareSearch, parseCompare } from "./search.ts";

const year = fc.integer({ min: 1900, max: 2099 });
const span = fc.tuple(year, year).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }));
const comparisons: fc.Arbitrary<CompareSearch> = fc
  .record(
    {
      indicator: fc.constantFrom("GII_RANK", "EGDI_VALUE"),
      areas: fc.uniqueArray(fc.constantFrom("ASEAN", "VNM", "KOR", "SGP", "JPN"), { minLength: 1 }),
      tab: fc.constantFrom("table" as const, "places" as const),
      pins: fc.uniqueArray(fc.constantFrom("VNM", "SGP"), { minLength: 1 }),
      paths: fc.constant("1" as const),
      explore: fc.constant("1" as const),
      span,
    },
    { requiredKeys: [] },
  )
  .map(({ span: years, ...rest }) => ({ ...rest, ...years }));

test("a comparison and its address say the same, there and back", () => {
  fc.assert(
    fc.property(comparisons, (view) => {
      const address = stringifySearch(view);
      expect(parseCompare(parseSearch(address))).toEqual(view);
      expect(stringifySearch(parseCompare(parseSearch(address)))).toBe(address);
    }),
  );
});

test("a comparison's address is readable, and a wrong one still opens", () => {
  expect(stringifySearch({ areas: ["ASEAN", "KOR"], indicator: "GII_RANK", from: 2015 })).toBe(
    "?areas=ASEAN,KOR&from=2015&indicator=GII_RANK",
  );
  expect(parseCompare(parseSearch("?areas=vnm,,KOR,KOR,<b>&from=2024&to=2015&tab=map&indicator=g"))).toEqual({
    areas: ["VNM", "KOR"],
    from: 2015,
    to: 2024,
  });
  expect(parseCompare(parseSearch("?areas=&from=15&to=3000"))).toEqual({});
});

test("small letters are the code's", () => {
  expect(parseCompare(parseSearch("?indicator=gii_rank&areas=vnm,asean"))).toEqual({
    indicator: "GII_RANK",
    areas: ["VNM", "ASEAN"],
  });
});
