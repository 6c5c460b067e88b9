import { SaxesParser } from "saxes";
import { describe, expect, test } from "vitest";
import { HEAD, seededDb } from "../app.fixture.ts";
import { tamper } from "../db/raw.fixture.ts";
import { loadDocuments } from "../programs.fixture.ts";
import {
  correction,
  duty,
  explanation,
  orientation,
  readWords,
  remark,
  revisedIn,
  state,
  trial,
} from "../submissions/statements/statements.fixture.ts";
import { read, team } from "../submissions/team.fixture.ts";
import { testWeb } from "./web.fixture.ts";

const SAID = `'"><x-o on='' on="">]]><![CDATA[</tspan></svg></script><!--&lt; 44/139 điểm`;
/** Words are what holds a space or a letter that no code has. */
const isWords = (text: string) => /\s|\P{ASCII}/u.test(text);
const hostile = (value: unknown): unknown => {
  if (typeof value === "string") return isWords(value) ? value + SAID : value;
  if (Array.isArray(value)) return value.map(hostile);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, hostile(inner)]));
};

const db = await seededDb();
tamper(db.file, (raw) => {
  raw.function("hostile", (body) => JSON.stringify(hostile(JSON.parse(String(body)))));
  raw.function("said", (text) => `${text}${SAID}`);
  raw.exec("UPDATE definition_revision SET body = hostile(body) WHERE body IS NOT NULL");
  raw.exec("UPDATE release SET reason_vi = said(reason_vi), reason_en = said(reason_en)");
  for (const column of ["edition", "obs_com_vi", "obs_com_en"])
    raw.exec(`UPDATE observation_revision SET ${column} = said(${column}) WHERE ${column} IS NOT NULL`);
});
const t = await team({ db, origin: "https://moc.example.vn", web: testWeb({}, await loadDocuments()) });
const scan = new TextEncoder().encode("%PDF-1.7 trang 3");
const { sha256 } = await read(t.lan.post("/evidence?name=3.pdf", scan, { "content-type": "application/octet-stream" }));
const answer = { ...explanation, content: { ...explanation.content, revisedIn: await revisedIn(db) } };
const words = { ...readWords, evidence: [sha256] };
const stated = [remark, duty, orientation, trial, words, correction, answer].map((one) => ({
  ...one,
  content: hostile(one.content) as object,
  ...("newSource" in one && { newSource: hostile(one.newSource) }),
}));
const draft = await t.submit(t.lan, await state(t, ...stated));
const published = await t.review(t.hoa, draft, { approve: "all" });

/** JSON in a document, which ends at "<" for a browser. */
const JSON_SCRIPT = /(<script type="application\/(?:ld\+)?json"[^>]*>)([^<]*)(?=<\/script>)/g;

/** Reads a document as XML, which React's HTML is: what is not well formed is an error. Says what a browser would read otherwise, or run. */
function readStrictly(html: string) {
  const found = { text: "", labels: "", astray: [] as string[] };
  const open: string[] = [];
  const parser = new SaxesParser();
  parser.on("opentag", ({ name, attributes }) => {
    const isForeign = open.includes("svg") && /^(?:span|p|div|svg)$/.test(name);
    if (isForeign || name === "x-o" || Object.keys(attributes).some((one) => one.startsWith("on")))
      found.astray.push(`${name} in ${open.at(-1)}`);
    open.push(name);
  });
  parser.on("closetag", () => open.pop());
  parser.on("text", (text) => {
    found[open.includes("svg") ? "labels" : "text"] += text;
  });
  // Outside SVG a browser takes CDATA for a comment.
  parser.on("cdata", (text) => {
    found.labels += text;
    if (!open.includes("svg") || !/^t(?:ext|span)$/.test(open.at(-1) ?? ""))
      found.astray.push(`CDATA in ${open.at(-1)}`);
  });
  parser.on("comment", (text) => found.astray.push(`comment ${text}`));
  const withoutJson = html.replaceAll(JSON_SCRIPT, (_, tag, json) => {
    JSON.parse(json);
    return tag;
  });
  parser.write(withoutJson.replace("<!doctype html>", "")).close();
  return found;
}

