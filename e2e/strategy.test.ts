import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { isAlive, isSettled } from "./alive.ts";
import { accessibilityFindings, origin, useBrowser } from "./browser.ts";
import { readText } from "./read-text.ts";

const { visit } = useBrowser();

const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

const words = {
  vi: {
    query: "",
    decision: "Quyết định 2289/QĐ-TTg",
    more: "Yêu cầu cao hơn, sớm hơn 5 năm.",
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
    expect(await timeline.locator("[aria-current=true]").textContent()).toBe(w.centre);
    const shown = await readText(timeline);
    await page.reload();
    await isAlive(page);
    await timeline.getByText(w.events, { exact: true }).waitFor();
    expect(await readText(timeline)).toBe(shown);
    await page.goBack();
    await timeline.getByText(w.events, { exact: true }).waitFor({ state: "detached" });
  });
});

test("the list on top leads to every part, and opens what is folded; an address does so too", async () => {
  await using window = await visit("/strategy", { viewport: { width: 360, height: 900 } });
  const { page, complaints } = window;
  await isSettled(page);
  const contents = page.getByRole("navigation", { name: "Trên trang này" });
  const top = (selector: string) => page.locator(selector).evaluate((element) => element.getBoundingClientRect().top);
  for (const link of await contents.getByRole("link").all()) {
    const id = (await link.getAttribute("href")) ?? "";
    await link.click();
    await expect.poll(() => page.locator(id).isVisible()).toBe(true);
    await expect.poll(() => top(id), { message: id }).toBeLessThan(900);
    await expect.poll(() => top(id), { message: id }).toBeGreaterThanOrEqual(0);
  }
  const { items } = (await (await fetch(`${origin()}/api/v1/milestones`)).json()) as { items: unknown[] };
  expect(await contents.getByRole("link", { name: `Dòng thời gian (${items.length})` }).count()).toBe(1);
  const old = page.locator("#timeline-2018");
  expect(await old.isVisible()).toBe(false);
  await page.goto("/strategy?topic=document");
  await page.goto("/strategy#timeline-2018");
  await expect.poll(() => old.isVisible()).toBe(true);
  expect(complaints).toEqual([]);
});

test("nothing stays folded on paper, and beside a phone no target's other documents do", async () => {
  await using window = await visit("/strategy");
  const { page } = window;
  await isAlive(page);
  const folded = page.locator("details.folded");
  const words = "Yêu cầu cao hơn và sớm hơn mục tiêu năm 2030";
  const row = page.locator("tr", { hasText: words }).first();
  const beside = row.getByText(words, { exact: false });
  expect(await beside.isVisible()).toBe(true);
  await page.setViewportSize({ width: 360, height: 900 });
  expect(await beside.isVisible()).toBe(false);
  expect(await readText(row.locator("summary"))).toMatch(/^\d yêu cầu ở văn bản khác/);
  expect(await page.getByText(/^\d yêu cầu ở văn bản khác, có yêu cầu cao hơn$/).count()).toBeGreaterThan(0);
  await row.locator("summary").click();
  expect(await beside.isVisible()).toBe(true);
  await page.emulateMedia({ media: "print" });
  for (const one of await folded.all())
    expect(
      await one.evaluate((element) => element.lastElementChild?.checkVisibility({ contentVisibilityAuto: true })),
    ).toBe(true);
  const printed = await readText(page.getByRole("main"));
  expect(printed).toContain("Số do báo chí gán cho năm 2025");
  expect(printed).toContain("Năm 2018 (2 sự kiện)");
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
