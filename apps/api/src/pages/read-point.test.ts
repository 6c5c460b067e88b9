import { beforeAll, expect, test } from "vitest";
import { NOW, testApp } from "../app.fixture.ts";
import { loadDocuments } from "../programs.fixture.ts";
import { gii2026, read, revision, team } from "../submissions/team.fixture.ts";
import { testWeb } from "./web.fixture.ts";

const origin = "https://moc.example.vn";
const web = testWeb({}, await loadDocuments());
let app: Awaited<ReturnType<typeof testApp>>["app"];
/** Two releases of one day: the earlier has the figure of 13.30 not yet. */
let [earlier, later] = [0, 0];

beforeAll(async () => {
  const { db, lan, hoa, draft, submit, review, head } = await team();
  const publish = async (figure: typeof gii2026 | typeof revision) => {
    const submitted = await submit(lan, await draft(lan, figure));
    expect(await read(review(hoa, submitted, { approve: "all" }))).toMatchObject({ release: expect.any(Number) });
    return head();
  };
  earlier = await publish(gii2026);
  later = await publish(revision);
  ({ app } = await testApp({ db, origin, web, now: () => new Date(NOW.getTime() + 86_400_000) }));
});

const ask = (path: string) => app.request(path, { headers: { accept: "text/html" }, redirect: "manual" });
const html = async (path: string) => (await ask(path)).text();
const text = (document: string) =>
  document
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll("\u00a0", " ")
    .replaceAll("&amp;", "&");
const hrefs = (document: string) =>
  [...document.matchAll(/ href="([^"]*)"/g)].map(([, href = ""]) => href.replaceAll("&amp;", "&"));
const SHARE = "/indicators/DIGITAL_ECONOMY_GDP";

test("of two releases of one day each page shows its own, and says which", async () => {
  const [first, second] = await Promise.all([earlier, later].map((id) => html(`${SHARE}?release=${id}&tab=table`)));
  expect(text(second ?? "")).toContain(`Số liệu của đợt cập nhật số ${later}, ngày 21/11/2026`);
  expect(text(first ?? "")).toContain(`Số liệu của đợt cập nhật số ${earlier}, ngày 21/11/2026`);
  expect([first, second].map((page) => page?.includes("13,30"))).toEqual([false, true]);
});

test("every page stands at the release that its address names, and its links and forms keep it", async () => {
  const sitemap = await html("/sitemap.xml");
  const paths = [...sitemap.matchAll(/<loc>[^<]*\.vn(\/[^<?]*)<\/loc>/g)].map(([, path = ""]) => path);
  // One page of each kind, and two of indicators, whose links differ.
  const kinds = new Map(paths.map((path) => [path.replaceAll(/[A-Z0-9][A-Z0-9_-]+/g, "*"), path]));
  expect(kinds.size).toBeGreaterThan(15);
  for (const path of [...kinds.values(), SHARE]) {
    const answer = await ask(`${path}?release=${earlier}`);
    const page = await answer.text();
    expect([path, answer.status]).toEqual([path, 200]);
    expect([path, page.match(/og:image" content="[^"]*\/r(\d+)\./)?.[1]]).toEqual([path, String(earlier)]);
    expect(page).toContain(`rel="canonical" href="${origin}${path}?release=${earlier}"`);
    const links = hrefs(page.slice(page.indexOf("<nav"))).filter((href) => /^\/(?!staff|embed|api|og)/.test(href));
    const others = links.filter((href) => !href.includes(`release=${earlier}`));
    // Those that leave the release: back to now, a past day, a comparison with now.
    for (const href of others) expect([path, href]).toEqual([path, expect.stringMatching(/asOf=|from=|^[^?]*$/)]);
    expect(links).toContain(path === "/" ? `/?lang=en&release=${earlier}` : `${path}?lang=en&release=${earlier}`);
    expect(page).toContain(`<input type="hidden" name="release" value="${earlier}"/>`);
  }
});

test("what leaves a page of a release names it, and so does what leaves a page of now", async () => {
  for (const [address, id] of [
    [`${SHARE}?release=${earlier}`, earlier],
    [SHARE, later],
    [`${SHARE}?asOf=2026-11-22`, later],
  ] as const) {
    const files = hrefs(await html(address)).filter((href) => /^\/api\/v1\/(?!feed|calendar)/.test(href));
    expect(files.length).toBeGreaterThan(5);
    for (const file of files) expect([address, file]).toEqual([address, expect.stringContaining(`release=${id}`)]);
    const cited = files.find((file) => file.includes("citation.txt")) ?? "";
    expect(await (await ask(cited)).text()).toMatch(new RegExp(` ${origin}${SHARE}\\?release=${id}\n$`));
  }
  const file = (page: string) => hrefs(page).find((href) => href.includes("report.docx"));
  // A report warns of what is overdue on the day of its page, which a release alone would not say.
  expect(file(await html("/report"))).toContain("asOf=2026-11-22");
  expect(file(await html(`/report?release=${earlier}`))).toContain(`release=${earlier}`);
  expect(file(await html("/report?asOf=2025-12-31"))).toContain("asOf=2025-12-31");
});

test("an embedded chart of a release leads back to it, and a picture of a chart names it", async () => {
  expect(hrefs(await html(`/embed${SHARE}?release=${earlier}`))).toContain(`${SHARE}?release=${earlier}`);
  for (const query of [`release=${earlier}`, `asOf=2026-11-22&lang=en`]) {
    const svg = await (await ask(`/api/v1${SHARE}/chart.svg?${query}`)).text();
    expect(text(svg)).toContain(`release=${query.startsWith("asOf") ? later : earlier}`);
  }
});

test.each([
  ["release=99999", "Không có đợt cập nhật số 99999", ""],
  ["release=99999&lang=en", "There is no release 99999", "?lang=en"],
  ["asOf=2025-01-01&release=53", "một trong hai", "?asOf=2025-01-01"],
])("%s is refused as the API does, in words, with a way on", async (query, said, next) => {
  const answer = await ask(`/indicators/GII_RANK?${query.split("&").sort().join("&")}`);
  const page = await answer.text();
  expect([answer.status, answer.headers.get("etag")]).toEqual([422, null]);
  expect(text(page)).toContain(said);
  expect(hrefs(page)).toContain(`/indicators/GII_RANK${next}`);
});

test("an address with parts that nobody reads is answered and not kept", async () => {
  for (const path of ["/about?made=up", "/about?release=x", "/strategy?lang=fr", "/compare?areas=VNM,NOWHERE"]) {
    const answer = await ask(path);
    expect([path, answer.status, answer.headers.get("cache-control"), answer.headers.get("etag")]).toEqual([
      ...[path, 200, "no-store", null],
    ]);
  }
});

test("what is no number of a release is passed over, and said", async () => {
  for (const value of ["053", "0", "-1", "1e2", "x"]) {
    const answer = await ask(`/about?release=${value}`);
    expect([value, answer.status, text(await answer.text()).includes(`release=${value}`)]).toEqual([value, 200, true]);
  }
});
