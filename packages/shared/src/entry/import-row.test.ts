import { describe, expect, test } from "vitest";
import { areaFinder } from "../text/area-name.ts";
import { context, proposed, published } from "./checks.fixture.ts";
import { type ImportColumn, importColumns } from "./import-columns.ts";
import { type DryRunRow, type ImportOptions, readRow, refuseRow } from "./import-row.ts";

type Cells = Partial<Record<ImportColumn, string>>;
/** GII 2026 in a table with all our columns but the comment, which has a meaning by standing there. */
const whole: Cells = {
  INDICATOR: "GII_RANK",
  COMPILER: "WIPO",
  REF_AREA: "VNM",
  TIME_PERIOD: "2026",
  OBS_VALUE: "43",
  VALUE_LIMIT: "",
  OBS_STATUS: "",
  CONFIDENCE: "",
  RANK_POOL: "139",
  SOURCE: "GII2026-WIPO",
  EDITION: "GII 2026",
  PUBLISHED: "2026-09-16",
  PLACE: "p. 19",
  REASON: "",
  REASON_TEXT: "",
};
const areas = areaFinder([
  { code: "VNM", name: { vi: "Việt Nam", en: "Viet Nam" } },
  { code: "MYS", name: { vi: "Malaysia", en: "Malaysia" } },
  { code: "USA", name: { vi: "Hoa Kỳ", en: "United States" } },
]);
const current = { ...published, timePeriod: 2025, value: "44", valueLimit: "<=", edition: "GII 2025" } as const;
/** Reads one row whose columns are those of `cells`, on line 7. The figure of 2025 is published. */
function read(cells: Cells, more: Partial<ImportOptions> = {}, old: Partial<typeof published> = {}): DryRunRow {
  const names = importColumns.filter((name) => name in cells);
  const where = Object.fromEntries(names.map((name, i) => [name, i]));
  return readRow(
    { line: 7, cells: names.map((name) => cells[name] ?? "") },
    where,
    { numbers: "vi", lang: "vi", defaults: {}, ...more },
    {
      today: context.today,
      indicator: () => context.indicator,
      areas,
      context: (key) => ({
        ...context,
        knows: { ...context.knows, compiler: key.compiler === "WIPO" },
        current: key.timePeriod === 2025 ? { ...current, ...old } : null,
      }),
    },
    new Map(),
  );
}
const row = (cells: Cells = {}, ...more: [Partial<ImportOptions>?, Partial<typeof published>?]) =>
  read({ ...whole, ...cells }, ...more);
const found = ({ class: of, errors }: DryRunRow) =>
  [of, ...errors.map(({ field, code, values }) => `${field} ${code} ${JSON.stringify(values)}`)].join(" ");

test("an area is named by its code or by a name, in either language", () => {
  for (const typed of ["VNM", "vnm", "Việt Nam", "viet nam", "Vietnam", " Việt Nam\u200b"]) {
    const read = row({ REF_AREA: typed });
    expect([read.class, read.figure?.refArea, read.said.refArea]).toEqual(["new", "VNM", "VNM"]);
    expect(read.cells.REF_AREA).toBe(typed);
  }
  expect(row({ REF_AREA: "Mỹ" }).figure?.refArea).toBe("USA");
  expect(found(row({ REF_AREA: "MY" }))).toBe('refused refArea ambiguous_area {"typed":"MY","codes":"MYS, USA"}');
  const refused = row({ REF_AREA: "Việt Nam", OBS_VALUE: "x" });
  expect([refused.class, refused.said.refArea]).toEqual(["refused", "VNM"]);
});

test("a whole row is a new figure, with what it says and no more", () => {
  const { class: of, figure, said, current: before, line, changes, readAs, errors } = row();
  expect([of, line, before, changes, readAs, errors]).toEqual(["new", 7, null, [], [], []]);
  expect(said).toEqual({ indicator: "GII_RANK", compiler: "WIPO", refArea: "VNM", timePeriod: 2026, value: "43" });
  expect(figure).toEqual(proposed);
});

