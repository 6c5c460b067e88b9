import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, inject } from "vitest";
import { isStill } from "./alive.ts";
import { launch } from "./launch.ts";

/** Opens one browser for the tests of a file; each visit gets a window of its own, and its complaints. */
export function useBrowser(): { visit: (path: string, options?: BrowserContextOptions) => Promise<Visit> } {
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());
  return {
    async visit(path, options) {
      if (!browser) throw new Error("A visit is only possible inside a test");
      const context = await browser.newContext({ baseURL: origin(), locale: "vi-VN", ...options });
      // A limit for what hangs: the tests' own.
      context.setDefaultTimeout(180_000);
      const page = await context.newPage();
      const complaints = complaintsOf(page);
      await page.goto(path);
      return { page, complaints, [Symbol.asyncDispose]: () => context.close() };
    },
  };
}

/** Where the server under test answers, like `http://127.0.0.1:40123`. */
export function origin(): string {
  const server = inject("server");
  if ("failure" in server) throw new Error(server.failure);
  return server.origin;
}

export interface Visit extends AsyncDisposable {
  page: Page;
  /** Errors on the console, uncaught exceptions, requests that failed or left for another host. Should stay empty. */
  complaints: string[];
}

/** What axe finds wrong with a page by WCAG 2.2 A and AA, one line a finding. It measures for a while: nothing may move under it. */
export async function accessibilityFindings(page: Page): Promise<string[]> {
  await isStill(page);
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
    .analyze();
  return violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help}: ${node.target.join(" ")}`));
}

function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  const own = origin();
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`exception: ${error.message}`));
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith("http") && url.origin !== own) complaints.push(`other host: ${url.href}`);
  });
  page.on("requestfailed", (request) => {
    // Leaving a page aborts what it was still loading.
    if (request.failure()?.errorText !== "net::ERR_ABORTED") complaints.push(`failed: ${request.url()}`);
  });
  return complaints;
}
