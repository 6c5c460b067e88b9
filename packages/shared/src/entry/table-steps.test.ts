import { describe, expect, test } from "vitest";
import { context } from "./checks.fixture.ts";
import { dryRunInSteps, STEP } from "./dry-run.ts";
import type { ImportOptions } from "./import-row.ts";
import { delimiterOf, SLICE } from "./table-text.ts";

const published = {
  today: context.today,
  indicator: () => context.indicator,
  areas: () => ["VNM"],
  context: () => context,
};
const defaults = { INDICATOR: "GII_RANK", REF_AREA: "VNM", SOURCE: "S" };
const byHand: ImportOptions = { numbers: "vi", lang: "vi", defaults, mapping: { TIME_PERIOD: 0, OBS_VALUE: 1 } };
const own: ImportOptions = { numbers: "vi", lang: "vi", defaults };
const stepsOf = (text: string, options = byHand) =>
  [...dryRunInSteps(text, options, published)].flatMap((step) => ("next" in step ? [] : step.length));
const lines = (count: number, line: string) => `${line}\n`.repeat(count);

describe("a dry run pauses at least once for each slice of characters", () => {
  const slices = 16;
  test("in blank lines", () =>
    expect(stepsOf(`2024\t5${"\n".repeat(slices * SLICE)}`).length).toBeGreaterThanOrEqual(slices));
  test("in few long rows, when they are read and again when they are checked", () => {
    const row = `2024\t5\t${"x".repeat(SLICE / 4)}`;
    const steps = stepsOf(lines(4 * slices, row));
    expect(Math.max(...steps)).toBeLessThanOrEqual(4);
    expect(steps.filter((rows) => rows === 0).length).toBeGreaterThanOrEqual(slices);
  });
  test("in rows of many cells", () => {
    const steps = stepsOf(lines(8, `2024\t5${"\t".repeat(SLICE / 8)}`).repeat(slices));
    expect(Math.max(...steps)).toBeLessThanOrEqual(8);
    expect(steps.filter((rows) => rows === 0).length).toBeGreaterThanOrEqual(slices);
  });
});

describe("a dry run pauses while it looks for heading, rows and notes among many lines", () => {
  const ROWS = 4000;
  /** Pauses beside those for lines read, and for rows checked where there are any. */
  const pauses = (text: string, options?: ImportOptions) =>
    stepsOf(text, options).filter((n) => n === 0).length - ROWS / STEP;
  test.each<[string, string, ImportOptions?]>([
    ["lines without a row", lines(ROWS, "Dự báo 2024 của cơ quan nào đó\tx")],
    ["titles", `${lines(ROWS, "Dự báo 2024 của cơ quan nào đó\tx")}2024\t5`],
    ["notes", `2024\t5\n${lines(ROWS, "(1) Số liệu điều tra mẫu\tx")}`],
    ["lines without our headings", lines(ROWS, "Dự báo 2024 của cơ quan nào đó\tx"), own],
  ])("%s", (_, text, options) => expect(pauses(text, options)).toBeGreaterThanOrEqual(ROWS / 512));
});

describe("the delimiter is that of the first lines", () => {
  test("of 64 Ki characters", () => {
    const text = (count: number) => `${lines(count, `2024\t${"x".repeat(9990)}`)}${lines(90, "2024;1;2")}`;
    expect([delimiterOf(text(10)), delimiterOf(text(5))]).toEqual(["tab", "semicolon"]);
  });
  test("of 1,000 cells", () => {
    const text = (cells: number) => `2024${"\t".repeat(cells - 1)}\n${lines(90, "2024;1;2")}`;
    expect([delimiterOf(text(1000)), delimiterOf(text(999))]).toEqual(["tab", "semicolon"]);
  });
  test("whole lines: the one that is cut does not count", () => {
    const text = `${lines(2, "2024;1")}${"x".repeat(SLICE - 40)}\n${"a\tb\t".repeat(100)}`;
    expect(delimiterOf(text)).toBe("semicolon");
  });
});
