import { getByLabelText, getByRole, getByText, queryByText, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { type Answers, aRequest, feedsOf, open, sentBy } from "./document.fixture.ts";
import { documents } from "./documents.tsx";

const compilers = [{ code: "WIPO", name: "WIPO", url: "https://www.wipo.int", terms: "CC BY 4.0" }];
const replayed = {
  ...{ targetId: "T", indicator: "EGDI_RANK", from: 2008, to: 2024, years: 4, of: 10, economies: 80 },
  classes: [{ class: "on_track", hits: 6, cases: 70, economies: 50, enough: true }],
};
const answers: Answers = {
  "/compilers": { items: compilers },
  "/targets/track-record": { items: [replayed] },
  "/documents": { items: [] },
  "/targets": { items: [] },
  "/indicators": { items: [{ code: "EGDI_RANK", shortName: "Thứ hạng EGDI" }] },
};
const about = (address: string, some: Parameters<typeof aRequest>[2] = {}) =>
  open("/about", aRequest(address, answers, some));

test("a document has its language, title, description and the page's text, and no script or style of its own", async () => {
  const { answer, page } = await about("/about?lang=en");
  const { html } = answer as { html: string };
  expect(html.match(/<!doctype html>/gi)).toHaveLength(1);
  expect(page.documentElement.lang).toBe("en");
  expect(page.title).toBe("About this dashboard · Mốc 2030");
  expect(page.querySelector("meta[name=description]")?.getAttribute("content")).toMatch(/^Mốc 2030 follows/);
  expect(getByRole(page.body, "heading", { level: 1 }).textContent).toBe("About this dashboard");
  expect(getByRole(page.body, "link", { name: "WIPO" }).getAttribute("href")).toBe("https://www.wipo.int");
  expect(html).not.toMatch(/<[^>]+ style=|<style|<script(?! src=| type="module" src=)/);
});

test("how verdicts fared on past editions stands there, as the rule's record", async () => {
  const table = within(
    getByRole((await about("/about")).page.body, "table", { name: /^Thứ hạng EGDI: xếp loại ở năm/ }),
  );
  expect(table.getByRole("row", { name: /Đúng tiến độ/ }).textContent).toBe("Đúng tiến độ6 trong 7050");
});

test("what the server alone knows is on the page: whom to write to, and the newest release", async () => {
  const { page } = await about("/about", { contact: "an@example.vn" });
  const main = getByRole(page.body, "main");
  expect(getByRole(main, "link", { name: "an@example.vn" }).getAttribute("href")).toBe("mailto:an@example.vn");
  expect(main.dataset.release).toBe("62");
  const past = (await about("/about?asOf=2024-12-31")).page;
  expect(getByRole(past.body, "main").dataset.release).toBeUndefined();
  getByText((await about("/about")).page.body, /chưa đặt địa chỉ liên hệ/);
});

test("the foot names who is answerable and whom to write to, in its language where it has that name, or that nobody is", async () => {
  const foot = async (address: string, some: Parameters<typeof about>[1]) =>
    getByRole((await about(address, some)).page.body, "contentinfo");
  const owner = { vi: "Bộ Khoa học và Công nghệ", en: "Ministry of Science and Technology" };
  const vi = await foot("/about", { owner, contact: "an@example.vn" });
  getByText(vi, (_, element) => element?.textContent === "Cơ quan chủ quản: Bộ Khoa học và Công nghệ");
  expect(getByRole(vi, "link", { name: "an@example.vn" }).getAttribute("href")).toBe("mailto:an@example.vn");
  const name = (foot: HTMLElement, text: string) => getByText(foot, text).closest("[lang]")?.getAttribute("lang");
  expect(name(await foot("/about?lang=en", { owner }), "Ministry of Science and Technology")).toBe("en");
  expect(name(await foot("/about?lang=en", { owner: { ...owner, en: null } }), owner.vi)).toBe("vi");
  getByText(await foot("/about", {}), "Bản chưa có cơ quan chủ quản.");
  getByText(await foot("/about?lang=en", {}), "This copy has no responsible body yet.");
});

test("links to other pages keep language and day; the page's own language and day are addresses too", async () => {
  const { page } = await about("/about?asOf=2024-12-31&lang=en");
  const href = (name: string | RegExp) => getByRole(page.body, "link", { name }).getAttribute("href");
  expect(href("Indicators")).toBe("/indicators?asOf=2024-12-31&lang=en");
  expect(href("Tiếng Việt VI")).toBe("/about?asOf=2024-12-31");
  expect(href("Back to current figures")).toBe("/about?lang=en");
  expect(href("Compare with now")).toBe("/releases/compare?from=2024-12-31&lang=en#differences");
  getByText(page.body, "Figures as known on 31 December 2024");
});

test("the day is asked for by a form that keeps the rest of the address, in figures in both languages", async () => {
  const { page } = await about("/about?asOf=2025-01-06&lang=en");
  const form = page.querySelector("form");
  expect([form?.getAttribute("method"), form?.getAttribute("action")]).toEqual(["get", "/about"]);
  const field = getByLabelText<HTMLInputElement>(page.body, "Figures as known on");
  expect([field.type, field.value]).toEqual(["text", "06/01/2025"]);
  expect(field.getAttribute("aria-describedby")).toBe("as-of-day-hint");
  expect(Object.fromEntries(sentBy(form as HTMLFormElement))).toEqual({ asOf: "06/01/2025", lang: "en" });
  for (const [typed, isTaken] of [
    ["16/9/2025", true],
    ["2025-09-16", true],
    ["9/16", false],
  ] as const) {
    field.value = typed;
    expect([typed, field.checkValidity()]).toEqual([typed, isTaken]);
  }
});

test.each([
  ["/about?asOf=31/12/2024&lang=en", "/about?asOf=2024-12-31&lang=en"],
  ["/about?lang=en&asOf=2024-12-31", "/about?asOf=2024-12-31&lang=en"],
  ["/about?lang=vi", "/about"],
  ["/about?lang=&asOf=", "/about"],
  ["/about?lang=en&lang=en", "/about?lang=en"],
  ["/about?fbclid=x&utm_source=y&page=1", "/about"],
  ["/about?", "/about"],
])("%s is answered with its canonical address", async (asked, canonical) => {
  expect((await about(asked)).answer).toEqual({ status: 303, location: canonical });
  expect((await about(canonical)).answer.status).toBe(200);
});

test("an address that says something unreadable is drawn with that said, and its links do without it", async () => {
  const { answer, page } = await about("/about?lang=en&asOf=2024-02-30");
  expect(answer.status).toBe(200);
  getByText(page.body, /The day “2024-02-30” in the address was not understood/);
  expect(getByRole(page.body, "link", { name: "Tiếng Việt VI" }).getAttribute("href")).toBe("/about");
  const field = getByLabelText<HTMLInputElement>(page.body, "Figures as known on");
  expect([field.value, field.getAttribute("aria-invalid")]).toEqual(["2024-02-30", "true"]);
  getByText(page.body, /There is no day “2024-02-30”/);
  expect(queryByText((await about("/about?lang=en")).page.body, /not understood/i)).toBeNull();
});

test("of a name with two values, where one is meant, nothing is understood", async () => {
  const { answer, page } = await about("/about?lang=en&lang=vi");
  expect(answer.status).toBe(200);
  getByText(page.body, "Địa chỉ có phần không hợp lệ nên được bỏ qua: “lang=en,vi”.");
});

test("whatever an address says that comes to nothing is named in one line, and not more than a few of it", async () => {
  const { page } = await about("/about?colour=red&lang=fr");
  getByText(page.body, "Địa chỉ có phần không hợp lệ nên được bỏ qua: “colour=red”, “lang=fr”.");
  const many = (await about(`/about?${Array.from({ length: 99 }, (_, i) => `x${i}=1`).join("&")}&lang=en`)).page;
  expect(getByText(many.body, /^Not understood/).textContent.match(/x\d+=1/g)).toHaveLength(5);
});

test("canonical and alternate addresses are absolute, and left out where the origin is not known", async () => {
  const { page } = await about("/about?lang=en", { origin: "https://moc.example.vn" });
  const links = (doc: Document) =>
    [...doc.querySelectorAll("link[rel=canonical], link[hreflang]")].map((link) => link.getAttribute("href"));
  expect(links(page)).toEqual([
    "https://moc.example.vn/about?lang=en",
    "https://moc.example.vn/about",
    "https://moc.example.vn/about?lang=en",
  ]);
  expect(links((await about("/about")).page)).toEqual([]);
  expect(feedsOf(page)).toEqual(["/api/v1/feed.atom?lang=en"]);
});

test("what the API does not know is the page that says so; what it refuses is said with a way on", async () => {
  const missing = await open("/about", aRequest("/about", {}));
  expect(missing.answer.status).toBe(404);
  getByRole(missing.page.body, "heading", { name: "Không có trang này" });
  const read = async () => Response.json({ title: "Invalid", detail: "asOf: too early" }, { status: 422 });
  const refused = await about("/about?lang=en", { read });
  expect(refused.answer.status).toBe(422);
  getByText(refused.page.body, "Error 422: asOf: too early");
  const main = within(getByRole(refused.page.body, "main"));
  expect(main.getByRole("link", { name: "Clear the selection" }).getAttribute("href")).toBe("/about?lang=en");
});

test("a failure of the server is thrown, and has a page that names the request", async () => {
  const read = async () => Response.json({ title: "Internal" }, { status: 500 });
  await expect(about("/about", { read })).rejects.toThrow("Internal");
  const html = await documents.failure(aRequest("/about?lang=en", answers), "5b6f");
  expect(html).toContain("Error 500: 5b6f");
  expect(html).toContain('href="/about?lang=en"');
});

test("an unknown address keeps its path in the other language", async () => {
  const html = await documents.notFound(aRequest("/nowhere?asOf=2024-12-31", answers));
  expect(html).toContain('href="/nowhere?asOf=2024-12-31&amp;lang=en"');
  expect(html).toMatch(/<h1[^>]*>Không có trang này/);
});
