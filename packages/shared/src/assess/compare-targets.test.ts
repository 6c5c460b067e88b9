import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { asksForMore, type ComparedTarget, compareTargets } from "./compare-targets.ts";

const target = (some: Partial<ComparedTarget>): ComparedTarget => ({
  kind: "level",
  comparator: ">=",
  value: 30,
  qualifier: null,
  year: 2030,
  window: null,
  group: null,
  confidence: "sourced",
  ...some,
});

describe("how strict one target is beside another", () => {
  test("a lower ceiling in an earlier year is stricter and earlier: top 35 by 2025 beside top 40 by 2030", () => {
    const found = compareTargets(
      target({ kind: "maintain", comparator: "<=", value: 40, qualifier: "maintain" }),
      target({ comparator: "<=", value: 35, year: 2025 }),
    );
    expect(found).toEqual({ relation: "stricter", years: -5, hedged: null });
    expect(asksForMore(found)).toBe(true);
  });
  test("the same ceiling five years sooner asks for more", () => {
    const found = compareTargets(
      target({ comparator: "<=", value: 50 }),
      target({ comparator: "<=", value: 50, year: 2025 }),
    );
    expect(found).toMatchObject({ relation: "same", years: -5 });
    expect(asksForMore(found)).toBe(true);
  });
  test("over 30% is stricter than about 30%, and about is no tolerance", () => {
    const about = target({ qualifier: "about" });
    expect(compareTargets(about, target({ comparator: ">", qualifier: "over" }))).toMatchObject({
      relation: "stricter",
      hedged: "base",
    });
    expect(compareTargets(about, target({ qualifier: "at_least" }))).toMatchObject({
      relation: "same",
      hedged: "base",
    });
    expect(compareTargets(target({}), about)).toMatchObject({ relation: "same", hedged: "other" });
    expect(compareTargets(about, about)).toMatchObject({ relation: "same", hedged: null });
  });
  test("at least 80% is looser than over 80%", () => {
    const found = compareTargets(target({ comparator: ">", value: 80 }), target({ value: 80 }));
    expect(found.relation).toBe("looser");
    expect(asksForMore(found)).toBe(false);
  });
  test("a stricter target of a later year does not ask for more now", () => {
    expect(asksForMore(compareTargets(target({}), target({ value: 50, year: 2045 })))).toBe(false);
  });
  test.each([
    ["a harder threshold in the same year", { value: 35 }, true],
    ["a harder one a year sooner", { value: 35, year: 2029 }, true],
    ["a harder one a year later", { value: 35, year: 2031 }, false],
    ["the same one in the same year", {}, false],
    ["the same one a year sooner", { year: 2029 }, true],
    ["the same one a year later", { year: 2031 }, false],
    ["an easier one, however soon", { value: 45, year: 2021 }, false],
    ["one that cannot be compared, however soon", { confidence: "unverified", value: 1, year: 2021 }, false],
  ] as const)("%s asks for more, or does not", (_, other, more) => {
    const base = target({ comparator: "<=", value: 40 });
    expect(asksForMore(compareTargets(base, { ...base, ...other }))).toBe(more);
  });
  test("a place in ASEAN and a place in the world are two measures", () => {
    expect(
      compareTargets(
        target({ kind: "rank_in_group", comparator: "<=", value: 3, group: "ASEAN" }),
        target({ comparator: "<=", value: 35 }),
      ),
    ).toMatchObject({ relation: "incomparable", why: "other_measure" });
  });
  test("averages over different years are two measures, over the same years one", () => {
    const average = (from: number, value: number) =>
      target({ kind: "period_average", value, window: { from, to: 2030 } });
    expect(compareTargets(average(2021, 7.5), average(2026, 8.5)).relation).toBe("incomparable");
    expect(compareTargets(average(2021, 7.5), average(2021, 7)).relation).toBe("looser");
  });
  test("a wording without threshold and a recalled target are not compared", () => {
    const bare = target({ kind: "wording", comparator: null, value: null });
    expect(compareTargets(bare, target({ value: 99 }))).toMatchObject({ why: "no_threshold" });
    expect(compareTargets(target({}), target({ confidence: "unverified" }))).toMatchObject({ why: "unverified" });
  });

  test.each([
    ["a level and one to be kept", { kind: "level" }, { kind: "maintain" }, "same"],
    ["a level and a count", { kind: "level" }, { kind: "count" }, "same"],
    ["a level and one in words with a number", { kind: "level" }, { kind: "wording" }, "other_measure"],
    ["a state and a place in a group", { kind: "state" }, { kind: "rank_in_group", group: "ASEAN" }, "other_measure"],
    [
      "two groups",
      { kind: "rank_in_group", group: "ASEAN" },
      { kind: "rank_in_group", group: "APEC" },
      "other_measure",
    ],
    ["one group", { kind: "rank_in_group", group: "ASEAN" }, { kind: "rank_in_group", group: "ASEAN" }, "same"],
    ["a floor and a ceiling", { comparator: ">=" }, { comparator: "<=" }, "other_measure"],
    ["two ceilings", { comparator: "<=" }, { comparator: "<" }, "stricter"],
    ["a ceiling and one that leaves its value out", { comparator: "<" }, { comparator: "<=" }, "looser"],
    ["no value in the first", { value: null }, {}, "no_threshold"],
    ["no value in the second", {}, { value: null }, "no_threshold"],
    ["no comparator in the first", { comparator: null }, {}, "no_threshold"],
    ["no comparator in the second", {}, { comparator: null }, "no_threshold"],
    ["a recalled first", { confidence: "unverified" }, {}, "unverified"],
    ["a recalled second", {}, { confidence: "unverified" }, "unverified"],
  ] as [string, Partial<ComparedTarget>, Partial<ComparedTarget>, string][])("%s", (_, base, other, expected) => {
    const found = compareTargets(target(base), target(other));
    expect("why" in found ? found.why : found.relation).toBe(expected);
  });

  const any = fc.record({
    kind: fc.constantFrom("level", "maintain", "count"),
    comparator: fc.constantFrom("<=", "<", ">=", ">"),
    value: fc.integer({ min: -50, max: 200 }),
    qualifier: fc.constantFrom("about", "over", "at_least", null),
    year: fc.integer({ min: 2020, max: 2050 }),
    window: fc.constant(null),
    group: fc.constant(null),
    confidence: fc.constant("sourced"),
  }) as fc.Arbitrary<ComparedTarget>;
  test("turned round, stricter is looser and the years change sign", () => {
    fc.assert(
      fc.property(any, any, (a, b) => {
        const [there, back] = [compareTargets(a, b), compareTargets(b, a)];
        const turned = { stricter: "looser", looser: "stricter", same: "same", incomparable: "incomparable" } as const;
        expect(back.relation).toBe(turned[there.relation]);
        expect(back.years + there.years).toBe(0);
      }),
    );
  });
  test("a target is exactly as strict as itself", () => {
    fc.assert(
      fc.property(any, (a) => {
        expect(compareTargets(a, a)).toEqual({ relation: "same", years: 0, hedged: null });
      }),
    );
  });
});
