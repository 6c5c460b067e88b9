import { expect, test } from "vitest";
import { isAlive } from "./alive.ts";
import { accessibilityFindings, useBrowser } from "./browser.ts";
import { useServer } from "./own-server.ts";
import { smallestPoints } from "./points.ts";
import { readText } from "./read-text.ts";
import { begin, invite } from "./staff-sign-in.ts";

const { visit } = useBrowser();
const server = useServer();

type Page = Awaited<ReturnType<typeof visit>>["page"];
const pagesOf = async (page: Page) =>
  (await page.pdf({ format: "A4" })).toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)?.length;
const FIGURE = "/indicators/DIGITAL_ECONOMY_GDP/revisions/2023";
/** A text as long as a notice may have. */
const longest = (text: string) =>
  text
    .repeat(600 / text.length + 1)
    .slice(0, 600)
    .trim();
const WHY = "Chép nhầm dòng của bảng xếp hạng.";
/** Texts that are wide, or have nowhere to break. */
const WIDE = [longest("SỐ LIỆU NĂM 2025 GHI NHẦM THÀNH HẠNG BỐN MƯƠI LĂM "), "Ư".repeat(200), "w".repeat(200)];

/** Asks the API as whoever is signed in on a page; `version` is that of the submission. */
const asSignedIn = (page: Page, path: string, body: object | null, version?: number) =>
  page.evaluate(
    async ({ path, body, version }) => {
      const headers = {
        ...(body && { "Content-Type": "application/json" }),
        ...(version !== undefined && { "If-Match": `"${version}"` }),
      };
      const answer = await fetch(`/api/v1${path}`, { method: "POST", headers, body: body && JSON.stringify(body) });
      if (!answer.ok) throw new Error(await answer.text());
      return (await answer.json()) as { id: number; version: number };
    },
    { path, body, version },
  );
/** A submission of one person that another approves. */
async function publish(by: Page, reviewer: Page, content: object) {
  const made = await asSignedIn(by, "/submissions", { title: "Số liệu năm 2022", ...content });
  const sent = await asSignedIn(by, `/submissions/${made.id}/submit`, null, made.version);
  await asSignedIn(reviewer, `/submissions/${made.id}/review`, { approve: "all" }, sent.version);
}

