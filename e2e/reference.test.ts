import { expect, test } from "vitest";
import { useBrowser } from "./browser.ts";

const { visit } = useBrowser();

test("the reference shows every address and tries one, within the security policy and without another host", async () => {
  await using window = await visit("/api/v1/docs");
  const { page, complaints } = window;
  await page.locator("#operations-Observations-get_observations, .opblock").first().waitFor();
  await expect.poll(() => page.locator(".opblock").count()).toBeGreaterThan(20);
  await page.getByText("/observations", { exact: true }).first().click();
  await page.getByRole("button", { name: "Try it out" }).click();
  await page.getByRole("button", { name: "Execute" }).click();
  await page.locator(".live-responses-table .response-col_status", { hasText: "200" }).waitFor();
  expect(complaints).toEqual([]);
});
