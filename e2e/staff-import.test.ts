import { expect, test } from "vitest";
import { accessibilityFindings, useBrowser } from "./browser.ts";
import { useServer } from "./own-server.ts";
import { begin, invite } from "./staff-sign-in.ts";

const { visit } = useBrowser();
const server = useServer();

test("ten rows are pasted, tried, mended where they stand, and taken into a draft that is approved as a whole", async () => {
  const baseURL = server.origin();
  const [ofLan, ofMinh] = [await invite(server, "Lan", "contributor"), await invite(server, "Minh", "reviewer")];
  await using lan = await visit("/entry", { baseURL });
  const { page } = lan;
  await begin(page, ofLan, "lan@example.vn", "vi");
  const draft = await page.evaluate(async () => {
    const figure = { indicator: "GII_RANK", compiler: "WIPO", refArea: "VNM", timePeriod: 2026, value: "41" };
    const where = { source: "GII2025-VNA", edition: "GII 2026", published: "2026-09-16", place: "Bảng 1" };
    const body = JSON.stringify({ title: "GII 2026", items: [{ ...figure, ...where, rankPool: 139 }] });
    const headers = { "Content-Type": "application/json" };
    const answer = await fetch("/api/v1/submissions", { method: "POST", headers, body });
    return ((await answer.json()) as { id: number }).id;
  });
  await page.goto("/entry");
  await page.getByRole("link", { name: "Nhập nhiều dòng" }).click();
  await page.getByLabel("Chỉ tiêu", { exact: true }).selectOption("FIBRE_COMMUNES");
  const rows = Array.from({ length: 10 }, (_, i) => `${2015 + i}\t${50 + i},5`);
  const table = page.getByLabel("Bảng", { exact: true });
  const latin1 = Buffer.from("Indicator;Year;Value\nT\xf4;2024;1", "latin1");
  await page.getByLabel(/chọn tệp Excel/).setInputFiles({ name: "a.csv", mimeType: "text/csv", buffer: latin1 });
  await page.getByRole("alert").filter({ hasText: "Dòng 2 không phải UTF-8" }).waitFor();
  // A table with other columns around year and value: which is which is guessed, and can be said.
  await table.fill("VNM\tx\t2015\t50,5\nVNM\tx\t1e400\t51");
  expect(await page.getByLabel("Cột “Năm”").inputValue()).toBe("2");
  await page.getByLabel("Cột “Giá trị”").selectOption("1");
  await page.getByRole("button", { name: "Kiểm tra thử" }).click();
  // What is said of a row stands below it.
  const open = page.getByRole("row", { name: /^1 / }).locator("xpath=following-sibling::tr[1]");
  await open.getByText("“x” không phải là số").waitFor();
  // Mended where it stands, and checked when left.
  await page.getByLabel("Giá trị, dòng 1", { exact: true }).fill("50,5");
  await page.getByLabel("Giá trị, dòng 1", { exact: true }).press("Enter");
  await open.getByText("“x” không phải là số").waitFor({ state: "detached" });
  await table.fill([...rows.slice(0, 9), "2024\t59.5"].join("\n"));
  await page.getByRole("button", { name: "Kiểm tra thử" }).click();
  await page.getByText("Dùng dấu phẩy thập phân: 59,5").waitFor();
  const source = page.getByRole("combobox", { name: "Chọn nguồn" });
  await source.fill("global innovation");
  await source.press("Enter");
  await page.getByLabel("Ấn bản", { exact: true }).fill("Niên giám 2025");
  await page.getByLabel("Ngày công bố", { exact: true }).fill("06/01/2026");
  await page.getByLabel("Trang, bảng").fill("Bảng 5");
  await table.fill(rows.join("\n"));
  await page.getByRole("button", { name: "Kiểm tra thử" }).click();
  await page.getByText("10 dòng có thể đưa vào bản nháp, 0 cần sửa, 0 không đổi.").waitFor();
  await page.getByText(/Đã đọc: cột ngăn bằng phím Tab; dấu phẩy thập phân; mã UTF-8; không có dòng tiêu đề/).waitFor();
  expect(await accessibilityFindings(page)).toEqual([]);
  await page.getByLabel("Ghi vào bản nháp").selectOption(String(draft));
  await page.getByRole("button", { name: "Đưa 10 dòng vào bản nháp" }).click();
  // The draft holds another publication: whether it is to hold both is asked.
  await page.getByRole("dialog").waitFor();
  expect(await accessibilityFindings(page)).toEqual([]);
  await page.getByRole("button", { name: `Đưa vào bản nháp số ${draft}` }).click();
  await page.getByRole("button", { name: "Gửi phê duyệt cả bản nháp (11 số liệu)" }).click();
  await page.getByText("Đã gửi phê duyệt.").waitFor();

  await using minh = await visit("/review", { baseURL });
  await begin(minh.page, ofMinh, "minh@example.vn", "vi");
  await minh.page.goto(`/review/${draft}`);
  await minh.page.getByRole("button", { name: "Phê duyệt và cập nhật" }).click();
  await minh.page.getByText("đã phê duyệt", { exact: false }).first().waitFor();
  expect((await server.command("verify")).code).toBe(0);
  await minh.page.goto("/data?indicator=FIBRE_COMMUNES");
  for (const share of ["50,5%", "59,5%"]) await minh.page.getByText(share, { exact: false }).first().waitFor();
});
