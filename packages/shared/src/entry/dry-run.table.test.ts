import { describe, expect, test } from "vitest";
import type { IndicatorDefinition } from "../schema/indicator.ts";
import { areaFinder } from "../text/area-name.ts";
import { context, published as figure } from "./checks.fixture.ts";
import { type DryRun, dryRun, dryRunInSteps, STEP } from "./dry-run.ts";
import type { ImportOptions, Published } from "./import-row.ts";

const known = (valueKind: IndicatorDefinition["valueKind"] = "share"): Published => {
  const indicator = (code: string) =>
    code === "GII_RANK"
      ? { ...(context.indicator as NonNullable<typeof context.indicator>), valueKind, range: { min: 0, max: 999 } }
      : null;
  return {
    today: "2026-11-21",
    indicator,
    areas: areaFinder([{ code: "VNM", name: { vi: "Việt Nam", en: "Viet Nam" } }]),
    context: ({ indicator: code, timePeriod }) => ({
      ...context,
      series: [],
      indicator: indicator(code),
      current: timePeriod === 2025 ? { ...figure, timePeriod: 2025, value: "44" } : null,
    }),
  };
};
const defaults = { INDICATOR: "GII_RANK", REF_AREA: "VNM", SOURCE: "S" };
const byHand: ImportOptions = { numbers: "vi", lang: "vi", defaults, mapping: { TIME_PERIOD: 0, OBS_VALUE: 1 } };
const own: ImportOptions = { numbers: "vi", lang: "vi", defaults };
const run = (text: string, options = byHand, valueKind?: IndicatorDefinition["valueKind"]) =>
  dryRun(text, options, known(valueKind));
const errors = (result: DryRun) =>
  result.ok ? result.rows.map((r) => [r.errors[0]?.code ?? r.class, r.errors[0]?.values ?? {}]) : result;
const fault = (result: DryRun) => (result.ok ? null : [result.line, result.code, result.column]);
const numbers = (result: DryRun) => (result.ok ? result.read.numbers : null);

describe("our own headings are found by their names", () => {
  test.each<[string, string, unknown]>([
    ["beneath a title, blanks around", "Tiêu đề\n TIME_PERIOD ; OBS_VALUE\n2026;43", null],
    ["where only some are right", "Tiêu đề\nINDICATOR;YEAR\nGII_RANK;2026", [2, "unknown_column", "YEAR"]],
    ["on the line with year and value", "TIME_PERIOD;x\nTIME_PERIOD;OBS_VALUE\n2026;43", null],
    ["nowhere", "Năm;Hạng\n2026;43", [1, "unknown_column", "Năm"]],
    ["with a column of SDMX", "STRUCTURE;TIME_PERIOD;OBS_VALUE\nx;2026;43", [1, "unknown_column", "STRUCTURE"]],
    [
      "with a name that is too long to show",
      `TIME_PERIOD;OBS_VALUE;${"X".repeat(50)}\n2026;43`,
      [1, "unknown_column", "X".repeat(40)],
    ],
    ["without a value", "TIME_PERIOD;INDICATOR\n2026;GII_RANK", [1, "missing_column", "OBS_VALUE"]],
  ])("%s", (_, text, expected) => expect(fault(run(text, own))).toEqual(expected));
  test.each(["INDICATOR", "REF_AREA"] as const)("%s is a column, or holds for all rows", (name) => {
    const without = { ...own, defaults: { ...defaults, [name]: "" } };
    expect(fault(run("TIME_PERIOD;OBS_VALUE\n2026;43", without))).toEqual([1, "missing_column", name]);
    expect(fault(run(`TIME_PERIOD;OBS_VALUE;${name}\n2026;43;${defaults[name]}`, without))).toBeNull();
  });
  test("names of rows in a first column without a name are passed over, and said", () => {
    const passed = (cell: string) => {
      const result = run(`;TIME_PERIOD;OBS_VALUE\n${cell};2026;43\n;2024;42`, own);
      return result.ok && [result.counts.new, result.read.passedOver];
    };
    expect(passed("1")).toEqual([2, [{ line: 1, kind: "row_names", text: "" }]]);
    expect(passed(" ")).toEqual([2, []]);
  });
  test("a column between without a name is named by its number", () =>
    expect(errors(run("TIME_PERIOD;;OBS_VALUE\n2026;x;43\n2024; ;42\n2023", own))).toEqual([
      ["unnamed_column", { n: 2 }],
      ["new", {}],
      ["wrong_width", { cells: 1, expected: 3 }],
    ]));
});

