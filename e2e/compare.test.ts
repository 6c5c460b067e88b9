import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { accessibilityFindings, useBrowser } from "./browser.ts";
import { readText } from "./read-text.ts";

const { visit } = useBrowser();

const words = {
  vi: {
    query: "",
    title: "Thứ hạng GII: Việt Nam thứ 3 trong 10 nước ASEAN có số liệu, ấn bản 2025, sau Singapore và Malaysia",
    indicator: "Chỉ tiêu",
    add: "Thêm nước, nền kinh tế",
    addButton: "Thêm",
    added: "Hàn Quốc",
    removed: "Bỏ Singapore",
    only: "Chỉ Việt Nam",
    from: "Từ năm",
    show: "Xem",
    table: "Bảng số liệu",
    lonely: "Thứ hạng EGDI, ấn bản 2024: Việt Nam 71",
  },
  en: {
    query: "?lang=en",
    title: "GII rank: Viet Nam 3rd of the 10 ASEAN members with figures, 2025 edition, behind Singapore and Malaysia",
    indicator: "Indicator",
    add: "Add an economy",
    addButton: "Add",
    added: "South Korea",
    removed: "Remove Singapore",
    only: "Viet Nam only",
    from: "From",
    show: "Show",
    table: "Table",
    lonely: "EGDI rank, 2024 edition: Viet Nam 71",
  },
} as const;

const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
const address = (page: Page) => decodeURIComponent(new URL(page.url()).search);
const title = (page: Page, text: string) => page.getByRole("heading", { level: 2, name: text, exact: true }).waitFor();

/** Goes through all that the page's links and forms can do; `look` is asked for where it stops. */
async function journey(page: Page, lang: "vi" | "en", look: () => Promise<void>) {
  const w = words[lang];
  const main = page.getByRole("main");
  const choice = (name: string) => main.getByRole("combobox", { name, exact: true });
  const label = (text: RegExp | string) => main.locator("svg.sheet:visible text").filter({ hasText: text });
  await title(page, w.title);
  await label(/^(Việt Nam|Viet Nam|VNM) 44/).waitFor();
  await look();

  await choice(w.add).selectOption({ label: w.added });
  await main.getByRole("button", { name: w.addButton, exact: true }).click();
  await label(new RegExp(`^(${w.added}|KOR) 4`)).waitFor();
  expect(address(page)).toContain("areas=ASEAN,KOR");
  await main.getByRole("link", { name: w.removed }).click();
  await label(/^(Singapore|SGP) /).waitFor({ state: "detached" });
  expect(address(page)).toMatch(/areas=VNM,/);
  await page.goBack();
  await label(/^(Singapore|SGP) 5/).waitFor();

  await choice(w.indicator).selectOption("EGDI_RANK");
  await main.getByRole("button", { name: w.show, exact: true }).click();
  await page.waitForURL(/indicator=EGDI_RANK/);
  await main.getByRole("link", { name: w.only }).click();
  await title(page, w.lonely);
  await choice(w.from).selectOption("2012");
  await main.getByRole("button", { name: w.show, exact: true }).click();
  await page.waitForURL(/from=2012/);
  await main.getByRole("link", { name: w.table, exact: true }).click();
  await page.waitForURL(/tab=table/);
  await page.getByRole("cell", { name: "71/193" }).first().waitFor();
  expect(await page.getByRole("columnheader", { name: "2012" }).count()).toBeGreaterThan(0);
  expect(await page.getByRole("columnheader", { name: "2010" }).count()).toBe(0);
  await look();
  expect(address(page)).toMatch(/^\?areas=VNM&from=2012&indicator=EGDI_RANK(&lang=en)?&tab=table$/);
}

describe.each(["vi", "en"] as const)("in %s, a reader", (lang) => {
  test.each([
    [1440, "light"],
    [360, "dark"],
  ] as const)("compares countries (%i px, %s)", async (width, colorScheme) => {
    const path = `/compare${words[lang].query}`;
    await using window = await visit(path, { viewport: { width, height: 900 }, colorScheme });
    const { page, complaints } = window;
    await journey(page, lang, async () => {
      expect(await accessibilityFindings(page)).toEqual([]);
      expect(await sideways(page)).toBe(0);
    });
    // A pasted link gives the same picture.
    const seen = await readText(page.getByRole("main"));
    await page.goto(page.url());
    expect(await readText(page.getByRole("main"))).toBe(seen);
    expect(complaints).toEqual([]);
  });
});

test("all of it works without JavaScript", async () => {
  await using window = await visit("/compare", { javaScriptEnabled: false });
  await journey(window.page, "vi", async () => {});
  expect(window.complaints).toEqual([]);
});

test("every indicator that several economies have is drawn or tabled, without a word too wide for a phone", async () => {
  await using window = await visit("/compare", { viewport: { width: 360, height: 800 } });
  const { page, complaints } = window;
  const options = page.getByRole("combobox", { name: "Chỉ tiêu", exact: true }).locator("option");
  const codes = await options.evaluateAll((all) => all.map((one) => one.getAttribute("value") || "GII_RANK"));
  expect(codes).toEqual(expect.arrayContaining(["GII_RANK", "EGDI_RANK", "GCI_RANK", "GII_SCORE", "INTERNET_USERS"]));
  for (const code of codes) {
    await page.goto(`/compare?indicator=${code}`);
    expect(await readText(page.locator("#chart-summary"))).not.toBe("");
    await page.locator("svg.sheet:visible, main table:visible").first().waitFor();
    expect(await sideways(page), code).toBe(0);
  }
  expect(complaints).toEqual([]);
});

test("a day before anything was known says so, and an unknown economy or indicator still opens", async () => {
  await using window = await visit("/compare?asOf=1990-01-01");
  const { page } = window;
  await page.getByText("Chưa có số liệu tại ngày này").waitFor();
  await page.goto("/compare?areas=XXX,vnm&indicator=NO_SUCH&from=9999");
  await page.getByRole("heading", { level: 2, name: /^Thứ hạng GII/ }).waitFor();
});

test.each([
  [1440, "over the chart"],
  [360, "at the foot of the screen, whole"],
] as const)("at %i px a year's figures are told %s", async (width, _place) => {
  await using window = await visit("/compare", { viewport: { width, height: 800 } });
  const { page } = window;
  const chart = page.locator("svg.sheet:visible");
  await chart.evaluate((svg) => scrollBy(0, svg.getBoundingClientRect().top - 120));
  const drawn = await chart.boundingBox();
  if (!drawn) throw new Error("no chart");
  await page.mouse.move(drawn.x + drawn.width / 2, drawn.y + 80);
  const tip = page.locator(".chart-tip");
  await tip.getByText("Việt Nam: ").waitFor();
  const told = await tip.boundingBox();
  if (!told) throw new Error("nothing told");
  const [right, bottom] = [told.x + told.width, told.y + told.height];
  if (width === 360) expect([told.x, right, bottom]).toEqual([8, 352, 792]);
  else expect([told.x > drawn.x, right < drawn.x + drawn.width, bottom < drawn.y + drawn.height]).not.toContain(false);
});