describe("a cell that cannot be read refuses its row, with field, reason and what was typed", () => {
  const long = "9".repeat(60);
  test.each<[Cells, string]>([
    [{ TIME_PERIOD: "" }, `refused timePeriod not_a_year {"typed":""}`],
    [{ TIME_PERIOD: "x" }, `refused timePeriod not_a_year {"typed":"x"}`],
    [{ TIME_PERIOD: "2026(1)" }, `refused timePeriod year_mark {"typed":"2026(1)","year":2026,"mark":"(1)"}`],
    [{ OBS_VALUE: "x" }, `refused value no_figure_sign {"typed":"x","mark":"x"}`],
    [{ VALUE_LIMIT: "<" }, `refused valueLimit unknown_value {"typed":"<"}`],
    [{ RANK_POOL: "x" }, `refused rankPool not_a_number {"typed":"x"}`],
    [{ RANK_POOL: "12345" }, `refused rankPool not_a_number {"typed":"12345"}`],
    [{ RANK_POOL: "-1" }, `refused rankPool not_a_number {"typed":"-1"}`],
    [{ RANK_POOL: long }, `refused rankPool not_a_number {"typed":"${long.slice(0, 40)}"}`],
    [{ OBS_STATUS: "Z" }, `refused obsStatus unknown_value {"typed":"Z"}`],
    [{ OBS_STATUS: "AB" }, `refused obsStatus unknown_value {"typed":"AB"}`],
    [{ OBS_STATUS: "A;" }, `refused obsStatus unknown_value {"typed":"A;"}`],
    [{ CONFIDENCE: "sure" }, `refused confidence unknown_value {"typed":"sure"}`],
    [{ PUBLISHED: "x" }, `refused published day_form {"typed":"x","expected":"31/10/2026, 2026-10-31"}`],
    [
      { PUBLISHED: "31/02/2026" },
      `refused published no_such_day {"typed":"31/02/2026","expected":"31/10/2026, 2026-10-31"}`,
    ],
    [
      { TIME_PERIOD: "Sơ bộ 2026", OBS_STATUS: "A" },
      `refused obsStatus year_status_conflict {"typed":"A","label":"Sơ bộ 2026","grade":"P"}`,
    ],
    [{ OBS_STATUS: "A;A" }, `refused obsStatus repeated_status {"codes":"A;A"}`],
    [{ PUBLISHED: "1/1/0001" }, `refused published early_date {"date":"0001-01-01"}`],
    [{ COMPILER: "MIC" }, `refused compiler unknown_compiler {"compiler":"MIC"}`],
  ])("%o", (cells, expected) => {
    const refused = row(cells);
    expect(found(refused)).toBe(expected);
    expect(refused.line).toBe(7);
  });
  test("a refused row of a published figure is shown beside it", () => {
    expect(row({ TIME_PERIOD: "2025", OBS_VALUE: "x" })).toEqual({
      line: 7,
      class: "refused",
      cells: Object.fromEntries(Object.entries({ ...whole, TIME_PERIOD: "2025", OBS_VALUE: "x" }).filter(([, c]) => c)),
      said: { indicator: "GII_RANK", compiler: "WIPO", refArea: "VNM", timePeriod: 2025, value: "x" },
      figure: null,
      current,
      changes: [],
      readAs: [],
      errors: [{ code: "no_figure_sign", field: "value", values: { typed: "x", mark: "x" } }],
      warnings: [],
    });
    const error = { code: "wrong_width", field: "row", values: {} } as const;
    const unread = refuseRow({ line: 3, cells: ["2025", " 4 "] }, { TIME_PERIOD: 0, OBS_VALUE: 1 }, {}, error);
    expect([unread.line, unread.errors, unread.said.timePeriod, unread.said.value]).toEqual([3, [error], 2025, "4"]);
    expect([unread.said.indicator, unread.figure, unread.current]).toEqual([null, null, null]);
  });
});

test.each([
  ["tháng", "month"],
  ["Năm", "year"],
  ["ngày", "day"],
  ["month", "month"],
])("how exactly the day of publication is known: %s is read as %s", (typed, code) => {
  const read = row({ PUBLISHED: "30/09/2026", PUBLISHED_PRECISION: typed });
  expect([read.figure?.publishedPrecision, read.cells.PUBLISHED_PRECISION]).toEqual([code, typed]);
  const refused = row({ PUBLISHED: "30/09/2026", PUBLISHED_PRECISION: "quý" });
  expect(found(refused)).toBe('refused publishedPrecision unknown_value {"typed":"quý"}');
});

