import { expect, test } from "vitest";
import { emptyFolder, NOW, testApp } from "./app.fixture.ts";
import { apiRoutes } from "./app.ts";
import { openDb } from "./audit/open.ts";
import { testWeb } from "./pages/web.fixture.ts";
import { loadDocuments } from "./programs.fixture.ts";

const documents = await loadDocuments();
const db = await openDb(`${emptyFolder()}/moc2030.sqlite`, NOW);
const { app, logged } = await testApp({ db, origin: "https://moc.example.vn", web: testWeb({}, documents) });

/** Something for each part of a path. */
const filled = (path: string) =>
  path
    .replace(/:year\{.*|\{year\}/, "2023")
    .replace(/\/(releases|submissions)\/(:id\{.*|\{id\})/, "/$1/53")
    .replace(/:code\{\S*?\}(?=\/|$)|\{code\}/, "EGDI_RANK")
    .replace(/:id\{.*|\{targetId\}/, "D2289-2030-EGDI_RANK")
    .replace("{bodyId}", "MOF");
const QUERIES = ["", "?lang=en", "?asOf=2024-12-31", "?asOf=2024-12-31&lang=en"];
const EMPTY = /Chưa có số liệu nào được công bố|chưa có đợt cập nhật nào|No figures have been published|no release yet/;
/** Pages that show no figures. */
const WITHOUT_FIGURES = /^\/(about|follow|search)$/;

test.each(documents.paths.map(filled))("before the first release %s says so, and nothing is kept", async (path) => {
  for (const query of QUERIES) {
    const answer = await app.request(path + query, { headers: { accept: "text/html" } });
    const text = (await answer.text()).replaceAll("\u00a0", " ");
    const named = /\d|RANK/.test(path);
    expect([path + query, answer.status]).toEqual([path + query, named ? 404 : 200]);
    if (!WITHOUT_FIGURES.test(path)) expect([path + query, EMPTY.test(text)]).toEqual([path + query, true]);
    expect([path + query, answer.headers.get("etag")]).toEqual([path + query, null]);
    expect(text).not.toMatch(/og:image|undefined|NaN/);
  }
  expect((await app.request(`${path}?release=1`)).status).toBe(422);
});

const reads = apiRoutes.filter((route) => route.method === "get" && !("x-action" in route));

test.each(reads.map(({ path }) => `/api/v1${filled(path)}`))(
  "before the first release %s is empty or not found",
  async (path) => {
    for (const query of QUERIES) {
      const answer = await app.request(path + query);
      const named = /\d$|\d\/|RANK|MOF|report(\.|$)/.test(path.slice("/api/v1".length));
      expect([path + query, answer.status]).toEqual([path + query, named ? 404 : 200]);
      expect([path + query, answer.headers.get("etag"), answer.headers.get("cache-control")]).toEqual([
        path + query,
        null,
        "no-store",
      ]);
    }
    expect([404, 422]).toContain((await app.request(`${path}?release=1`)).status);
  },
);

test.each([
  ["/sitemap.xml", 404],
  ["/og/r1.vi.png", 404],
  ["/embed/indicators/EGDI_RANK", 404],
  ["/embed/targets/D2289-2030-EGDI_RANK?lang=en", 404],
  ["/robots.txt", 200],
  ["/api/v1/observations.csv?area=VNM&indicator=EGDI_RANK", 200],
  ["/api/v1/feed.atom?indicator=GII_RANK", 200],
  ["/api/v1/calendar.ics?body=MOF", 200],
  ["/data?area=VNM&indicator=GII_RANK", 200],
])("before the first release %s is %i", async (path, status) => {
  const answer = await app.request(path);
  expect(answer.status).toBe(status);
  if (path.startsWith("/embed")) expect(await answer.text()).toMatch(EMPTY);
});

test("nothing was logged as an unexpected error", () => expect(logged).toEqual([]));
