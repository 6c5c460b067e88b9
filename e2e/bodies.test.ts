import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { inEnglish } from "./addresses.ts";
import { isAlive } from "./alive.ts";
import { accessibilityFindings, origin, useBrowser } from "./browser.ts";
import { smallestPoints } from "./points.ts";
import { readText } from "./read-text.ts";

const { visit } = useBrowser();

type Body = { id: string; name: string; to: string | null; successor: string | null };
type Detail = Record<"given" | "sourced" | "related" | "past", { indicator: string; body: string }[]>;
const read = async <T>(path: string) => (await (await fetch(`${origin()}/api/v1${path}`)).json()) as T;

/** All bodies, and one that has ended with the one in its place, which is related to what it had. */
let bodies: Body[];
let ended: Body;
let heir: Body;
beforeAll(async () => {
  bodies = (await read<{ items: Body[] }>("/bodies")).items;
  for (const body of bodies.filter((one) => one.successor !== null)) {
    const { related } = await read<Detail>(`/bodies/${body.successor}`);
    if (!related.some((duty) => duty.body === body.id)) continue;
    ended = body;
    heir = bodies.find((one) => one.id === body.successor) as Body;
  }
});

const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

const words = {
  vi: { query: "", nav: "Cơ quan", related: /^Liên quan do sắp xếp bộ máy/, past: /^Trước đây/ },
  en: { query: "?lang=en", nav: "Ministries", related: /^Related by reorganisation/, past: /^In the past/ },
} as const;

describe.each(["vi", "en"] as const)("who answers, in %s", (lang) => {
  const w = words[lang];

  test.each([1440, 360])(
    "is found from the menu at %i px: the list, a body, the one in its place, its indicator",
    async (width) => {
      await using window = await visit(`/${w.query}`, { viewport: { width, height: 800 } });
      const { page, complaints } = window;
      await page.getByRole("banner").getByRole("link", { name: w.nav, exact: true }).click();
      await page.waitForURL(`**/bodies${w.query}`);
      expect(await accessibilityFindings(page)).toEqual([]);
      expect(await sideways(page)).toBe(0);
      await page.getByRole("main").locator(`h3 a[href^="/bodies/${ended.id}"]`).click();
      await page.getByRole("region", { name: w.past }).waitFor();
      await page.getByRole("main").locator(`a[href^="/bodies/${heir.id}"]`).first().click();
      const related = page.getByRole("region", { name: w.related });
      await related.waitFor();
      expect(await accessibilityFindings(page)).toEqual([]);
      expect(await sideways(page)).toBe(0);
      await related.locator("h3 a").first().click();
      await page.waitForURL("**/indicators/**");
      await page.getByRole("main").locator(`a[href^="/bodies/"]`).first().waitFor();
      expect(complaints).toEqual([]);
    },
  );

  test("every body is one printed page of A4, without the menu", async () => {
    await using window = await visit("/about");
    const { page } = window;
    for (const { id, name } of (await read<{ items: Body[] }>(`/bodies${w.query}`)).items) {
      await page.goto(`/bodies/${id}${w.query}`);
      await isAlive(page);
      const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
      expect([id, pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length]).toEqual([id, 1]);
      await page.emulateMedia({ media: "print" });
      expect([id, await smallestPoints(page)]).toEqual([id, 8.5]);
      const printed = await readText(page.locator("body"));
      expect(printed).toContain(name);
      expect(printed).not.toContain(w.nav === "Cơ quan" ? "Đợt cập nhật\n" : "Releases\n");
      await page.emulateMedia({ media: null });
    }
  });
});

test("the successor is reached by the keyboard", async () => {
  await using window = await visit(`/bodies/${ended.id}`);
  const { page } = window;
  await isAlive(page);
  await page.locator("#content").focus();
  const href = () => page.evaluate(() => document.activeElement?.getAttribute("href"));
  do await page.keyboard.press("Tab");
  while ((await href()) !== `/bodies/${heir.id}`);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: heir.name, exact: true }).waitFor();
});

test("without scripts everything is there, and the way from an indicator to its body too", async () => {
  await using window = await visit(`/bodies/${heir.id}`, { javaScriptEnabled: false });
  const { page } = window;
  const { related, given } = await read<Detail>(`/bodies/${heir.id}`);
  for (const { indicator } of [...related, ...given])
    expect(
      await page.getByRole("main").locator(`a[href="/indicators/${indicator}"]`).count(),
      indicator,
    ).toBeGreaterThan(0);
  const duty = related.find(({ body }) => body === ended.id);
  await page.goto(`/indicators/${duty?.indicator}`);
  await page.getByRole("main").locator(`a[href="/bodies/${ended.id}"]`).first().click();
  await page.getByRole("heading", { level: 1, name: ended.name, exact: true }).waitFor();
});

test("a past day has the bodies of that day; an address of no body is a document with status 404", async () => {
  const answer = await fetch(`${origin()}/bodies/${ended.id}?asOf=${ended.to}`);
  const html = await answer.text();
  expect(answer.status).toBe(200);
  expect(html).toContain("Được giao (có văn bản)");
  expect(html).not.toContain(`href="/bodies/${heir.id}?`);
  for (const path of ["/bodies/NO_SUCH", inEnglish("/bodies/NO_SUCH")]) {
    const none = await fetch(origin() + path);
    expect([none.status, none.headers.get("content-type")]).toEqual([404, "text/html; charset=UTF-8"]);
  }
});
