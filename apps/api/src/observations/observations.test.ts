import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { testApp } from "../app.fixture.ts";

const { get, json } = await testApp();

const HEADER =
  "INDICATOR,COMPILER,REF_AREA,FREQ,TIME_PERIOD,OBS_VALUE,VALUE_LIMIT,UNIT_MEASURE,DECIMALS,OBS_STATUS,CONFIDENCE,RANK_POOL,SOURCE,EDITION,PUBLISHED,RELEASE,OBS_COM";
const csv = async (query: string) => (await get(`/observations.csv?${query}`)).text();
const rows = (text: string, delimiter = ",") =>
  parse(text, { columns: true, bom: true, delimiter }) as Record<string, string>[];
const digital = "indicator=DIGITAL_ECONOMY_GDP&compiler=NSO&area=VNM";
const value = (text: string, year: string) => rows(text).find((r) => r.TIME_PERIOD === year)?.OBS_VALUE;

describe("the CSV file", () => {
  test("has 12.87 for 2023, and 12.33 as of the end of 2024", async () => {
    expect(value(await csv(digital), "2023")).toBe("12.87");
    expect(value(await csv(`${digital}&asOf=2024-12-31`), "2023")).toBe("12.33");
  });
  test("is RFC 4180 in UTF-8 without BOM, header first, CRLF, with a final line end", async () => {
    const answer = await get(`/observations.csv?${digital}`);
    const bytes = Buffer.from(await answer.arrayBuffer());
    const text = bytes.toString("utf8");
    expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8; header=present");
    expect(text.startsWith(`${HEADER},PUBLISHED_PRECISION\r\n`)).toBe(true);
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    expect(text).toMatch(/[^\n]\r\n$/);
    expect(text).toContain('"ước tính lần đầu: kinh tế số lõi 8,42 và số hóa các ngành khác 5,60"');
  });
  test("names its release in the file name and the header", async () => {
    const answer = await get(`/observations.csv?${digital}&release=53`);
    expect(answer.headers.get("content-disposition")).toBe('attachment; filename="moc2030_observations_r53.csv"');
    expect(answer.headers.get("x-release")).toBe("53");
  });
  test("keeps the published digits: 6.0 stays 6.0", async () => {
    const text = await csv("indicator=LABOUR_PRODUCTIVITY_GROWTH");
    expect(value(text, "2017")).toBe("6.0");
    expect(rows(text).find((r) => r.TIME_PERIOD === "2017")?.DECIMALS).toBe("1");
    expect(rows(text).find((r) => r.TIME_PERIOD === "2020")).toMatchObject({
      OBS_VALUE: "5.0",
      VALUE_LIMIT: "<=",
      OBS_STATUS: "E",
    });
  });
  test("locale=vi writes semicolons and decimal commas, bom=true a byte order mark; the cells stay the same", async () => {
    const plain = rows(await csv(`${digital}&lang=en`));
    const bytes = Buffer.from(
      await (await get(`/observations.csv?${digital}&lang=en&locale=vi&bom=true`)).arrayBuffer(),
    );
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const vietnamese = rows(bytes.toString("utf8"), ";").map((r) => ({
      ...r,
      OBS_VALUE: r.OBS_VALUE?.replace(",", "."),
    }));
    expect(vietnamese).toEqual(plain);
  });
  test("an empty result is the header only", async () => {
    expect(await csv("indicator=FIBRE_COMMUNES")).toBe(`${HEADER},PUBLISHED_PRECISION\r\n`);
    expect(await csv(`${digital}&asOf=1990-01-01`)).toBe(`${HEADER},PUBLISHED_PRECISION\r\n`);
  });
  test("a missing value is empty, with a status that gives the reason", async () => {
    const missing = rows(await csv("indicator=GII_RANK&area=TLS&from=2025&to=2025"));
    expect(missing).toEqual([expect.objectContaining({ OBS_VALUE: "", OBS_STATUS: "M", RANK_POOL: "139" })]);
  });
  test("labels=both adds names after the last column, in the requested language", async () => {
    const text = await csv(`${digital}&labels=both&lang=en`);
    expect(text.split("\r\n")[0]).toBe(`${HEADER},INDICATOR_NAME,REF_AREA_NAME,SOURCE_TITLE,PUBLISHED_PRECISION`);
    expect(rows(text)[0]).toMatchObject({ REF_AREA_NAME: "Viet Nam" });
    expect(rows(await csv(`${digital}&labels=both`))[0]).toMatchObject({ REF_AREA_NAME: "Việt Nam" });
  });
  test("include=target adds the target, its path and the assessment", async () => {
    const text = await csv("indicator=EGDI_RANK&area=VNM,SGP&from=2020&include=target");
    expect(text.split("\r\n")[0]).toBe(
      `${HEADER},TARGET_VALUE,PATH_VALUE,ASSESSMENT,METHOD_VERSION,PUBLISHED_PRECISION`,
    );
    const [singapore, , , first, , last] = rows(text);
    expect(singapore).toMatchObject({ REF_AREA: "SGP", TARGET_VALUE: "", ASSESSMENT: "", METHOD_VERSION: "" });
    expect(first).toMatchObject({
      TIME_PERIOD: "2020",
      TARGET_VALUE: "50",
      PATH_VALUE: "86",
      ASSESSMENT: "on_track",
      METHOD_VERSION: "1",
    });
    expect(last).toMatchObject({ TIME_PERIOD: "2024", PATH_VALUE: "71.6" });
  });
});

