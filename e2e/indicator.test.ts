import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { isAlive } from "./alive.ts";
import { accessibilityFindings, useBrowser } from "./browser.ts";
import { readText } from "./read-text.ts";

const { visit } = useBrowser();

const words = {
  vi: {
    query: "",
    value: "Con số giả định",
    show: "Tính thử",
    clear: "Bỏ giả định",
    mark: "Giả định, không phải số liệu",
    suppose: "Giả sử năm 2026 là 15,2%",
    met: "Hiện đạt",
    wrong: ["15.2", "Dùng dấu phẩy thập phân: 15,2"],
    right: "15,2",
    outside: ["150", "Nhập số từ 0 đến 100."],
    vintages: "Các lần công bố",
    asOf: "xem tại ngày 31/12/2024",
    past: "12,33%",
    now: "12,87%",
    events: "Hiện mốc sự kiện",
    event: /31\/12\/2020: Quyết định 2289\/QĐ-TTg/,
    copy: "Sao chép đoạn văn",
    copied: "Đã sao chép",
    selected: /đoạn văn đã được chọn/,
    summary: "12,66% GDP năm 2020",
    source: "Nguồn: Cục Thống kê",
  },
  en: {
    query: "lang=en",
    value: "Assumed figure",
    show: "Try it",
    clear: "Clear the assumption",
    mark: "Assumption, not data",
    suppose: "Suppose 2026 is 15.2%",
    met: "Met so far",
    wrong: ["15,2", "Use a decimal point: 15.2"],
    right: "15.2",
    outside: ["150", "Enter a number from 0 to 100."],
    vintages: "Vintages",
    asOf: "view as of 31 December 2024",
    past: "12.33%",
    now: "12.87%",
    events: "Show events",
    event: /31 December 2020: .*2289/,
    copy: "Copy paragraph",
    copied: "Copied",
    selected: /the paragraph is selected/,
    summary: "12.66% of GDP in 2020",
    source: "Source: National Statistics Office",
  },
} as const;

const sizes = [
  [1440, "light"],
  [360, "dark"],
] as const;
const cases = (["vi", "en"] as const).flatMap((lang) =>
  sizes.map(([width, colorScheme]) => ({ lang, width, colorScheme })),
);
const address = (path: string, query: string) => (query ? `${path}${path.includes("?") ? "&" : "?"}${query}` : path);
const wide = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
async function isFit(page: Page) {
  expect(await accessibilityFindings(page)).toEqual([]);
  expect(await wide(page)).toBe(0);
}

