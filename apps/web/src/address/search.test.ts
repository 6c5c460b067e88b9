import fc from "fast-check";
import { expect, test } from "vitest";
import { parseFigure, parseView, searchValidator, stringifySearch } from "./search.ts";

test("what a parser drops is gone for the router too, which lays it over what the address says", () => {
  const pairs = fc.dictionary(fc.stringMatching(/^[a-zA-Z]{1,9}$/), fc.string());
  fc.assert(
    fc.property(pairs, fc.string(), (others, junk) => {
      const asked = { ...others, lang: junk, asOf: junk, compiler: junk, area: junk };
      expect({ ...asked, ...searchValidator(parseFigure)(asked) }).toEqual(parseFigure(asked));
      // What is for an inner page stays.
      const frame = { ...asked, ...searchValidator(parseView, () => ["lang", "asOf"])(asked) };
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