describe("in whose form the numbers are", () => {
  test.each<[string, string, "vi" | "en", "vi" | "en"]>([
    ["tabs say nothing", "2026\t4.3", "vi", "vi"],
    ["tabs say nothing", "2026\t4,3", "en", "en"],
    ["`;` is ours", "2026;4,3", "en", "vi"],
    ["`;` with points alone", "2026;4.3\n2024;4", "en", "en"],
    ["`;` with whole numbers", "2026;4", "en", "vi"],
    ["`;` with both marks", "2026;4.3\n2024;4,2", "en", "vi"],
    ["`;` with points, asked in Vietnamese", "2026;4.3", "vi", "vi"],
    ["commas between, decimal commas quoted", '2026,"4,3"\n2024,4', "vi", "vi"],
    ["… asked in English", '2026,"4,3"', "en", "en"],
    ["commas between, points", "2026,4.3", "vi", "en"],
    ["commas between, whole numbers", "2026,4", "vi", "en"],
    ["commas between, both marks", '2026,"4,3"\n2024,4.2', "vi", "en"],
  ])("%s: %j, asked as %s, is %s", (_, text, asked, expected) =>
    expect(numbers(run(text, { ...byHand, numbers: asked }))).toBe(expected),
  );
});

describe("a comma that separates might be a decimal mark", () => {
  const table = (cells: string) => `Năm,Tỷ lệ,Số\n${cells}\n2024,42,9`;
  const first = (cells: string, kind?: IndicatorDefinition["valueKind"]) => {
    const found = errors(run(table(cells), byHand, kind));
    return Array.isArray(found) ? found[0] : found;
  };
  test.each([
    ["2026,86,7", "86,7"],
    ["2026,-86,7", "-86,7"],
    ["2026,−86,7", "−86,7"],
    ["2026, 86 , 7 ", "86,7"],
    ["2026,86,123456789", "86,123456789"],
    ["2026,–86,7", "–86,7"],
    ["2026,\u200b86,7\u200b", "86,7"],
    ...["7%", "7 %", "7(1)", "7 (1)", "7 (sơ bộ)", "7*", "7¹", "7 p", "7p", "7x", "75 điểm", "7.", "1 234"].map(
      (right) => [`2026,86,${right}`, `86,${right}`] as [string, string],
    ),
    [`2026,86,7 ${"x".repeat(50)}`, `86,7 ${"x".repeat(35)}`],
  ])("%s is refused as %s", (cells, typed) => expect(first(cells)).toEqual(["comma_twice", { typed }]));
  test.each([
    ...["2026,86,", "2026,86,x7", "2026,86,1234567890"],
    ...["2026,86,7.5", "2026,86,16/9/2026", "2026,86,2026-09-16", "2026,86,7–8", '2026,"86,0",7'],
  ])("%s is none", (cells) => expect(first(cells)).toEqual(["new", {}]));
  test.each([
    ["2026,1,234", "1,234"],
    ["2026,-12,345*", "-12,345*"],
    ["2026,999,000 (1)", "999,000 (1)"],
  ])("%s of a count is refused as %s", (cells, typed) =>
    expect(first(cells, "count")).toEqual(["comma_twice", { typed }]),
  );
  test.each(["2026,86,7%", "2026,86,1234", "2026,0,123", "2026,9,12/2025", "2026,9,123.5"])(
    "%s of a count is none",
    (cells) => expect(first(cells, "count")).toEqual(["new", {}]),
  );
  test.each(["rank", "count", "tier", "state"] as const)("nor is it in a %s", (kind) =>
    expect(first("2026,86,7", kind)).toEqual(["new", {}]),
  );
  test("nor before a column of ours that holds whole numbers, nor of a figure that is known to be whole in its row", () => {
    expect(errors(run("TIME_PERIOD,OBS_VALUE,RELEASE\n2026,86,7", own))).toEqual([["new", {}]]);
    expect(errors(run("TIME_PERIOD,OBS_VALUE,RANK_POOL\n2026,86,7", own))).toEqual([
      ["comma_twice", { typed: "86,7" }],
    ]);
    const header = "INDICATOR,REF_AREA,TIME_PERIOD,OBS_VALUE,RANK_POOL";
    const rows = `${header}\n GII_RANK ,VNM,2026,86,139\nX,VNM,2026,86,7`;
    expect(errors(run(rows, { ...own, defaults: { SOURCE: "S" } }, "rank"))).toEqual([
      ["new", {}],
      ["comma_twice", { typed: "86,7" }],
    ]);
  });
  test("a row wider than a table without a heading says both widths", () =>
    expect(errors(run("2026,86,7\n2024,85,1"))).toEqual([
      ["wrong_width", { cells: 3, expected: 2 }],
      ["wrong_width", { cells: 3, expected: 2 }],
    ]));
});

