import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { isAlive, isSettled } from "./alive.ts";
import { accessibilityFindings, origin, useBrowser } from "./browser.ts";
import { readText } from "./read-text.ts";
import { releaseOn, releasesOf } from "./release-on.ts";

const { visit } = useBrowser();

const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

const words = {
  vi: {
    query: "",
    ledger: "Đợt cập nhật",
    rebuilt: "tái dựng theo ngày công bố của nguồn",
    number: (id: number) => `Đợt cập nhật số ${id}`,
    changed: /Thấp hơn năm cơ sở.*→.*Chậm nhiều so với tiến độ/,
    before: "Thấp hơn năm cơ sở",
    after: "Chậm nhiều so với tiến độ",
    two: "So sánh số liệu tại hai thời điểm",
    past: "12,33% (sơ bộ)",
    now: "12,87% (sơ bộ)",
    title: "So sánh số liệu tại hai thời điểm",
    about: "Về bảng theo dõi này, báo lỗi",
    noContact: "Đơn vị vận hành chưa đặt địa chỉ liên hệ",
  },
  en: {
    query: "lang=en",
    ledger: "Releases",
    rebuilt: "rebuilt from the source’s own date of publication",
    number: (id: number) => `Release ${id}`,
    changed: /Lower than in the base year.*→.*Off track/,
    before: "Lower than in the base year",
    after: "Off track",
    two: "Compare two days",
    past: "12.33% (provisional)",
    now: "12.87% (provisional)",
    title: "Figures compared between two days",
    about: "About this dashboard, report an error",
    noContact: "has not set a contact address",
  },
} as const;

describe.each(["vi", "en"] as const)("in %s, a reader", (lang) => {
  const w = words[lang];
  test.each([
    [1440, "light"],
    [360, "dark"],
  ] as const)(
    "goes from the ledger to a release, to two days compared, to who answers (%i px, %s)",
    async (width, colorScheme) => {
      await using window = await visit(`/releases?${w.query}`, { viewport: { width, height: 900 }, colorScheme });
      const { page, complaints } = window;
      const main = page.getByRole("main");
      const id = await releaseOn("2025-01-06");
      const number = w.number(id);
      const look = async () => {
        expect(await accessibilityFindings(page)).toEqual([]);
        expect(await sideways(page)).toBe(0);
      };
      await main.getByRole("heading", { level: 1, name: w.ledger }).waitFor();
      expect(await main.getByText(w.rebuilt).count()).toBe(20);
      const row = main.getByRole("row").filter({ has: page.getByRole("link", { name: number, exact: true }) });
      expect(await row.getByText("12.33% → 12.87%".replaceAll(".", lang === "vi" ? "," : ".")).count()).toBe(1);
      await look();

      expect(await row.getByRole("listitem").filter({ hasText: w.changed }).count()).toBe(2);
      await row.getByRole("link", { name: number, exact: true }).click();
      await main.getByRole("heading", { level: 1, name: number }).waitFor();
      const status = main.getByRole("table").first().getByRole("row").nth(1);
      expect(await status.getByText(w.before).count()).toBe(1);
      expect(await status.getByText(w.after).count()).toBe(1);
      await look();

      await page.goBack();
      await main.getByRole("link", { name: w.two }).click();
      await main.getByRole("heading", { level: 1, name: w.title }).waitFor();
      await main.locator("input[name=from]").fill("2024-12-31");
      await main.locator("form button").click();
      const share = main.getByRole("row").filter({ hasText: w.past });
      await share.waitFor();
      // What was known of 2023 on that day, and what is known now: the two stand in one row, with the release.
      expect((await readText(share)).replaceAll(/\s+/g, " ")).toMatch(
        new RegExp(`2023.*${w.past.replaceAll(/[.()]/g, "\\$&")}.*${w.now.replaceAll(/[.()]/g, "\\$&")}.*${id}`),
      );
      expect(new URL(page.url()).searchParams.get("from")).toBe("2024-12-31");
      await look();
      const shown = await main.textContent();
      await page.reload();
      await share.waitFor();
      expect(await main.textContent()).toBe(shown);

      await page.getByRole("link", { name: w.about }).click();
      await main.getByText(w.noContact).waitFor();
      await look();
      expect(complaints).toEqual([]);
    },
  );

  test("narrows the ledger, sends the address, goes back", async () => {
    await using window = await visit(`/releases?${w.query}`);
    const { page } = window;
    const main = page.getByRole("main");
    const status = main.getByRole("status").first();
    await main.getByRole("combobox").nth(1).selectOption("2025");
    await main.locator("form").getByRole("button").click();
    const ofYear = (await releasesOf("2025")).length;
    await expect.poll(() => readText(status)).toMatch(new RegExp(`^${ofYear} `));
    await main.getByRole("combobox").first().selectOption("GII_RANK");
    await main.locator("form").getByRole("button").click();
    await expect.poll(async () => Number.parseInt(await readText(status), 10)).toBe(2);
    const search = new URL(page.url()).searchParams;
    expect([search.get("indicator"), search.get("year"), search.get("lang") ?? ""]).toEqual([
      "GII_RANK",
      "2025",
      lang === "en" ? "en" : "",
    ]);
    await page.reload();
    await expect.poll(async () => Number.parseInt(await readText(status), 10)).toBe(2);
    await page.goBack();
    await expect.poll(() => readText(status)).toMatch(new RegExp(`^${ofYear} `));
  });
});

