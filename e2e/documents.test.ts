import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { addresses, inEnglish } from "./addresses.ts";
import { isSettled } from "./alive.ts";
import { accessibilityFindings, origin, useBrowser } from "./browser.ts";

const { visit } = useBrowser();

/** The pages that are documents, and what each says near its end. */
const documents = [
  ["/", /Chưa đủ cơ sở đánh giá[\s\S]*Số liệu: đợt cập nhật số \d+/, /Not assessable[\s\S]*Figures: release \d+/],
  [
    "/indicators",
    /Nhóm theo Chỉ số An toàn[\s\S]*Số liệu: đợt cập nhật số \d+/,
    /Tier in the Global[\s\S]*Figures: release \d+/,
  ],
  ["/indicators/DIGITAL_ECONOMY_GDP", /Số liệu: đợt cập nhật số \d+/, /Figures: release \d+/],
  ["/indicators/EGDI_RANK?tab=vintages", /xem tại ngày 17\/9\/2024/, /view as of 17 September 2024/],
  ["/releases", /Đợt cập nhật số \d+\n/, /Release \d+\n/],
  ["/releases/53", /Đợt cập nhật số 53/, /Release 53/],
  ["/releases/compare?from=2024-12-31", /39,98% \(sơ bộ\)/, /39\.98% \(provisional\)/],
  ["/compare?areas=ASEAN,KOR", /Vị trí trong ASEAN[\s\S]*Số liệu: đợt cập nhật số \d+/, /Figures: release \d+/],
  ["/strategy", /Số liệu: đợt cập nhật số \d+/, /Figures: release \d+/],
  ["/data", /Số liệu: đợt cập nhật số \d+/, /Figures: release \d+/],
  ["/follow?body=MOST", /Trang nội bộ/, /Staff pages/],
  ["/targets/D2289-2030-EGDI_RANK", /Số liệu: đợt cập nhật số \d+/, /Figures: release \d+/],
  ["/about", /Cục Thống kê/, /National Statistics Office/],
] as const;

test.each(documents)("%s is whole without JavaScript: text, links, menu of days", async (path, vi, en) => {
  for (const [address, end] of [
    [path, vi],
    [inEnglish(path), en],
  ] as const) {
    await using window = await visit(address, { javaScriptEnabled: false });
    const { page } = window;
    expect(await page.locator("main").innerText()).toMatch(end);
    expect(
      await page
        .locator(".needs-script, .needs-script *")
        .evaluateAll((all) => all.some((one) => one.checkVisibility())),
    ).toBe(false);
    await page.locator("details[data-menu] summary").first().click();
    await page.locator("#as-of-day").fill("2025-12-31");
    await page.locator("form:has(#as-of-day) button").click();
    await page.getByText(/Số liệu tại ngày 31\/12\/2025|Figures as known on 31 December 2025/).waitFor();
    expect(new URL(page.url()).searchParams.get("asOf")).toBe("2025-12-31");
    await page.locator("header a[hreflang]").click();
    expect(new URL(page.url()).searchParams.get("lang")).toBe(address === path ? "en" : null);
    expect(window.complaints).toEqual([]);
  }
});

