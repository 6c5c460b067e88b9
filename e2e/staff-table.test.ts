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

test("a publication is entered in its table, seen against its past row by row, returned on one figure, mended and approved", {
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
  const submit = page.getByRole("button", { name: "Gửi phê duyệt cả bản nháp (11 số liệu)" });
  const sent = page.getByRole("status").filter({ hasText: "chờ phê duyệt" });
  await submit.click();
  await sent.waitFor();

  // The reviewer asks back on one figure: the reason for it stands there, one for the whole is asked for.
  await using other = await visit("/staff", { baseURL: server.origin() });
  await begin(other.page, await invite(server, "Hoa", "reviewer"), "hoa@example.vn", "vi");
  await other.page.goto(`${server.origin()}/review/1`);
  const thailand = other.page.getByRole("article", { name: /^Thứ hạng GII, 2026.*THA/ });
  await thailand.getByRole("checkbox", { name: "Phê duyệt số liệu này" }).uncheck();
  await thailand.getByLabel("Vì sao không phê duyệt số liệu này").fill("Bản in ghi hạng 45");
  const returns = other.page.getByRole("button", { name: "Trả lại", exact: true });
  await returns.click();
  await other.page.getByRole("link", { name: "Hãy viết lý do để người nhập biết cần sửa gì" }).waitFor();
  await other.page.getByLabel("Lý do, góp ý").fill("Xem lại một số liệu");
  await returns.click();
  await other.page.getByRole("status").filter({ hasText: "được trả lại" }).waitFor();

  // The author reads both on the start page and at the row, and mends the row where it stands.
  await page.goto(`${server.origin()}/staff`);
  const reason = page.getByRole("listitem").filter({ hasText: "Thứ hạng GII, Thái Lan, 2026: Bản in ghi hạng 45" });
  await reason.last().waitFor();
  await page.getByText("Xem lại một số liệu").first().waitFor();
  expect(await accessibilityFindings(page)).toEqual([]);
  await page.goto(`${server.origin()}/submissions/1?as=table`);
  const row = page.getByRole("row").filter({ hasText: "Bản in ghi hạng 45" });
  await row.getByRole("textbox", { name: "Giá trị, dòng 10" }).fill("45");
  await page.keyboard.press("Tab");
  await page.getByText("Chưa lưu: 1 dòng. Còn 0 dòng cần sửa.").waitFor();
  expect(await accessibilityFindings(page)).toEqual([]);
  await page.getByRole("button", { name: "Lưu 1 dòng", exact: true }).click();
  await row.getByText("đã sửa so với lần gửi trước").waitFor();
  await page.goto(`${server.origin()}/staff`);
  await reason.last().getByText("đã sửa so với lần gửi trước").waitFor();
  await page.goto(`${server.origin()}/submissions/1?as=table`);
  await submit.click();
  await sent.waitFor();

  await other.page.goto(`${server.origin()}/review/1`);
  await thailand.getByText("đã sửa so với lần gửi trước").waitFor();
  await other.page.getByRole("button", { name: "Phê duyệt và cập nhật" }).click();
  await other.page.getByRole("status").filter({ hasText: "đã phê duyệt" }).waitFor();
  const said = await fetch(`${server.origin()}/api/v1/observations?indicator=GII_RANK&area=THA&from=2026`);
  expect(await said.json()).toMatchObject({ items: [{ timePeriod: 2026, value: "45" }] });
});