describe.each(cases)("in $lang at $width px, a reader", ({ lang, width, colorScheme }) => {
  const w = words[lang];
  const options = { viewport: { width, height: 900 }, colorScheme };
  const page = "/indicators/DIGITAL_ECONOMY_GDP";

  test("tries a coming figure in their own number format, and can send the answer to somebody", async () => {
    await using window = await visit(address(page, w.query), options);
    const { page: tab, complaints } = window;
    const field = tab.getByLabel(w.value);
    for (const [typed, said] of [w.wrong, w.outside]) {
      await field.fill(typed);
      await tab.getByRole("button", { name: w.show }).click();
      await tab.locator("#what-if-value-error").getByText(said).waitFor();
      expect(await field.getAttribute("aria-invalid")).toBe("true");
      expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
    }
    await isFit(tab);
    // Another assumption first: the second answer must not be the first one's.
    await field.fill("40");
    await field.press("Enter");
    await tab.getByText(w.mark).waitFor();
    const verdict = tab.locator('article[aria-labelledby^="what-if"] .badge');
    await verdict.getByText(w.met).waitFor();
    await field.fill(w.right);
    await field.press("Enter");
    const answer = tab.getByRole("article", { name: w.suppose });
    await answer.waitFor();
    expect(await verdict.getByText(w.met).count()).toBe(0);
    expect(new URL(tab.url()).searchParams.get("ifYear")).toBe("2026");
    expect(new URL(tab.url()).searchParams.get("ifValue")).toBe("15.2");
    await isFit(tab);
    const said = await readText(answer);
    await tab.reload();
    await isAlive(tab);
    await answer.waitFor();
    expect(await readText(answer)).toBe(said);
    expect(await field.inputValue()).toBe(w.right);
    await tab.getByRole("link", { name: w.clear }).click();
    await answer.waitFor({ state: "detached" });
    expect(new URL(tab.url()).searchParams.has("ifValue")).toBe(false);
    expect(complaints).toEqual([]);
  });

  test("sees what was known when, and goes back to a day", async () => {
    await using window = await visit(address(page, w.query), options);
    const { page: tab, complaints } = window;
    await tab.getByRole("link", { name: w.vintages }).click();
    const table = tab.getByRole("table").first();
    await table.getByText(w.past).waitFor();
    expect(await table.getByText(w.now).count()).toBeGreaterThan(0);
    expect(new URL(tab.url()).searchParams.get("tab")).toBe("vintages");
    await isFit(tab);
    await tab.reload();
    await isAlive(tab);
    await table.getByRole("link", { name: w.asOf }).click();
    await expect.poll(() => readText(tab.locator("#chart-summary"))).toContain(w.past);
    expect(new URL(tab.url()).searchParams.get("asOf")).toBe("2024-12-31");
    expect(complaints).toEqual([]);
  });

  test("marks events on the chart on demand", async () => {
    await using window = await visit(address("/indicators/EGDI_RANK", w.query), options);
    const { page: tab, complaints } = window;
    await tab.locator("svg.sheet:visible").waitFor();
    expect(await tab.getByText(w.event).count()).toBe(0);
    await tab.getByRole("link", { name: w.events }).click();
    await tab.getByText(w.event).waitFor();
    expect(new URL(tab.url()).searchParams.get("milestones")).toBe("1");
    await isFit(tab);
    await tab.reload();
    await isAlive(tab);
    await tab.getByText(w.event).waitFor();
    expect(complaints).toEqual([]);
  });

  test("copies the paragraph with its source, or has it selected where copying is not allowed", async () => {
    await using window = await visit(address(page, w.query), {
      ...options,
      permissions: ["clipboard-read", "clipboard-write"],
    });
    const { page: tab } = window;
    await tab.getByRole("button", { name: w.copy }).click();
    await tab.getByRole("button", { name: w.copied }).waitFor();
    const copied = await tab.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain(w.summary);
    expect(copied).toContain(w.source);
    await tab.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error("no"));
      document.execCommand = () => false;
    });
    await tab.getByRole("button", { name: w.copy }).click();
    await tab.getByText(w.selected).waitFor();
    expect(await tab.evaluate(() => String(getSelection()))).toContain(w.summary);
  });
});

test("without a script a reader has the chart, its tables and events, and tries a coming figure", async () => {
  await using window = await visit("/indicators/DIGITAL_ECONOMY_GDP", { javaScriptEnabled: false });
  const { page, complaints } = window;
  const w = words.vi;
  await page.locator("svg.sheet:visible").waitFor();
  await page.getByRole("link", { name: w.events }).click();
  await page.getByText(w.event).waitFor();
  await page.getByRole("link", { name: "Bảng số liệu" }).click();
  await page.getByRole("link", { name: "Bộ Khoa học và Công nghệ", exact: true }).first().click();
  await page.getByRole("table").first().getByText("18,3%").waitFor();
  const field = page.getByLabel(w.value);
  await field.fill(w.wrong[0]);
  await field.press("Enter");
  await page.locator("#what-if-value-error").getByText(w.wrong[1]).waitFor();
  // The browser's own way to what an address names.
  expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
  await field.fill(w.right);
  await page.getByRole("button", { name: w.show }).click();
  await page.getByRole("article", { name: w.suppose }).waitFor();
  const { search } = new URL(page.url());
  expect(search).toBe("?compiler=MIC&ifValue=15.2&ifYear=2026&milestones=1&tab=table");
  expect(complaints).toEqual([]);
});
