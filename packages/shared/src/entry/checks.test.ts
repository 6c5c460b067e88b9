import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { context, proposed, published } from "./checks.fixture.ts";
import { type CheckContext, checkFigure, isSubmittable, type ProposedFigure } from "./checks.ts";

const check = (figure: Partial<ProposedFigure> = {}, more: Partial<CheckContext> = {}) =>
  checkFigure({ ...proposed, ...figure }, { ...context, ...more });
const codes = (list: { code: string; field: string }[]) => list.map((f) => `${f.field} ${f.code}`);

test("a figure in order has nothing to say", () => expect(check()).toEqual({ errors: [], warnings: [] }));

const letterOf = (date: string) =>
  ({ title: "Công văn", publisher: "Bộ", kind: "official_letter", date, url: null }) as const;

describe("errors", () => {
  test.each<[string, Partial<ProposedFigure>, Partial<CheckContext>]>([
    ["value not_a_number", { value: "1e400" }, {}],
    ["value out_of_range", { value: "0" }, {}],
    ["value rank_above_pool", { value: "145" }, {}],
    ["value not_a_whole_number", { value: "43.5" }, {}],
    ["timePeriod future_year", { timePeriod: 2027 }, {}],
    ["source missing_source", { source: null }, {}],
    ["source unknown_source", {}, { knows: { compiler: true, area: true, source: false } }],
    ["timePeriod duplicate", {}, { duplicateOf: 4 }],
    ["obsComVi formula_start", { obsComVi: "=1+1" }, {}],
    ["edition formula_start", { edition: "@cmd" }, {}],
    ["published not_a_date", { published: "2026-02-30" }, {}],
    ["published future_date", { published: "2026-12-01" }, {}],
    ["newSource future_date", { source: null, newSource: letterOf("2026-11-22") }, {}],
    ["value missing_status", { value: null }, {}],
    ["obsStatus missing_status", { obsStatus: ["M"] }, {}],
    ["obsStatus status_conflict", { obsStatus: ["A", "P"] }, {}],
    ["refArea unknown_area", {}, { knows: { compiler: true, area: false, source: true } }],
    ["timePeriod nothing_published", { kind: "withdraw", reason: "own_error", reasonText: "x" }, {}],
    ["value nothing_changes", { reason: "own_error", reasonText: "x" }, { current: published }],
  ])("%s", (expected, figure, more) => expect(codes(check(figure, more).errors)).toEqual([expected]));
  test.each(["title", "publisher", "date"] as const)("a new source's %s does not begin as a formula", (field) => {
    const newSource = { title: "GII 2026", publisher: "WIPO", kind: "primary", date: "2026-09-16", url: null } as const;
    const found = (start: string) => check({ source: null, newSource: { ...newSource, [field]: `${start}x` } }).errors;
    expect(codes(check({ source: null, newSource }).errors)).toEqual([]);
    for (const start of ["=", "+", "-", "@"])
      expect(found(start)).toEqual([{ code: "formula_start", field: "newSource", values: { start } }]);
  });
  test("a revision needs a reason, and words", () =>
    expect(codes(check({ value: "42" }, { current: published }).errors)).toEqual([
      "reason missing_reason",
      "reasonText missing_reason_text",
    ]));
  test("145 of 139 gives both numbers, for the sentence", () =>
    expect(check({ value: "145" }).errors[0]?.values).toEqual({ value: 145, pool: 139 }));
});

describe("warnings, to be confirmed in words", () => {
  const reason = { reason: "publisher_revision", reasonText: "bản sửa" };
  test.each<[string, Partial<ProposedFigure>, Partial<CheckContext>]>([
    ["value unusual_change", { value: "60" }, {}],
    ["value unusual_change", { value: "46" }, { limits: { low: -1, high: 1 } }],
    ["obsStatus final_unsupported", { place: null }, {}],
    ["published published_before_year", { published: "2025-09-16" }, {}],
    [
      "obsStatus provisional_again",
      { value: "42", obsStatus: ["P"], ...reason },
      { current: { ...published, obsStatus: ["E"] } },
    ],
    ["obsStatus grade_lowered", { value: "42", obsStatus: ["P"], ...reason }, { current: published }],
    ["compiler unofficial_compiler", { compiler: "MIC" }, {}],
  ])("%s", (expected, figure, more) => {
    const findings = check(figure, more);
    expect([codes(findings.errors), codes(findings.warnings)]).toEqual([[], [expected]]);
    expect([isSubmittable(findings, null), isSubmittable(findings, "đã đối chiếu")]).toEqual([false, true]);
  });
  test("a final figure says its day, edition and place, or why not; others need not", () => {
    const bare = { published: null, edition: " ", place: null };
    expect(check(bare).warnings).toEqual([
      { code: "final_unsupported", field: "obsStatus", values: { missing: "published;edition;place" } },
    ]);
    expect(check({ ...bare, obsStatus: ["P"] }).warnings).toEqual([]);
    expect(check({ ...bare, value: null, obsStatus: ["M"] }).warnings).toEqual([]);
  });
  test("over missing years limits a year are held against their mean, a ratio against the change itself", () => {
    const changed = (value: string, before: number, limits: CheckContext["limits"]) =>
      check({ value }, { series: [{ timePeriod: 2023, value: before }], limits }).warnings.map(({ values }) => values);
    expect(changed("5", 84, null)).toMatchObject([{ years: 3, change: -79, low: -42, high: 84, basis: "ratio" }]);
    expect(changed("42", 84, null)).toEqual([]);
    const limits = { low: -1, high: 1 };
    expect(changed("50", 44, limits)).toMatchObject([{ years: 3, change: 2, basis: "reviewer" }]);
    expect(changed("47", 44, limits)).toEqual([]);
  });
  test("a change within what a reviewer has set is none, whatever the history", () => {
    expect(codes(check({ value: "60" }, { limits: { low: -20, high: 20 } }).warnings)).toEqual([]);
    expect(check({ value: "60" }, { limits: { low: 0, high: 10 } }).warnings[0]?.values).toEqual({
      ...{ from: 44, fromYear: 2025, to: 60, years: 1, change: 16, low: 0, high: 10, basis: "reviewer" },
    });
  });
});

test("no input makes the checks throw, and a number outside the range never passes", () => {
  const anything = fc.record({
    value: fc.option(fc.oneof(fc.string(), fc.double().map(String), fc.integer().map(String)), { nil: null }),
    timePeriod: fc.oneof(fc.integer(), fc.double()),
    rankPool: fc.option(fc.integer(), { nil: null }),
    published: fc.option(fc.string(), { nil: null }),
    obsComVi: fc.option(fc.string(), { nil: null }),
  });
  fc.assert(
    fc.property(anything, (figure) => {
      const { errors } = check(figure);
      const value = Number(figure.value);
      if (figure.value !== null && !(value >= 1 && value <= 200)) expect(errors.length).toBeGreaterThan(0);
    }),
  );
});
