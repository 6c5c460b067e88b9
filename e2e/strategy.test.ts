import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { isAlive } from "./alive.ts";
import { accessibilityFindings, useBrowser } from "./browser.ts";

const { visit } = useBrowser();

const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

const words = {
  vi: {
    query: "",
    decision: "Quyết định 2289/QĐ-TTg",
    more: "Chặt hơn, sớm hơn 5 năm.",
    aim: "mong muốn nêu trong phát biểu",
    centre: "Trung tâm C4IR Thành phố Hồ Chí Minh",
    events: "4 sự kiện",
  },
  en: {
    query: "lang=en",
    decision: "Decision 2289/QĐ-TTg",
    more: "Stricter, 5 years earlier.",
    aim: "aim stated in a speech",
    centre: "C4IR of Ho Chi Minh City",
    events: "4 events",
  },
} as const;

describe.each(["vi", "en"] as const)("the strategy page in %s", (lang) => {
  const w = words[lang];
  test.each([
    [1440, "light"],
    [1440, "dark"],
    [360, "light"],
    [360, "dark"],
  ] as const)("can be read at %i px, %s", async (width, colorScheme) => {
    await using window = await visit(`/strategy?${w.query}`, { viewport: { width, height: 900 }, colorScheme });
    const { page, complaints } = window;
    const main = page.getByRole("main");
    await main.getByRole("heading", { level: 3, name: w.decision }).waitFor();
    // What makes it worth reading: a stricter target beside the Decision's own, and a promise called what it is.
    expect(await main.getByText(w.more).count()).toBe(1);
    expect(await main.getByText(w.aim, { exact: false }).count()).toBeGreaterThan(0);
    expect(await accessibilityFindings(page)).toEqual([]);
    expect(await sideways(page)).toBe(0);
    expect(complaints).toEqual([]);
  });

  test("keeps its topic in the address: narrowed, sent, gone back from", async () => {
    await using window = await visit(`/strategy?${w.query}`);
    const { page } = window;
    const timeline = page.locator("section", { has: page.locator("#timeline") });
    await timeline.getByRole("link", { name: w.centre, exact: true }).click();
    await timeline.getByText(w.events, { exact: true }).waitFor();
    expect(new URL(page.url()).searchParams.get("topic")).toBe("hcmc_centre");
    expect(await timeline.locator("[aria-current=page]").textContent()).toBe(w.centre);
    const shown = await timeline.innerText();
    await page.reload();
    await isAlive(page);
    await timeline.getByText(w.events, { exact: true }).waitFor();
    expect(await timeline.innerText()).toBe(shown);
    await page.goBack();
    await timeline.getByText(w.events, { exact: true }).waitFor({ state: "detached" });
  });
});

test("a past day shows what there was: no Decision before it was issued, no second centre before 2024", async () => {
  await using window = await visit("/strategy?asOf=2020-06-30");
  const main = window.page.getByRole("main");
  await main.getByRole("heading", { level: 2, name: "Chiến lược chưa được ban hành" }).waitFor();
  expect(await main.getByText("Quyết định 749/QĐ-TTg").count()).toBeGreaterThan(0);
  expect(await main.getByText("2289").count()).toBe(0);
  const centres = main.locator("article", { hasText: "Trung tâm C4IR Thành phố Hồ Chí Minh" });
  expect(await centres.getByText("Chưa có nội dung nào tại ngày này.").count()).toBe(1);
  expect(await main.getByText("ít nhất 2 trong 9 lĩnh vực").count()).toBe(1);
  expect(await accessibilityFindings(window.page)).toEqual([]);
});

test("before the first release the page says so and leads on", async () => {
  await using window = await visit("/strategy?asOf=1990-01-01");
  await window.page.getByRole("main").getByRole("link", { name: "Về số liệu hiện hành" }).click();
  await window.page.getByRole("heading", { level: 2, name: "Văn bản" }).waitFor();
});
