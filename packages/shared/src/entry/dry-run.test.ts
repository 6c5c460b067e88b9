import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { areaFinder } from "../text/area-name.ts";
import { context, published } from "./checks.fixture.ts";
import { type DryRun, dryRun } from "./dry-run.ts";
import type { ImportOptions, Published } from "./import-row.ts";
import { readTable } from "./table-text.ts";

const options: ImportOptions = { numbers: "vi", lang: "vi", defaults: {} };
const indicator = (code: string) => (code === "GII_RANK" ? context.indicator : null);
const known: Published = {
  today: "2026-11-21",
  indicator,
  areas: areaFinder([{ code: "VNM", name: { vi: "Việt Nam", en: "Viet Nam" } }]),
  context: (key) => ({
    ...context,
    indicator: indicator(key.indicator),
    current: key.timePeriod === 2025 ? { ...published, timePeriod: 2025, value: "44" } : null,
  }),
};
const run = (text: string, more: Partial<ImportOptions> = {}) => dryRun(text, { ...options, ...more }, known);
const said = (result: DryRun) =>
  result.ok
    ? result.rows.map((r) => [r.line, r.class, ...r.errors.map((e) => `${e.field} ${e.code}`)].join(" "))
    : [`${result.line} ${result.code} ${result.column}`];
const HEADER =
  "INDICATOR,COMPILER,REF_AREA,TIME_PERIOD,OBS_VALUE,RANK_POOL,SOURCE,EDITION,PUBLISHED,REASON,REASON_TEXT";
const row = (year: number, value: string, more = ",") =>
  `GII_RANK,WIPO,VNM,${year},${value},139,GII2026-WIPO,GII 2026,2026-09-16,${more}`;

test("rows are new, changed, unchanged or refused, by line, with field and reason", () => {
  const result = run(
    [
      HEADER,
      row(2026, "43"),
      row(2025, "44.0"),
      row(2025, "45"),
      row(2024, "145"),
      row(2027, "40"),
      row(2023, "1e400"),
      "NO_SUCH,WIPO,VNM,2022,1,,S,,,,",
      row(2026, "41"),
      "GII_RANK,WIPO",
    ].join("\r\n"),
  );
  expect(said(result)).toEqual([
    "2 new",
    "3 unchanged",
    "4 refused timePeriod duplicate reason missing_reason reasonText missing_reason_text",
    "5 refused value rank_above_pool",
    "6 refused timePeriod future_year",
    "7 refused value exponent",
    "8 refused indicator unknown_indicator",
    "9 refused timePeriod duplicate",
    "10 refused row wrong_width",
  ]);
  // Refused or not, a row says which figure it is about, and its number as written.
  expect(result.ok && result.rows.map(({ said: s }) => [s.indicator, s.timePeriod, s.value].join(" "))).toEqual([
    "GII_RANK 2026 43",
    "GII_RANK 2025 44.0",
    "GII_RANK 2025 45",
    "GII_RANK 2024 145",
    "GII_RANK 2027 40",
    "GII_RANK 2023 1e400",
    "NO_SUCH 2022 1",
    "GII_RANK 2026 41",
    "GII_RANK  ",
  ]);
});
test("a changed row with its reason, and in what it differs", () => {
  const result = run(`${HEADER}\n${row(2025, "45", "publisher_revision,Bản sửa")}`);
  expect(said(result)).toEqual(["2 changed"]);
  expect(result.ok && result.rows[0]?.changes).toEqual(["value"]);
});

describe("a table from a spreadsheet, columns named by hand", () => {
  const more = {
    mapping: { TIME_PERIOD: 0, OBS_VALUE: 1 },
    defaults: { INDICATOR: "GII_RANK", REF_AREA: "VNM", SOURCE: "GII2026-WIPO" },
  };
  test("with and without a header, in the reader's numbers", () => {
    expect(said(run("Năm\tHạng\n2026\t43\n2025\t44", more))).toEqual(["2 new", "3 unchanged"]);
    expect(said(run("2026\t43\n2025\t44", more))).toEqual(["1 new", "2 unchanged"]);
    // A first line with one semicolon and one comma has decimal commas, not three columns.
    expect(said(run("2026;43,0\n2025;44", more))).toEqual(["1 new", "2 unchanged"]);
    const [wrong] = (run("2026\t43.5", more) as Extract<DryRun, { ok: true }>).rows;
    expect(wrong?.errors[0]).toMatchObject({ code: "use_decimal_comma", values: { example: "43,5" } });
  });
});

test("what a table of years and values leaves out stays as published: how many were ranked", () => {
  const reason = { REASON: "publisher_revision", REASON_TEXT: "Bản sửa" };
  const defaults = { INDICATOR: "GII_RANK", REF_AREA: "VNM", SOURCE: "GII2026-WIPO", ...reason };
  const result = run("2025\t45", { mapping: { TIME_PERIOD: 0, OBS_VALUE: 1 }, defaults });
  expect(result.ok && result.rows[0]?.figure).toMatchObject({ value: "45", rankPool: published.rankPool });
});

describe("a file that cannot be read names the line", () => {
  test.each([
    ["a nul", `${HEADER}\nGII\0`, "2 nul null"],
    ["an open quote", `${HEADER}\n"GII`, "2 open_quote null"],
    ["text after a quote", `${HEADER}\n"GII"x,`, "2 after_quote null"],
    ["nothing", "\n\n", "1 empty null"],
    ["a wrong header", "INDICATOR,YEAR\n", "1 unknown_column YEAR"],
    ["a missing column", "INDICATOR,REF_AREA,OBS_VALUE\n", "1 missing_column TIME_PERIOD"],
    ["a repeated column", "TIME_PERIOD,TIME_PERIOD\n", "1 repeated_column TIME_PERIOD"],
  ])("%s", (_, text, expected) => expect(said(run(text))).toEqual([expected]));
});

test("any cells survive being written and read, whatever is in them", () => {
  const cell = fc.string({ unit: fc.constantFrom("a", '"', ",", ";", "\r", "\n", "ệ", " ") });
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 }), (rows) => {
      const text = rows.map((cells) => cells.map((c) => `"${c.replaceAll('"', '""')}"`).join(",")).join("\r\n");
      const table = readTable(`x,y,z\n${text}`);
      const filled = rows.filter((cells) => cells.some((c) => c.trim() !== ""));
      expect(table.ok && table.rows.slice(1).map((r) => r.cells)).toEqual(filled);
    }),
  );
});

test("no text makes it throw", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => void run(`${HEADER}\n${text}`)));
  fc.assert(fc.property(fc.string(), (text) => void run(text)));
});
