import { describe, expect, test } from "vitest";
import { changedFields } from "../figure/changed-fields.ts";
import { gradeOf, keyText } from "../figure/figure.ts";
import { context, proposed, published } from "./checks.fixture.ts";
import { type CheckContext, checkFigure, isSubmittable, type ProposedFigure } from "./checks.ts";

const check = (figure: Partial<ProposedFigure> = {}, more: Partial<CheckContext> = {}) =>
  checkFigure({ ...proposed, ...figure }, { ...context, ...more });
/** A change of the example, of what it is checked against, and everything that is found: field, code and values. */
type Case = [what: string, figure: Partial<ProposedFigure>, context: Partial<CheckContext>, found: string[]];
const told = (list: { code: string; field: string; values: object }[]) =>
  list.map(({ field, code, values }) => `${field} ${code} ${JSON.stringify(values)}`);
const long = (length: number) => "x".repeat(length);
const knows = context.knows;
const indicator = context.indicator as NonNullable<CheckContext["indicator"]>;
const listed = { title: "GII", publisher: "WIPO", kind: "primary", date: null, url: null } as const;
const withdrawal = { kind: "withdraw", reason: "own_error", reasonText: "x" } as const;

describe("every error, with its values, and what is just no error", () => {
  test.each<Case>([
    ["no indicator", {}, { indicator: null }, [`indicator unknown_indicator {"indicator":"GII_RANK"}`]],
    ["no compiler", {}, { knows: { ...knows, compiler: false } }, [`compiler unknown_compiler {"compiler":"WIPO"}`]],
    ["no area", {}, { knows: { ...knows, area: false } }, [`refArea unknown_area {"area":"VNM"}`]],
    ["a year too early", { timePeriod: 1899 }, {}, [`timePeriod not_a_year {"year":1899}`]],
    ["the first year", { timePeriod: 1900 }, {}, []],
    ["a year too late", { timePeriod: 2101 }, {}, [`timePeriod not_a_year {"year":2101}`]],
    ["the last year", { timePeriod: 2100 }, {}, [`timePeriod future_year {"year":2100,"thisYear":2026}`]],
    ["half a year", { timePeriod: 2025.5 }, {}, [`timePeriod not_a_year {"year":2025.5}`]],
    ["next year", { timePeriod: 2027 }, {}, [`timePeriod future_year {"year":2027,"thisYear":2026}`]],
    ["a line of before", {}, { duplicateOf: 0 }, [`timePeriod duplicate {"of":0}`]],
    ["no number", { value: long(41) }, {}, [`value not_a_number {"typed":"${long(40)}"}`]],
    ["below the range", { value: "0" }, {}, [`value out_of_range {"value":0,"min":1,"max":200}`]],
    ["its least", { value: "1" }, { series: [] }, []],
    ["above the range", { value: "201", rankPool: null }, {}, [`value out_of_range {"value":201,"min":1,"max":200}`]],
    ["its most", { value: "200", rankPool: null }, { series: [] }, []],
    ["the last of those ranked", { value: "139" }, { series: [] }, []],
    ["behind the last", { value: "140" }, { series: [] }, [`value rank_above_pool {"value":140,"pool":139}`]],
    ["a share above the pool", { value: "140.5" }, { series: [], indicator: { ...indicator, valueKind: "share" } }, []],
    ["half a rank", { value: "43.5" }, {}, [`value not_a_whole_number {"value":43.5}`]],
    ...(["count", "tier", "state"] as const).map(
      (valueKind): Case => [
        `half a ${valueKind}`,
        { value: "43.5" },
        { indicator: { ...indicator, valueKind } },
        [`value not_a_whole_number {"value":43.5}`],
      ],
    ),
    ...(["rank", "count", "tier", "state"] as const).map(
      (valueKind): Case => [
        `a ${valueKind} whose mark may separate thousands`,
        { value: "12.000" },
        { indicator: { ...indicator, valueKind }, series: [] },
        [`value ambiguous_number {"typed":"12.000","example":"12000","other":"12"}`],
      ],
    ),
    [
      "a share with three decimals",
      { value: "12.000" },
      { indicator: { ...indicator, valueKind: "share" }, series: [] },
      [],
    ],
    ["a rank that ends with a zero", { value: "43.0" }, {}, []],
    ["no status", { obsStatus: [] }, {}, ["obsStatus missing_status {}"]],
    ["a value that is missing", { obsStatus: ["M"] }, {}, ["obsStatus missing_status {}"]],
    ["nothing, not said to be missing", { value: null }, {}, ["value missing_status {}"]],
    ["nothing, said to be missing", { value: null, obsStatus: ["M"] }, {}, []],
    [
      "a limit of nothing",
      { value: null, obsStatus: ["L"], valueLimit: "<=" },
      {},
      ["valueLimit limit_without_value {}"],
    ],
    ["a limit", { valueLimit: "<=" }, {}, []],
    ["normal and estimated", { obsStatus: ["A", "E"] }, {}, [`obsStatus status_conflict {"codes":"A;E"}`]],
    ["normal and a break", { obsStatus: ["A", "B"] }, {}, []],
    ["a break alone", { obsStatus: ["B"] }, {}, []],
    ["estimated and provisional", { obsStatus: ["E", "P"] }, {}, [`obsStatus status_conflict {"codes":"E;P"}`]],
    ["a status twice", { obsStatus: ["A", "A"] }, {}, [`obsStatus repeated_status {"codes":"A;A"}`]],
    ["another, with one between", { obsStatus: ["P", "B", "P"] }, {}, [`obsStatus repeated_status {"codes":"P;B;P"}`]],
    ["a day of long ago", { published: "1899-12-31" }, {}, [`published early_date {"date":"1899-12-31"}`]],
    ["the first day of all", { published: "0001-01-01" }, {}, [`published early_date {"date":"0001-01-01"}`]],
    ["the first day", { published: "1900-01-01" }, {}, []],
    ["no source", { source: null }, {}, ["source missing_source {}"]],
    ["an unknown one", {}, { knows: { ...knows, source: false } }, [`source unknown_source {"source":"GII2026-WIPO"}`]],
    ["a new one", { source: null, newSource: listed }, { knows: { ...knows, source: false } }, []],
    [
      "a new one with a hidden character",
      { newSource: { ...listed, title: "a\u200b" } },
      {},
      [`newSource hidden_character {"mark":"U+200B","at":2}`],
    ],
    ["a day of before", { published: "2026-11-21" }, {}, []],
    ["tomorrow", { published: "2026-11-22" }, {}, [`published future_date {"date":"2026-11-22"}`]],
    ["no day", { published: long(41) }, {}, [`published not_a_date {"typed":"${long(40)}"}`]],
    ["more than a day", { published: "2026-09-16T00" }, {}, [`published not_a_date {"typed":"2026-09-16T00"}`]],
    ["a day after a word", { published: "x2026-09-16" }, {}, [`published not_a_date {"typed":"x2026-09-16"}`]],
    ["the 31st of June", { published: "2026-06-31" }, {}, [`published not_a_date {"typed":"2026-06-31"}`]],
    [
      "a precision of no day",
      { published: null, publishedPrecision: "year" },
      {},
      ["publishedPrecision precision_without_day {}"],
    ],
    ["a year by its last day", { published: "2025-12-31", publishedPrecision: "year" }, {}, []],
    [
      "a year by another",
      { published: "2025-12-30", publishedPrecision: "year" },
      {},
      [`published not_year_end {"typed":"2025-12-30"}`],
    ],
    ["a year that is not over", { published: "2026-03-05", publishedPrecision: "year" }, {}, []],
    ["a month by its last day", { published: "2024-02-29", publishedPrecision: "month" }, {}, []],
    [
      "a month by another",
      { published: "2024-02-28", publishedPrecision: "month" },
      {},
      [`published not_month_end {"typed":"2024-02-28"}`],
    ],
    ["a month that is not over", { published: "2026-11-05", publishedPrecision: "month" }, {}, []],
    ["a day, known to the day", { published: "2025-12-30", publishedPrecision: "day" }, {}, []],
    [
      "a reason of blanks",
      { value: "42", reason: "own_error", reasonText: " " },
      { current: published },
      ["reasonText missing_reason_text {}"],
    ],
    ["the same again", { reason: "own_error", reasonText: "x" }, { current: published }, ["value nothing_changes {}"]],
    [
      "the same of a new source",
      { reason: "own_error", reasonText: "x", newSource: listed },
      { current: published },
      [],
    ],
    [
      "a withdrawal without a reason",
      { kind: "withdraw" },
      { current: published },
      ["reason missing_reason {}", "reasonText missing_reason_text {}"],
    ],
    ["a withdrawal", withdrawal, { current: published }, []],
    ["a withdrawal of what no rule of content holds for", { ...withdrawal, source: null }, { current: published }, []],
    ["a withdrawal of nothing", withdrawal, {}, ["timePeriod nothing_published {}"]],
    [
      "a withdrawal of a gap",
      withdrawal,
      { current: { ...published, value: null } },
      ["timePeriod nothing_published {}"],
    ],
    [
      "a withdrawal of what is stored and cannot be read",
      withdrawal,
      { current: { ...published, value: null, storedAs: "0x" } },
      [],
    ],
  ])("%s", (_, figure, more, expected) => expect(told(check(figure, more).errors)).toEqual(expected));

  const fields = ["edition", "place", "obsComVi", "obsComEn", "reasonText", "confirmation"] as const;
  test.each(fields)("%s is of a length, begins as no formula and hides nothing", (field) => {
    const errors = (text: string) => told(check({ [field]: text }).errors);
    expect(errors(long(2000))).toEqual([]);
    expect(errors(long(2001))).toEqual([`${field} too_long {"most":2000}`]);
    expect(errors("=1")).toEqual([`${field} formula_start {"start":"="}`]);
    expect(errors("a\u200b")).toEqual([`${field} hidden_character {"mark":"U+200B","at":2}`]);
    const isOneLine = field === "edition" || field === "place";
    expect(errors("a\nb")).toEqual(isOneLine ? [`${field} hidden_character {"mark":"U+000A","at":2}`] : []);
  });
});