describe("a whole number whose mark may separate thousands is refused with both readings", () => {
  const refused = (typed: string) => [["ambiguous_number", { typed, example: "1000", other: "1" }]];
  test.each<[string, string, Partial<ImportOptions>]>([
    ["2024\t1,000", "1,000", {}],
    ["2024\t1.000", "1.000", { numbers: "en" }],
    ['2024,"1,000"', "1,000", {}],
    ["2024,1.000", "1.000", {}],
    ["2024;1,000", "1,000", { numbers: "en" }],
    ["2024;1.000", "1.000", { numbers: "en" }],
  ])("%j", (text, typed, more) => {
    for (const kind of ["rank", "count", "tier", "state"] as const)
      expect(errors(run(text, { ...byHand, ...more }, kind))).toEqual(refused(typed));
    expect(errors(run(text, { ...byHand, ...more }, "share"))).toEqual([["new", {}]]);
  });
  test("also beside a published 1, from which it would not differ as a number", () => {
    const one: Published = {
      ...known("count"),
      context: (key) => ({
        ...known("count").context(key, null),
        current: { ...figure, timePeriod: 2025, value: "1" },
      }),
    };
    expect(errors(dryRun("2025\t1,000", byHand, one))).toEqual(refused("1,000"));
    expect(errors(dryRun("2025\t1,0", byHand, one))).toEqual([["unchanged", {}]]);
  });
});

test("rows are counted by class", () => {
  const result = run("2026\t43\n2025\t44\n2024\tx\n2023\t9\n2022\ty\n2021\tz");
  expect(result.ok && result.counts).toEqual({ new: 2, changed: 0, unchanged: 1, refused: 3 });
  const changed = run("2025\t45", { ...byHand, defaults: { ...defaults, REASON: "own_error", REASON_TEXT: "x" } });
  expect(changed.ok && changed.counts).toEqual({ new: 0, changed: 1, unchanged: 0, refused: 0 });
});

test.each([1, STEP - 1, STEP, STEP + 1, 2 * STEP, 2 * STEP + 1])("%i rows come in steps of at most so many", (rows) => {
  const text = Array.from({ length: rows }, (_, i) => `${1900 + i}\t43`).join("\n");
  const sizes = [...dryRunInSteps(text, byHand, known())].flatMap((step) => ("next" in step ? [] : step.length));
  // First the lines are read, a step each STEP of them, then the rows are checked.
  const whole = Math.floor(rows / STEP);
  const rest = rows % STEP === 0 ? [] : [rows % STEP];
  expect(sizes).toEqual([...Array(whole).fill(0), ...Array(whole).fill(STEP), ...rest]);
});

test("a step says beforehand with which published figures its rows are compared, by the official compiler where none is named", () => {
  const text = "TIME_PERIOD\tOBS_VALUE\tCOMPILER\n2026\t43\tITU\n2025\t44\t";
  const asked = [...dryRunInSteps(text, own, known())].flatMap((step) => ("next" in step ? step.next : []));
  const of = { indicator: "GII_RANK", refArea: "VNM" };
  expect(asked).toEqual([
    { ...of, compiler: "ITU", timePeriod: 2026 },
    { ...of, compiler: "WIPO", timePeriod: 2025 },
  ]);
});
