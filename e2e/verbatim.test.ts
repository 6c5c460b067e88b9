import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { accessibilityFindings, useBrowser } from "./browser.ts";
import { useServer } from "./own-server.ts";
import { begin, invite } from "./staff-sign-in.ts";

const { visit } = useBrowser();
const server = useServer();

const WORDS = "Duy trì xếp hạng Đổi mới sáng tạo toàn cầu (GII) thuộc nhóm 40 nước dẫn đầu";
const PRESS = /trích theo báo chí/i;
const isWide = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth > innerWidth);

test("a target is checked against the signed text by two people, and its mark falls on every page from that day on", async () => {
  const baseURL = server.origin();
  const scan = { name: "trang-3.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7\n%%EOF") };
  const [ofLan, ofMinh] = [await invite(server, "Lan", "contributor"), await invite(server, "Minh", "reviewer")];
  await using lan = await visit("/entry", { baseURL });
  await begin(lan.page, ofLan, "lan@example.vn", "vi");
  const { page } = lan;
  await page.goto("/entry");
  await page.getByRole("link", { name: "Đối chiếu nguyên văn" }).click();
  await page.getByText(/^Còn (\d+) trong \1 mục tiêu chưa đối chiếu\.$/).waitFor();
  expect(await accessibilityFindings(page)).toEqual([]);
  // By keyboard, at a phone's width: what is missing is said beside its field, and nothing is sent.
  await page.setViewportSize({ width: 360, height: 780 });
  await page.getByRole("link", { name: /^Đối chiếu: Thứ hạng GII, 2030$/ }).focus();
  await page.keyboard.press("Enter");
  await page.getByLabel("Nguyên văn tiếng Việt").fill(WORDS);
  await page.getByText("Con số trong câu chữ", { exact: false }).waitFor({ state: "detached" });
  expect(await page.locator("del").allTextContents()).toContain("của WIPO ");
  await page.getByRole("button", { name: "Gửi phê duyệt" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("link", { name: "Đính kèm bản chụp trang có mục tiêu" }).waitFor();
  await page.getByRole("link", { name: "Trả lời: văn bản có đòi hỏi", exact: false }).waitFor();
  expect(await accessibilityFindings(page)).toEqual([]);
  expect(await isWide(page)).toBe(false);
  await page.getByLabel("Mục, điểm").fill("mục II.2.b");
  await page.getByLabel("Trang", { exact: true }).fill("3");
  await page.getByLabel("Ngày đọc văn bản đã ký").fill("20/11/2026");
  await page.getByLabel("Không khác").check();
  await page.getByLabel("Nguồn mới").check();
  await page.getByLabel("Tên tài liệu, như in trên tài liệu").fill("Quyết định số 2289/QĐ-TTg, bản đã ký");
  await page.getByLabel("Cơ quan phát hành").fill("Văn phòng Chính phủ");
  await page.getByLabel("Đính kèm bản chụp của nguồn").setInputFiles(scan);
  await page.getByRole("link", { name: "trang-3.pdf" }).waitFor();
  await page.getByRole("button", { name: "Gửi phê duyệt" }).click();
  await page.getByText("Đã gửi phê duyệt.", { exact: false }).waitFor();

  await using minh = await visit("/review", { baseURL });
  await begin(minh.page, ofMinh, "minh@example.vn", "vi");
  await minh.page.goto("/review?lang=en");
  await minh.page.getByRole("link", { name: /^Đối chiếu nguyên văn mục tiêu: Thứ hạng GII, 2030/ }).click();
  await minh.page.getByText("Proposed, from the signed text").waitFor();
  expect(await minh.page.locator("del").allTextContents()).toContain("của WIPO ");
  await minh.page.getByText("The assessment goes by:").waitFor();
  await minh.page.getByText("data/seed/targets/D2289.yaml").waitFor();
  expect(await accessibilityFindings(minh.page)).toEqual([]);
  await minh.page.getByRole("button", { name: "Approve and publish" }).click();
  await minh.page.getByText("approved", { exact: false }).first().waitFor();
  await minh.page.goto("/entry/verbatim?lang=en");
  await minh.page.getByText("Entered by Lan, approved by Minh", { exact: false }).waitFor();
  expect(await accessibilityFindings(minh.page)).toEqual([]);

  await using reader = await visit("/indicators/GII_RANK", { baseURL });
  const figures = reader.page.locator("figure", { has: reader.page.locator("blockquote") });
  const [checked, other] = [figures.filter({ hasText: WORDS }), figures.filter({ hasNotText: WORDS })];
  expect(await checked.textContent()).toContain("mục II.2.b, trang 3; đối chiếu ngày 20/11/2026");
  expect(await checked.textContent()).not.toMatch(PRESS);
  expect(await other.textContent()).toMatch(PRESS);
  expect(await accessibilityFindings(reader.page)).toEqual([]);
  await reader.page.goto("/strategy?lang=en");
  await reader.page.getByText("mục II.2.b, page 3; checked on 20 November 2026", { exact: false }).waitFor();
  expect(await accessibilityFindings(reader.page)).toEqual([]);
  // In Viet Nam, seven hours ahead of UTC.
  const yesterday = new Date(Date.now() - 17 * 3_600_000).toISOString().slice(0, 10);
  await reader.page.goto(`/indicators/GII_RANK?asOf=${yesterday}`);
  await reader.page.getByRole("heading", { level: 1 }).waitFor();
  expect(await figures.filter({ hasText: WORDS }).count()).toBe(0);
  expect((await figures.allTextContents()).every((text) => PRESS.test(text))).toBe(true);
});
