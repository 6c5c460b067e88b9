import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { accessibilityFindings, origin, useBrowser } from "./browser.ts";
import { readText } from "./read-text.ts";
import { releaseOn } from "./release-on.ts";

const { visit } = useBrowser();

const address = (page: Page) => decodeURIComponent(new URL(page.url()).search);
const chart = (page: Page) => page.locator(".recharts-wrapper");
const label = (page: Page, name: RegExp) => chart(page).getByRole("button", { name });
/** The names of the lines that stand out, in any drawing. */
const bold = async (page: Page) => {
  const texts = page.locator("figure svg:visible text[font-weight='600']");
  return (await texts.allTextContents()).map((text) => text.trim()).sort();
};
const inExplorer = async (page: Page) => {
  await page.getByRole("button", { name: /^(Khám phá|Explore)$/, pressed: true }).waitFor();
  await chart(page).waitFor();
};

test("nothing of it comes before its button, and then 200 KB at most, with headers and figures", async () => {
  await using window = await visit("about:blank");
  const { page, complaints } = window;
  const came: { path: string; type: string; size: Promise<number> }[] = [];
  page.on("requestfinished", (request) => {
    const size = request.sizes().then((all) => all.responseHeadersSize + all.responseBodySize);
    came.push({ path: new URL(request.url()).pathname, type: request.resourceType(), size });
  });
  await page.goto("/compare?areas=ASEAN,KOR");
  await page.waitForLoadState("networkidle");
  const cited = page.locator("section:has(> #notes) a");
  const inDocument = await cited.allTextContents();
  const before = came.splice(0).filter(({ type }) => type === "script");
  expect(before.map(({ path }) => path)).toEqual([expect.stringContaining("/start-")]);
  await page.getByRole("button", { name: "Khám phá" }).click();
  await inExplorer(page);
  const sizes = await Promise.all(came.map(({ size }) => size));
  expect(came.map(({ path }) => path)).toEqual(expect.arrayContaining([expect.stringContaining("/explorer-")]));
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(200_000);
  // The notes name their sources as in the document.
  expect(inDocument).not.toEqual([]);
  expect(await cited.allTextContents()).toEqual(inDocument);
  expect(complaints).toEqual([]);
});

test.each([
  [1440, "light"],
  [768, "dark"],
  [360, "light"],
] as const)(
  "at %i px it takes the place of the drawing, which stays until then: nothing moves (%s)",
  async (width, colorScheme) => {
    await using window = await visit("/compare", { viewport: { width, height: 900 }, colorScheme });
    const { page, complaints } = window;
    const places = () =>
      page.evaluate(() => {
        const boxes = [...document.querySelectorAll("h1, h2, figure, #chart-summary, footer, main table")].filter(
          (one) => one.checkVisibility(),
        );
        return boxes.map((one) => {
          const { top, height } = one.getBoundingClientRect();
          return [one.tagName, Math.round(top + scrollY), Math.round(height)];
        });
      });
    const button = page.getByRole("button", { name: "Khám phá" });
    await button.scrollIntoViewIfNeeded();
    const before = await places();
    await button.press("Enter");
    await inExplorer(page);
    const after = await places();
    expect(after.map(([name]) => name)).toEqual(before.map(([name]) => name));
    for (const [i, [, top = 0, height = 0]] of after.entries())
      for (const [now, then] of [
        [top, before[i]?.[1]],
        [height, before[i]?.[2]],
      ])
        expect(Math.abs(Number(now) - Number(then)), String(before[i])).toBeLessThanOrEqual(2);
    // The keyboard stays where it was.
    expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-pressed"))).toBe("true");
    expect(await accessibilityFindings(page)).toEqual([]);
    expect(complaints).toEqual([]);
  },
);

