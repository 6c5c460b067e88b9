import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { accessibilityFindings, useBrowser } from "./browser.ts";
import { useServer } from "./own-server.ts";
import { begin, invite } from "./staff-sign-in.ts";

const { visit } = useBrowser();
const server = useServer();

/** The name of the file that a link downloads, which is a ZIP as Word and Excel have it. */
async function download(page: Page, name: string): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name }).first().click()]);
  expect(
    readFileSync(await file.path())
      .subarray(0, 2)
      .toString(),
  ).toBe("PK");
  return file.suggestedFilename();
}

test("a ministry is asked by letter and form, and its answer becomes a draft with the letter as source of every row", async () => {
  await using window = await visit("/staff", { baseURL: server.origin() });
  const { page } = window;
  await begin(page, await invite(server, "Lan", "contributor"), "lan@example.vn", "vi");
  await page.getByRole("heading", { name: "Hai kỳ báo cáo trong năm" }).waitFor();
  expect(await accessibilityFindings(page)).toEqual([]);

  await page.getByRole("link", { name: "Công văn đề nghị số liệu" }).click();
  await page.getByLabel("Cơ quan", { exact: true }).selectOption({ label: "Bộ Khoa học và Công nghệ" });
  await page.getByRole("button", { name: "Lập dự thảo" }).click();
  await page.getByRole("heading", { name: "Đã lập (1)" }).waitFor();
  expect(await accessibilityFindings(page)).toEqual([]);
  expect(await download(page, "Dự thảo công văn (Word)")).toBe("moc2030_letter_1_MOST.docx");
  expect(await download(page, "Biểu nhập (Excel)")).toMatch(/^moc2030_due_enquiry_1_\d{4}-\d{2}-\d{2}\.xlsx$/);

  const today = (await page.locator("html").getAttribute("data-today")) ?? "";
  for (const [step, number] of [
    ["Ghi đã gửi", "12/VPCT"],
    ["Ghi đã nhận trả lời", "1234/BKHCN-CĐS"],
  ] as const) {
    await page.getByText(step, { exact: true }).click();
    await page.getByLabel("Số, ký hiệu công văn").fill(number);
    await page.getByLabel("Ngày công văn").fill(today);
    await page.getByRole("button", { name: "Ghi lại" }).click();
    await page.getByText(`công văn số ${number} ngày`).waitFor();
  }
  await page.getByRole("link", { name: "Nhập số liệu của công văn này" }).click();
  await page.getByRole("heading", { name: "Công văn của Bộ Khoa học và Công nghệ" }).waitFor();
  expect(await page.getByLabel("Số, ký hiệu công văn").inputValue()).toBe("1234/BKHCN-CĐS");
  expect(await page.getByLabel("Ngày công văn").inputValue()).toContain(today.slice(0, 4));
  expect(await accessibilityFindings(page)).toEqual([]);
  await page.getByLabel("Người trả lời").fill("Nguyễn Văn Bình");
  await page.getByRole("button", { name: /^Mở bản nháp với \d+ dòng$/ }).click();
  await page.getByRole("heading", { name: "Công văn số 1234/BKHCN-CĐS của Bộ Khoa học và Công nghệ" }).waitFor();
  await page.getByRole("heading", { name: /^Bảng số liệu/ }).waitFor();
  await page.getByRole("link", { name: "Từng số liệu" }).click();
  const cards = page.getByRole("article");
  await cards.first().waitFor();
  expect(await cards.count()).toBeGreaterThan(1);
  expect(await cards.getByText("Nguyễn Văn Bình").count()).toBe(await cards.count());
});

test("an edition that is due becomes a draft of the country and its neighbours, on a phone and in English", async () => {
  const small = { width: 360, height: 740 };
  await using window = await visit("/staff?lang=en", { baseURL: server.origin(), viewport: small });
  const { page } = window;
  await begin(page, await invite(server, "Hoa", "reviewer"), "hoa@example.vn", "en");
  await page.goto(`${server.origin()}/entry/publication?lang=en`);
  await page.getByRole("link", { name: "GII 2026", exact: true }).click();
  await page.getByRole("heading", { name: "GII 2026", exact: true }).waitFor();
  expect(await accessibilityFindings(page)).toEqual([]);
  const open = page.getByRole("button", { name: /^Open a draft of \d+ rows$/ });
  await open.click();
  await page.getByRole("alert").waitFor();
  await page.getByLabel("Title as printed").fill("Global Innovation Index 2026");
  await page.getByLabel("Issued by").fill("WIPO");
  await open.click();
  await page.waitForURL(/\/submissions\/\d+/);
  await page.getByRole("heading", { name: "GII 2026", exact: true }).waitFor();
  await page.getByText("no figure yet").first().waitFor();
  expect(await accessibilityFindings(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(small.width);
  await page.getByRole("button", { name: "Compare line 1", exact: true }).click();
  const more = page.getByRole("region", { name: /, 2026$/ });
  await more.getByText("Largest change so far").waitFor();
  const width = await more.evaluate((section) => section.getBoundingClientRect().width);
  expect(width).toBeLessThan(small.width);
});