test("a place and a new source given for all rows hold where a row says none", () => {
  const newSource = { title: "GII 2026", publisher: "WIPO", kind: "primary", date: null, url: null } as const;
  const given = { newSource, defaults: { PLACE: "p. 19" } };
  const { figure: without } = row({ SOURCE: "", PLACE: "" }, given);
  expect([without?.source, without?.newSource, without?.place]).toEqual([null, newSource, "p. 19"]);
  const { figure: own, cells } = row({ PLACE: "p. 20" }, given);
  expect([own?.source, own?.newSource, own?.place]).toEqual(["GII2026-WIPO", null, "p. 20"]);
  expect([cells.PLACE, cells.REASON]).toEqual(["p. 20", undefined]);
});

describe("what a cell says is taken as it is meant", () => {
  test.each<[string, Cells, object]>([
    ["blanks around", { OBS_VALUE: " 43 ", SOURCE: " S " }, { value: "43", source: "S" }],
    ["limits", { VALUE_LIMIT: ">=" }, { valueLimit: ">=" }],
    ["the other limit", { VALUE_LIMIT: "<=" }, { valueLimit: "<=" }],
    ["several codes", { OBS_STATUS: "B;P" }, { obsStatus: ["B", "P"] }],
    ["a year with its grade", { TIME_PERIOD: "Ước 2026" }, { timePeriod: 2026, obsStatus: ["E"] }],
    ["a grade said twice", { TIME_PERIOD: "Ước 2026", OBS_STATUS: "E;B" }, { obsStatus: ["E", "B"] }],
    ["no value, said to be missing", { OBS_VALUE: "", OBS_STATUS: "M" }, { value: null, obsStatus: ["M"] }],
    ["how sure it is", { CONFIDENCE: "unverified" }, { confidence: "unverified" }],
    ["no pool", { RANK_POOL: "" }, { rankPool: null }],
    ["a day as it is written here", { PUBLISHED: "16/9/2026" }, { published: "2026-09-16" }],
    ["no day", { PUBLISHED: "" }, { published: null }],
    ["no compiler: the official one", { COMPILER: "" }, { compiler: "WIPO" }],
    ["a reason", { REASON: "own_error", REASON_TEXT: "x" }, { reason: "own_error", reasonText: "x" }],
  ])("%s", (_, cells, expected) => expect(row(cells).figure).toMatchObject(expected));
  test("what was read in another form is said", () => {
    expect(row({ TIME_PERIOD: "Ước 2026", PUBLISHED: "16/9/2026" }).readAs).toEqual([
      { code: "year_label", field: "timePeriod", values: { typed: "Ước 2026", year: 2026, grade: "E" } },
      { code: "day_label", field: "published", values: { typed: "16/9/2026", day: "2026-09-16" } },
    ]);
  });
  test("a comment is in the language that it is said to be in", () => {
    const of = (lang: "vi" | "en") => row({ OBS_COM: "x" }, { lang }).figure;
    expect([of("vi")?.obsComVi, of("vi")?.obsComEn, of("en")?.obsComVi, of("en")?.obsComEn]).toEqual([
      ...["x", null],
      ...[null, "x"],
    ]);
  });
  test("what holds for all rows fills what is empty, and says no grade where the year says one", () => {
    const defaults = { OBS_STATUS: "P", SOURCE: " S ", CONFIDENCE: "derived", EDITION: " " };
    const cells = { SOURCE: "", OBS_STATUS: "", CONFIDENCE: "", EDITION: "" };
    expect(row(cells, { defaults }).figure).toMatchObject({
      ...{ obsStatus: ["P"], source: "S", confidence: "derived", edition: null },
    });
    expect(row({ ...cells, TIME_PERIOD: "Ước 2026" }, { defaults }).figure?.obsStatus).toEqual(["E"]);
    expect(row({ ...cells, OBS_STATUS: "B" }, { defaults }).figure?.obsStatus).toEqual(["B"]);
  });
});

