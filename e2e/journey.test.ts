import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { isAlive } from "./alive.ts";
import { accessibilityFindings, origin, useBrowser } from "./browser.ts";

const { visit } = useBrowser();

const words = {
  vi: {
    query: "",
    link: "Kinh tế số/GDP",
    open: "Xem số liệu tại ngày…",
    show: "Xem",
    banner: "Số liệu tại ngày 31/12/2024",
    back: "Về số liệu hiện hành",
    table: "Bảng số liệu",
    csv: "Tải CSV",
    files: "Tải số liệu, hình",
    now: "14,02%",
    past: "12,33%",
    away: "Thấp hơn năm cơ sở",
    sentence:
      "5 mục tiêu theo dõi chính: thứ hạng Chính phủ điện tử (EGDI) ấn bản 2024 đúng tiến độ; năng suất lao động chậm tiến độ; kinh tế số/GDP chậm nhiều so với tiến độ; thứ hạng đổi mới sáng tạo (GII) thấp hơn năm 2020; an ninh mạng (GCI) không còn xếp hạng để đánh giá. Hai đánh giá là tạm thời.",
    short: "Hai mục tiêu cần mức tăng chưa năm nào đạt. Hai thứ hạng đang chờ ấn bản 2026.",
  },
  en: {
    query: "?lang=en",
    link: "Digital economy/GDP",
    open: "View figures of a past day…",
    show: "Show",
    banner: "Figures as known on 31 December 2024",
    back: "Back to current figures",
    table: "Table",
    csv: "Download CSV",
    files: "Download figures, picture",
    now: "14.02%",
    past: "12.33%",
    away: "Lower than in the base year",
    sentence:
      "5 headline targets: e-government (EGDI) rank, 2024 edition: on track; labour productivity: behind; digital economy/GDP: off track; innovation (GII) rank: lower than in 2020; cybersecurity (GCI): no longer ranked. Two of these assessments are provisional.",
    short: "Two targets need a pace never reached in any year. Two ranks await their 2026 edition.",
  },
} as const;

const wide = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe.each(["vi", "en"] as const)("in %s, a reader", (lang) => {
  const w = words[lang];
  test.each([
    [1440, "light"],
    [360, "dark"],
  ] as const)(
    "goes from the overview to an indicator, its past, its table and its file (%i px, %s)",
    async (width, colorScheme) => {
      await using window = await visit(`/${w.query}`, {
        viewport: { width, height: 900 },
        colorScheme,
        acceptDownloads: true,
      });
      const { page, complaints } = window;
      const look = async () => {
        expect(await accessibilityFindings(page)).toEqual([]);
        expect(await wide(page)).toBe(0);
      };
      const main = page.getByRole("main");

      await main.getByText(width < 832 ? w.short : w.sentence).waitFor();
      await isAlive(page);
      expect(await page.locator("html").getAttribute("lang")).toBe(lang);
      await look();

      await main.getByRole("link", { name: w.link }).first().click();
      await page.getByRole("heading", { level: 1 }).waitFor();
      expect(new URL(page.url()).pathname).toBe("/indicators/DIGITAL_ECONOMY_GDP");
      await main.getByText(w.now).first().waitFor();
      await main.locator("svg.sheet:visible").first().waitFor();
      await look();

      await page
        .getByText(w.open)
        .last()
        .click({ force: true })
        .catch(() => page.locator(`[aria-label="${w.open}"]`).click());
      await page.locator("#as-of-day").fill("2024-12-31");
      await page.getByRole("button", { name: w.show, exact: true }).click();
      await page.getByText(w.banner).waitFor();
      expect(new URL(page.url()).searchParams.get("asOf")).toBe("2024-12-31");
      await main.getByText(w.now).first().waitFor({ state: "detached" });
      await main.getByText(w.past).first().waitFor();
      await main.getByText(w.away).first().waitFor();
      await look();

      await main
        .getByRole("link", { name: w.table })
        .or(main.getByRole("button", { name: w.table }))
        .or(main.getByText(w.table, { exact: true }))
        .first()
        .click();
      await main.getByRole("table").first().getByText(w.past.replace("%", "")).first().waitFor();
      const address = page.url();
      await look();

      if (width < 832) await main.getByText(w.files, { exact: true }).click();
      const download = page.waitForEvent("download");
      await main.getByRole("link", { name: w.csv }).first().click();
      const file = await (await download).path();
      const rows = parse(readFileSync(file, "utf8"), { columns: true, bom: true }) as Record<string, string>[];
      expect(rows.find((r) => r.COMPILER === "NSO" && r.TIME_PERIOD === "2023")?.OBS_VALUE).toBe("12.33");

      await page.reload();

      await isAlive(page);
      await main.getByRole("table").first().getByText(w.past.replace("%", "")).first().waitFor();
      expect(page.url()).toBe(address);
      await page.goBack();
      await page.getByText(w.banner).waitFor();
      await page.getByRole("link", { name: w.back }).click();
      await main.getByText(w.now).first().waitFor();
      expect(complaints).toEqual([]);
    },
  );
});

test("the keyboard alone reaches the content, the menu of dates and an indicator", async () => {
  await using window = await visit("/");
  const { page } = window;
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.getAttribute("href"))).toMatch(/^#/);
  await page.keyboard.press("Enter");
  const reached = new Set<string>();
  for (let i = 0; i < 40 && !reached.has("/indicators/EGDI_RANK"); i++) {
    await page.keyboard.press("Tab");
    reached.add(await page.evaluate(() => (document.activeElement as HTMLAnchorElement | null)?.pathname ?? ""));
  }
  expect([...reached]).toContain("/indicators/EGDI_RANK");
});

test("an unknown page changes its language where it is, and opens there again", async () => {
  await using window = await visit("/favicon.svg");
  const { page } = window;
  await page.goto(`${origin()}/nowhere/at/all`);
  await page.getByRole("heading", { name: "Không có trang này" }).waitFor();
  await page.getByRole("banner").getByRole("link", { name: "English" }).click();
  await page.getByRole("heading", { name: "This page does not exist" }).waitFor();
  expect(new URL(page.url()).pathname).toBe("/nowhere/at/all");
  await page.reload();
  await page.getByRole("heading", { name: "This page does not exist" }).waitFor();
  await page.goBack();
  await page.getByRole("heading", { name: "Không có trang này" }).waitFor();
});

test("an unknown page and an unknown indicator are told kindly", async () => {
  for (const path of ["/nowhere", "/indicators/NO_SUCH?lang=en"]) {
    await using window = await visit("/favicon.svg");
    const answer = await window.page.goto(origin() + path);
    expect(answer?.status()).toBe(404);
    await window.page.getByRole("heading", { level: 1 }).waitFor();
    expect(await window.page.getByRole("main").getByRole("link").count()).toBeGreaterThan(0);
    expect(await accessibilityFindings(window.page)).toEqual([]);
  }
});
