import { fileURLToPath } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { type Line, noTraffic, type Traffic } from "./servers.ts";

/** What a visit was like, in bytes and milliseconds: `in-page.js` says how each is taken. */
type Inside = Record<"script" | "lcp" | "cls" | "tbt" | "took" | "isAhead" | "answered" | "moved", number>;
export type Seen = Traffic & Inside;
/** What leads from one document to another: where, what is done before, and which element is pressed. */
export type Change = { address: string; before?: (page: Page) => Promise<unknown>; click: string };
/** `settleMs` is how long the page is left alone once it has loaded. */
export type Visit = (browser: Browser, line: Line, settleMs?: number) => Promise<Seen>;

/** By then a page has asked for all that it asks for by itself: its stream of releases opens after 1.5 s. */
const SETTLED_MS = 2000;

/** Opens an address as for the first time on a processor four times slower, lets it come to rest, does something, and tells what was seen. */
const visit =
  (address: string, options: BrowserContextOptions, act: (page: Page, line: Line) => Promise<unknown>): Visit =>
  async (browser, line, settleMs = SETTLED_MS) => {
    const page = await browser.newPage({ locale: "vi-VN", ...options });
    try {
      await page.addInitScript({ path: fileURLToPath(new URL("in-page.js", import.meta.url)) });
      // From the beginning, as a slow machine is: a processor slowed down under a page stumbles over that itself.
      await (await page.context().newCDPSession(page)).send("Emulation.setCPUThrottlingRate", { rate: 4 });
      Object.assign(line.traffic, noTraffic());
      await page.goto(line.origin + address);
      await page.waitForTimeout(settleMs);
      await act(page, line);
      return { ...line.traffic, ...(await page.evaluate<Inside>("watched.all()")) };
    } finally {
      await page.close();
    }
  };

const wide = { viewport: { width: 1440, height: 900 } };
const middle = async (page: Page, selector: string) => {
  const element = page.locator(`${selector}:visible`).first();
  await element.evaluate((one) => one.scrollIntoView({ block: "center" }));
  await page.waitForTimeout(200);
  const { left, top, width, height } = await element.evaluate((one) => one.getBoundingClientRect());
  return [left + width / 2, top + height / 2] as const;
};
/** A first view, with nobody who touches or points. */
export const firstView = (address: string, width: number) =>
  visit(address, { viewport: { width, height: 900 } }, async () => {});

/** From a click to the next document; `rest` is how long the pointer has lain on the link, in milliseconds. */
export const change = ({ address, before, click }: Change, rest = 0) =>
  visit(address, wide, async (page) => {
    await before?.(page);
    await page.mouse.move(...(await middle(page, click)));
    await page.waitForTimeout(rest);
    const next = page.waitForEvent("load");
    await page.mouse.down();
    await page.mouse.up();
    await next;
    await page.waitForTimeout(700);
  });

/** From the first tap on a chart to the paint after it, which has the year's values in it, or `mark`, a class, and nothing else. */
export const tap = (address: string, mark = "") =>
  visit(address, { viewport: { width: 360, height: 800 }, hasTouch: true }, async (page) => {
    const place = await middle(page, "[data-chart] svg");
    await page.evaluate(`watched.begin("${mark}")`);
    await page.touchscreen.tap(...place);
    await page.waitForTimeout(1000);
    const said = await page.locator("[data-chart] .chart-tip").first().textContent();
    if ((said === "") !== (mark !== "")) throw new Error(`a tap on the chart of ${address} says "${said}"`);
  });

/** The explorer, from its button until it can be touched. */
export const explore = visit("/compare", wide, async (page, { traffic }) => {
  const place = await middle(page, "[data-explore]");
  await page.evaluate("watched.begin('')");
  Object.assign(traffic, noTraffic());
  await page.mouse.click(...place);
  await page.waitForSelector(".recharts-wrapper");
  await page.waitForTimeout(1000);
});
