import { fileURLToPath } from "node:url";
import type { Browser, CDPSession, Page } from "playwright-core";
import { isAlive } from "../alive.ts";

/** What one visit with an empty cache cost: encoded bytes, requests, and what the reader felt, in milliseconds. */
export type FirstView = {
  bytes: number;
  requests: number;
  fcp: number;
  lcp: number;
  cls: number;
  tbt: number;
  violations: number;
};

/** A slow line (1.6 Mbit/s, 150 ms) and a processor four times slower: the profile of the bars. */
const LINE = { offline: false, latency: 150, downloadThroughput: (1.6 * 1e6) / 8, uploadThroughput: (0.75 * 1e6) / 8 };
const SLOWER = 4;

/** What is measured from within the page. */
export const IN_PAGE = fileURLToPath(new URL("in-page.js", import.meta.url));

export const slowProcessor = (session: CDPSession) => session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });

/** Opens a page as for the first time, over the slow line, and watches it until nothing moves any more. */
export async function visitFirst(browser: Browser, address: string, width: number): Promise<FirstView> {
  const context = await browser.newContext({ locale: "vi-VN", viewport: { width, height: 900 } });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    const traffic = { bytes: 0, requests: 0 };
    session.on("Network.requestWillBeSent", () => {
      traffic.requests += 1;
    });
    session.on("Network.loadingFinished", ({ encodedDataLength }) => {
      traffic.bytes += encodedDataLength;
    });
    await session.send("Network.enable");
    await session.send("Network.emulateNetworkConditions", LINE);
    await slowProcessor(session);
    await page.addInitScript({ path: IN_PAGE });
    await page.goto(address);
    await isAlive(page);
    await page.waitForTimeout(1500);
    return { ...traffic, ...(await felt(page)) };
  } finally {
    await context.close();
  }
}

type Watched = { fcp: number; lcp: number; cls: number; long: [number, number][]; violations: number };

async function felt(page: Page): Promise<Omit<FirstView, "bytes" | "requests">> {
  const { long, ...seen } = await page.evaluate(() => (globalThis as unknown as { watched: Watched }).watched);
  // Blocking time counts from the first paint: what runs before it shows in that.
  const blocking = long.filter(([start]) => start >= seen.fcp).map(([, duration]) => Math.max(0, duration - 50));
  return { ...seen, tbt: blocking.reduce((sum, part) => sum + part, 0) };
}
