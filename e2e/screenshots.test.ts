import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { inEnglish, pages } from "./addresses.ts";
import { isAlive } from "./alive.ts";
import { accessibilityFindings, useBrowser } from "./browser.ts";

const { visit } = useBrowser();
const FOLDER = fileURLToPath(new URL("screenshots", import.meta.url));
mkdirSync(FOLDER, { recursive: true });

const fileOf = (page: string, ...more: (string | number)[]) =>
  `${FOLDER}/${[page === "/" ? "overview" : page.slice(1).replace(/\?.*/, "").replaceAll("/", "-"), ...more].join("-")}.png`;

/** For people to look at: every page in both languages, both themes, on a desk and on a telephone. */
describe.each(pages)("%s", (page) => {
  describe.each([
    ["vi", page],
    ["en", inEnglish(page)],
  ])("in %s", (lang, address) => {
    test.each([
      [1440, "light"],
      [1440, "dark"],
      [360, "light"],
      [360, "dark"],
    ] as const)("at %i px, %s, is as wide as its window, and axe objects to nothing", async (width, colorScheme) => {
      const options = { viewport: { width, height: 900 }, colorScheme, reducedMotion: "reduce" } as const;
      await using window = await visit(address, options);
      await isAlive(window.page);
      // As tall as the page: what is far out of the window is left blank.
      const height = await window.page.evaluate(() => document.documentElement.scrollHeight);
      await window.page.setViewportSize({ width, height });
      await window.page.screenshot({ path: fileOf(page, lang, colorScheme, width), fullPage: true });
      const wider = await window.page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return scrollWidth - clientWidth;
      });
      expect(wider).toBe(0);
      // What a page is made of is the same at both widths, so that each theme is gone through once.
      if ((width === 360) === (colorScheme === "dark")) expect(await accessibilityFindings(window.page)).toEqual([]);
    });
  });
});
