import { expect, test } from "vitest";
import { accessibilityFindings, useBrowser } from "./browser.ts";
import { useServer } from "./own-server.ts";
import { begin, invite } from "./staff-sign-in.ts";

const { visit } = useBrowser();
const server = useServer();

const LETTER = "Bộ đang rà soát các chỉ số thành phần của GII.";

test("a ministry's letter, entered by one person and approved by another, stands on the indicator's page from its day on", async () => {
  const baseURL = server.origin();
  const [ofLan, ofMinh] = [await invite(server, "Lan", "contributor"), await invite(server, "Minh", "reviewer")];
  await using lan = await visit("/entry", { baseURL });
  await begin(lan.page, ofLan, "lan@example.vn", "vi");
  const { page } = lan;
  await page.goto("/entry");
  await page.getByRole("link", { name: "Ghi ý kiến, tình hình thực hiện" }).click();
  await page.getByRole("heading", { name: "Ghi ý kiến, tình hình thực hiện" }).waitFor();
  // What is missing is said beside its field, and nothing is sent.
  await page.getByLabel("Về nội dung").selectOption("D2289-2030-GII_RANK");
  await page.getByText("Chưa công bố nội dung nào.").waitFor();
  await page.getByRole("button", { name: "Gửi phê duyệt" }).click();
  await page.getByRole("link", { name: "Ghi số của văn bản" }).waitFor();
  expect(await accessibilityFindings(page)).toEqual([]);
  await page.getByLabel("Cơ quan", { exact: true }).selectOption("MOST");
  await page.getByLabel("Số của văn bản").fill("123/BKHCN-ĐMST");
  await page.getByLabel("Ngày của văn bản").fill("18/11/2026");
  await page.getByLabel("Người ký").fill("Nguyễn Văn An, Vụ trưởng");
  await page.getByLabel("Nội dung ý kiến").fill(LETTER);
  await page.getByRole("button", { name: "Gửi phê duyệt" }).click();
  await page.getByText("Đã gửi phê duyệt.", { exact: false }).waitFor();
  await page.getByText(LETTER).waitFor();
  expect(await accessibilityFindings(page)).toEqual([]);

  await using reader = await visit("/indicators/GII_RANK", { baseURL });
  expect(await reader.page.getByText(LETTER).count()).toBe(0);

  await using minh = await visit("/review", { baseURL });
  await begin(minh.page, ofMinh, "minh@example.vn", "vi");
  await minh.page.goto("/review");
  await minh.page.getByText("1 nội dung").waitFor();
  await minh.page.getByRole("link", { name: /^Ý kiến của cơ quan chủ trì/ }).click();
  await minh.page.getByText(LETTER).waitFor();
  await minh.page.getByText("Chưa công bố nội dung nào.").waitFor();
  expect(await accessibilityFindings(minh.page)).toEqual([]);
  await minh.page.getByRole("button", { name: "Phê duyệt và cập nhật" }).click();
  await minh.page.getByText("đã phê duyệt", { exact: false }).first().waitFor();

  await reader.page.goto("/indicators/GII_RANK");
  const remark = reader.page.getByText("Ý kiến của cơ quan chủ trì").locator("..");
  await remark.getByText(LETTER).waitFor();
  expect(await remark.textContent()).toContain("văn bản số 123/BKHCN-ĐMST ngày 18/11/2026; người ký: Nguyễn Văn An");
  expect(await accessibilityFindings(reader.page)).toEqual([]);
  await reader.page.goto("/strategy");
  await reader.page.getByText(LETTER).waitFor();
  // In Viet Nam, seven hours ahead of UTC.
  const yesterday = new Date(Date.now() - 17 * 3_600_000).toISOString().slice(0, 10);
  await reader.page.goto(`/indicators/GII_RANK?asOf=${yesterday}`);
  await reader.page.getByRole("heading", { level: 1 }).waitFor();
  expect(await reader.page.getByText(LETTER).count()).toBe(0);
});
