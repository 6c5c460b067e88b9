import fc from "fast-check";
import { expect, test } from "vitest";
import { langOf, parseSearch, parseView, stringifySearch, type ViewSearch } from "../../address/search.ts";
import { notUnderstood } from "../../document/not-understood.ts";
import { type IndicatorSearch, parseIndicator } from "./search.ts";

const parse = (search: Record<string, unknown>) => ({ ...parseView(search), ...parseIndicator(search) });
const day = fc
  .date({ min: new Date("2000-01-01"), max: new Date("2099-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const ifYear = fc.integer({ min: 1900, max: 2099 });
const assumed = fc.oneof(
  fc.constant({}),
  fc.record({ ifYear, ifValue: fc.constantFrom("14.02", "-3", "0.7709", "60", "6.0") }),
  fc.record({ ifYear, ifTyped: fc.constantFrom("abc", "1e5", " ", "12,3,4", "?") }),
);
const views: fc.Arbitrary<ViewSearch & IndicatorSearch> = fc
  .tuple(
    fc.record(
      {
        lang: fc.constant("en" as const),
        asOf: day,
        compiler: fc.constantFrom("NSO", "MIC", "UNDESA"),
        tab: fc.constantFrom("table" as const, "vintages" as const),
        milestones: fc.constant("1" as const),
      },
      { requiredKeys: [] },
    ),
    assumed,
  )
  .map(([view, figure]) => ({ ...view, ...figure }));

test("a view and its address say the same, there and back", () => {
  fc.assert(
    fc.property(views, (view) => {
      const address = stringifySearch(view);
      expect(parse(parseSearch(address))).toEqual(view);
      expect(stringifySearch(parse(parseSearch(address)))).toBe(address);
    }),
  );
});

test("any address opens: what is unknown is dropped", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.string()), fc.string(), (pairs, junk) => {
      const view = parse({ ...pairs, lang: junk, asOf: junk, tab: junk, ifYear: "2026", ifTyped: junk });
      expect(["vi", "en"]).toContain(langOf(view));
      expect(parse(parseSearch(stringifySearch(view)))).toEqual(view);
    }),
  );
});

test("an assumed figure without its year, or that is no plain number, is dropped", () => {
  expect(parseIndicator({ ifValue: "14.02" })).toEqual({});
  expect(parseIndicator({ ifYear: "2026" })).toEqual({});
  expect(parseIndicator({ ifYear: "2026", ifValue: "14,02" })).toEqual({});
  expect(notUnderstood({ ifYear: "2026", ifValue: "abc" }, parseIndicator({ ifYear: "2026", ifValue: "abc" }))).toEqual(
    [{ name: "ifValue", text: "abc" }],
  );
  expect(parseIndicator({ ifYear: "26", ifTyped: "14,02" })).toEqual({});
});

test("small letters are the compiler's", () => {
  expect(parseIndicator({ compiler: "nso" })).toEqual({ compiler: "NSO" });
});

test("what a reader typed is read in their language, and kept where it is no number there", () => {
  const typed = (ifTyped: string, lang?: string) => parseIndicator({ lang, ifYear: "2026", ifTyped, ifValue: "3" });
  expect(typed(" 14,02 % ")).toEqual({ ifYear: 2026, ifValue: "14.02" });
  expect(typed("14.02%", "en")).toEqual({ ifYear: 2026, ifValue: "14.02" });
  expect(typed("14.02")).toEqual({ ifYear: 2026, ifTyped: "14.02" });
  expect(typed("14,02", "en")).toEqual({ ifYear: 2026, ifTyped: "14,02" });
  expect(typed("x".repeat(5000))).toEqual({ ifYear: 2026, ifTyped: "x".repeat(40) });
});