describe("beside a figure that is published", () => {
  const key = { INDICATOR: "GII_RANK", REF_AREA: "VNM", TIME_PERIOD: "2025" };
  const reason = { REASON: "own_error", REASON_TEXT: "x" };
  test("a table of years and values is compared by what it says", () => {
    expect(found(read({ ...key, OBS_VALUE: "44" }))).toBe("unchanged");
    const changed = read({ ...key, OBS_VALUE: "45", SOURCE: "S", ...reason });
    expect([changed.class, changed.changes]).toEqual(["changed", ["value", "source"]]);
    // What it leaves out is taken anew with the figure, except how many were ranked.
    expect(changed.figure).toMatchObject({ valueLimit: null, edition: null, published: null, rankPool: 139 });
  });
  test.each<[Cells, string[]]>([
    [{ VALUE_LIMIT: "" }, ["valueLimit"]],
    [{ OBS_STATUS: "" }, []],
    [{ OBS_STATUS: "P" }, ["obsStatus"]],
    [{ CONFIDENCE: "" }, []],
    [{ CONFIDENCE: "derived" }, ["confidence"]],
    [{ RANK_POOL: "" }, ["rankPool"]],
    [{ SOURCE: "" }, ["source"]],
    [{ EDITION: "" }, ["edition"]],
    [{ EDITION: "GII 2025" }, []],
    [{ PUBLISHED: "" }, ["published"]],
    [{ PUBLISHED: "16/9/2026" }, []],
    [{ TIME_PERIOD: "Ước 2025" }, ["obsStatus"]],
    [{ OBS_COM: "" }, []],
    [{ OBS_COM: "x" }, ["obsComVi"]],
  ])("a column that stands there counts: %o", (cells, changes) =>
    expect(read({ ...key, OBS_VALUE: "44", ...cells }).changes).toEqual(changes),
  );
  test.each<[ImportColumn, string, string]>([
    ["VALUE_LIMIT", ">=", "valueLimit"],
    ["OBS_STATUS", "P", "obsStatus"],
    ["CONFIDENCE", "derived", "confidence"],
    ["RANK_POOL", "140", "rankPool"],
    ["EDITION", "x", "edition"],
    ["PUBLISHED", "2026-01-01", "published"],
  ])("so does what holds for all rows: %s %s", (column, value, field) =>
    expect(read({ ...key, OBS_VALUE: "44" }, { defaults: { [column]: value } }).changes).toEqual([field]),
  );
  test("a comment that stands there in either language is none anew, an empty cell takes it away", () => {
    const old = { obsComVi: "chú thích", obsComEn: "a note" };
    const comment = (text: string) => {
      const { changes, figure } = read({ ...key, OBS_VALUE: "44", OBS_COM: text }, {}, old);
      return [changes, figure?.obsComVi, figure?.obsComEn];
    };
    expect(comment("chú thích")).toEqual([[], "chú thích", "a note"]);
    expect(comment("a note")).toEqual([[], "chú thích", "a note"]);
    expect(comment("x")).toEqual([["obsComVi", "obsComEn"], "x", null]);
    expect(comment("")).toEqual([["obsComVi", "obsComEn"], null, null]);
    const { figure } = read({ ...key, OBS_VALUE: "45" }, {}, old);
    expect([figure?.obsComVi, figure?.obsComEn]).toEqual(["chú thích", "a note"]);
    expect(read({ ...key, OBS_VALUE: "44", OBS_COM: "" }, {}, { obsComVi: "x" }).changes).toEqual(["obsComVi"]);
    expect(read({ ...key, OBS_VALUE: "44", OBS_COM: "" }, {}, { obsComEn: "x" }).changes).toEqual(["obsComEn"]);
  });
  test("without a reason a change is refused; the same twice is a duplicate, not unchanged", () => {
    expect(found(read({ ...key, OBS_VALUE: "45", SOURCE: "S" }))).toBe(
      "refused reason missing_reason {} reasonText missing_reason_text {}",
    );
    const seen = new Map([["GII_RANK WIPO VNM 2025", 2]]);
    const where = { TIME_PERIOD: 0, OBS_VALUE: 1 };
    const options = { numbers: "vi", lang: "vi", defaults: { INDICATOR: "GII_RANK", REF_AREA: "VNM" } } as const;
    const known = {
      today: context.today,
      indicator: () => context.indicator,
      areas,
      context: () => ({ ...context, current }),
    };
    const twice = readRow({ line: 7, cells: ["2025", "44"] }, where, options, known, seen);
    expect([twice.class, twice.errors[0]]).toEqual([
      "refused",
      { code: "duplicate", field: "timePeriod", values: { of: 2 } },
    ]);
    expect(seen.get("GII_RANK WIPO VNM 2025")).toBe(2);
  });
});
