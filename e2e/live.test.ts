import { appendFileSync, cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, expect, test } from "vitest";
import { isAlive } from "./alive.ts";
import { useBrowser } from "./browser.ts";
import { useServer } from "./own-server.ts";

const { visit } = useBrowser();
const folder = mkdtempSync(join(tmpdir(), "moc2030-live-"));
cpSync(fileURLToPath(new URL("../data/seed", import.meta.url)), folder, { recursive: true });
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const server = useServer({ SEED_DIR: folder });

/** Publishes a figure of another year: a release by another process, as the seed command makes it. */
async function publish(year: number, value: string) {
  appendFileSync(
    join(folder, "observations/GII_RANK.csv"),
    `WIPO,VNM,${year},${value},,A,unverified,139,S-GII-2025-CSV,GII ${year},2025-09-17,,\n`,
  );
  expect((await server.command("seed")).code).toBe(0);
}

/** In headless Chromium every tab is in sight: which one is, is said to the pages as the browser would say it. */
const showing = (page: Page, state: DocumentVisibilityState) =>
  page.evaluate((next) => {
    Object.defineProperty(document, "visibilityState", { configurable: true, get: () => next });
    document.dispatchEvent(new Event("visibilitychange"));
  }, state);

/** The streams that the tabs of a window hold open. */
function streamsOf(context: BrowserContext): Set<unknown> {
  const open = new Set<unknown>();
  context.on("request", (request) => request.url().includes("/api/v1/events") && open.add(request));
  for (const end of ["requestfinished", "requestfailed"] as const)
    context.on(end as "requestfailed", (request) => open.delete(request));
  return open;
}

/** Waits until the page says at its foot that its figures are of a release. */
const shows = (page: Page, release: number) =>
  page.getByText(`Số liệu: đợt cập nhật số ${release},`).waitFor({ state: "attached" });
const newest = (page: Page) =>
  page.evaluate(async () => {
    const answer = await fetch("/api/v1/releases?limit=1");
    return ((await answer.json()) as { items: { id: number }[] }).items[0]?.id;
  });

test("fifteen tabs of one browser load over HTTP/1.1, share one stream, and each shows a release once it is in sight", async () => {
  const baseURL = server.origin();
  await using first = await visit("/about", { baseURL });
  const context = first.page.context();
  const streams = streamsOf(context);
  const tabs = [first.page];
  // Documents and pages of the app take part alike.
  for (let i = 1; i < 15; i++) {
    const tab = await context.newPage();
    await tab.goto(["/", "/indicators/GII_RANK", "/strategy"][i % 3] ?? "/");
    await isAlive(tab);
    tabs.push(tab);
  }
  await expect.poll(() => streams.size).toBe(1);
  const head = (await newest(first.page)) ?? 0;
  for (const tab of tabs) expect(await newest(tab)).toBe(head);

  // All in sight: one stream is enough for all.
  await publish(2027, "40");
  for (const tab of tabs.slice(1)) await shows(tab, head + 1);
  expect(streams.size).toBe(1);

  // One in sight: it hears, and takes the stream over from whoever held it.
  const [seen, ...hidden] = tabs.toReversed() as [Page, ...Page[]];
  for (const tab of hidden) await showing(tab, "hidden");
  await expect.poll(() => streams.size).toBe(1);
  await publish(2028, "39");
  await shows(seen, head + 2);
  for (const tab of hidden) expect(await tab.getByText(`Số liệu: đợt cập nhật số ${head + 2},`).count()).toBe(0);
  await showing(seen, "hidden");
  await expect.poll(() => streams.size).toBe(0);

  // None in sight: each hears of what it missed when it is shown, whether it reads the stream or listens to who does.
  await publish(2029, "38");
  await showing(seen, "visible");
  await shows(seen, head + 3);
  for (const tab of hidden.filter((page) => page !== first.page)) {
    await showing(tab, "visible");
    await shows(tab, head + 3);
  }
  await expect.poll(() => streams.size).toBe(1);
  for (const tab of tabs) expect(await newest(tab)).toBe(head + 3);
  expect(first.complaints.filter((line) => !line.startsWith("other host"))).toEqual([]);
});
