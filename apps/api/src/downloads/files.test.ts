import { parse } from "csv-parse/sync";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { HEAD, testApp } from "../app.fixture.ts";
import { type Format, formats } from "../http/formats.ts";
import { CURRENT } from "../http/lifetimes.ts";

const { app, get, json } = await testApp({ origin: "https://moc2030.example.vn" });
const bytes = async (path: string) => Buffer.from(await (await get(path)).arrayBuffer());
const text = async (path: string) => (await bytes(path)).toString("utf8");
const rows = (csv: string) => parse(csv, { columns: true, bom: true }) as Record<string, string>[];
const all = Object.keys(formats) as Format[];
const few = "indicator=EGDI_RANK,GCI_SCORE,DIGITAL_ECONOMY_GDP&area=VNM,TLS,SGP&lang=en";

describe.each(all)("a .%s file", (format) => {
  test("has its media type, and the release in its name", async () => {
    const answer = await get(`/observations.${format}?${few}&release=53`);
    expect(answer.headers.get("content-type")).toBe(formats[format].type);
    expect(answer.headers.get("content-disposition")).toBe(`attachment; filename="moc2030_observations_r53.${format}"`);
  });
  test("links to its description as of the same release", async () => {
    const one = (await get(`/observations.${format}?indicator=EGDI_RANK&release=53`)).headers.get("link");
    expect(one).toBe('</api/v1/indicators/EGDI_RANK/dataset.jsonld?lang=vi&release=53>; rel="describedby"');
    const many = await get(`/observations.${format}?${few}&asOf=2025-01-10`);
    const link = /^<([^>]+)>; rel="describedby"$/.exec(many.headers.get("link") ?? "")?.[1] as string;
    const described = await app.request(link);
    expect([described.status, described.headers.get("x-release")]).toEqual([200, many.headers.get("x-release")]);
  });
  test("takes every parameter", async () => {
    const every = `${few}&compiler=UNDESA&from=2020&to=2024&history=true&include=target&labels=both&locale=vi&bom=true&release=53`;
    expect((await get(`/observations.${format}?${every}`)).status).toBe(200);
  });
  test("of a future day is as of now, with a notice; the reference date is given where it matters", async () => {
    const future = await get(`/observations.${format}?${few}&asOf=2027-01-01`);
    expect(future.headers.get("x-notice")).toBe(
      "2027-01-01 has not come yet: this is the data as known on 2026-11-21.",
    );
    expect(future.headers.get("cache-control")).toBe(CURRENT);
    expect(future.headers.get("x-reference-date")).toBeNull();
    const assessed = await get(`/observations.${format}?${few}&include=target&asOf=2025-01-10`);
    expect(assessed.headers.get("x-reference-date")).toBe("2025-01-10");
    expect(assessed.headers.get("x-notice")).toBeNull();
  });
  test("is the same on every day, except where it depends on the reference date", async () => {
    const tomorrow = await testApp({
      now: () => new Date("2026-11-22T05:00:00Z"),
      origin: "https://moc2030.example.vn",
    });
    const on = async (where: typeof get, query: string) =>
      (await where(`/observations.${format}?${query}`)).headers.get("etag");
    expect(await on(tomorrow.get, few)).toBe(await on(get, few));
  });
});

describe("Accept, on the path without a suffix", () => {
  test.each(all)("chooses %s, with the same bytes as the file", async (format) => {
    const answer = await get(`/observations?${few}`, { accept: `image/png;q=1, ${formats[format].type};q=0.5` });
    expect(answer.headers.get("content-type")).toBe(formats[format].type);
    expect(Buffer.from(await answer.arrayBuffer()).equals(await bytes(`/observations.${format}?${few}`))).toBe(true);
  });
  test("caches each format apart", async () => {
    const csv = await get(`/observations?${few}&from=2001`, { accept: "text/csv" });
    const plain = await get(`/observations?${few}&from=2001`);
    expect([csv, plain].map((a) => a.headers.get("content-type"))).toEqual([formats.csv.type, formats.json.type]);
    expect(plain.headers.get("vary")).toBe("Accept, Accept-Encoding");
    const head = await app.request(`/api/v1/observations?${few}&from=2001`, {
      method: "HEAD",
      headers: { accept: "text/csv" },
    });
    expect(head.headers.get("etag")).toBe(csv.headers.get("etag"));
  });
  test.each([
    ["/observations", "application/pdf"],
    ["/observations", "application/vnd.sdmx.data+csv; version=1.0.0"],
    ["/observations", "text/csv;q=0"],
    ["/targets", "application/zip"],
    ["/indicators", "text/csv"],
  ])("%s in %s is a 406", async (path, accept) => {
    expect((await get(path, { accept })).status).toBe(406);
  });
  test.each(["/observations.xls", "/observations.parquet", "/targets.xlsx", "/assessments.zip"])(
    "%s, an unknown format, is a 406 that lists the formats",
    async (path) => {
      const answer = await get(path);
      expect(answer.status).toBe(406);
      expect(((await answer.json()) as { detail: string }).detail).toContain(".sdmx.csv");
    },
  );
});