test("every release stands on one page of the ledger, and a page's address gives the same picture", async () => {
  await using window = await visit("/releases");
  const { page } = window;
  const main = page.getByRole("main");
  const status = main.getByRole("status").first();
  const found: string[] = [];
  const all = await releaseOn();
  for (const [n, size] of [20, 20, 20, all - 60].entries()) {
    await expect.poll(() => readText(status)).toBe(`${size} trong số ${all} đợt cập nhật (trang ${n + 1}/4).`);
    found.push(...(await main.getByRole("rowheader").getByRole("link").allTextContents()));
    if (n < 3) await main.getByRole("link", { name: "Trang sau", exact: true }).click();
  }
  expect(found).toEqual(Array.from({ length: all }, (_, i) => `Đợt cập nhật số ${all - i}`));
  expect(new URL(page.url()).searchParams.get("page")).toBe("4");
  await page.goBack();
  await expect.poll(() => readText(status)).toContain("trang 3/4");
  const shown = await main.textContent();
  await page.reload();
  expect(await main.textContent()).toBe(shown);
  // Another choice begins at its own first page.
  await main.getByRole("combobox").nth(1).selectOption("2025");
  await main.locator("form").getByRole("button").click();
  await expect.poll(() => readText(status)).toMatch(new RegExp(`^1?\\d trong số ${all} đợt cập nhật\\.`));
  expect(new URL(page.url()).searchParams.has("page")).toBe(false);
});

test("without JavaScript the ledger is narrowed, and two days are compared, by their forms", async () => {
  await using window = await visit("/releases?asOf=2025-12-31&lang=en&page=2", { javaScriptEnabled: false });
  const { page } = window;
  const main = page.getByRole("main");
  await main.getByLabel("Indicator").selectOption("GII_RANK");
  await main.getByLabel("Year of release").selectOption("2025");
  await main.getByRole("button", { name: "Filter" }).click();
  await page.waitForURL("/releases?asOf=2025-12-31&indicator=GII_RANK&lang=en&year=2025");
  await main.getByText(`2 of ${await releaseOn("2025-12-31")} releases.`).waitFor();
  await main.getByRole("link", { name: "Compare two days" }).click();
  await main.getByLabel("As known on").fill("2024-12-31");
  await main.getByLabel("Indicator").selectOption("GII_RANK");
  await main.getByRole("button", { name: "Compare" }).click();
  await page.waitForURL("/releases/compare?asOf=2025-12-31&from=2024-12-31&indicator=GII_RANK&lang=en");
  await main.getByText("from 31 December 2024 to 31 December 2025: 0 figures revised, 1 new").waitFor();
  expect(window.complaints).toEqual([]);
});

test("a past day ends the ledger and both days of a comparison", async () => {
  await using window = await visit("/releases?asOf=2024-12-31");
  const { page } = window;
  const main = page.getByRole("main");
  await main
    .getByText(`20 trong số ${await releaseOn("2024-12-31")} đợt cập nhật (trang 1/3).`)
    .first()
    .waitFor();
  await page.goto("/releases/compare?from=2024-06-30&to=2025-06-30&asOf=2024-12-31");
  await main.getByText("Từ 30/6/2024 đến 31/12/2024").waitFor();
  await main.getByText("nên không so với ngày muộn hơn").waitFor();
  expect(await main.getByText("12,87%").count()).toBe(0);
  expect(await accessibilityFindings(page)).toEqual([]);
});

test("other economies are there for who opens them; two days without difference say so", async () => {
  await using window = await visit(`/releases/${await releaseOn("2024-09-17")}?lang=en`, {
    viewport: { width: 360, height: 900 },
  });
  const { page } = window;
  const main = page.getByRole("main");
  await main.getByText(/^Figures of other economies \(\d+\)$/).click();
  await main.getByRole("rowheader", { name: "Singapore" }).first().waitFor();
  expect(await sideways(page)).toBe(0);
  expect(await accessibilityFindings(page)).toEqual([]);
  await page.goto("/releases/compare?lang=en&from=2026-03-01&to=2026-03-02");
  await main.getByText("The two days do not differ").waitFor();
});

test("a release that is not there, or not yet there on the day, is a 404 page with status 404", async () => {
  for (const path of ["/releases/99999", "/releases/0", "/releases/x", "/releases/60?asOf=2024-12-31"])
    expect((await fetch(origin() + path)).status, path).toBe(404);
  expect((await fetch(`${origin()}/releases/52?asOf=2024-12-31`)).status).toBe(200);
  await using window = await visit("/releases/99999");
  await window.page.getByRole("heading", { level: 1, name: "Không có trang này" }).waitFor();
});

test.each([
  ["/releases", 1440, 1600],
  ["/releases", 360, 2400],
  ["/strategy", 1440, 5000],
])("%s at %i px keeps the reader's place while it settles, and when it is loaded anew", async (path, width, place) => {
  await using window = await visit(path, { viewport: { width, height: 900 } });
  const { page } = window;
  await isAlive(page);
  const isAt = () => page.evaluate(() => Math.round(scrollY));
  await page.evaluate((y) => scrollTo(0, y), place);
  await isSettled(page);
  expect(await isAt()).toBe(place);
  await page.reload();
  await isSettled(page);
  expect(await isAt()).toBe(place);
});
