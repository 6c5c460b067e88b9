import { describe, expect, test } from "vitest";
import { HEAD, seededDb, testApp } from "../app.fixture.ts";
import { loadDocuments } from "../programs.fixture.ts";
import { testWeb } from "./web.fixture.ts";

const origin = "https://moc.example.vn";
const web = testWeb({}, await loadDocuments());
const db = await seededDb();
const { app, json, logged } = await testApp({ db, origin, web });
const ask = (path: string, headers: Record<string, string> = {}) =>
  app.request(path, { headers: { accept: "text/html", ...headers }, redirect: "manual" });
const html = async (path: string) => (await ask(path)).text();
const textOf = (document: string) => document.replaceAll(/<!\[CDATA\[|\]\]>|<[^>]*>/g, "").replaceAll("\u00a0", " ");

const { items: indicators } = await json("/indicators");
const { items: targets } = await json("/targets");
const embeds: string[] = [
  ...indicators.map(({ code }: { code: string }) => `/embed/indicators/${code}`),
  ...targets.map(({ id }: { id: string }) => `/embed/targets/${id}`),
];

describe.each(["vi", "en"])("in %s", (lang) => {
  test("every indicator and every target stands in a document without script, cookie or foreign file, which leads back", async () => {
    const { release } = await json("/indicators");
    for (const path of embeds) {
      const address = lang === "vi" ? path : `${path}?lang=en`;
      const answer = await ask(address);
      const document = await answer.text();
      expect([address, answer.status, answer.headers.get("set-cookie")]).toEqual([address, 200, null]);
      expect(document).toMatch(new RegExp(`<html lang="${lang}" data-theme="light"`));
      expect(document).not.toMatch(
        /<script|<link(?! rel="(?:stylesheet|preload)"[^>]* href="\/assets\/)|<[^>]+ (style|on\w+)=|https?:\/\/(?!www\.w3\.org)/,
      );
      const text = textOf(document);
      expect(text).toContain(lang === "vi" ? `đợt cập nhật số ${release.id}` : `release ${release.id}`);
      const [, back = ""] = /<a href="([^"]+)" target="_top" rel="noopener"/.exec(document) ?? [];
      const page = await html(back.replaceAll("&amp;", "&"));
      const fragment = back.split("#")[1];
      if (fragment) expect([address, page.includes(`id="${fragment}"`)]).toEqual([address, true]);
      expect([address, back.includes("lang=en")]).toEqual([address, lang === "en"]);
      expect(page).toContain("<h1");
    }
  });
});

test("a chart is drawn with its title and its words, as on its page, and a target's with that target alone", async () => {
  const whole = await html("/embed/indicators/EGDI_RANK");
  const page = await html("/indicators/EGDI_RANK");
  const [, title = ""] = /<h1 id="chart-title"[^>]*>(.*?)<\/h1>/.exec(whole) ?? [];
  expect(title).not.toBe("");
  expect(page).toContain(title);
  const [, words = ""] = /<p id="chart-summary"[^>]*>(.*?)<\/p>/.exec(whole) ?? [];
  expect(page).toContain(words);
  const both = await html("/embed/indicators/DIGITAL_ECONOMY_GDP");
  const alone = await html("/embed/targets/D2289-2025-DIGITAL_ECONOMY_GDP");
  expect([both, alone].map((one) => one.match(/data-scale/g)?.length)).toEqual([3, 3]);
  const marks = (document: string) => ["khoảng 20%", "khoảng 30%"].map((mark) => textOf(document).includes(mark));
  expect([marks(both), marks(alone)]).toEqual([
    [true, true],
    [true, false],
  ]);
});

test("a target on a place in a group is told as that, and drawn as no rank", async () => {
  const document = await html("/embed/targets/D2289-2025-EGDI_RANK");
  const text = textOf(document);
  expect(text).toContain("mục tiêu 4 nước dẫn đầu ASEAN năm 2025");
  expect(text).toMatch(/nhóm 4 nước dẫn đầu\./);
  expect(text).not.toMatch(/≤|đường tham chiếu/);
});

