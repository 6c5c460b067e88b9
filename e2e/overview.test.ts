import { describe, expect, test } from "vitest";
import { isAlive } from "./alive.ts";
import { accessibilityFindings, useBrowser } from "./browser.ts";
import { readText } from "./read-text.ts";

const { visit } = useBrowser();
const PHONE = { width: 360, height: 780 };
const DESK = { width: 1440, height: 900 };
/** The end of each year since the Decision, and days on which much is told at once. */
const PAST_DAYS = [
  ...["2020-12-31", "2021-12-31", "2022-12-31", "2023-12-31", "2024-12-31", "2025-12-31"],
  ...["2025-06-30", "2025-09-16", "2026-06-30"],
];

describe.each(["/", "/?lang=en"])("the overview at %s", (path) => {
  test.each([
    ["a phone", PHONE],
    ["a desk", DESK],
  ] as const)("shows on %s in its first window all five targets with status and numbers", async (_, viewport) => {
    await using window = await visit(path, { viewport });
    const { page } = window;
    await isAlive(page);
    await page.evaluate(() => document.fonts.ready);
    const rows = page.locator("table").first().locator("tr[data-target]");
    expect(await rows.count()).toBe(5);
    for (const row of await rows.all()) {
      const box = await row.boundingBox();
      expect((box?.y ?? Number.POSITIVE_INFINITY) + (box?.height ?? 0)).toBeLessThanOrEqual(viewport.height);
      expect(await row.locator(".targets-status").isVisible()).toBe(true);
      expect(await readText(row)).toMatch(/\d+.*\(20\d\d/);
    }
    // In full on a phone too: short words would say of the publisher what is true of this system alone.
    const overdue = rows.locator(".targets-overdue");
    const said = path.includes("en")
      ? /^2026 edition: past its expected date, \d+ September 2026; no figure here yet$/
      : /^Ấn bản 2026: đã qua ngày dự kiến công bố \d+\/9\/2026, hệ thống chưa có số$/;
    expect(await overdue.count()).toBeGreaterThan(0);
    for (const one of await overdue.all()) expect(await readText(one)).toMatch(said);
  });

  test.each([
    ["four windows of a phone", PHONE, 4],
    ["three windows of a desk", DESK, 3],
  ] as const)("is no longer than %s", async (_, viewport, most) => {
    await using window = await visit(path, { viewport });
    await isAlive(window.page);
    const height = await window.page.evaluate(() => document.documentElement.scrollHeight);
    expect(height).toBeLessThanOrEqual(most * viewport.height);
  });

  test("is no longer than four windows of a phone on any past day", async () => {
    await using window = await visit("/", { viewport: PHONE });
    const { page } = window;
    for (const point of [...PAST_DAYS.map((day) => `asOf=${day}`), "release=1"]) {
      await page.goto(`${path}${path.includes("?") ? "&" : "?"}${point}`);
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      expect([point, Math.max(height, 4 * PHONE.height)]).toEqual([point, 4 * PHONE.height]);
    }
  });

  test.each([
    ["light", PHONE],
    ["dark", PHONE],
    ["light", DESK],
    ["dark", DESK],
  ] as const)("has nothing that axe objects to with all of it open (%s, %o)", async (colorScheme, viewport) => {
    await using window = await visit(path, { colorScheme, viewport });
    const { page } = window;
    await isAlive(page);
    for (const summary of await page.locator("main details > summary:visible").all()) await summary.click();
    expect(await accessibilityFindings(page)).toEqual([]);
    expect(window.complaints).toEqual([]);
  });
});

test.each([360, 390, 1440])("at %i px the last days of five years are links that keep the page", async (width) => {
  await using window = await visit("/?order=body", { javaScriptEnabled: false, viewport: { width, height: 780 } });
  const { page } = window;
  const header = page.getByRole("banner");
  const [name, language] = [header.getByRole("link", { name: "Mốc 2030" }), header.locator("a[hreflang=en]")];
  const middle = async (part: typeof name) => {
    const box = await part.boundingBox();
    return (box?.y ?? 0) + (box?.height ?? 0) / 2;
  };
  expect(Math.abs((await middle(name)) - (await middle(language)))).toBeLessThan(8);
  await header.locator("[data-menu] > summary").first().click();
  const days = header.locator("[data-menu] li a");
  expect(await days.count()).toBe(5);
  const [newest] = await days.allInnerTexts();
  await days.first().click();
  const { search } = new URL(page.url());
  expect(search).toMatch(/^\?(asOf=\d{4}-12-31&order=body|order=body&asOf=\d{4}-12-31)$/);
  await page
    .getByRole("status")
    .getByText(newest ?? "")
    .waitFor();
});

test("on a past day a link within the page leads below the banner that stays on top", async () => {
  await using window = await visit("/?asOf=2024-12-31", { viewport: PHONE });
  const { page } = window;
  await isAlive(page);
  for (const [link, id] of [
    ["Cơ quan", "who-answers"],
    ["12,33% hay 16,5%?", "cautions"],
  ] as const) {
    await page.getByRole("navigation", { name: "Trên trang này" }).getByRole("link", { name: link }).click();
    const gap = () =>
      page.evaluate((named) => {
        const [banner, part] = [document.querySelector("[data-as-of]"), document.getElementById(named)];
        return (part?.getBoundingClientRect().top ?? 0) - (banner?.getBoundingClientRect().bottom ?? 0);
      }, id);
    await expect.poll(gap).toBeLessThan(120);
    expect(await gap()).toBeGreaterThanOrEqual(0);
  }
});

test("a past day without anything to compare or to check says so, and has no empty part", async () => {
  await using window = await visit("/?asOf=2020-12-31", { viewport: PHONE });
  const { page } = window;
  await page.getByText("Chưa đủ cơ sở so sánh mức cần có với các năm trước.").waitFor();
  const links = await page.getByRole("navigation", { name: "Trên trang này" }).getByRole("link").allInnerTexts();
  expect(links).toEqual(["Cơ quan"]);
  expect(await page.locator("#cautions").count()).toBe(0);
});

test("a bar stands on the side of its tick that its badge says", async () => {
  await using window = await visit("/", { viewport: DESK });
  const bars = await window.page.locator("svg[viewBox='0 0 120 10']").evaluateAll((all) =>
    all.map((bar) => ({
      status: bar.getAttribute("data-class") ?? "",
      reached: bar.querySelectorAll("rect")[1]?.getBoundingClientRect().right ?? 0,
      tick: bar.querySelector("path")?.getBoundingClientRect().left ?? 0,
    })),
  );
  expect(bars.length).toBeGreaterThan(0);
  for (const { status, reached, tick } of bars)
    if (status === "on_track") expect(reached).toBeGreaterThanOrEqual(tick);
    else expect(reached).toBeLessThan(tick);
});

test("the orders are addresses, without JavaScript too", async () => {
  await using window = await visit("/", { javaScriptEnabled: false, viewport: PHONE });
  const { page } = window;
  const first = page.locator("table").first();
  const headings = () => first.getByRole("rowheader").allInnerTexts();
  const usual = await headings();
  const orders = page.getByRole("navigation", { name: "Xếp theo" });
  await orders.getByRole("link", { name: "cơ quan" }).click();
  expect(new URL(page.url()).search).toBe("?order=body");
  const byBody = await headings();
  expect(byBody).not.toEqual(usual);
  expect(byBody.filter((text) => /^(Bộ|chưa)/.test(text)).length).toBeGreaterThan(0);
  await orders.getByRole("link", { name: "Quyết định" }).click();
  expect(await headings()).toHaveLength(5);
});

test("what is folded opens without JavaScript, and older anchors still lead to their part", async () => {
  await using window = await visit("/#targets-2030", { javaScriptEnabled: false, viewport: PHONE });
  const { page } = window;
  for (const id of ["targets-2030", "targets-2025", "latest"])
    expect([id, await page.locator(`#${id}`).count()]).toEqual([id, 1]);
  await page.locator("#not-assessable ~ details > summary").first().click();
  expect(await page.locator("#not-assessable ~ details li").first().isVisible()).toBe(true);
});

test("the first window of a phone leads to each year's need, to who answers and to what to check", async () => {
  await using window = await visit("/", { viewport: PHONE });
  const { page } = window;
  await isAlive(page);
  const parts = page.getByRole("navigation", { name: "Trên trang này" });
  const box = await parts.boundingBox();
  expect((box?.y ?? PHONE.height) + (box?.height ?? 0)).toBeLessThan(PHONE.height);
  await parts.getByRole("link", { name: "Cần từng năm" }).click();
  await page.getByRole("table", { name: "Mức cần đạt từng năm" }).getByText("17,22").waitFor();
  for (const [name, heading] of [
    ["Cơ quan", "Cơ quan"],
    ["13,17% hay 18,3%?", "Lưu ý trước khi phát biểu"],
  ] as const) {
    await parts.getByRole("link", { name }).click();
    const title = page.getByRole("main").getByRole("heading", { name: heading, exact: true });
    await expect.poll(() => title.evaluate((one) => Math.abs(one.getBoundingClientRect().top))).toBeLessThan(120);
  }
});
