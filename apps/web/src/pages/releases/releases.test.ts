import { describe, expect, test } from "vitest";
import type { FigureChanged, StatusChanged } from "../../client/api.ts";
import { aFigure, anAssessment } from "../../words/data.fixture.ts";
import { causesOf } from "./causes.ts";
import { byYear, mostTelling, narrowed } from "./ledger.ts";
import { codesOf, ofIndicator } from "./narrow.ts";
import { parseDays, parseLedger } from "./search.ts";

const change = (timePeriod: number, value: number, old: number | null = null, compiler = "WIPO"): FigureChanged => ({
  old: old === null ? null : aFigure(timePeriod, old, { compiler }),
  new: aFigure(timePeriod, value, { compiler }),
});

describe("the ledger", () => {
  const entries = [
    { id: 3, publishedAt: "2025-09-15T17:00:00.000Z", indicators: ["GII_RANK", "GII_SCORE"] },
    { id: 2, publishedAt: "2024-12-31T17:00:00.000Z", indicators: ["DIGITAL_ECONOMY_GDP"] },
    { id: 1, publishedAt: "2024-12-31T16:59:00.000Z", indicators: ["GII_RANK"] },
  ];
  const ids = (some: Parameters<typeof narrowed>[1]) => narrowed(entries, some).map(({ id }) => id);
  test("narrows to an indicator, a year in Viet Nam, or both", () => {
    expect(ids({})).toEqual([3, 2, 1]);
    expect(ids({ indicator: "GII_RANK" })).toEqual([3, 1]);
    expect(ids({ year: 2025 })).toEqual([3, 2]);
    expect(ids({ indicator: "GII_RANK", year: 2024 })).toEqual([1]);
    expect(ids({ indicator: "NOTHING" })).toEqual([]);
  });
  test("stands by year, the newest first", () => {
    expect(byYear(entries).map(([year, own]) => [year, own.map(({ id }) => id)])).toEqual([
      [2025, [3, 2]],
      [2024, [1]],
    ]);
  });
  test("names revised figures before new ones, and newer years before older", () => {
    const figures = [change(2020, 42), change(2023, 46, 47), change(2025, 44), change(2024, 44)];
    expect(mostTelling(figures, 3).map(({ new: now }) => now.timePeriod)).toEqual([2023, 2025, 2024]);
  });
});

describe("why a status is another one now", () => {
  const status = (before: object | null, after: object | null): StatusChanged => ({
    targetId: "D2289-2030-GII_RANK",
    before: before && anAssessment({ referenceDate: "2024-12-31", ...before }),
    after: after && anAssessment(after),
  });
  const why = (one: StatusChanged, items: FigureChanged[] = []) => causesOf(one, items, "WIPO").why;
  test("a target came into force, or is no longer", () => {
    expect(why(status(null, {}), [change(2025, 44)])).toEqual(["new_target"]);
    expect(why(status({}, null))).toEqual(["ended_target"]);
  });
  test("official figures changed, up to the target's year; another compiler's change nothing", () => {
    const causes = causesOf(status({}, {}), [change(2025, 44), change(2031, 40), change(2024, 9, 8, "MIC")], "WIPO");
    expect(causes.why).toEqual(["figures"]);
    expect(causes.figures.map(({ new: now }) => now.timePeriod)).toEqual([2025]);
  });
  test("the target's year is over", () => {
    expect(why(status({ targetYear: 2025 }, { targetYear: 2025 }))).toEqual(["year_over"]);
  });
  test("the measure ended, whatever figures came", () => {
    const ended = status({}, { class: "not_assessable", reason: "discontinued" });
    expect(why(ended, [change(2024, 17)])).toEqual(["discontinued"]);
  });
  test("else it was other countries or time", () => expect(why(status({}, {}))).toEqual(["others"]));
});

test("two days are narrowed to one indicator, with its statuses, those that ended too", () => {
  const of = (indicator: string) => ({ ...change(2024, 44), new: aFigure(2024, 44, { indicator }) });
  const gone = { targetId: "T", before: anAssessment({ indicator: "GII_RANK" }), after: null };
  const compared = { items: [of("GII_RANK"), of("EGDI_RANK")], statuses: [gone] };
  expect(ofIndicator(compared, "GII_RANK")).toEqual({ items: [of("GII_RANK")], statuses: [gone] });
  expect(ofIndicator(compared, "EGDI_RANK")).toEqual({ items: [of("EGDI_RANK")], statuses: [] });
  expect([...codesOf(compared)]).toEqual(["GII_RANK", "EGDI_RANK"]);
});

test("addresses keep what is a code, a year or a day, and drop the rest", () => {
  expect(parseLedger({ indicator: "GII_RANK", year: "2024", page: "2" })).toEqual({
    page: 2,
    indicator: "GII_RANK",
    year: 2024,
  });
  expect(parseLedger({ indicator: "<x>", year: "20245", page: "1" })).toEqual({});
  expect(parseLedger({ page: "-2" })).toEqual({});
  expect(parseDays({ from: "2024-12-31", to: "2025-02-30" })).toEqual({ from: "2024-12-31" });
  expect(parseDays({ from: "2024-12-31", indicator: "GII_RANK" })).toEqual({
    from: "2024-12-31",
    indicator: "GII_RANK",
  });
  expect(parseDays({ indicator: "gii rank" })).toEqual({});
});
