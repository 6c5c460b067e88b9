import { expect, test } from "vitest";
import { useBrowser } from "./browser.ts";

const { visit } = useBrowser();

test("what is ticked and not applied stays in another language; what is no day is refused in its field", async () => {
  await using window = await visit("/data");
  const { page, complaints } = window;
  await page.locator("[name=history]").check();
  await page.locator("header a[hreflang]").click();
  await page.waitForURL("**/data?lang=en");
  await page.locator("[name=history]:checked").waitFor();
  await page.locator("header details:has(#as-of-day) summary").click();
  const [day, show] = [page.locator("#as-of-day"), page.locator("form:has(#as-of-day) button")];
  await day.fill("31/2/2025");
  await show.click();
  await page.locator("#as-of-day:invalid").waitFor();
  expect(new URL(page.url()).search).toBe("?lang=en");
  await day.fill("06/01/2025");
  await show.click();
  await page.waitForURL("**/data?asOf=2025-01-06&lang=en");
  await page.locator("[name=history]:checked").waitFor();
  await page.locator("#apply").click();
  await page.waitForURL("**/data?asOf=2025-01-06&history=true&lang=en");
  expect(complaints).toEqual([]);
});
