import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { NOW, testApp } from "../app.fixture.ts";
import { ROOT } from "../root.ts";
import { charactersOf } from "./font-characters.fixture.ts";
import { FONT_FILES, pngOf } from "./png.ts";

const origin = "https://moc2030.example.vn";
const { get, json } = await testApp({ origin });
const svg = async (path: string) => {
  const answer = await get(path);
  expect(answer.status).toBe(200);
  return answer.text();
};
const bytes = async (path: string, from = get) => Buffer.from(await (await from(path)).arrayBuffer());
/** The visible texts of an SVG. */
const textOf = (file: string) =>
  [...file.matchAll(/>([^<]+)</g)]
    .map(([, text]) => text)
    .join("\n")
    .replaceAll("\u00a0", " ")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
const refused = async (path: string) => {
  const answer = await get(path);
  const { errors } = (await answer.json()) as { errors?: { parameter: string }[] };
  return [answer.status, ...(errors ?? []).map((error) => error.parameter)];
};

describe("the chart of an indicator", () => {
  test("is self-contained: title, description, unit, source, release, permalink, colours", async () => {
    const file = await svg("/indicators/EGDI_RANK/chart.svg?release=53&lang=en");
    expect(file).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="960" height="\d+"/);
    expect(file).toMatch(/<title id="title">EGDI rank: \d+ → \d+ from 20\d\d to 20\d\d, target [^<]+<\/title>/);
    expect(file).toMatch(/<desc id="desc">[^<]{40,}<\/desc>/);
    const text = textOf(file);
    expect(text).toContain("Source: UN DESA");
    expect(text).toMatch(/Mốc 2030, release 53, \d+ \w+ 20\d\d/);
    expect(text).toMatch(/https:\/\/moc2030\.example\.vn\/indicators\/EGDI_RANK\?lang=en&release=\d+/);
    expect(file).not.toMatch(/var\(|class=|style|<script|tabindex|aria-pressed|data-/);
    const { headers } = await get("/indicators/EGDI_RANK/chart.svg?release=53&lang=en");
    expect(headers.get("content-type")).toBe("image/svg+xml");
    expect(headers.get("content-disposition")).toBe('inline; filename="moc2030_EGDI_RANK_r53.svg"');
  });

  test("marks events on request, and keeps that in its permalink", async () => {
    const plain = await svg("/indicators/EGDI_RANK/chart.svg");
    const marked = await svg("/indicators/EGDI_RANK/chart.svg?milestones=1");
    expect(marked).not.toBe(plain);
    expect(textOf(marked)).toMatch(/\?milestones=1&release=\d+/);
  });

  test("has the requested width and theme, and nothing that was not known yet", async () => {
    const dark = await svg("/indicators/GII_RANK/chart.svg?theme=dark&width=400");
    expect(dark).toMatch(/width="400"/);
    expect(dark).toContain('fill="#151e1f"');
    expect(dark).not.toContain("#ffffff");
    expect(await svg("/indicators/GII_RANK/chart.svg")).toContain('fill="#ffffff"');
    const early = textOf(await svg("/indicators/GII_RANK/chart.svg?asOf=1990-01-01"));
    expect(early).toContain("GII_RANK: chưa có số liệu");
    expect(early).not.toMatch(/20\d\d–|Nguồn/);
  });

  test.each([
    ["width=319", "width"],
    ["width=1601", "width"],
    ["theme=red", "theme"],
    ["milestones=2", "milestones"],
    ["tab=table", "tab"],
  ])("refuses ?%s by name", async (query, parameter) => {
    expect(await refused(`/indicators/EGDI_RANK/chart.svg?${query}`)).toEqual([422, parameter]);
    expect(await refused(`/indicators/EGDI_RANK/chart.png?${query}`)).toEqual([422, parameter]);
  });
});

describe("the chart of a comparison", () => {
  test("draws the requested economies and years", async () => {
    const file = await svg("/compare/chart.svg?indicator=EGDI_RANK&areas=VNM,KOR&from=2018&to=2024&lang=en");
    const text = textOf(file);
    expect(text).toMatch(/\bViet Nam\b/);
    expect(text).toContain("South Korea");
    expect(text).not.toContain("Thailand");
    expect(text).not.toMatch(/^2016$/m);
    expect(text).toMatch(/\/compare\?areas=VNM,KOR&from=2018&indicator=EGDI_RANK&lang=en&release=\d+&to=2024/);
  });

  test("defaults to ASEAN and the catalogue's first indicator", async () => {
    const text = textOf(await svg("/compare/chart.svg"));
    for (const name of ["Việt Nam", "Thái Lan", "Singapore"]) expect(text).toContain(name);
    expect(text).toContain("Thứ hạng GII");
  });

  test("names unknown codes, and says so if there is nothing to draw", async () => {
    expect(await refused("/compare/chart.svg?indicator=NO_SUCH")).toEqual([422, "indicator"]);
    expect(await refused("/compare/chart.svg?areas=VNM,NOWHERE")).toEqual([422, "areas"]);
    expect(await refused(`/compare/chart.svg?areas=${Array(17).fill("VNM").join()}`)).toEqual([422, "areas"]);
    expect(await refused("/compare/chart.svg?from=20")).toEqual([422, "from"]);
    expect(textOf(await svg("/compare/chart.svg?indicator=SMART_CITIES"))).toContain("chưa có số liệu");
  });
});