describe("the JSON list", () => {
  test("has the same content as the CSV", async () => {
    const query = "indicator=DIGITAL_ECONOMY_GDP,EGDI_RANK&area=ASEAN&lang=en";
    const { items } = await json(`/observations?${query}`);
    const lines = rows(await csv(query));
    expect(items).toHaveLength(lines.length);
    items.forEach((item: Record<string, unknown>, index: number) => {
      const asText = (v: unknown) => (v === null ? "" : Array.isArray(v) ? v.join(";") : String(v));
      expect(Object.values(item).map(asText)).toEqual(
        Object.values(lines[index] ?? {}).map((cell, i) => (i === 5 ? String(Number(cell)) : cell)),
      );
    });
  });
  test("is in file order, with each key once", async () => {
    const { items } = await json("/observations");
    const keys = items.map((o: Record<string, unknown>) => `${o.indicator} ${o.compiler} ${o.refArea} ${o.timePeriod}`);
    expect(keys).toEqual([...new Set(keys)].sort());
    expect(items.length).toBeGreaterThan(8000);
    expect(items.some((o: { value: unknown }) => Object.is(o.value, -0))).toBe(false);
  });
  test("area=ASEAN is its members on the reference date", async () => {
    const members = async (more: string) => {
      const { items } = await json(`/observations?indicator=EGDI_RANK&area=ASEAN&from=2024${more}`);
      return items.map((o: { refArea: string }) => o.refArea);
    };
    expect(await members("")).toHaveLength(11);
    expect(await members("&asOf=2025-10-25")).toHaveLength(10);
    expect(await members("&asOf=2025-10-26")).toContain("TLS");
  });
  test("history=true gives every revision with its release", async () => {
    const { items } = await json(`/observations?${digital}&from=2023&to=2023&history=true`);
    expect(items.map((o: { value: number; published: string }) => [o.value, o.published])).toEqual([
      [12.33, "2024-12-31"],
      [12.87, "2025-01-06"],
    ]);
  });
  test("unverified and undated figures are included and marked", async () => {
    const { items } = await json("/observations?indicator=GII_RANK&area=AGO&from=2014&to=2014&lang=en");
    expect(items[0]).toMatchObject({ value: 135, confidence: "unverified" });
  });
  test("a future asOf is answered as of now, with a notice", async () => {
    const { items, notice } = await json(`/observations?${digital}&asOf=2027-01-01`);
    expect(items).toHaveLength(6);
    expect(notice).toContain("has not come yet");
  });
});

describe("bad input", () => {
  const many = (count: number) => Array.from({ length: count }, (_, i) => `A${String(i).padStart(2, "0")}`).join(",");
  test.each([
    ["indicator=FOO", "indicator", "unknown indicator FOO"],
    ["area=XXX,VNM", "area", "unknown area XXX"],
    ["compiler=ABC", "compiler", "unknown compiler ABC"],
    ["from=2025&to=2020", "from", "not after"],
    ["from=abc", "from", "year"],
    ["from=99999", "from", "year"],
    ["indicator=", "indicator", "separated by commas"],
    ["area=VNM,,SGP", "area", "separated by commas"],
    [`area=${many(301)}`, "area", "at most 300"],
    [`area=${many(10_000)}`, "area", "at most 300"],
    ["include=path", "include", "target"],
    ["labels=name", "labels", "both"],
    ["history=yes", "history", "true or false"],
    ["columns=X", "columns", "not known"],
  ])("?%.30s is refused, naming %s", async (query, parameter, detail) => {
    for (const path of ["/observations", "/observations.csv"]) {
      const answer = await get(`${path}?${query}`);
      expect(answer.status).toBe(422);
      const { errors } = (await answer.json()) as { errors: { parameter: string; detail: string }[] };
      expect(errors[0]?.parameter).toBe(parameter);
      expect(errors[0]?.detail).toContain(detail);
    }
  });
  test("a list of 300 codes is accepted, and its unknown ones are named", async () => {
    expect((await json(`/observations?area=${many(300)}`)).errors[0].detail).toContain("unknown area A00");
  });
  test("SQL in a code is an unknown code", async () => {
    expect((await get(`/observations?indicator=${encodeURIComponent("X');DROP TABLE release;--")}`)).status).toBe(422);
  });
});
