import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { HEAD, NOW, seededDb, testApp } from "../app.fixture.ts";
import { charactersOf } from "../charts/font-characters.fixture.ts";
import { FONT_FILES } from "../charts/png.ts";
import { releaseRefs } from "../observations/read-point.ts";
import { loadDocuments } from "../programs.fixture.ts";
import { gii2026, read, team } from "../submissions/team.fixture.ts";
import { testWeb } from "./web.fixture.ts";

const origin = "https://moc.example.vn";
const documents = await loadDocuments();
const web = testWeb({}, documents);
const db = await seededDb();
const { app, json } = await testApp({ db, origin, web });
const html = async (path: string, from = app) => (await from.request(path)).text();
const bytes = async (path: string, from = app) => Buffer.from(await (await from.request(path)).arrayBuffer());

/** The contents of the tags of a head that shared links are read from, by name. */
const tagsOf = (document: string): Record<string, string> =>
  Object.fromEntries(
    [...document.matchAll(/<meta (?:property|name)="((?:og|twitter):[^"]+)" content="([^"]*)"/g)].map(
      ([, name = "", content = ""]) => [name, content],
    ),
  );

/** The texts of a page's picture, as drawn before it becomes a PNG. */
async function textsOf(path: string, params: Record<string, string>, lang: "vi" | "en", id = HEAD) {
  const release = (await releaseRefs(db, [id])).get(id);
  if (!release) throw new Error(`There is no release ${id}`);
  const svg = (await documents.card(path, { params, lang, release, read: async (at) => app.request(at) })) ?? "";
  return { svg, texts: [...svg.matchAll(/<text [^>]*>(.*?)<\/text>/g)].map(([, text = ""]) => plain(text)) };
}
const plain = (markup: string) =>
  markup
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll("&#x27;", "'")
    .replaceAll("&amp;", "&");
const INDICATOR = "/indicators/:code{[A-Z0-9_]+}";
const BODY = "/bodies/:code{[A-Z0-9_]+}";

