import { describe, expect, test } from "vitest";
import { addresses } from "./addresses.ts";
import { isAlive } from "./alive.ts";
import { origin, useBrowser } from "./browser.ts";
import { readText } from "./read-text.ts";

const { visit } = useBrowser();
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

describe.each(addresses)("%s", (path) => {
  test("breaks no rule of the security policy and is taken over as the server drew it", async () => {
    await using window = await visit("about:blank");
    const { page, complaints } = window;
    await page.addInitScript(() => {
      const found: string[] = [];
      Object.assign(globalThis, { found });
      document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sourceFile }) => {
        found.push(`${effectiveDirective}: ${blockedURI} (${sourceFile})`);
      });
    });
    const answer = await page.goto(path);
    expect(answer?.headers()["content-security-policy"]).toBe(POLICY);
    await isAlive(page);
    expect(await page.evaluate(() => (globalThis as unknown as { found: string[] }).found)).toEqual([]);
    // A page that the browser draws otherwise than the server is an error on the console.
    expect(complaints).toEqual([]);
  });

  test("is drawn by the server, in its language, with its own title and description", async () => {
    const html = await (await fetch(origin() + path)).text();
    const lang = path.includes("lang=en") ? "en" : "vi";
    expect(html).toMatch(new RegExp(`<html lang="${lang}"`));
    expect(html).toMatch(/<title>[^<]+ · Mốc 2030<\/title>/);
    expect(html).toMatch(/<h1[ >]/);
    const [, description = ""] = /<meta\s+name="description"\s+content="([^"]+)"/.exec(html) ?? [];
    expect(html).toContain(`<meta property="og:description" content="${description}"`);
    expect(html).not.toMatch(/<[^>]+ style=/);
    expect(html).not.toMatch(/<script(?![^>]*(src=|type="application\/(ld\+)?json"))/);
  });
});

test.each([
  ["/", /5 mục tiêu theo dõi chính: thứ hạng Chính phủ điện tử/],
  ["/?lang=en", /5 headline targets: e-government/],
])("%s has its sentence and its rows without JavaScript", async (path, sentence) => {
  await using window = await visit(path, { javaScriptEnabled: false });
  const main = window.page.locator("main");
  expect(await readText(main)).toMatch(sentence);
  expect(
    await main.locator("table").first().locator("tr[data-target] svg[data-class]:visible").count(),
  ).toBeGreaterThan(4);
});

test("the app of staff says that it needs JavaScript, in both languages, and where the figures are without it", async () => {
  await using window = await visit("/staff", { javaScriptEnabled: false });
  const text = await readText(window.page.locator("body"));
  for (const note of ["Trang nội bộ này cần JavaScript", "This page for staff needs JavaScript"])
    expect(text).toContain(note);
});

test("an indicator describes its figures to machines", async () => {
  const html = await (await fetch(`${origin()}/indicators/EGDI_RANK?lang=en`)).text();
  const [, json = ""] = /<script type="application\/ld\+json">([^<]+)</.exec(html) ?? [];
  expect(JSON.parse(json)).toMatchObject({ "@type": "Dataset", identifier: "EGDI_RANK", inLanguage: "en" });
});
