import { expect, test } from "vitest";
import { useBrowser } from "./browser.ts";

const { visit } = useBrowser();

test("the reference shows every address and tries one, within the security policy and without another host", async () => {
  await using window = await visit("/api/v1/docs");
  const { page, complaints } = window;
  await page.locator("#operations-Observations-get_observations, .opblock").first().waitFor();
  // A long reference is drawn as it is scrolled to.
  const seen = new Set<string>();
  const paths = page.locator(".opblock-summary-path");
  const scrolled = async (by: number) => {
    for (const path of await paths.allTextContents()) seen.add(path.replaceAll("\u200b", ""));
    await page.mouse.wheel(0, by);
    return [...seen];
  };
  const wait = { interval: 50, timeout: 60_000 };
  await expect.poll(() => scrolled(400), wait).toEqual(expect.arrayContaining(["/observations", "/audit"]));
  expect(seen.size).toBeGreaterThan(60);
  const one = page.getByText("/observations", { exact: true });
  await expect
    .poll(async () => {
      await scrolled(-400);
      return one.count();
    }, wait)
    .toBeGreaterThan(0);
  await one.first().click();
  await page.getByRole("button", { name: "Try it out" }).click();
  await page.getByRole("button", { name: "Execute" }).click();
  await page.locator(".live-responses-table .response-col_status", { hasText: "200" }).waitFor();
  expect(complaints).toEqual([]);
});
