import type { Page } from "playwright-core";

/** Waits until the page is there: a document with its script, or the app of staff with what it has asked for. */
export async function isAlive(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    if (document.body.classList.contains("document")) return document.readyState === "complete";
    const title = document.querySelector("main h1");
    const taken = title && Object.keys(title).some((key) => key.startsWith("__reactFiber"));
    return taken && !document.querySelector(".bone");
  });
}

/** Waits until the page is taken over, and until nothing of it moves any more. */
export async function isSettled(page: Page): Promise<void> {
  await isAlive(page);
  await isStill(page);
}

/** Waits until all has come, letters too, and has been drawn. */
export async function isStill(page: Page): Promise<void> {
  await page.waitForFunction(
    () => document.fonts.status === "loaded" && !document.querySelector(".bone, [aria-busy=true]"),
  );
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
}