test("only an embedded chart may be framed, kept or not", async () => {
  const policy = async (path: string) => (await ask(path)).headers.get("content-security-policy");
  for (const path of [
    "/embed/indicators/GII_RANK",
    "/embed/indicators/GII_RANK",
    "/embed/indicators/NO_SUCH",
    "/embed/x",
  ]) {
    expect(await policy(path)).toMatch(/^default-src 'none'; style-src 'self'; .*frame-ancestors \*$/);
    expect((await ask(path)).headers.get("x-frame-options")).toBeNull();
  }
  const { headers } = await ask("/embed/indicators/GII_RANK");
  expect((await ask("/embed/indicators/GII_RANK", { "if-none-match": headers.get("etag") ?? "" })).status).toBe(304);
  for (const path of [
    "/",
    "/indicators/GII_RANK",
    "/staff",
    "/nowhere",
    "/embed",
    "/embedded",
    "/api/v1/indicators",
    `/og/r${HEAD}.vi.png`,
  ])
    expect([path, await policy(path)]).toEqual([path, expect.stringContaining("frame-ancestors 'none'")]);
});

test("a past day and a release show what was known, and lead back to that day", async () => {
  const { release } = await json("/indicators?asOf=2023-06-30");
  const then = await html("/embed/indicators/GII_RANK?asOf=2023-06-30");
  expect(textOf(then)).toContain(`đợt cập nhật số ${release.id}`);
  expect(then).toContain('href="/indicators/GII_RANK?asOf=2023-06-30"');
  const pinned = await html(`/embed/indicators/GII_RANK?release=${release.id}`);
  expect(textOf(pinned)).toContain(`đợt cập nhật số ${release.id}`);
  expect(pinned).toMatch(/href="\/indicators\/GII_RANK\?release=\d+"/);
  expect(textOf(pinned)).not.toContain("44/139");
  const before = await ask("/embed/indicators/GII_RANK?asOf=1990-01-01&theme=dark");
  expect([before.status, await before.text()]).toEqual([200, expect.stringContaining("Chưa có số liệu tại ngày này")]);
  expect(await html("/embed/targets/D2289-2030-GII_RANK?asOf=1990-01-01")).toContain("Chưa có số liệu tại ngày này");
});

test.each([
  ["/embed/indicators/NO_SUCH", 404, "không có biểu đồ"],
  ["/embed/targets/NO-SUCH?lang=en", 404, "has no chart"],
  ["/embed/indicators/egdi_rank", 404, "không có biểu đồ"],
  ["/embed/bodies/MOST", 404, "không có biểu đồ"],
  ["/embed/indicators/EGDI_RANK/more", 404, "không có biểu đồ"],
  ["/embed/indicators/EGDI_RANK?lang=fr", 422, "lang"],
  ["/embed/indicators/EGDI_RANK?theme=red&lang=en", 422, "theme"],
  ["/embed/indicators/EGDI_RANK?asOf=2025-02-30", 422, "asOf"],
  ["/embed/indicators/EGDI_RANK?release=0", 422, "release"],
  ["/embed/indicators/EGDI_RANK?release=99999", 422, "Không có đợt cập nhật số 99999"],
  ["/embed/indicators/EGDI_RANK?release=53&asOf=2025-01-01", 422, "asOf"],
  ["/embed/indicators/EGDI_RANK?lang=en&lang=en", 422, "lang"],
  ["/embed/indicators/EGDI_RANK?colour=%3Cb%3E&__proto__=1", 422, "colour, __proto__"],
])("%s is %i in a small document that says why, and is not kept", async (path, status, said) => {
  const answer = await ask(path);
  const document = await answer.text();
  expect([answer.status, answer.headers.get("etag")]).toEqual([status, null]);
  expect(textOf(document.slice(document.indexOf("<body>")))).toContain(said);
  expect(document.length).toBeLessThan(1500);
});