test("an error of our own is noticed on its pages, and a revised figure explained on one printed page", async () => {
  const baseURL = server.origin();
  const { figures } = await (await fetch(`${baseURL}/api/v1${FIGURE}`)).json();
  const revisedIn = String(figures[0].revisions[0].revisedIn.id);
  await using reader = await visit("/indicators/GII_RANK", { baseURL });
  await reader.page.goto("/corrections");
  await reader.page.getByText("Chưa có đính chính nào.").waitFor();

  await using lan = await visit("/entry", { baseURL });
  await begin(lan.page, await invite(server, "Lan", "contributor"), "lan@example.vn", "vi");
  const { page } = lan;
  await page.goto("/entry/statement");
  await page.getByLabel("Loại nội dung").selectOption("correction");
  await page.getByLabel("Về nội dung").selectOption({ label: "Đính chính mới" });
  await page.getByRole("button", { name: "Gửi phê duyệt" }).click();
  await page.getByRole("link", { name: "Chọn ít nhất một chỉ tiêu hoặc một trang" }).press("Enter");
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("indicators");
  expect(await accessibilityFindings(page)).toEqual([]);
  // Chosen by a part of its name, without marks; taken out again, the field has the focus.
  const indicators = page.getByRole("combobox", { name: "Chỉ tiêu liên quan" });
  for (const name of ["diem gii", "hang gii"]) {
    await indicators.fill(name);
    await indicators.press("Enter");
  }
  await page.getByRole("button", { name: "Bỏ Điểm GII", exact: true }).press("Enter");
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("indicators");
  expect(await page.getByRole("button", { name: /^Bỏ / }).allInnerTexts()).toHaveLength(1);
  await page.setViewportSize({ width: 360, height: 780 });
  expect(await accessibilityFindings(page)).toEqual([]);
  await page.getByLabel("Nội dung sai", { exact: true }).fill(longest("GII 2025: hạng 45/139 "));
  await page.getByLabel("Nội dung đúng", { exact: true }).fill(longest("GII 2025: hạng 44/139 "));
  await page.getByLabel("Lý do", { exact: true }).fill(WHY);
  await page.getByLabel("Sai từ đợt cập nhật số").fill("60");
  await page.getByLabel("Đã sửa tại đợt cập nhật số").fill("9999");
  await page.getByRole("button", { name: "Gửi phê duyệt" }).click();
  // What the API refuses stands at its field.
  await page.getByRole("link", { name: /no release 9999/ }).waitFor();
  expect(await accessibilityFindings(page)).toEqual([]);
  await page.getByLabel("Đã sửa tại đợt cập nhật số").fill("61");
  await page.getByRole("button", { name: "Gửi phê duyệt" }).click();
  await page.getByText("Đã gửi phê duyệt.", { exact: false }).waitFor();
  await page.getByText(WHY).waitFor();
  expect(await accessibilityFindings(page)).toEqual([]);

  await page.goto("/entry/statement?lang=en");
  await page.getByLabel("Kind").selectOption("explanation");
  await page.getByLabel("About").selectOption("DIGITAL_ECONOMY_GDP-NSO-2023");
  const many = Array.from({ length: 12 }, (_, n) => `${n + 1}. Báo cáo số ${n + 1}/BC-BKHCN ngày 20/12/2024`).join(
    "\n",
  );
  await page.getByLabel("Reports that used the old figure", { exact: true }).fill(many);
  await page.getByLabel("Answer", { exact: true }).fill("Dùng số 12,87. ".repeat(88));
  await page.getByLabel("Release that revised the figure").selectOption(revisedIn);
  await page.getByRole("button", { name: "Submit for review" }).click();
  await page.getByText("Báo cáo số 12/BC-BKHCN", { exact: false }).first().waitFor();

  await using minh = await visit("/review", { baseURL });
  await begin(minh.page, await invite(server, "Minh", "reviewer"), "minh@example.vn", "vi");
  for (const kind of [/^Đính chính lỗi của hệ thống/, /^Explanation of a revised figure/]) {
    await minh.page.goto("/review");
    await minh.page.getByRole("link", { name: kind }).click();
    await minh.page.getByRole("button", { name: "Phê duyệt và cập nhật" }).waitFor();
    expect(await accessibilityFindings(minh.page)).toEqual([]);
    await minh.page.getByRole("button", { name: "Phê duyệt và cập nhật" }).click();
    await minh.page.getByText("đã phê duyệt", { exact: false }).first().waitFor();
  }

  for (const lang of ["", "?lang=en"])
    for (const address of ["/", "/indicators/GII_RANK", "/releases/60", "/releases/61", "/corrections"]) {
      await reader.page.goto(`${address}${lang}`);
      await reader.page.getByRole("main").getByText(WHY).waitFor();
      expect([address, await accessibilityFindings(reader.page)]).toEqual([address, []]);
    }
  const entries = await reader.page.evaluate(async () => {
    const href = document.querySelector<HTMLLinkElement>("link[type='application/atom+xml']")?.href ?? "";
    const feed = new DOMParser().parseFromString(await (await fetch(href)).text(), "application/xml");
    const ids = [...feed.getElementsByTagNameNS("http://www.w3.org/2005/Atom", "id")].map((id) => id.textContent);
    return ids.filter((id) => id?.startsWith("urn:moc2030:correction:"));
  });
  expect(entries).toHaveLength(1);
  // However long its texts are, the overview stays one sheet.
  for (const address of ["/", "/?lang=en"]) {
    await reader.page.goto(address);
    await isAlive(reader.page);
    expect([address, await pagesOf(reader.page)]).toEqual([address, 1]);
    await reader.page.emulateMedia({ media: "print" });
    const printed = await readText(reader.page.getByRole("main"));
    expect(printed).toMatch(/GII 2025: hạng 44\/139[^;]* …\./);
    expect(printed).toContain("/corrections");
    expect(printed).not.toContain(WHY);
    await reader.page.emulateMedia({ media: null });
  }
  // In Viet Nam, seven hours ahead of UTC.
  const yesterday = new Date(Date.now() - 17 * 3_600_000).toISOString().slice(0, 10);
  for (const address of [`/indicators/GII_RANK?asOf=${yesterday}`, "/indicators/EGDI_RANK"]) {
    await reader.page.goto(address);
    await reader.page.getByRole("heading", { level: 1 }).waitFor();
    expect(await reader.page.getByText(WHY).count()).toBe(0);
  }

  await reader.page.goto("/indicators/DIGITAL_ECONOMY_GDP");
  await reader.page.getByRole("link", { name: "Thông tin giải trình năm 2023" }).click();
  for (const address of [FIGURE, `${FIGURE}?lang=en`, FIGURE.replace("2023", "2022")]) {
    await reader.page.goto(address);
    await isAlive(reader.page);
    expect(await accessibilityFindings(reader.page)).toEqual([]);
    expect([address, await pagesOf(reader.page)]).toEqual([address, 1]);
    await reader.page.emulateMedia({ media: "print" });
    expect(await smallestPoints(reader.page)).toBeGreaterThanOrEqual(8.5);
    const printed = await readText(reader.page.locator("body"));
    const [path = "", lang] = address.split("?");
    expect(printed).toMatch(new RegExp(`${path}\\?${lang ? `${lang}&` : ""}release=\\d+`));
    expect(printed).toMatch(/đợt cập nhật số \d+, ngày[\s\S]*Bản này lập ngày|release \d+,[\s\S]*Made on/);
    await reader.page.emulateMedia({ media: null });
  }
  expect((await fetch(`${baseURL}${FIGURE.replace("2023", "2025")}`)).status).toBe(404);

  // Several at once, wide or without a space: the newest stands on top, the others are folded; on paper one sheet.
  for (const [n, text] of WIDE.entries()) {
    const content = { indicators: ["GII_RANK"], pages: [], wrongSince: 60, rightSince: 61 };
    const told = { wrong: { vi: text }, right: { vi: text }, why: { vi: text.slice(0, 300) } };
    const subject = `2026-11-27-a1b${n}`;
    await publish(page, minh.page, { statements: [{ kind: "correction", subject, content: { ...content, ...told } }] });
    await reader.page.setViewportSize({ width: 360, height: 780 });
    await reader.page.goto("/");
    await isAlive(reader.page);
    expect(await reader.page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    expect(await accessibilityFindings(reader.page)).toEqual([]);
    const others = reader.page.locator("details", { hasText: `${n + 1} đính chính khác` });
    expect(await others.getByText(WHY).isVisible()).toBe(false);
    await others.locator("summary").click();
    await others.getByText(WHY).waitFor();
    expect(await reader.page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    for (const address of ["/", "/?lang=en"]) {
      await reader.page.goto(address);
      expect([text.slice(0, 9), address, await pagesOf(reader.page)]).toEqual([text.slice(0, 9), address, 1]);
    }
  }

  // A figure that was revised again and again has sheets that are numbered.
  const again = FIGURE.replace("2023", "2022");
  for (const value of ["12.91", "12.95"]) {
    const key = { indicator: "DIGITAL_ECONOMY_GDP", compiler: "NSO", refArea: "VNM", timePeriod: 2022 };
    const said = { reason: "publisher_revision", reasonText: "Cục Thống kê công bố lại", confirmation: "Đã xem lại" };
    const figure = { ...key, ...said, value, obsStatus: ["P"], source: "DE-NSO-2601", published: "2026-11-01" };
    await publish(page, minh.page, { items: [figure] });
  }
  for (const address of [again, `${again}?lang=en`]) {
    await reader.page.goto(address);
    await isAlive(reader.page);
    expect(await reader.page.getByRole("table").first().getByRole("row").count()).toBe(6);
    expect(await reader.page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    expect([address, await pagesOf(reader.page)]).toEqual([address, 2]);
  }
});
