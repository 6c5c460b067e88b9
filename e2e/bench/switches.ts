import type { Browser, Page } from "playwright-core";
import { isAlive } from "../alive.ts";
import { IN_PAGE, slowProcessor } from "./first-view.ts";

/** Something a reader changes on a page: where, by which element, and which parts then say something else. */
export type Switch = { name: string; address: string; click: string; parts: string[] };

const LANGUAGE = "header a[hreflang]";

/** Every kind of switch that the bar is about. */
export const switches: Switch[] = [
  { name: "language, overview", address: "/", click: LANGUAGE, parts: ["main h1", "main article"] },
  {
    name: "language, indicator with chart",
    address: "/indicators/EGDI_RANK",
    click: LANGUAGE,
    parts: ["main h1", "main svg.sheet"],
  },
  {
    name: "language, comparison of ASEAN",
    address: "/compare",
    click: LANGUAGE,
    parts: ["main h1", "main svg.sheet"],
  },
  {
    name: "chart and table, indicator",
    address: "/indicators/EGDI_RANK",
    click: 'main a[href*="tab=table"]',
    parts: ["main svg.sheet", "section[aria-labelledby=chart-title] table"],
  },
  {
    name: "a country taken out of a comparison",
    address: "/compare",
    click: "main fieldset ul li:first-child button",
    parts: ["main svg.sheet"],
  },
  {
    name: "a past day and back to now",
    address: "/?asOf=2024-12-31",
    click: '[role=status] a[href="/"]',
    parts: ["main section p + p, main h1 + p"],
  },
];

/** What the switches of one visit took, in milliseconds from click to paint: with what has to be fetched for it, and with all there. */
export type Taken = { first: number; again: number };

/** Makes a switch, goes back to where it began, and makes it again, on a processor four times slower. */
export async function makeSwitch(browser: Browser, origin: string, { address, click, parts }: Switch): Promise<Taken> {
  const context = await browser.newContext({ locale: "vi-VN", viewport: { width: 1440, height: 900 } });
  try {
    const page = await context.newPage();
    await page.addInitScript({ path: IN_PAGE });
    await page.goto(origin + address);
    await isAlive(page);
    await page.waitForTimeout(1000);
    await slowProcessor(await context.newCDPSession(page));
    const first = await timed(page, click, parts);
    await timed(page, null, parts);
    return { first, again: await timed(page, click, parts) };
  } finally {
    await context.close();
  }
}

/** Milliseconds from a click (or, without one, from going back in history) to the paint in which every part says something else. */
async function timed(page: Page, click: string | null, parts: string[]): Promise<number> {
  const taken = await page.evaluate(
    (what) => (globalThis as unknown as { timed: (what: object) => Promise<number | string> }).timed(what),
    { click, parts },
  );
  if (typeof taken === "string") throw new Error(taken);
  await page.waitForTimeout(700);
  return taken;
}