test("years are dragged over, countries pinned by pointer and keys; all of it is an address, the way back too", async () => {
  await using window = await visit("/compare?explore=1&lang=en", { viewport: { width: 1280, height: 1000 } });
  const { page, complaints } = window;
  await inExplorer(page);
  await chart(page).scrollIntoViewIfNeeded();
  await label(page, /^Thailand/).click();
  await expect.poll(() => address(page)).toBe("?explore=1&lang=en&pins=THA");
  await label(page, /^Singapore/).focus();
  await page.keyboard.press("Enter");
  await expect.poll(() => address(page)).toContain("pins=THA,SGP");
  expect(await label(page, /^Singapore/).getAttribute("aria-pressed")).toBe("true");

  const years = chart(page).locator("g[font-size='12'] > text[text-anchor=middle]");
  const at = async (year: string) => {
    const box = await years.getByText(year, { exact: true }).boundingBox();
    if (!box) throw new Error(`no ${year}`);
    return [box.x + box.width / 2, box.y - 60] as const;
  };
  await page.mouse.move(...(await at("2015")));
  await page.mouse.down();
  await page.mouse.move(...(await at("2018")), { steps: 5 });
  await page.mouse.move(...(await at("2020")), { steps: 5 });
  await page.mouse.up();
  await expect.poll(() => address(page)).toBe("?explore=1&from=2015&lang=en&pins=THA,SGP&to=2020");
  await years.getByText("2014", { exact: true }).waitFor({ state: "detached" });
  await expect.poll(() => page.title()).toContain("2020 edition");
  const zoomed = await bold(page);
  expect(zoomed).toEqual([
    expect.stringMatching(/^Singapore/),
    expect.stringMatching(/^Thailand/),
    expect.stringMatching(/^Viet Nam/),
  ]);
  // The table beside it says the same.
  await page.getByText("The figures of the chart").click();
  expect(await page.locator("details table").first().locator("thead th").allTextContents()).toEqual([
    ...["Economy", "2020", "2019", "2018", "2017", "2016", "2015"],
  ]);

  // The server draws what is pinned and zoomed; so does a reload.
  const there = page.url();
  await using plain = await visit(there, { javaScriptEnabled: false, viewport: { width: 1280, height: 1000 } });
  expect(await bold(plain.page)).toEqual(zoomed);
  expect(await readText(plain.page.locator("#chart-summary"))).toBe(await readText(page.locator("#chart-summary")));
  await page.reload();
  await inExplorer(page);
  expect(await bold(page)).toEqual(zoomed);

  await page.goBack();
  await expect.poll(() => address(page)).toBe("?explore=1&lang=en&pins=THA,SGP");
  await page.locator("main").getByText("2014", { exact: true }).first().waitFor({ state: "attached" });
  await page.locator("header a[hreflang]").click();
  await page.waitForURL(/^[^?]*\?explore=1&pins=THA,SGP$/);
  await page.getByRole("button", { name: "Khám phá", pressed: true }).click();
  await page.waitForURL(/^[^?]*\?pins=THA,SGP$/);
  expect(complaints).toEqual([]);
});

