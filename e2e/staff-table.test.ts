import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { accessibilityFindings, useBrowser } from "./browser.ts";
import { useServer } from "./own-server.ts";
import { readText } from "./read-text.ts";
import { begin, invite } from "./staff-sign-in.ts";

const { visit } = useBrowser();
const server = useServer();

const pdf = (name: string) => ({ name, mimeType: "application/pdf", buffer: Buffer.from(`%PDF-1.4\n${name}\n%%EOF`) });
const cell = (page: Page, name: string, row: number) =>
  page.getByRole("textbox", { name: `${name}, dòng ${row}`, exact: true });
const activeCell = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute("aria-label"));

/** From a figure far down: the decision is a key away, and no stop of the Tab key lies under the bar that leads there. */
async function decisionStaysInReach(page: Page, card: Locator) {
  const decision = page.getByRole("heading", { name: "Quyết định" });
  const isInView = () =>
    decision.evaluate((one) => {
      const { top, bottom } = one.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    });
  const take = card.getByRole("checkbox", { name: "Phê duyệt số liệu này" });
  await take.focus();
  expect(await isInView()).toBe(true);
  await page.setViewportSize({ width: 360, height: 780 });
  expect(await accessibilityFindings(page)).toEqual([]);
  const bar = page.getByRole("link", { name: "Đến phần quyết định" }).last();
  for (const key of ["Tab", "Shift+Tab"]) {
    await take.focus();
    for (let stops = 0; stops < 12; stops++) {
      await page.keyboard.press(key);
      const isHidden = await bar.evaluate(({ parentElement: bar }) => {
        const focused = document.activeElement;
        if (!bar || !focused || bar.contains(focused)) return false;
        const [over, under] = [bar.getBoundingClientRect(), focused.getBoundingClientRect()];
        return under.bottom > over.top && under.top < over.bottom;
      });
      expect(isHidden).toBe(false);
    }
  }
  await take.focus();
  expect(await isInView()).toBe(false);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("decision");
  expect(await isInView()).toBe(true);
  await page.setViewportSize({ width: 1440, height: 900 });
}

test("a publication is entered in its table, seen against its past row by row, returned on one figure, mended and approved", async () => {
  await using window = await visit("/staff", { baseURL: server.origin() });
  const { page } = window;
  await begin(page, await invite(server, "Lan", "contributor"), "lan@example.vn", "vi");
  await page.goto(`${server.origin()}/entry/publication`);
  await page.getByRole("link", { name: "GII 2026", exact: true }).click();
  await page.getByLabel("Tên tài liệu").fill("Global Innovation Index 2026");
  await page.getByLabel("Cơ quan phát hành").fill("WIPO");
  await page.getByLabel("Ngày công bố", { exact: true }).fill("16/9/2026");
  await page.getByLabel("Trang, bảng").fill("Bảng 1");
  await page.getByLabel("Tổng số được xếp hạng").fill("139");
  await page.getByLabel("Đính kèm bản chụp của nguồn").setInputFiles(pdf("gii-2026.pdf"));
  await page.getByRole("link", { name: /gii-2026\.pdf/ }).waitFor();
  await page.getByRole("button", { name: /^Mở bản nháp với \d+ dòng$/ }).click();
  await page.getByRole("heading", { name: /^Bảng số liệu \(\d+ dòng\)$/ }).waitFor();
  await page.getByText("chờ số liệu").first().waitFor();
  expect(await accessibilityFindings(page)).toEqual([]);

  expect(await cell(page, "Tổng số được xếp hạng", 1).inputValue()).toBe("139");
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
  await more.getByText(/Đang đề xuất: .*Thái Lan 46/).waitFor();
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

  // The reviewer returns it for one figure; without a reason anywhere one is asked for.
  await using other = await visit("/staff", { baseURL: server.origin() });
  await begin(other.page, await invite(server, "Hoa", "reviewer"), "hoa@example.vn", "vi");
  await other.page.goto(`${server.origin()}/review/1`);
  const thailand = other.page.getByRole("article", { name: /^Thứ hạng GII, 2026.*THA/ });
  await decisionStaysInReach(other.page, thailand);
  await thailand.getByRole("checkbox", { name: "Phê duyệt số liệu này" }).uncheck();
  const returns = other.page.getByRole("button", { name: "Trả lại", exact: true });
  await returns.click();
  await other.page.getByRole("link", { name: "Hãy viết lý do để người nhập biết cần sửa gì" }).waitFor();
  await thailand.getByLabel("Vì sao không phê duyệt số liệu này").fill("Bản in ghi hạng 45");
  await returns.click();
  await other.page.getByRole("status").filter({ hasText: "được trả lại" }).waitFor();

  // The author reads it on the start page and at the row, and mends the row where it stands.
  await page.goto(`${server.origin()}/staff`);
  const reason = page.getByRole("listitem").filter({ hasText: "Thứ hạng GII, Thái Lan, 2026: Bản in ghi hạng 45" });
  await reason.last().waitFor();
  expect(await accessibilityFindings(page)).toEqual([]);
  // As it was handed in, without an answer, it does not go back.
  await page.goto(`${server.origin()}/submissions/1`);
  await page.getByText("Cần sửa, bỏ, hoặc trả lời trước khi gửi lại.").waitFor();
  await submit.click();
  await page
    .getByRole("link", { name: "1 số liệu bị trả lại chưa được xử lý: sửa, bỏ, hoặc trả lời ý kiến." })
    .waitFor();
  await page.goto(`${server.origin()}/submissions/1?as=table`);
  const value = cell(page, "Giá trị", 10);
  const saidOf = async () => readText(page.locator(`[id="${await value.getAttribute("aria-describedby")}"]`));
  expect(await saidOf()).toContain("Bản in ghi hạng 45");
  await value.fill("45");
  await page.keyboard.press("Tab");
  await page.getByText("Chưa lưu: 1 dòng. Còn 0 dòng cần sửa.").waitFor();
  expect(await accessibilityFindings(page)).toEqual([]);
  await page.getByRole("button", { name: "Lưu 1 dòng", exact: true }).click();
  await page.getByText("Mọi thay đổi trong bảng đã được lưu.").waitFor();
  expect(await saidOf()).toContain("đã sửa so với lần gửi trước");
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
  expect(await said.json()).toMatchObject({ items: [{ timePeriod: 2026, value: 45 }] });
});