test.each(documents)("every link of %s within the site leads somewhere", async (path) => {
  for (const address of [path, inEnglish(path)]) {
    const html = await (await fetch(origin() + address)).text();
    const links = new Set([...html.matchAll(/<a [^>]*href="(\/[^"#]*)/g)].map(([, href = ""]) => href));
    expect(links.size).toBeGreaterThan(8);
    for (const link of links) {
      const answer = await fetch(origin() + link.replaceAll("&amp;", "&"), { redirect: "manual" });
      expect([link, answer.status]).toEqual([link, 200]);
    }
  }
});

test.each(documents)(
  "%s asks for little: at most nine requests, 20 KB of script, none of it of the app",
  async (path) => {
    await using window = await visit("/favicon.svg");
    const { page } = window;
    const sizes: Promise<number>[] = [];
    const asked: string[] = [];
    page.on("requestfinished", (request) => {
      asked.push(new URL(request.url()).pathname);
      if (request.resourceType() === "script")
        sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
    });
    await page.goto(path);
    await page.waitForLoadState("networkidle");
    const script = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    expect(script).toBeGreaterThan(0);
    expect(script).toBeLessThan(20_000);
    expect(asked.length).toBeLessThanOrEqual(9);
    expect(asked.filter((file) => /explorer|first|index-/.test(file))).toEqual([]);
  },
);

test("no page carries the head of the audit, in which installations differ that publish the same", async () => {
  const { auditHead } = (await (await fetch(`${origin()}/api/v1/releases`)).json()) as { auditHead: string };
  expect(auditHead).toMatch(/^[0-9a-f]{64}$/);
  for (const address of addresses) {
    const html = await (await fetch(origin() + address)).text();
    expect([address, html.includes(auditHead), html.includes("auditHead")]).toEqual([address, false, false]);
  }
});

test("the search takes what is typed as soon as it opens", async () => {
  await using window = await visit("/about");
  const { page, complaints } = window;
  await page
    .locator("details[data-menu]", { has: page.locator("search") })
    .locator("summary")
    .click();
  await expect.poll(() => page.locator("input[type=search]:focus").count()).toBe(1);
  await page.keyboard.type("han quoc");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/search?*q=han+quoc");
  expect(complaints).toEqual([]);
});

test("a document's menus close by Escape and by a press elsewhere, and its theme is kept", async () => {
  await using window = await visit("/about", { colorScheme: "light" });
  const { page, complaints } = window;
  const theme = page.locator("details[data-menu]").nth(1);
  await theme.locator("summary").click();
  expect(await accessibilityFindings(page)).toEqual([]);
  await page.keyboard.press("Escape");
  expect(await theme.getAttribute("open")).toBeNull();
  expect(await theme.locator("summary").evaluate((summary) => summary === document.activeElement)).toBe(true);
  await theme.locator("summary").click();
  await page.locator("h1").click();
  expect(await theme.getAttribute("open")).toBeNull();
  await theme.locator("summary").click();
  await theme.locator("input[value=dark]").check();
  expect(await page.locator("html").getAttribute("data-theme")).toBe("dark");
  await page.reload();
  expect(await page.locator("html").getAttribute("data-theme")).toBe("dark");
  await theme.locator("summary").click();
  expect(await theme.locator("input[value=dark]").isChecked()).toBe(true);
  expect(complaints).toEqual([]);
});

test("an address in a form's or a person's spelling leads to the canonical one", async () => {
  const asked = (path: string) => fetch(origin() + path, { redirect: "manual" });
  for (const [path, canonical] of [
    ["/about?lang=&asOf=31/12/2024", "/about?asOf=2024-12-31"],
    ["/about?lang=en&lang=en", "/about?lang=en"],
    ["/about/?lang=en", "/about?lang=en"],
    ["/compare?areas=ASEAN&areas=KOR&from=&indicator=", "/compare?areas=ASEAN,KOR"],
  ] as const) {
    const answer = await asked(path);
    expect([path, answer.headers.get("location")]).toEqual([path, canonical]);
  }
  expect(await (await asked("/about?asOf=2024-02-30")).text()).toContain(
    "Ngày “2024-02-30” trong địa chỉ không hợp lệ",
  );
});

test("a link that a reader points at is fetched ahead and shown from that, no other link is, and never one to staff", async () => {
  await using window = await visit("/about");
  const { page } = window;
  const ahead: string[] = [];
  page.context().on("requestfinished", (request) => {
    if (request.headers()["sec-purpose"]?.includes("prefetch")) ahead.push(new URL(request.url()).pathname);
  });
  await page.locator("footer a[href='/staff']").hover();
  await page.locator("nav a[href='/strategy']").hover();
  await expect.poll(() => ahead).toEqual(["/strategy"]);
  await page.locator("nav a[href='/strategy']").click();
  await page.waitForURL(`${origin()}/strategy`);
  const cameBy = () =>
    (performance.getEntriesByType("navigation")[0] as unknown as { deliveryType: string }).deliveryType;
  expect(await page.evaluate(cameBy)).toBe("navigational-prefetch");
});

test("pages fade over into each other without an exception, a document or not, even when their styles come late", async () => {
  await using window = await visit("/about");
  const { page, complaints } = window;
  await page.route("**/*.css", async (route) => {
    await sleep(150);
    await route.continue();
  });
  for (const path of ["/compare", "/about", "/compare", "/about"]) {
    await isSettled(page);
    await page.locator(`a[href="${path}"]`).first().click();
    await page.waitForURL(origin() + path);
  }
  await isSettled(page);
  expect(complaints).toEqual([]);
});