test.each([
  ["/", "/og", "vi"],
  ["/about?lang=en", "/og/about", "en"],
  ["/indicators/EGDI_RANK", "/og/indicators/EGDI_RANK", "vi"],
  ["/indicators/DIGITAL_ECONOMY_GDP/revisions/2023?lang=en", "/og/indicators/DIGITAL_ECONOMY_GDP/revisions/2023", "en"],
  ["/bodies/MOF?lang=en", "/og/bodies/MOF", "en"],
  ["/data?area=ALL&sort=-value", "/og/data", "vi"],
])("a shared link to %s shows a picture of 1200 by 630 that the head announces", async (path, folder, lang) => {
  const tags = tagsOf(await html(path));
  const address = `${folder}/r${HEAD}.${lang}.png`;
  expect(tags).toMatchObject({
    "og:image": origin + address,
    "og:image:type": "image/png",
    "og:image:width": "1200",
    "og:image:height": "630",
    "og:image:alt": expect.stringContaining(lang === "vi" ? `đợt cập nhật số ${HEAD}` : `release ${HEAD}`),
    "twitter:card": "summary_large_image",
  });
  const answer = await app.request(address);
  expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "image/png"]);
  expect(answer.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
  const png = await bytes(address);
  expect([png.toString("latin1", 1, 4), png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual(["PNG", 1200, 630]);
});

test("a page of a past day has the picture of the release of that day", async () => {
  const { release } = await json("/indicators?asOf=2024-12-31");
  const tags = tagsOf(await html("/indicators/EGDI_RANK?asOf=2024-12-31"));
  expect(tags["og:image"]).toBe(`${origin}/og/indicators/EGDI_RANK/r${release.id}.vi.png`);
});

test("an indicator's picture has its name, its latest figure, its target and its class, and the alternative text what is no verdict", async () => {
  const { indicator, targets, assessments } = await json(`/indicators/EGDI_RANK?release=${HEAD}&lang=en`);
  const { value, rankPool, timePeriod } = indicator.latest;
  const target = targets.find((one: { id: string }) => one.id === "D2289-2030-EGDI_RANK");
  const { texts } = await textsOf(INDICATOR, { code: "EGDI_RANK" }, "en");
  expect(texts.join(" ")).toContain(indicator.name);
  const figure = texts.find((text) => text.includes(`${value}/${rankPool} (${timePeriod}`));
  expect(texts.find((text) => /\b\d/.test(text) && text.includes(String(target.value)))).toBeDefined();
  const judged = assessments.find((one: { targetId: string }) => one.targetId === target.id);
  expect([judged.class, texts.filter((text) => text.startsWith("On track"))]).toEqual(["on_track", ["On track"]]);
  const alt = tagsOf(await html("/indicators/EGDI_RANK?lang=en"))["og:image:alt"] ?? "";
  expect(plain(alt)).toContain(figure);
  expect(alt).not.toContain("On track");
});

test("the overview's picture has every headline target with its figure and its class", async () => {
  const { items } = await json(`/indicators?release=${HEAD}`);
  const headline = items.filter((one: { role: string }) => one.role === "headline");
  const { texts } = await textsOf("/", {}, "vi");
  for (const { shortName } of headline) expect(texts).toContain(shortName);
  expect(texts.filter((text) => /^(Đúng tiến độ|Chậm|Thấp hơn năm|ITU ngừng)/.test(text)).length).toBe(headline.length);
});

test("a body's picture counts the targets that it has no room for", async () => {
  const { texts } = await textsOf(BODY, { code: "MOST" }, "vi");
  expect(texts.find((text) => /^và \d+ mục tiêu khác$/.test(text))).toBeDefined();
});

test("every character of the pictures is in the font named for it, so that the PNG has no gaps", async () => {
  const { items } = await json("/indicators");
  const { items: bodies } = await json("/bodies");
  const asked: [string, Record<string, string>][] = [
    ...documents.paths
      .filter((path) => !path.includes(":"))
      .map((path): [string, Record<string, string>] => [path, {}]),
    ...items.map(({ code }: { code: string }) => [INDICATOR, { code }]),
    ...bodies.map(({ id }: { id: string }) => [BODY, { code: id }]),
  ];
  const [regular, semibold] = FONT_FILES.map((file) => charactersOf(readFileSync(file)));
  for (const lang of ["vi", "en"] as const)
    for (const [path, params] of asked) {
      const { svg, texts } = await textsOf(path, params, lang);
      expect([path, texts.length > 2, svg.includes("var(")]).toEqual([path, true, false]);
      // A title that does not fit is cut; a figure never is.
      expect([path, texts.filter((text) => text.includes("…"))]).toEqual([path, []]);
      const own = plain(svg.replaceAll(/<tspan font-family="Arimo.*?<\/tspan>/g, "")).replaceAll(/\s/g, "");
      const missing = [...new Set(own)].filter((char) => {
        const code = char.codePointAt(0) ?? 0;
        return !(regular?.has(code) && semibold?.has(code));
      });
      expect([path, missing]).toEqual([path, []]);
    }
});

test("a picture has the same bytes twice, on another server two years later, and after a later release", async () => {
  const t = await team({ db, origin, web });
  const old = ["/og", "/og/indicators/GII_RANK", "/og/releases"].map((folder) => `${folder}/r${HEAD}.vi.png`);
  const before = await Promise.all(old.map((path) => bytes(path)));
  const draft = await t.submit(t.lan, await t.draft(t.lan, gii2026));
  expect(await read(t.review(t.hoa, draft, { approve: "all" }))).toMatchObject({ release: HEAD + 1 });
  const later = await testApp({ db, origin, web, now: () => new Date(NOW.getTime() + 2 * 365 * 86_400_000) });
  for (const [index, path] of old.entries()) {
    expect((await bytes(path)).equals(before[index] as Buffer)).toBe(true);
    expect((await bytes(path, later.app)).equals(before[index] as Buffer)).toBe(true);
  }
  const now = tagsOf(await html("/indicators/GII_RANK"))["og:image"]?.replace(origin, "") ?? "";
  expect(now).not.toBe(old[1]);
  expect((await bytes(now)).equals(before[1] as Buffer)).toBe(false);
});

test("nothing is drawn at an address that no page has: another spelling, a parameter, an unknown code, language or release", async () => {
  let drawn = 0;
  const card: typeof documents.card = (...asked) => {
    drawn++;
    return documents.card(...asked);
  };
  const counting = await testApp({ db, origin, web: testWeb({}, { ...documents, card }) });
  const picture = `r${HEAD}.vi.png`;
  for (const path of [
    `/og/about/${picture}?x=1`,
    `/og/about/${picture}?`,
    `/og/%61bout/${picture}`,
    `/og/nowhere/${picture}`,
    `/og/staff/${picture}`,
    "/og/about/r0.vi.png",
    `/og/about/r${HEAD}.fr.png`,
    "/og/about/r99999.vi.png",
  ]) {
    const answer = await counting.app.request(path);
    expect([path, answer.status, drawn]).toEqual([path, 404, 0]);
  }
  for (const path of [`/og/indicators/NO_SUCH/${picture}`, `/og/releases/${HEAD}/r${HEAD - 1}.vi.png`])
    expect([path, (await counting.app.request(path)).status]).toEqual([path, 404]);
  expect((await counting.app.request(`/og/about/${picture}`, { method: "POST" })).status).toBe(405);
});

test("without its own origin, without a release and on a page that is none a head announces no picture", async () => {
  const bare = await testApp({ db, web });
  for (const [path, from] of [
    ["/about", bare.app],
    ["/?asOf=1990-01-01", app],
    ["/indicators/NO_SUCH", app],
  ] as const)
    expect([path, (await html(path, from)).match(/og:image|twitter:card/)]).toEqual([path, null]);
});
