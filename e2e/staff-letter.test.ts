import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { accessibilityFindings, useBrowser } from "./browser.ts";
import { type Typed, typedInOffice } from "./libreoffice.ts";
import { useServer } from "./own-server.ts";
import { begin, invite } from "./staff-sign-in.ts";

const { visit } = useBrowser();
const server = useServer();

async function download(page: Page, name: string): Promise<Uint8Array> {
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name }).click()]);
  return readFileSync(await file.path());
}

/** The rows of a workbook by the columns' names, as the import reads them: cell A3 is the first of row 0. */
const rowsOf = (page: Page, book: Uint8Array) =>
  page.evaluate(
    async (bytes) => {
      const body = new Uint8Array(bytes);
      const headers = { "Content-Type": "application/octet-stream" };
      const answer = await fetch("/api/v1/submissions/table?numbers=vi", { method: "POST", headers, body });
      const { text } = (await answer.json()) as { text: string };
      const [, names = [], ...rows] = text.split("\n").map((line) => line.split("\t"));
      return { names, rows: rows.map((row) => Object.fromEntries(names.map((name, i) => [name, row[i] ?? ""]))) };
    },
    [...book],
  );

const NOTE = "Theo báo cáo của Cục Viễn thông, quý III: “đã rà soát”";

/** What a ministry types into the form: each figure as it was last, in one of the ways in which people type numbers. */
function answers({ names, rows }: Awaited<ReturnType<typeof rowsOf>>) {
  const letters = (column: string) => String.fromCharCode(65 + names.indexOf(column));
  const cells: Record<string, Typed> = {};
  const values = rows.map((row, n) => {
    const [, value = "50", pool] = /^(\S+?)(?:\/(\d+))? \(\d{4}\)$/.exec(row.LAST_VALUE ?? "") ?? [];
    const at = (column: string) => `${letters(column)}${n + 3}`;
    const isShare = row.UNIT?.startsWith("%");
    const ways: Typed[] = [isShare ? `${value}%` : value, { as: "@", type: value }, value];
    cells[at("OBS_VALUE")] = ways[n % ways.length] ?? value;
    cells[at("OBS_STATUS")] = "P";
    if (pool) cells[at("RANK_POOL")] = { as: "#,##0", type: pool };
    if (n % 2 === 0) cells[at("PUBLISHED")] = n % 4 === 0 ? "16/9/2026" : { as: "@", type: "16/9/2026" };
    cells[at("OBS_COM")] = NOTE;
    return pool ? `${value}/${pool}` : isShare ? `${value}%` : value;
  });
  return { cells, values };
}

test("a ministry's form, filled in with LibreOffice, stands in review as the figures of its letter without retyping", {
  timeout: 240_000,
}, async () => {
  const baseURL = server.origin();
  const [ofLan, ofMinh] = [await invite(server, "Lan", "contributor"), await invite(server, "Minh", "reviewer")];
  await using lan = await visit("/staff", { baseURL });
  const { page } = lan;
  await begin(page, ofLan, "lan@example.vn", "vi");
  await page.goto("/entry/enquiries");
  await page.getByLabel("Cơ quan", { exact: true }).selectOption({ label: "Bộ Khoa học và Công nghệ" });
  await page.getByRole("button", { name: "Lập dự thảo" }).click();
  await page.getByRole("heading", { name: "Đã lập (1)" }).waitFor();
  const form = await download(page, "Biểu nhập (Excel)");
  const asked = await rowsOf(page, form);
  expect(asked.rows.length).toBeGreaterThan(5);
  const { cells, values } = answers(asked);
  const filled = typedInOffice(form, cells);

  // The letter is recorded once; what came with it is taken in from there.
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
  await page.getByRole("link", { name: "Nạp biểu mà cơ quan đã điền (Excel)" }).click();
  await page.getByLabel("Số, ký hiệu công văn").waitFor();
  expect(await page.getByLabel("Số, ký hiệu công văn").inputValue()).toBe("1234/BKHCN-CĐS");
  expect(await page.getByLabel("Cơ quan gửi công văn").inputValue()).toBe("Bộ Khoa học và Công nghệ");
  await page.getByLabel("Người trả lời").fill("Nguyễn Thị Ánh Nguyệt");
  await page.getByLabel("Trang, bảng").fill("Phụ lục kèm công văn");
  const scan = { name: "Công văn quét.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7\nscan\n%%EOF") };
  await page.getByLabel("Đính kèm bản chụp của nguồn").setInputFiles(scan);
  await page.getByRole("link", { name: "Công văn quét.pdf" }).waitFor();
  const xlsx = { name: "biểu.xlsx", mimeType: "application/octet-stream", buffer: Buffer.from(filled) };
  await page.getByLabel(/chọn tệp Excel/).setInputFiles(xlsx);
  await expect.poll(() => page.getByLabel("Bảng", { exact: true }).inputValue()).toContain("OBS_VALUE");
  await page.getByRole("button", { name: "Kiểm tra thử" }).click();
  await page.getByText(`${values.length} dòng có thể đưa vào bản nháp, 0 cần sửa, 0 không đổi.`).waitFor();
  await page.getByText(/Đã đọc: trang tính “Figures”.*ô phần trăm, đọc như hiển thị/).waitFor();
  expect(await accessibilityFindings(page)).toEqual([]);
  const words = page.getByLabel("Bạn đã kiểm tra điều này thế nào?");
  if ((await words.count()) > 0) await words.fill("Đã hỏi lại đầu mối của Bộ");
  await page.getByRole("button", { name: `Đưa ${values.length} dòng vào bản nháp`, exact: true }).click();
  const title = "Công văn số 1234/BKHCN-CĐS của Bộ Khoa học và Công nghệ";
  await page.getByRole("heading", { name: title }).waitFor();
  await page.getByRole("button", { name: `Gửi phê duyệt cả bản nháp (${values.length} số liệu)` }).click();
  await page.getByText("Đã gửi phê duyệt.").waitFor();

  await using minh = await visit("/review", { baseURL });
  await begin(minh.page, ofMinh, "minh@example.vn", "vi");
  await minh.page.goto("/review");
  await minh.page.getByRole("link", { name: title }).click();
  const cards = minh.page.getByRole("article");
  await cards.first().waitFor();
  expect(await cards.count()).toBe(values.length);
  const shown = await cards.allTextContents();
  for (const value of values) expect(shown.filter((card) => card.includes(value))).not.toEqual([]);
  for (const card of shown)
    for (const said of ["Công văn số 1234/BKHCN-CĐS", "Nguyễn Thị Ánh Nguyệt", "sơ bộ", NOTE, "Công văn quét.pdf"])
      expect(card).toContain(said);
  expect(shown.filter((card) => card.includes("16/9/2026"))).toHaveLength(Math.ceil(values.length / 2));

  // The scan is for staff: nobody else is given it.
  const copy = (await cards.first().getByRole("link", { name: "Công văn quét.pdf" }).getAttribute("href")) ?? "";
  expect((await minh.page.request.get(copy)).status()).toBe(200);
  expect((await fetch(`${baseURL}${copy}`)).status).toBe(401);
});
