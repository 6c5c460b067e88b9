import { SaxesParser } from "saxes";
import { expect, test } from "vitest";
import { HEAD, seededDb, testApp } from "../app.fixture.ts";
import { loadDocuments } from "../programs.fixture.ts";
import { testWeb } from "./web.fixture.ts";

const origin = "https://moc.example.vn";
const web = testWeb({}, await loadDocuments());
const db = await seededDb();
const { app, json } = await testApp({ db, origin, web });

type Url = { loc: string; lastmod: string; alternates: Record<string, string> };

/** Reads a sitemap; what is not well formed is an error. */
function urlsOf(xml: string): Url[] {
  const urls: Url[] = [];
  let text = "";
  const parser = new SaxesParser({ xmlns: true });
  parser.on("opentag", ({ uri, local, attributes }) => {
    text = "";
    if (local === "url") urls.push({ loc: "", lastmod: "", alternates: {} });
    if (uri !== "http://www.w3.org/1999/xhtml") return;
    const { hreflang, href } = attributes;
    (urls.at(-1) as Url).alternates[String(hreflang?.value)] = String(href?.value);
  });
  parser.on("text", (part) => (text += part));
  parser.on("closetag", ({ uri, local }) => {
    expect(uri).toMatch(/^http:\/\/www\.(sitemaps\.org\/schemas\/sitemap\/0\.9|w3\.org\/1999\/xhtml)$/);
    if (local === "loc" || local === "lastmod") (urls.at(-1) as Url)[local] = text;
  });
  parser.write(xml).close();
  return urls;
}

test("the sitemap has every public page in both languages, each with the other, as of the newest release, and none of staff", async () => {
  const answer = await app.request("/sitemap.xml");
  expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "application/xml; charset=utf-8"]);
  const urls = urlsOf(await answer.text());
  const { release } = await json("/indicators");
  const locs = urls.map(({ loc }) => loc);
  expect(new Set(locs).size).toBe(locs.length);
  for (const { loc, lastmod, alternates } of urls) {
    expect(lastmod).toBe(release.publishedAt);
    expect(Object.keys(alternates)).toEqual(["vi", "en"]);
    expect(alternates[loc.endsWith("?lang=en") ? "en" : "vi"]).toBe(loc);
  }
  const { items: indicators } = await json("/indicators");
  const { items: bodies } = await json("/bodies");
  const known = [
    ...web.documents.paths.filter((path) => !path.includes(":")),
    ...indicators.map(({ code }: { code: string }) => `/indicators/${code}`),
    ...bodies.map(({ id }: { id: string }) => `/bodies/${id}`),
    ...Array.from({ length: HEAD }, (_, index) => `/releases/${index + 1}`),
    "/indicators/DIGITAL_ECONOMY_GDP/revisions/2023",
  ];
  for (const path of known) {
    expect(locs).toContain(origin + path);
    expect(locs).toContain(`${origin}${path}?lang=en`);
  }
  expect(locs.filter((loc) => /staff|entry|review|submissions|embed|\/og|\/api/.test(loc))).toEqual([]);
});

test("every address in the sitemap is a page at its canonical address", async () => {
  for (const { loc } of urlsOf(await (await app.request("/sitemap.xml")).text())) {
    const answer = await app.request(loc.replace(origin, ""), { redirect: "manual" });
    expect([loc, answer.status]).toEqual([loc, 200]);
    await answer.body?.cancel();
  }
});

test("the sitemap is the same on another server, and there is none without an origin or with parameters", async () => {
  const text = await (await app.request("/sitemap.xml")).text();
  expect(await (await (await testApp({ db, origin, web })).app.request("/sitemap.xml")).text()).toBe(text);
  const bare = (await testApp({ db, web })).app;
  expect((await bare.request("/sitemap.xml")).status).toBe(404);
  expect((await app.request("/sitemap.xml?page=2")).status).toBe(404);
  expect((await app.request("/sitemap.xml", { method: "POST" })).status).toBe(405);
});

test("robots.txt lets everybody read, and names the sitemap where there is one", async () => {
  const answer = await app.request("/robots.txt");
  expect(answer.headers.get("content-type")).toMatch(/^text\/plain/);
  expect(await answer.text()).toBe("User-agent: *\nAllow: /\n\nSitemap: https://moc.example.vn/sitemap.xml\n");
  const bare = (await testApp({ db, web })).app;
  expect(await (await bare.request("/robots.txt")).text()).toBe("User-agent: *\nAllow: /\n");
});
