import { expect, test } from "vitest";
import { isAlive } from "./alive.ts";
import { useBrowser } from "./browser.ts";

const { visit } = useBrowser();

test.each([
  "/indicators/EGDI_RANK",
  "/indicators/GII_RANK?lang=en",
  "/indicators/DIGITAL_ECONOMY_GDP",
  "/",
  "/indicators",
  "/bodies",
  "/bodies/MOF",
  "/compare?indicator=EGDI_OSI",
  "/data",
  "/strategy",
  "/releases",
  "/follow?indicator=GII_RANK",
  "/targets/D2289-2030-GII_RANK",
  "/search?q=egdi",
  "/nowhere",
  "/about",
])("%s goes nowhere sideways on a screen of 320 px, with all of it open", async (path) => {
  await using window = await visit(path, { viewport: { width: 320, height: 740 } });
  const { page } = window;
  await isAlive(page);
  const width = () => page.evaluate(() => document.documentElement.scrollWidth);
  expect(await width()).toBe(320);
  await page.evaluate(() => {
    for (const folded of document.querySelectorAll("main details")) folded.setAttribute("open", "");
  });
  expect(await width()).toBe(320);
});
