import type { Browser, Page } from "playwright-core";
import { isAlive } from "../alive.ts";
import { IN_PAGE, slowProcessor } from "./first-view.ts";

/** Something a reader changes on a page: where, by which element, and which parts then say something else. */
export type Switch = { name: string; address: string; click: string; parts: string[] };

const LANGUAGE = "header a[hreflang]";

/** Every kind of switch that the bar is about. */
export const switches: Switch[] = [
  {
    name: "language, comparison of ASEAN",
    address: "/compare",
    click: LANGUAGE,
    parts: ["main h1", "main svg.sheet"],
  },
  {
    name: "a country taken out of a comparison",
    address: "/compare",
    click: "main [aria-labelledby=chosen-areas] li:first-child a",
    parts: ["main svg.sheet"],
  },
];

/** What a switch took, in milliseconds from click to paint: as the first thing done on a page, on a page in use, and once more. */
export type Taken = { atOnce: number; inUse: number; again: number };

/** A reader's pointer has been on the page for this long. */
const USE_MS = 2000;

/** Makes a switch in two fresh windows on a processor four times slower: in the first as the first thing that is done there, in the second after a while and without a rest on what is pressed, then back and once more. */
export async function makeSwitch(browser: Browser, origin: string, change: Switch): Promise<Taken> {
  const atOnce = await inNewWindow(browser, origin, change, (page) => timed(page, change.click, change.parts));
  const [inUse, again] = await inNewWindow(browser, origin, change, async (page) => {
    await page.mouse.move(20, 600);
    await page.waitForTimeout(USE_MS);
    const first = await timed(page, change.click, change.parts);
    await timed(page, null, change.parts);
    return [first, await timed(page, change.click, change.parts)] as const;
  });
  return { atOnce, inUse, again };
}

async function inNewWindow<T>(browser: Browser, origin: string, { address }: Switch, work: (page: Page) => Promise<T>) {
  const context = await browser.newContext({ locale: "vi-VN", viewport: { width: 1440, height: 900 } });
  try {
    const page = await context.newPage();
    await page.addInitScript({ path: IN_PAGE });
    // From the beginning, as a slow machine is: a processor slowed down under a page stumbles over that itself.
    await slowProcessor(await context.newCDPSession(page));
    await page.goto(origin + address);
    await isAlive(page);
    // The page has come to rest: its connection for news opens 1.5 s after it (live.tsx).
    await page.waitForTimeout(2500);
    return await work(page);
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
