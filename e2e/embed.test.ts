import { createServer } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { embeds } from "./addresses.ts";
import { accessibilityFindings, origin, useBrowser } from "./browser.ts";
import { useServer } from "./own-server.ts";

const { visit } = useBrowser();
const known = useServer({ PUBLIC_ORIGIN: "https://moc2030.example" });

/** A page of somebody else, on another origin, with a policy of its own. */
const elsewhere = createServer((request, response) => {
  const frame = new URL(request.url ?? "/", "http://elsewhere").searchParams.get("frame") ?? "";
  response.writeHead(200, {
    "Content-Type": "text/html; charset=utf-8",
    "Content-Security-Policy": `default-src 'none'; frame-src ${origin()}`,
  });
  const src = `${origin()}${frame}`.replaceAll("&", "&amp;");
  response.end(
    `<!doctype html><html lang="en"><title>Elsewhere</title><iframe src="${src}" title="A chart" width="100%" height="680"></iframe>`,
  );
});
let host = "";
beforeAll(async () => {
  await new Promise<void>((resolve) => elsewhere.listen(0, "127.0.0.1", resolve));
  const address = elsewhere.address();
  if (address === null || typeof address === "string") throw new Error("No port");
  host = `http://localhost:${address.port}`;
});
afterAll(() => new Promise((resolve) => elsewhere.close(resolve)));

/** Opens the page of somebody else; complaints are those of the browser, not that it is another host. */
async function visitElsewhere(frame: string) {
  const window = await visit("about:blank");
  const { page } = window;
  await page.goto(`${host}/?frame=${encodeURIComponent(frame)}`, { waitUntil: "load" });
  return { window, page, complaints: () => window.complaints.filter((one) => !one.startsWith(`other host: ${host}/`)) };
}

test.each(["/embed/indicators/EGDI_RANK", "/embed/targets/D2289-2030-EGDI_RANK?lang=en&theme=dark"])(
  "%s stands in a page of another origin without a violation of a policy, a cookie or another host",
  async (path) => {
    const { window, page, complaints } = await visitElsewhere(path);
    await using _ = window;
    const frame = page.frameLocator("iframe");
    await frame.getByRole("img").waitFor();
    await frame.getByRole("link").waitFor();
    expect(await frame.locator("[data-scale]:visible").count()).toBe(1);
    const loaded = page.frames().at(-1);
    expect(await loaded?.evaluate(() => getComputedStyle(document.body).fontFamily)).toContain("Be Vietnam Pro");
    expect(await loaded?.evaluate(() => document.querySelectorAll("script, [style]").length)).toBe(0);
    expect(complaints()).toEqual([]);
    expect(await page.context().cookies()).toEqual([]);
  },
);

test("its link leads the window around it to the whole page, of the same language", async () => {
  const { window, page } = await visitElsewhere("/embed/targets/D2289-2030-EGDI_RANK?lang=en");
  await using _ = window;
  await page.frameLocator("iframe").getByRole("link").press("Enter");
  await page.waitForURL(`${origin()}/indicators/EGDI_RANK?lang=en#D2289-2030-EGDI_RANK`);
});

test("the line to copy under a comparison stays once its chart is explored", async () => {
  await using window = await visit("/compare?lang=en", { baseURL: known.origin() });
  const { page } = window;
  const line = page.locator("textarea#embed");
  const inDocument = await line.inputValue();
  expect(inDocument).toContain("https://moc2030.example/embed/compare?");
  await page.locator("[data-explore]").click();
  await page.locator("[data-explore][aria-pressed=true]").waitFor();
  expect(await line.evaluateAll((found) => found.map((one) => (one as HTMLTextAreaElement).value))).toEqual([
    inDocument,
  ]);
});

test("no other page can be framed", async () => {
  const { window, page, complaints } = await visitElsewhere("/indicators/EGDI_RANK");
  await using _ = window;
  await expect.poll(() => complaints().join()).toContain("frame-ancestors 'none'");
  expect(await page.frameLocator("iframe").locator("main").count()).toBe(0);
});

describe.each(embeds)("%s", (path) => {
  test("at 320 px goes nowhere sideways, axe objects to nothing, and its one link is reached by keyboard", async () => {
    await using window = await visit(path, { viewport: { width: 320, height: 680 } });
    const { page } = window;
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    expect(await accessibilityFindings(page)).toEqual([]);
    const links = await page.locator("a").count();
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe(links > 0 ? "A" : "BODY");
  });

  test("in forced colours its chart has those of the reader, whatever its theme", async () => {
    await using window = await visit(path, { forcedColors: "active", viewport: { width: 900, height: 700 } });
    const { page } = window;
    const strays = await page.evaluate(() => {
      const probe = document.body.appendChild(document.createElement("i"));
      const system = [
        "Canvas",
        "CanvasText",
        ...[65, 25].map((n) => `color-mix(in srgb, CanvasText ${n}%, Canvas)`),
      ].map((name) => {
        probe.style.stroke = name;
        return getComputedStyle(probe).stroke;
      });
      const marks = [...document.querySelectorAll("[data-scale] *")].filter((one) => one.checkVisibility());
      const used = marks.flatMap((one) => [getComputedStyle(one).stroke, getComputedStyle(one).fill]);
      return [...new Set(used)].filter((colour) => colour !== "none" && !system.includes(colour));
    });
    expect(strays).toEqual([]);
  });
});
