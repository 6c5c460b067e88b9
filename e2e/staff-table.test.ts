import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { accessibilityFindings, useBrowser } from "./browser.ts";
import { useServer } from "./own-server.ts";
import { begin, invite } from "./staff-sign-in.ts";

const { visit } = useBrowser();
const server = useServer();

const pdf = (name: string) => ({ name, mimeType: "application/pdf", buffer: Buffer.from(`%PDF-1.4\n${name}\n%%EOF`) });
const cell = (page: Page, name: string, row: number) =>
  page.getByRole("textbox", { name: `${name}, dòng ${row}`, exact: true });
const activeCell = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute("aria-label"));

test("a publication is entered in its table, seen against its past row by row, and handed in", {
  timeout: 300_000,
}, async () => {
  await using window = await visit("/staff", { baseURL: server.origin() });
  const { page } = window;
  await begin(page, await invite(server, "Lan", "contributor"), "lan@example.vn", "vi");
  await page.goto(`${server.origin()}/entry/publication`);
  await page.getByRole("link", { name: "GII 2026", exact: true }).click();
  await page.getByLabel("Tên tài liệu").fill("Global Innovation Index 2026");
  await page.getByLabel("Cơ quan phát hành").fill("WIPO");
  await page.getByLabel("Ngày công bố", { exact: true }).fill("16/9/2026");
  await page.getByLabel("Trang, bảng").fill("Bảng 1");
  await page.getByLabel("Đính kèm bản chụp của nguồn").setInputFiles(pdf("gii-2026.pdf"));
  await page.getByRole("link", { name: /gii-2026\.pdf/ }).waitFor();
  await page.getByRole("button", { name: /^Mở bản nháp với \d+ dòng$/ }).click();
  await page.getByRole("heading", { name: /^Bảng số liệu \(\d+ dòng\)$/ }).waitFor();
  await page.getByText("chờ số liệu").first().waitFor();
  expect(await accessibilityFindings(page)).toEqual([]);

  // Down the column of values by keyboard; the rest of the rows is not of this sitting.
  const ranks = ["42", "90", "52", "98", "104", "117", "33", "51", "4", "46", "131"];
  await cell(page, "Giá trị", 1).focus();
  for (const [n, rank] of ranks.entries()) {
    await page.keyboard.type(rank);
    if (n < ranks.length - 1) await page.keyboard.press("Enter");
  }
  expect(await activeCell(page)).toBe("Giá trị, dòng 11");
  while ((await page.getByRole("button", { name: "Bỏ dòng 12", exact: true }).count()) > 0)
    await page.getByRole("button", { name: "Bỏ dòng 12", exact: true }).click();

  // A row beside its past, from the keyboard and back.
  await cell(page, "Giá trị", 1).focus();
  await page.keyboard.press("Alt+ArrowDown");
  const more = page.getByRole("region", { name: "Thứ hạng GII, Việt Nam, 2026" });
  await more.getByText(/2025: 44\/139/).waitFor();
  await more.getByText("Thay đổi lớn nhất đến nay").waitFor();
  await more.getByText(/THA 46 \(đang đề xuất\)/).waitFor();
  await more.getByText("Thứ hạng GII, mục tiêu 2030").first().waitFor();
  await more.getByLabel("Đính kèm bản chụp của nguồn").setInputFiles(pdf("trang-12.pdf"));
  await more.getByRole("link", { name: /trang-12\.pdf/ }).waitFor();
  expect(await accessibilityFindings(page)).toEqual([]);
  await more.getByRole("button", { name: "Bỏ" }).first().focus();
  await page.keyboard.press("Escape");
  await more.waitFor({ state: "hidden" });
  expect(await activeCell(page)).toBe("Đối chiếu dòng 1");

  await page.getByLabel("Bạn đã kiểm tra điều này thế nào?").fill("Đã đối chiếu với bản in của WIPO");
  await page.getByRole("button", { name: /^Lưu 11 dòng, bỏ \d+ số liệu$/ }).click();
  await page.getByText("Mọi thay đổi trong bảng đã được lưu.").waitFor();
  await page.getByRole("button", { name: "Gửi phê duyệt cả bản nháp (11 số liệu)" }).click();
  await page.getByText("Đã gửi phê duyệt.").first().waitFor();
});