describe("every warning, with its values, and what is just none", () => {
  const reason = { reason: "publisher_revision", reasonText: "x" };
  const series = (values: Record<number, number | null>) =>
    Object.entries(values).map(([year, value]) => ({ timePeriod: Number(year), value }));
  // Changes -2, -4, -6: the median is -4, its deviation 2.
  const steady = series({ 2025: 30, 2023: 42, 2022: 46, 2021: 48, 2024: null, 2026: 99 });
  const discontinued = (from: string) => ({
    indicator: { ...indicator, discontinued: { from, reason: { vi: "x", en: "x" } } as never },
  });
  test.each<Case>([
    [
      "a change, by the year, that is not usual",
      { value: "35" },
      { series: steady },
      [
        'value unusual_change {"from":30,"fromYear":2025,"to":35,"years":1,"change":5,"low":-12,"high":4,"basis":"history"}',
      ],
    ],
    ["one that is", { value: "34" }, { series: steady }, []],
    [
      "downwards",
      { value: "17" },
      { series: steady },
      [
        'value unusual_change {"from":30,"fromYear":2025,"to":17,"years":1,"change":-13,"low":-12,"high":4,"basis":"history"}',
      ],
    ],
    [
      "after two changes",
      { value: "99" },
      { series: series({ 2023: 1, 2024: 1, 2025: 2 }) },
      [
        'value unusual_change {"from":2,"fromYear":2025,"to":99,"years":1,"change":97,"low":-1,"high":2,"basis":"ratio"}',
      ],
    ],
    ["after two changes, up to double", { value: "4" }, { series: series({ 2023: 1, 2024: 1, 2025: 2 }) }, []],
    [
      "before all others",
      { value: "99", timePeriod: 2019 },
      { series: series({ 2020: 1, 2021: 2, 2022: 3, 2023: 4 }) },
      [],
    ],
    [
      "between others",
      { value: "9", timePeriod: 2021 },
      { series: series({ 2020: 1, 2022: 3, 2023: 4, 2024: 5 }) },
      [
        'value unusual_change {"from":1,"fromYear":2020,"to":9,"years":1,"change":8,"low":1,"high":1,"basis":"history"}',
      ],
    ],
    [
      "final without its edition, day and place",
      { edition: null, published: null, place: null },
      {},
      ['obsStatus final_unsupported {"missing":"published;edition;place"}'],
    ],
    ["final without its place alone", { place: " " }, {}, ['obsStatus final_unsupported {"missing":"place"}']],
    [
      "steps of a tenth",
      { value: "0.3" },
      {
        series: series({ 2022: 0, 2023: 0.1, 2024: 0.2, 2025: 0.2 }),
        limits: { low: 0, high: 0.1 },
        indicator: { ...indicator, valueKind: "share", range: { min: 0, max: 1 } },
      },
      [],
    ],
    [
      "estimated once more",
      { value: "42", obsStatus: ["E"], ...reason },
      { current: { ...published, obsStatus: ["P"] } },
      [`obsStatus provisional_again {"before":"provisional","after":"estimate"}`],
    ],
    [
      "the same estimate with another source",
      { obsStatus: ["E"], source: "S", ...reason },
      {
        current: { ...published, obsStatus: ["P"] },
      },
      [],
    ],
    ["final after an estimate", { value: "42", ...reason }, { current: { ...published, obsStatus: ["E"] } }, []],
    ["final after final", { value: "42", ...reason }, { current: published }, []],
    [
      "an estimate after a final figure",
      { value: "42", obsStatus: ["E"], ...reason },
      { current: published },
      [`obsStatus grade_lowered {"after":"estimate"}`],
    ],
    ["a gap after a final figure", { value: null, obsStatus: ["M"], ...reason }, { current: published }, []],
    ["somebody else's", { compiler: "MIC" }, {}, [`compiler unofficial_compiler {"compiler":"MIC","official":"WIPO"}`]],
    ["ended in the year", {}, discontinued("2026-12-31"), [`timePeriod discontinued {"from":"2026-12-31"}`]],
    ["to end after the year", {}, discontinued("2027-01-01"), []],
  ])("%s", (_, figure, more, expected) => {
    const { errors, warnings } = check(figure, more);
    expect([told(errors), told(warnings)]).toEqual([[], expected]);
  });
});

