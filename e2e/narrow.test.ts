import { expect, test } from "vitest";
import { isAlive } from "./alive.ts";
import { useBrowser } from "./browser.ts";

const { visit } = useBrowser();

test.each([
  "/indicators/EGDI_RANK",
  "/indicators/GII_RANK?lang=en",
  "/",
  "/indicators",
  "/bodies",
  "/bodies/MOF",
  "/strategy",
  "/releases",
  "/search?q=egdi",
  "/nowhere",
  "/about",
])("%s goes nowhere sideways on a screen of 320 px", async (path) => {
  await using window = await visit(path, { viewport: { width: 320, height: 740 } });
  await isAlive(window.page);
  expect(await window.page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
});