test("a comparison stands alone too, as of its release, and its page has the line", async () => {
  const query = "areas=VNM,SGP&from=2015&indicator=GII_RANK";
  const embedded = await html(`/embed/compare?${query}&lang=en&release=${HEAD - 1}`);
  expect(textOf(embedded)).toContain(`release ${HEAD - 1}`);
  expect(embedded).toContain(`href="/compare?${query.replaceAll("&", "&amp;")}&amp;lang=en&amp;release=${HEAD - 1}"`);
  expect(embedded).toMatch(/<h1 id="chart-title"[\s\S]*data-scale/);
  expect(embedded).not.toMatch(/<script|<button| style=/);
  const page = await html(`/compare?${query}`);
  const [, address = ""] =
    /src=&quot;https:\/\/moc\.example\.vn(\/embed\/compare[^&]*(?:&amp;amp;[^&]*)*)&quot;/.exec(page) ?? [];
  expect((await ask(address.replaceAll("&amp;amp;", "&"))).status).toBe(200);
  const before = await ask("/embed/compare?asOf=1990-01-01");
  expect([before.status, await before.text()]).toEqual([200, expect.stringContaining("Chưa có số liệu tại ngày này")]);
});

test.each([
  ["indicator=NO_SUCH", "indicator"],
  ["areas=VNM,NOWHERE", "areas"],
  ["from=soon", "from"],
  ["tab=table", "tab"],
  ["release=99999", "99999"],
])("a comparison of %s is refused", async (query, said) => {
  const answer = await ask(`/embed/compare?${query}`);
  const document = await answer.text();
  expect([answer.status, answer.headers.get("etag")]).toEqual([422, null]);
  expect(textOf(document.slice(document.indexOf("<body>")))).toContain(said);
});

test("other spellings lead to one address", async () => {
  for (const [path, canonical] of [
    ["/embed/indicators/EGDI_RANK?theme=light&lang=vi", "/embed/indicators/EGDI_RANK"],
    ["/embed/indicators/EGDI_RANK?theme=dark&lang=en", "/embed/indicators/EGDI_RANK?lang=en&theme=dark"],
    ["/embed/indicators/EGDI_RANK?l%61ng=en", "/embed/indicators/EGDI_RANK?lang=en"],
  ] as const) {
    const answer = await ask(path);
    expect([path, answer.status, answer.headers.get("location")]).toEqual([path, 303, canonical]);
  }
  expect(await html("/embed/indicators/EGDI_RANK?lang=en&theme=dark")).toContain('<html lang="en" data-theme="dark"');
  expect((await app.request("/embed/indicators/EGDI_RANK", { method: "POST" })).status).toBe(405);
});

test("a page has the lines that embed its chart, its day and its language in them, where the server knows its origin", async () => {
  const page = await html("/indicators/EGDI_RANK?asOf=2025-06-30&lang=en");
  const lines = [...page.matchAll(/<textarea[^>]*readOnly=""[^>]*>(.*?)<\/textarea>/gs)].map(([, line = ""]) =>
    line.trim().replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&"),
  );
  expect(lines).toHaveLength(3);
  for (const line of lines) {
    const [, address = "", title = ""] =
      /^<iframe src="https:\/\/moc\.example\.vn([^"]+)" title="([^"]+)" width="100%" height="\d+" loading="lazy"><\/iframe>$/.exec(
        line,
      ) ?? [];
    expect(title).toContain("EGDI");
    expect(address.endsWith("?asOf=2025-06-30&amp;lang=en")).toBe(true);
    expect((await ask(address.replace("&amp;", "&"))).status).toBe(200);
  }
  expect(page).toContain('data-copy="&lt;iframe ');
  const bare = await (await testApp({ db, web })).app.request("/indicators/EGDI_RANK");
  expect(await bare.text()).not.toContain("iframe");
});

test("nothing was logged as an unexpected error", () => expect(logged).toEqual([]));