describe("what may be handed in", () => {
  const warned = { errors: [], warnings: check({ compiler: "MIC" }).warnings };
  test("has no errors, and words on its warnings", () => {
    expect(isSubmittable({ errors: [], warnings: [] }, null)).toBe(true);
    expect([null, "", " ", "x"].map((words) => isSubmittable(warned, words))).toEqual([false, false, false, true]);
    expect(isSubmittable(check({ value: "0" }), "x")).toBe(false);
  });
});

describe("in what a proposal differs", () => {
  test.each<[Partial<ProposedFigure>, string[]]>([
    [{}, []],
    [{ value: "43.0" }, []],
    [{ value: "42" }, ["value"]],
    [{ obsStatus: ["B", "A"] }, ["obsStatus"]],
    [{ valueLimit: "<=" }, ["valueLimit"]],
    [{ source: "S" }, ["source"]],
    [{ confidence: "derived" }, ["confidence"]],
    [{ rankPool: null }, ["rankPool"]],
    [{ edition: null }, ["edition"]],
    [{ edition: "GII 2026\u0301" }, ["edition"]],
    [{ published: "2026-09-17" }, ["published"]],
    [{ obsComVi: "x" }, ["obsComVi"]],
    [{ obsComEn: "x" }, ["obsComEn"]],
  ])("%o", (some, fields) => expect(changedFields({ ...proposed, ...some }, published)).toEqual(fields));
  test("codes in another order, and a text composed in another way, are the same", () => {
    const of = { ...published, obsStatus: ["A", "B"], edition: "e\u0302" } as const;
    expect(changedFields({ ...proposed, obsStatus: ["B", "A"], edition: "ê" }, of)).toEqual([]);
  });
  test("what is stored in no canonical form differs from its own number", () =>
    expect(changedFields(proposed, { ...published, storedAs: "043" })).toEqual(["value"]));
});

test("a figure has a grade unless it is missing, and one text as its key", () => {
  const grade = (value: string | null, ...obsStatus: ProposedFigure["obsStatus"]) => gradeOf({ value, obsStatus });
  expect([grade(null, "M"), grade("1", "E"), grade("1", "P"), grade("1", "A"), grade("1", "B", "P")]).toEqual([
    null,
    "estimate",
    "provisional",
    "final",
    "provisional",
  ]);
  expect(keyText(proposed)).toBe("GII_RANK WIPO VNM 2026");
});