test("on a phone, in English: a figure of another publication asks before it joins a draft, and what is typed before it is left behind", async () => {
  await using window = await visit("/staff", { baseURL: server.origin(), viewport: { width: 360, height: 780 } });
  const { page } = window;
  const open = (path: string) => page.goto(`${server.origin()}${path}`);
  const isWithinItsWidth = () => page.evaluate(() => document.documentElement.scrollWidth <= 360);
  await begin(page, await invite(server, "Minh", "contributor"), "minh@example.vn", "en");
  const enter = async (path: string, value: string, title: string) => {
    await open(path);
    await page.getByLabel(/^Value \(/).fill(value);
    await page.getByLabel("A new source").check();
    await page.getByLabel("Title as printed").fill(title);
    await page.getByLabel("Issued by").fill("UNDESA");
  };
  const kept = page.getByRole("status").filter({ hasText: /Draft kept \(no\. \d+\)/ });
  await enter("/entry/EGDI_RANK/2026?lang=en", "70", "E-Government Survey 2026");
  await kept.waitFor();
  const draft = /\d+/.exec(await readText(kept))?.[0];

  // In the form the question comes when the field is left: a new draft for the other figure.
  await enter(`/entry/DIGITAL_ECONOMY_GDP/2026?draft=${draft}&lang=en`, "15.1", "Statistical Yearbook 2026");
  await page.getByRole("status").filter({ hasText: "Not kept." }).waitFor();
  await page.keyboard.press("Tab");
  const joins = page.getByRole("dialog", { name: "A figure of another publication" });
  await joins.waitFor();
  expect(await accessibilityFindings(page)).toEqual([]);
  await joins.getByRole("button", { name: "Open a new draft" }).click();
  await kept.filter({ hasNotText: `no. ${draft})` }).waitFor();

  // In the table the question comes with saving; before that nothing is left behind unasked.
  await open(`/submissions/${draft}?as=table&lang=en`);
  await page.getByRole("heading", { name: "Table of figures (1 row)" }).waitFor();
  await page.getByRole("button", { name: "Add a row" }).click();
  await page.getByLabel("Add a column").selectOption("SOURCE");
  const row = { Indicator: "EGDI_RANK", Economy: "LAO", Year: "2026", Value: "120", Source: "S-EGDI-2024" };
  const typed = (name: string) => page.getByRole("textbox", { name: `${name}, line new 2`, exact: true });
  for (const [name, text] of Object.entries(row)) await typed(name).fill(text);
  await page.keyboard.press("Tab");
  await page.getByText("Not saved yet: 1 row. To be mended: 0.").waitFor();
  expect(await isWithinItsWidth()).toBe(true);
  const cards = page.getByRole("link", { name: "Figure by figure" });
  await cards.click();
  const leaves = page.getByRole("dialog", { name: "Leave without saving?" });
  await leaves.waitFor();
  expect(await accessibilityFindings(page)).toEqual([]);
  await leaves.getByRole("button", { name: "Stay" }).click();
  await leaves.waitFor({ state: "hidden" });
  const asked = page.waitForEvent("dialog");
  await page.evaluate(() => void setTimeout(() => location.reload()));
  expect((await asked).type()).toBe("beforeunload");
  await (await asked).dismiss();
  expect(await typed("Value").inputValue()).toBe("120");
  const save = page.getByRole("button", { name: "Save 1 row" });
  await page.getByLabel("How have you checked this?").fill("Compared with the printed table");
  await save.click();
  await joins.waitFor();
  await page.keyboard.press("Escape");
  await joins.waitFor({ state: "hidden" });
  await save.click();
  await joins.getByRole("button", { name: `Add it to draft ${draft}` }).click();
  await page.getByRole("heading", { name: "Table of figures (2 rows)" }).waitFor();
  // The rows of either source are a table, each with fields of its own.
  await page.getByText("All changes in the table are saved.").nth(1).waitFor();
  await page.getByLabel("Add a column").nth(1).selectOption("PLACE");
  await page.getByRole("textbox", { name: "Page, table, letter, line 1", exact: true }).waitFor();
  expect(await accessibilityFindings(page)).toEqual([]);
  await cards.click();
  await page.getByRole("heading", { name: "Figures (2)" }).waitFor();
  expect(await isWithinItsWidth()).toBe(true);
});
