import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { isStill } from "./alive.ts";
import { accessibilityFindings, useBrowser } from "./browser.ts";
import { readText } from "./read-text.ts";

const { visit } = useBrowser();

const words = {
  vi: {
    query: "",
    title: "Thứ hạng GII: Việt Nam thứ 3 trong 10 nước ASEAN có số liệu, ấn bản 2025, sau Singapore và Malaysia",
    indicator: "Chỉ tiêu",
    add: "Thêm nước, nền kinh tế",
    typed: "han quoc",
    added: "Hàn Quốc",
    removed: "Bỏ Singapore",
    only: "Chỉ Việt Nam",
    from: "Từ năm",
    table: "Bảng số liệu",
    lonely: "Thứ hạng EGDI, ấn bản 2024: Việt Nam 71",
  },
  en: {
    query: "?lang=en",
    title: "GII rank: Viet Nam 3rd of the 10 ASEAN members with figures, edition 2025, behind Singapore and Malaysia",
    indicator: "Indicator",
    add: "Add an economy",
    typed: "south kor",
    added: "South Korea",
    removed: "Remove Singapore",
    only: "Viet Nam only",
    from: "From",
    table: "Table",
    lonely: "EGDI rank, edition 2024: Viet Nam 71",
  },
} as const;

const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
const address = (page: Page) => decodeURIComponent(new URL(page.url()).search);

describe.each(["vi", "en"] as const)("in %s, a reader", (lang) => {
  const w = words[lang];
  test.each([
    [1440, "light"],
    [360, "dark"],
  ] as const)("compares countries, by pointer and by keyboard (%i px, %s)", async (width, colorScheme) => {
    await using window = await visit(`/compare${w.query}`, { viewport: { width, height: 900 }, colorScheme });
    const { page, complaints } = window;
    const look = async () => {
      expect(await accessibilityFindings(page)).toEqual([]);
      expect(await sideways(page)).toBe(0);
    };
    const title = (text: string) => page.getByRole("heading", { level: 2, name: text, exact: true }).waitFor();
    const line = (name: string) => page.locator("svg.sheet [role=button]").filter({ hasText: name });
    await title(w.title);
    await line(width < 480 ? "VNM 44" : "44")
      .first()
      .waitFor();
    await look();

    // Without diacritics, by keyboard alone.
    const field = page.getByRole("combobox", { name: w.add });
    await field.fill(w.typed);
    await page.getByRole("option", { name: w.added }).waitFor();
    await look();
    await field.press("Enter");
    await line(width < 480 ? "KOR 4" : `${w.added} 4`).waitFor();
    expect(address(page)).toContain("areas=ASEAN,KOR");

    await page.getByRole("button", { name: w.removed }).click();
    await expect.poll(() => line(width < 480 ? "SGP" : "Singapore").count()).toBe(0);
    expect(address(page)).toMatch(/areas=VNM,/);
    await page.goBack();
    await line(width < 480 ? "SGP 5" : "Singapore 5").waitFor();
    await isStill(page);

    await page.getByLabel(w.indicator, { exact: true }).selectOption("EGDI_RANK");
    await expect.poll(() => address(page)).toContain("indicator=EGDI_RANK");
    await isStill(page);
    await page.getByRole("button", { name: w.only }).click();
    await title(w.lonely);
    await page.getByLabel(w.from, { exact: true }).selectOption("2012");
    await page.getByRole("link", { name: w.table, exact: true }).click();
    await page.getByRole("cell", { name: "71/193" }).waitFor();
    expect(await page.getByRole("columnheader", { name: "2012" }).count()).toBeGreaterThan(0);
    expect(await page.getByRole("columnheader", { name: "2010" }).count()).toBe(0);
    await look();

    // A pasted link gives the same picture.
    const there = page.url();
    expect(address(page)).toMatch(/^\?areas=VNM&from=2012&indicator=EGDI_RANK(&lang=en)?&tab=table$/);
    const seen = await readText(page.getByRole("main"));
    await page.goto(there);
    await page.getByRole("cell", { name: "71/193" }).waitFor();
    expect(await readText(page.getByRole("main"))).toBe(seen);
    expect(complaints).toEqual([]);
  });
});

test("every indicator that several economies have is drawn or tabled, without a word too wide for a phone", async () => {
  await using window = await visit("/compare", { viewport: { width: 360, height: 800 } });
  const { page, complaints } = window;
  const select = page.getByLabel("Chỉ tiêu", { exact: true });
  await select.waitFor();
  const codes = await select.locator("option").evaluateAll((all) => all.map((one) => one.getAttribute("value") ?? ""));
  expect(codes).toEqual(expect.arrayContaining(["GII_RANK", "EGDI_RANK", "GCI_RANK", "GII_SCORE", "INTERNET_USERS"]));
  for (const code of codes) {
    await page.goto(`/compare?indicator=${code}`);
    await page.locator("#chart-summary").waitFor();
    await page.locator("svg.sheet, #chart-title ~ *, table").first().waitFor();
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

test("a switch to the table and back leaves the drawing as it is: it costs no second drawing", async () => {
  await using window = await visit("/compare?areas=ASEAN,KOR", { viewport: { width: 1440, height: 900 } });
  const { page } = window;
  const chart = page.locator("svg.sheet");
  await chart.locator("path[d*=a]").first().waitFor();
  await page.waitForLoadState("networkidle");
  await chart.evaluate((svg) => {
    svg.setAttribute("data-changes", "0");
    const count = () => svg.setAttribute("data-changes", String(Number(svg.getAttribute("data-changes")) + 1));
    new MutationObserver(count).observe(svg, { childList: true, subtree: true });
  });
  await page.getByRole("link", { name: "Bảng số liệu", exact: true }).click();
  await page.getByRole("cell", { name: "44/139" }).first().waitFor();
  expect(await chart.isVisible()).toBe(false);
  await page.getByRole("link", { name: "Biểu đồ", exact: true }).click();
  await expect.poll(() => chart.isVisible()).toBe(true);
  expect(await chart.getAttribute("data-changes")).toBe("0");
});

test.each([
  [1440, "over the chart"],
  [360, "at the foot of the screen, whole"],
] as const)("at %i px a year's figures are told %s", async (width, _place) => {
  await using window = await visit("/compare", { viewport: { width, height: 800 } });
  const { page } = window;
  const chart = page.locator("svg.sheet");
  await chart.evaluate((svg) => scrollBy(0, svg.getBoundingClientRect().top - 120));
  const drawn = await chart.boundingBox();
  if (!drawn) throw new Error("no chart");
  await page.mouse.move(drawn.x + drawn.width / 2, drawn.y + 80);
  const tip = page.locator(".recharts-default-tooltip");
  await tip.getByText("Việt Nam: ").waitFor();
  const told = await tip.boundingBox();
  if (!told) throw new Error("nothing told");
  const [right, bottom] = [told.x + told.width, told.y + told.height];
  if (width === 360) expect([told.x, right, bottom]).toEqual([8, 352, 792]);
  else expect([told.x > drawn.x, right < drawn.x + drawn.width, bottom < drawn.y + drawn.height]).not.toContain(false);
});