describe("SDMX-CSV 2.0", () => {
  test("has structure, dimensions, OBS_VALUE and attributes; a missing value is NaN", async () => {
    const csv = await text("/observations.sdmx.csv?indicator=GII_RANK&area=TLS,VNM&from=2025");
    expect(csv.split("\r\n")[0]).toBe(
      "STRUCTURE,STRUCTURE_ID,ACTION,INDICATOR,COMPILER,REF_AREA,FREQ,TIME_PERIOD,OBS_VALUE,VALUE_LIMIT,UNIT_MEASURE,DECIMALS,OBS_STATUS,CONFIDENCE,RANK_POOL,SOURCE,EDITION,PUBLISHED,RELEASE,OBS_COM,PUBLISHED_PRECISION",
    );
    expect(rows(csv).map((r) => [r.STRUCTURE, r.STRUCTURE_ID, r.ACTION, r.REF_AREA, r.OBS_VALUE])).toEqual([
      ["dataflow", "MOC2030:KPI(1.0.0)", "I", "TLS", "NaN"],
      ["dataflow", "MOC2030:KPI(1.0.0)", "I", "VNM", "44"],
    ]);
  });
  test("has the release as a dimension with history=true, so that keys are unique", async () => {
    const list = rows(await text("/observations.sdmx.csv?history=true"));
    const keys = list.map((r) => [r.INDICATOR, r.COMPILER, r.REF_AREA, r.FREQ, r.TIME_PERIOD, r.RELEASE].join(" "));
    expect(new Set(keys).size).toBe(keys.length);
    expect(Object.keys(list[0] ?? {}).indexOf("RELEASE")).toBeLessThan(Object.keys(list[0] ?? {}).indexOf("OBS_VALUE"));
    expect(list[0]?.STRUCTURE_ID).toBe("MOC2030:KPI_REVISIONS(1.0.0)");
  });
});

describe("targets.csv and assessments.csv", () => {
  test("have the same content as the JSON", async () => {
    const targets = rows(await text("/targets.csv?lang=en"));
    const { items } = await json("/targets?lang=en");
    expect(targets.map((t) => [t.TARGET, t.TARGET_VALUE, t.WORDING_EN, t.NOTE])).toEqual(
      items.map((t: { id: string; value: number | null; wording: { en: string }; note: string | null }) => [
        ...[t.id, t.value === null ? "" : String(t.value), t.wording.en, t.note ?? ""],
      ]),
    );
    const assessed = rows(await text("/assessments.csv?document=D2289&asOf=2025-06-30"));
    const json2 = await json("/assessments?document=D2289&asOf=2025-06-30");
    expect(assessed.map((a) => [a.TARGET, a.ASSESSMENT, a.PACE_RATIO, a.REFERENCE_DATE])).toEqual(
      json2.items.map((a: { targetId: string; class: string; pace: { ratio: number | null } | null }) => [
        ...[a.targetId, a.class, String(a.pace?.ratio ?? ""), "2025-06-30"],
      ]),
    );
  });
  test("follow the same conventions for name, date and CSV options as the figures", async () => {
    for (const what of ["targets", "assessments"]) {
      const answer = await get(`/${what}.csv?release=53&locale=vi&bom=true`);
      expect(answer.headers.get("content-disposition")).toBe(`attachment; filename="moc2030_${what}_r53.csv"`);
      const body = Buffer.from(await answer.arrayBuffer());
      expect([...body.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
      expect(body.toString("utf8")).toMatch(/^\uFEFFTARGET;INDICATOR;.*\r\n/);
      expect(await text(`/${what}?release=53`)).toContain("{");
      expect((await get(`/${what}?release=53`, { accept: "text/csv" })).headers.get("content-type")).toContain("csv");
    }
    expect((await get("/assessments.csv")).headers.get("x-reference-date")).toBe("2026-11-21");
  });
});

describe("a request without a release", () => {
  test.each(["xlsx", "zip"])("returns the same bytes as its permalink: %s", async (format) => {
    const asked = await bytes(`/observations.${format}?${few}`);
    expect((await bytes(`/observations.${format}?${few}&release=${HEAD}`)).equals(asked)).toBe(true);
  });
  test("cites the full permalink", async () => {
    const { "README.md": readme } = unzipSync(await bytes(`/observations.zip?${few}`));
    expect(strFromU8(readme as Uint8Array)).toContain(
      `https://moc2030.example.vn/api/v1/observations.zip?indicator=EGDI_RANK,GCI_SCORE,DIGITAL_ECONOMY_GDP&area=VNM,TLS,SGP&lang=en&release=${HEAD}`,
    );
  });
});