describe("of texts that would leave their place", () => {
  test("some are in the seed, others staff publish", async () =>
    expect(await read(published)).toMatchObject({ release: HEAD + 1 }));

  test.each([
    ...["/", "/indicators", "/indicators/GII_RANK", "/bodies", "/bodies/MOST", "/compare", "/data", "/strategy"],
    ...["/releases", `/releases/${HEAD + 1}`, "/releases/62", "/search?q=viet", "/about"],
    ...["/corrections", "/indicators/DIGITAL_ECONOMY_GDP/revisions/2023"],
  ])("%s says all as they are", async (path) => {
    for (const asked of [{}, { lang: "en", colour: SAID, [SAID]: "red", level: SAID }]) {
      const url = new URL(path, "http://localhost");
      for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value);
      const address = url.pathname + url.search;
      const answer = await t.app.request(address);
      const { text, labels, astray } = readStrictly(await answer.text());
      expect([address, answer.status, astray]).toEqual([address, 200, []]);
      expect(text).toContain(SAID);
      if (path === "/compare") expect(labels).toContain("]]><![CDATA[</t");
      if ("colour" in asked) expect(text).toContain(`${SAID.slice(0, 40)}…`);
    }
  });

  test.each([
    ["vi", "GII 2025: hạng 45/139"],
    ["en", "GII 2025: rank 45/139"],
  ])("the feed in %s is well-formed Atom that says all as they are", async (lang, wrong) => {
    const answer = await t.app.request(`/api/v1/feed.atom?lang=${lang}`);
    const parser = new SaxesParser({ xmlns: true });
    const found = { names: new Set<string>(), text: "" };
    parser.on("opentag", ({ local, uri }) => found.names.add(`${local} ${uri === "http://www.w3.org/2005/Atom"}`));
    parser.on("text", (text) => {
      found.text += text;
    });
    parser.write(await answer.text()).close();
    const elements = "feed id title updated author name link entry category published content".split(" ");
    expect([...found.names].sort()).toEqual(elements.map((name) => `${name} true`).sort());
    for (const said of [wrong, "Chép nhầm dòng của bảng xếp hạng."]) expect(found.text).toContain(said + SAID);
  });

  test.each(["/search", "/data", "/indicators/GII_RANK", "/compare", "/releases", "/nowhere"])(
    "%s repeats those of its address as they are",
    async (path) => {
      for (const name of ["q", "asOf", "lang", "indicator", "areas"]) {
        const answer = await t.app.request(`${path}?${new URLSearchParams({ [name]: SAID })}`);
        if (answer.status === 303) continue;
        expect([name, readStrictly(await answer.text()).astray]).toEqual([name, []]);
      }
    },
  );

  test.each(["/embed/indicators/GII_RANK", "/embed/targets/D2289-2030-GII_RANK?lang=en"])(
    "%s says all as they are, in an embedded chart",
    async (path) => {
      const answer = await t.app.request(path);
      const { text, astray } = readStrictly(await answer.text());
      expect([answer.status, astray]).toEqual([200, []]);
      expect(text).toContain(SAID);
    },
  );

  test("an embedded chart repeats those of its address as they are", async () => {
    const answer = await t.app.request(`/embed/indicators/GII_RANK?${new URLSearchParams({ [SAID]: SAID })}`);
    const { text, astray } = readStrictly(await answer.text());
    expect([answer.status, astray, text.includes(SAID)]).toEqual([422, [], true]);
  });

  test("the line that embeds a chart is one frame with them in its title, and the picture of a link is drawn", async () => {
    const page = await (await t.app.request("/indicators/GII_RANK")).text();
    const titles: string[] = [];
    const frames = new SaxesParser();
    frames.on("opentag", ({ name, attributes }) => titles.push(`${name} ${attributes.title}`));
    const reader = new SaxesParser({ fragment: true });
    reader.on("text", (line) => frames.write(line));
    frames.write("<lines>");
    for (const [area] of page.matchAll(/<textarea[^>]*readOnly=.*?<\/textarea>/gs)) reader.write(area);
    reader.close();
    frames.write("</lines>").close();
    const [, ...lines] = titles;
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) expect([line.startsWith("iframe "), line.includes(SAID)]).toEqual([true, true]);
    expect((await t.app.request(`/og/indicators/GII_RANK/r${HEAD + 1}.vi.png`)).status).toBe(200);
  });
});