test("an economy is found by its name as it is typed, places and ways to the target are a press away", async () => {
  await using window = await visit("/compare?explore=1", {
    viewport: { width: 360, height: 900 },
    colorScheme: "dark",
  });
  const { page, complaints } = window;
  await inExplorer(page);
  const field = page.getByRole("combobox", { name: "Thêm nước, nền kinh tế" });
  await field.fill("han quoc");
  await page.getByRole("option", { name: "Hàn Quốc" }).waitFor();
  await field.press("Enter");
  await label(page, /^Hàn Quốc 4/).waitFor();
  expect(address(page)).toBe("?areas=ASEAN,KOR&explore=1");
  await page.getByRole("link", { name: "Bỏ Singapore" }).click();
  await label(page, /^Singapore/).waitFor({ state: "detached" });
  await page.goBack();
  await label(page, /^Singapore/).waitFor();
  await page.getByRole("combobox", { name: "Chỉ tiêu", exact: true }).selectOption("EGDI_RANK");
  await expect.poll(() => address(page)).toContain("indicator=EGDI_RANK");
  await page.getByRole("link", { name: "Đường tới mục tiêu", exact: true }).click();
  await page.getByText(/^Đường gạch tới mục tiêu ≤ 50/).waitFor();
  await page.getByRole("link", { name: "Vị trí trong ASEAN", exact: true }).click();
  await chart(page).getByText("vị trí trong ASEAN (1 là cao nhất)").waitFor();
  expect(await accessibilityFindings(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  const there = address(page);
  expect(there).toBe("?areas=ASEAN,KOR&explore=1&indicator=EGDI_RANK&paths=1&tab=places");
  const answer = await fetch(`${origin()}/compare${there}`, { redirect: "manual" });
  expect(answer.status).toBe(200);
  expect(complaints).toEqual([]);
});

test("arrow keys tell a year's figures, and nothing in it is animated", async () => {
  await using window = await visit("/compare?explore=1", { reducedMotion: "reduce" });
  const { page } = window;
  await inExplorer(page);
  await chart(page).locator("svg[role=application]").focus();
  await page.keyboard.press("ArrowRight");
  await page.locator(".recharts-default-tooltip").getByText("Việt Nam: ").waitFor();
  expect(await chart(page).evaluate((part) => part.getAnimations({ subtree: true }).length)).toBe(0);
});

test.each(["EGDI_RANK", "DIGITAL_ECONOMY_GDP"])("the chart of %s opens in it, with its targets", async (code) => {
  await using window = await visit(`/indicators/${code}`);
  const { page, complaints } = window;
  await page.getByRole("link", { name: "Khám phá" }).click();
  await inExplorer(page);
  expect(address(page)).toBe(`?explore=1&indicator=${code}&paths=1`);
  await page
    .getByText(/^Đường gạch tới mục tiêu/)
    .first()
    .waitFor();
  expect(complaints).toEqual([]);
});

test("where it cannot be loaded the document stays, and a reload tries again", async () => {
  await using window = await visit("/compare");
  const { page } = window;
  await page.route("**/assets/explorer-*.js", (route) => route.abort(), { times: 1 });
  const button = page.getByRole("button", { name: "Khám phá" });
  await button.click();
  await expect.poll(() => button.getAttribute("aria-busy")).toBeNull();
  expect(await page.locator("svg.sheet:visible").count()).toBe(1);
  await page.reload();
  await inExplorer(page);
  // What is shown stays, too, where the next figures cannot be had, and the way back leads to it.
  await page.route("**/api/v1/observations?*", (route) => route.abort());
  await page.getByRole("combobox", { name: "Chỉ tiêu", exact: true }).selectOption("EGDI_RANK");
  await page.getByRole("alert").waitFor();
  await label(page, /^Việt Nam 44/).waitFor();
  await page.goBack();
  await page.getByRole("alert").waitFor({ state: "detached" });
});

test("new figures come into it as they come into a document: it goes on with them", async () => {
  await using window = await visit("about:blank");
  const { page, complaints } = window;
  const now = await releaseOn();
  const event = { contentType: "text/event-stream", body: `event: release\ndata: {"release":${now + 1}}\n\n` };
  await page.route("**/api/v1/events*", (route) => route.fulfill(event));
  await page.route("**/compare?*", async (route) => {
    if (route.request().resourceType() !== "fetch") return route.continue();
    const answer = await route.fetch();
    const body = (await answer.text()).replace(`data-release="${now}"`, `data-release="${now + 1}"`);
    return route.fulfill({ response: answer, body });
  });
  await page.goto("/compare?explore=1&pins=THA");
  await inExplorer(page);
  await page.locator(`main[data-release='${now + 1}']`).waitFor();
  await inExplorer(page);
  await label(page, /^Singapore/).click();
  await expect.poll(() => address(page)).toBe("?explore=1&pins=THA,SGP");
  expect(await page.locator("[data-explorer]").count()).toBe(1);
  expect(complaints).toEqual([]);
});