describe("a chart as PNG", () => {
  test("has two pixels per SVG pixel", async () => {
    const png = await bytes("/indicators/EGDI_RANK/chart.png?width=500");
    const [, width, height] =
      /width="(\d+)" height="(\d+)"/.exec(await svg("/indicators/EGDI_RANK/chart.svg?width=500")) ?? [];
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([2 * Number(width), 2 * Number(height)]);
  });

  test("uses the fonts named in the SVG: without them the image differs", async () => {
    const { Resvg } = await import("@resvg/resvg-js");
    const file = await svg("/indicators/EGDI_RANK/chart.svg");
    const bare = new Resvg(file, { fitTo: { mode: "zoom", value: 2 }, font: { loadSystemFonts: false } })
      .render()
      .asPng();
    const drawn = await bytes("/indicators/EGDI_RANK/chart.png");
    expect(drawn.length).toBeGreaterThan(bare.length * 1.3);
  });
});

test.each([
  "/indicators/EGDI_RANK/chart.svg?release=53",
  "/indicators/EGDI_RANK/chart.png?release=53",
  "/compare/chart.svg?asOf=2025-03-01&areas=ASEAN,KOR",
  "/compare/chart.png?asOf=2025-03-01&areas=ASEAN,KOR",
])("%s has the same bytes on another server, two years later", async (path) => {
  const later = await testApp({ origin, now: () => new Date(NOW.getTime() + 2 * 365 * 86_400_000) });
  expect((await bytes(path, later.get)).equals(await bytes(path))).toBe(true);
});

test("charts are unavailable without the built pages", async () => {
  const { get: bare } = await testApp({ drawChart: undefined });
  expect((await bare("/indicators/EGDI_RANK/chart.svg")).status).toBe(503);
});

test("every character of the texts and charts is in the font named for it", async () => {
  const { items } = await json("/indicators");
  const catalogues = ["vi", "en"].map((name) => readFileSync(join(ROOT, `apps/web/src/text/${name}.json`), "utf8"));
  const charts = await Promise.all(
    (items as { code: string }[]).flatMap(({ code }) =>
      ["vi", "en"].map((lang) => svg(`/indicators/${code}/chart.svg?milestones=1&lang=${lang}`)),
    ),
  );
  const fonts = FONT_FILES.map((file) => charactersOf(readFileSync(file)));
  const missing = (text: string, own: Set<number>[]) =>
    [...new Set(text.replaceAll(/\s/g, ""))].filter((char) => own.every((font) => !font.has(char.codePointAt(0) ?? 0)));
  const [regular, semibold] = fonts;
  if (!regular || !semibold) throw new Error("no fonts");
  // A picture has other signs for arrows; in a file they name a font of their own, or a browser would use it for the line.
  expect(missing([...catalogues, ...charts].join("").replaceAll(/[→←]/g, "–›‹"), [regular])).toEqual([]);
  const own = charts.join("").replaceAll(/<(title|desc) .*?<\/\1>|<tspan font-family="Arimo.*?<\/tspan>/g, "");
  expect([missing(own, [regular]), missing(own, [semibold])]).toEqual([[], []]);
  expect(charts.join("")).toContain("→</tspan>");
});

test("a picture draws a line with an arrow in the font of the others", async () => {
  const line = (content: string) =>
    pngOf(
      `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="40" font-family="'Be Vietnam Pro', Arial, sans-serif"><text x="9" y="30" font-weight="600">${content}</text></svg>`,
    );
  const arrow = '<tspan font-family="Arimo, Arial, sans-serif">→</tspan>';
  expect((await line(`Hạng: 86 ${arrow} 71`)).equals(await line("Hạng: 86 –› 71"))).toBe(true);
  expect((await line("Hạng: 86 –› 71")).equals(await line("Hạng: 86 71"))).toBe(false);
});
