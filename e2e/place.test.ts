import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { useBrowser } from "./browser.ts";

const { visit } = useBrowser();

/** The first text in sight by its number in the page, which is the same in both languages, and how far below the edge it is. */
const inSight = (page: Page) =>
  page.evaluate(() => {
    const texts = [...document.querySelectorAll("main :is(h1, h2, h3, p, li, tr, summary)")];
    const tops = texts.map((text) => (text.checkVisibility() ? text.getBoundingClientRect().top : -1));
    const top = Math.min(...tops.filter((one) => one >= 0));
    return { text: tops.indexOf(top), top: Math.round(top) };
  });
/** How far below the edge the text of a number is: beside columns, another may come before it in another language. */
const topOf = (page: Page, text: number) =>
  page.evaluate((n) => {
    const found = document.querySelectorAll("main :is(h1, h2, h3, p, li, tr, summary)")[n];
    return found ? Math.round(found.getBoundingClientRect().top) : null;
  }, text);
const open = (page: Page) =>
  page.locator("main details").evaluateAll((all) => all.map((one) => (one as HTMLDetailsElement).open));
const isFocused = (page: Page, selector: string) =>
  page.locator(selector).evaluate((one) => one === document.activeElement);
const scrollDown = (page: Page, y: number) => page.evaluate((top) => scrollTo({ top, behavior: "instant" }), y);

const other = "header a[hreflang]";

describe.each(["/data", "/strategy", "/about"])("on %s", (path) => {
  test.each([360, 1440])(
    "what is in sight, open and under the keyboard stays in another language, on the way back and on reload (%i px)",
    async (width) => {
      await using window = await visit(path, { viewport: { width, height: 600 } });
      const { page, complaints } = window;
      const parts = page.locator("main details > summary:visible");
      for (const part of await parts.all()) await part.click();
      const opened = await open(page);
      await page.locator(other).focus();
      await scrollDown(page, 1500);
      const seen = await inSight(page);
      const isTheSame = async () => {
        await expect.poll(() => topOf(page, seen.text)).toEqual(expect.closeTo(seen.top, -0.5));
        expect(await open(page)).toEqual(opened);
        expect(await isFocused(page, other)).toBe(true);
      };
      await page.keyboard.press("Enter");
      await page.waitForURL(/lang=en/);
      await isTheSame();
      await page.reload();
      await isTheSame();
      // A real press would first scroll to the menu.
      await page.locator("nav a[href^='/releases']").evaluate((link) => (link as HTMLElement).click());
      await page.waitForURL(/releases/);
      expect(await page.evaluate(() => scrollY)).toBe(0);
      await page.goBack();
      await page.waitForURL(new RegExp(path));
      await isTheSame();
      await page.goBack();
      await page.waitForURL((url) => url.search === "");
      await isTheSame();
      expect(complaints).toEqual([]);
    },
  );

  test("without a script a browser's way back and its reload lead to where one was", async () => {
    await using window = await visit(path, { viewport: { width: 360, height: 600 }, javaScriptEnabled: false });
    const { page } = window;
    await scrollDown(page, 900);
    await page.reload();
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(900);
    await page.locator("nav a[href='/releases']").evaluate((link) => (link as HTMLElement).click());
    await page.waitForURL(/releases/);
    await page.goBack();
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(900);
  });
});

test("a change of day and back keeps what is in sight and open", async () => {
  await using window = await visit("/data?asOf=2024-12-31", { viewport: { width: 360, height: 600 } });
  const { page } = window;
  await page.locator("#area-open").click();
  await scrollDown(page, 1500);
  const seen = await inSight(page);
  await page.getByRole("link", { name: "Về số liệu hiện hành" }).evaluate((link) => (link as HTMLElement).click());
  await page.waitForURL((url) => url.search === "");
  await expect.poll(() => inSight(page)).toEqual({ text: seen.text, top: expect.closeTo(seen.top, -0.5) });
  expect(await page.locator("#area-choice").getAttribute("open")).not.toBeNull();
  await page.goBack();
  await page.waitForURL(/asOf/);
  await expect.poll(() => inSight(page)).toEqual({ text: seen.text, top: expect.closeTo(seen.top, -0.5) });
});

test("a sent form, a heading that sorts and a turned page leave the keyboard where it was", async () => {
  await using window = await visit("/data?area=ASEAN&indicator=GII_RANK");
  const { page } = window;
  for (const [id, url] of [
    ["#sort-value", /sort=value/],
    ["#apply", /sort=value/],
    ["#next-page", /page=2/],
  ] as const) {
    await page.locator(id).focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(url);
    await expect.poll(() => isFocused(page, id)).toBe(true);
  }
});
