import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type CompareSearch,
  type DataSearch,
  dropping,
  parseCompare,
  parseData,
  parseSearch,
  parseView,
  stringifySearch,
} from "./search.ts";

const day = fc
  .date({ min: new Date("2000-01-01"), max: new Date("2099-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
test("what a parser drops is gone for the router too, which lays it over what the address says", () => {
  const pairs = fc.dictionary(fc.stringMatching(/^[a-zA-Z]{1,9}$/), fc.string());
  fc.assert(
    fc.property(pairs, fc.string(), (others, junk) => {
      const asked = { ...others, lang: junk, asOf: junk, sort: junk, indicator: junk };
      expect({ ...asked, ...dropping(parseData)(asked) }).toEqual(parseData(asked));
      // What is for an inner page stays.
      const frame = { ...asked, ...dropping(parseView, () => ["lang", "asOf"])(asked) };
      expect(frame).toEqual({ ...asked, lang: undefined, asOf: undefined, ...parseView(asked) });
    }),
  );
});

test.each(["2025-02-30", "2025-13-01", "25-01-01", "2025-01-01T00:00", ""])("%s is no day", (asOf) => {
  expect(parseView({ asOf })).toEqual({});
});

test("Vietnamese needs no word in the address", () => {
  expect(stringifySearch(parseView({ lang: "vi" }))).toBe("");
});

const year = fc.integer({ min: 1900, max: 2099 });
const span = fc.tuple(year, year).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }));
const area = fc.constantFrom("ASEAN", "VNM", "KOR", "SGP", "JPN");
const comparisons: fc.Arbitrary<CompareSearch> = fc
  .record(
    {
      lang: fc.constant("en" as const),
      asOf: day,
      indicator: fc.constantFrom("GII_RANK", "EGDI_VALUE"),
      areas: fc.uniqueArray(area, { minLength: 1 }),
      tab: fc.constant("table" as const),
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

const selections: fc.Arbitrary<DataSearch> = fc
  .record(
    {
      lang: fc.constant("en" as const),
      asOf: day,
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
