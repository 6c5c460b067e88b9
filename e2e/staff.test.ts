import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { accessibilityFindings, useBrowser } from "./browser.ts";
import { useServer } from "./own-server.ts";
import { readText } from "./read-text.ts";
import { begin, invite, PASSWORD } from "./staff-sign-in.ts";

const { visit } = useBrowser();
const server = useServer();

/** Refusals that the journey provokes are on the console; anything else is not expected there. */
const unexpected = (complaints: string[]) =>
  complaints.filter((line) => !line.startsWith("other host") && !/status of (401|403|409|412|422)/.test(line));

/** Goes to the list of one's own and opens what is of GII; the page left behind has links of that name too. */
async function openOwn(page: Page) {
  await page.getByRole("link", { name: "Bản nháp và đã gửi" }).first().click();
  await page.getByRole("heading", { level: 1, name: "Bản nháp và đã gửi" }).waitFor();
  await page.getByRole("main").getByRole("link", { name: /GII/ }).first().click();
}

test("from the first administrator to a release that an open dashboard shows by itself", async () => {
  const baseURL = server.origin();
  const made = await server.command(
    "staff:add",
    "--email",
    "quan@example.vn",
    "--name",
    "Quân",
    "--role",
    "administrator",
  );
  expect(made.code).toBe(0);
  const head = ((await (await fetch(`${baseURL}/readyz`)).json()) as { release: number }).release;
  const [published, revised] = [`Release ${head + 1}`, `Release ${head + 2}`];
  await using admin = await visit("/entry", { baseURL });
  const quan = await begin(admin.page, `/set-up#${/#(\S+)/.exec(made.output)?.[1]}`, "quan@example.vn", "vi");
  await admin.page.getByRole("link", { name: "Nhân sự" }).click();
  // Somebody is added with a code of the administrator's own authenticator.
  await admin.page.getByLabel("Họ và tên").fill("Lan");
  await admin.page.getByLabel("Thư điện tử").fill("lan@example.vn");
  await admin.page.getByLabel("Vai trò", { exact: true }).selectOption("contributor");
  await admin.page.getByRole("button", { name: "Thêm và tạo liên kết" }).click();
  const sure = admin.page.getByRole("dialog", { name: "Thêm Lan với vai trò người nhập số liệu?" });
  await sure.getByRole("button", { name: "Thêm và tạo liên kết" }).click();
  await sure.getByText("Hãy nhập mã 6 chữ số").waitFor();
  expect(await accessibilityFindings(admin.page)).toEqual([]);
  await sure.getByLabel("Mã 6 chữ số").fill(quan.nextCode());
  await admin.page.keyboard.press("Enter");
  const box = admin.page.getByRole("status").filter({ hasText: "Liên kết dùng một lần cho Lan" });
  const ofLan = new URL(await readText(box.locator("code"))).href.replace(baseURL, "");
  expect(await accessibilityFindings(admin.page)).toEqual([]);
  // Choosing another role does nothing by itself; what is asked can be left.
  await admin.page.getByLabel("Vai trò của Lan").selectOption("reviewer");
  await admin.page.getByRole("button", { name: "Đổi vai trò Lan" }).click();
  await admin.page
    .getByRole("dialog", { name: "Đổi vai trò của Lan từ người nhập số liệu thành người phê duyệt?" })
    .waitFor();
  await admin.page.keyboard.press("Escape");
  await admin.page.getByRole("dialog").waitFor({ state: "hidden" });
  const ofMinh = await invite(server, "Minh", "reviewer");

  // Somebody looks at the overview, and goes on looking.
  await using reader = await visit("/", { baseURL });
  const card = reader.page.locator("tr[data-target=D2289-2030-GII_RANK]");
  await card.filter({ hasText: "44/139" }).waitFor();
  const listening = reader.page.waitForRequest(/\/api\/v1\/events/);
  await reader.page.evaluate(() => Object.assign(window, { stillThere: true }));
  await listening;

  // The contributor sees that GII 2026 is due, and enters it.
  await using lan = await visit("/entry", { baseURL });
  const { recovery } = await begin(lan.page, ofLan, "lan@example.vn", "vi");
  await lan.page.getByRole("heading", { name: "Việc của tôi" }).waitFor();
  await lan.page.getByText("Hiện không có việc nào chờ bạn.").waitFor();
  expect(await accessibilityFindings(lan.page)).toEqual([]);
  await lan.page.getByRole("navigation", { name: "Trang nội bộ" }).getByRole("link", { name: "Nhập số liệu" }).click();
  await lan.page.getByRole("heading", { name: /Đến hạn và quá hạn/ }).waitFor();
  expect(await accessibilityFindings(lan.page)).toEqual([]);
  await lan.page
    .getByRole("grid")
    .getByRole("link", { name: /^Thứ hạng GII, 2026/ })
    .focus();
  await lan.page.keyboard.press("ArrowLeft");
  expect(await lan.page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toMatch(/GII, 2025, 44/);
  await lan.page.keyboard.press("ArrowRight");
  await lan.page.keyboard.press("Enter");
  const value = lan.page.getByLabel("Giá trị (hạng)");
  await value.fill("145");
  await lan.page.getByLabel("Tổng số được xếp hạng").fill("139");
  await lan.page.getByRole("button", { name: "Gửi phê duyệt" }).click();
  const summary = lan.page.getByRole("alert").filter({ hasText: "Cần sửa trước khi tiếp tục" });
  await summary.getByRole("link", { name: "Hạng 145 lớn hơn tổng số được xếp hạng (139)" }).click();
  expect(await value.evaluate((field) => field === document.activeElement)).toBe(true);
  expect(await accessibilityFindings(lan.page)).toEqual([]);
  await lan.page.keyboard.press("Control+a");
  await lan.page.keyboard.type("41");
  // A final figure says its edition, day and place, or its author why not.
  await lan.page.getByText("Số chính thức cần có ngày công bố, ấn bản, trang, bảng, văn bản").waitFor();
  await lan.page.getByLabel("Ấn bản", { exact: true }).fill("GII 2026");
  await lan.page.getByLabel("Ngày công bố", { exact: true }).fill("16/9/2026");
  await lan.page.getByLabel("Trang, bảng").fill("Bảng 1");
  await lan.page.getByText("Số chính thức cần có").waitFor({ state: "hidden" });
  await lan.page.getByText(/Đã lưu nháp/).waitFor();

  // The session ends in the middle of the form; nothing that was typed goes.
  await lan.page.context().clearCookies();
  await lan.page.getByLabel("Nguồn mới").check();
  await lan.page.getByLabel("Tên tài liệu").fill("Global Innovation Index 2026");
  await lan.page.getByLabel("Cơ quan phát hành").fill("WIPO");
  const again = lan.page.getByRole("dialog", { name: "Phiên làm việc đã hết" });
  await again.getByLabel("Mật khẩu").fill(PASSWORD);
  await again.getByRole("button", { name: "Tiếp tục" }).click();
  await again.getByRole("button", { name: "Dùng mã khôi phục" }).click();
  await again.getByLabel("Mã khôi phục").fill(recovery[0] ?? "");
  await again.getByRole("button", { name: "Đăng nhập" }).click();
  await again.waitFor({ state: "hidden" });
  expect(await lan.page.getByLabel("Tên tài liệu").inputValue()).toBe("Global Innovation Index 2026");
  await lan.page.getByText(/Đã lưu nháp \(số 1\)\./).waitFor();
  await lan.page.getByText("Chậm tiến độ").waitFor();
  await lan.page.getByRole("button", { name: "Lưu nháp" }).click();
  await openOwn(lan.page);
  await lan.page.getByRole("button", { name: "Gửi phê duyệt cả bản nháp (1 số liệu)" }).click();
  await lan.page.getByText("Đã gửi phê duyệt.").waitFor();

  // The reviewer returns it with a reason.
  await using minh = await visit("/entry", { baseURL });
  await begin(minh.page, ofMinh, "minh@example.vn", "en");
  await minh.page.getByRole("navigation", { name: "Staff pages" }).getByRole("link", { name: "Review" }).click();
  await minh.page.locator('a[href^="/review/1"]').click();
  await minh.page.getByRole("heading", { name: "Decision" }).waitFor();
  await minh.page.getByText("Behind").first().waitFor();
  expect(await accessibilityFindings(minh.page)).toEqual([]);
  await minh.page.getByRole("button", { name: "Return", exact: true }).click();
  await minh.page.getByRole("link", { name: /Say why/ }).click();
  await minh.page.keyboard.type("Which table is it in?");
  await minh.page.getByRole("button", { name: "Return", exact: true }).click();
  await minh.page.getByRole("status").filter({ hasText: "returned" }).waitFor();

  // Corrected and handed in again.
  await openOwn(lan.page);
  await lan.page.getByText("Which table is it in?").waitFor();
  await lan.page
    .getByRole("article", { name: /Thứ hạng GII/ })
    .getByRole("link", { name: "Sửa" })
    .click();
  await lan.page.getByLabel("Trang, bảng").fill("Bảng 1, trang 18");
  await lan.page.getByText(/Đã lưu nháp/).waitFor();
  await lan.page.getByRole("button", { name: "Gửi phê duyệt", exact: true }).click();
  await lan.page.getByText("Đã gửi phê duyệt.").waitFor();

  // Approved: one release, and the open overview shows it without being loaded again.
  await minh.page.getByRole("navigation", { name: "Staff pages" }).getByRole("link", { name: "Review" }).click();
  await minh.page.locator('a[href^="/review/1"]').click();
  await minh.page.getByText("Bảng 1, trang 18").first().waitFor();
  await minh.page.getByRole("button", { name: "Approve and publish" }).dblclick();
  await minh.page.getByText(published).first().waitFor();
  await card.filter({ hasText: "41/139" }).waitFor();
  await reader.page.getByText(`Có số liệu mới: đợt cập nhật số ${head + 1}`).waitFor();
  expect(await reader.page.evaluate(() => "stillThere" in window)).toBe(true);

  // The day before shows what was known then.
  const yesterday = new Date(Date.now() + 7 * 3_600_000 - 86_400_000).toISOString().slice(0, 10);
  await reader.page.goto(`/?asOf=${yesterday}`);
  await card.filter({ hasText: "44/139" }).waitFor();
  expect(await card.filter({ hasText: "41/139" }).count()).toBe(0);

  // Two revisions of one figure: approved is the first; the second names what has come between, and can go back.
  const propose = (value: string, given = { value, source: `R${head + 1}-1` }) =>
    lan.page.evaluate(async ({ value, source }) => {
      const ask = async (path: string, version: number, body?: object) => {
        const headers = { "Content-Type": "application/json", "If-Match": `"${version}"` };
        const answer = await fetch(`/api/v1/submissions${path}`, {
          ...{ method: "POST", headers, body: body ? JSON.stringify(body) : null },
        });
        return (await answer.json()) as { id: number; version: number };
      };
      const key = { indicator: "GII_RANK", compiler: "WIPO", refArea: "VNM", timePeriod: 2026 };
      const where = { source, edition: "GII 2026", published: "2026-09-16", place: "Bảng 1" };
      const why = { reason: "own_error", reasonText: "Đọc nhầm", ...where };
      const made = await ask("", 0, { title: `GII ${value}`, items: [{ ...key, ...why, value, rankPool: 139 }] });
      return (await ask(`/${made.id}/submit`, made.version)).id;
    }, given);
  const [first, second] = [await propose("42"), await propose("43")];
  await using other = await visit(`/review/${second}?lang=en`, {
    baseURL,
    storageState: await minh.page.context().storageState(),
  });
  await other.page.getByRole("heading", { name: "Decision" }).waitFor();
  await minh.page.goto(`/review/${first}?lang=en`);
  // A later instant brings its list of early readers; taken back, its field stays open under the hand.
  await minh.page.getByText("Publish at a later instant").click();
  const instant = minh.page.getByLabel("Instant of publication (Viet Nam time)");
  await instant.fill("2099-01-01T08:00");
  await minh.page.getByRole("button", { name: "Approve, publish at the instant" }).waitFor();
  expect(await accessibilityFindings(minh.page)).toEqual([]);
  await instant.fill("");
  await minh.page.getByRole("button", { name: "Approve, publish at the instant" }).waitFor({ state: "hidden" });
  expect(await instant.isVisible()).toBe(true);
  await minh.page.getByRole("button", { name: "Approve and publish" }).click();
  await minh.page.getByText(revised).first().waitFor();
  await other.page.getByRole("button", { name: "Approve and publish" }).click();
  const panel = other.page.locator("form").filter({ hasText: "Decision" });
  for (const said of ["43/139", "41/139", `42/139 (release ${head + 2})`]) await panel.getByText(said).waitFor();
  // The same page elsewhere decides first: this one is told that its decision came too late.
  // Its buttons come once what lies above them is there, so that they stay where somebody aims.
  let tell = () => {};
  const told = new Promise<void>((done) => {
    tell = done;
  });
  await minh.page.route("**/effect", (route) => told.then(() => route.continue()), { times: 1 });
  await minh.page.goto(`/review/${second}?lang=en`);
  await minh.page.getByText("Working it out…").waitFor();
  expect(await minh.page.getByRole("button", { name: "Return", exact: true }).count()).toBe(0);
  tell();
  await minh.page.getByLabel("Reason, comments").fill("Look at 42 first");
  await minh.page.getByRole("button", { name: "Return", exact: true }).click();
  await minh.page.getByRole("status").filter({ hasText: "returned" }).waitFor();
  await other.page.getByRole("button", { name: "Reject", exact: true }).click();
  await other.page.getByRole("link", { name: /Say why/ }).waitFor();
  await other.page.getByLabel("Reason, comments").fill("No");
  await other.page.getByRole("button", { name: "Reject", exact: true }).click();
  await other.page.getByRole("alert").filter({ hasText: "Your decision was not recorded" }).waitFor();

  await lan.page.goto("/sheet/GII_RANK/VNM/2026");
  const sheet = lan.page.getByRole("article");
  for (const said of ["41/139", "Lan", "Minh", "Global Innovation Index 2026"])
    await sheet.getByText(said, { exact: false }).first().waitFor();
  expect(await accessibilityFindings(lan.page)).toEqual([]);
  // The reviewer hands the review over, from now on; the contributor accepts it, and gives it back.
  await minh.page.goto("/delegations?lang=en");
  await minh.page.getByRole("button", { name: "Delegate" }).click();
  await minh.page.getByRole("link", { name: "Enter an end after the beginning" }).click();
  expect(await accessibilityFindings(minh.page)).toEqual([]);
  const end = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 16);
  await minh.page.getByLabel("To", { exact: true }).fill(end);
  await minh.page.getByRole("button", { name: "Delegate" }).click();
  await minh.page.getByText("waits for Lan to accept").waitFor();
  await lan.page.goto("/delegations");
  await lan.page.getByRole("button", { name: "Nhận ủy quyền" }).click();
  await lan.page.getByRole("link", { name: "Phê duyệt", exact: true }).waitFor();
  // One's own work is not one's own to decide, standing in or not.
  await lan.page.goto(`/review/${second}`);
  await lan.page.getByText("Không thể phê duyệt số liệu do chính mình nhập").waitFor();
  await lan.page.goto("/delegations");
  await lan.page.getByRole("button", { name: "Trả lại ủy quyền" }).click();
  await lan.page.getByText("Không có ủy quyền nào.").waitFor();
  expect(await accessibilityFindings(lan.page)).toEqual([]);
  await minh.page.goto("/audit?lang=en");
  await minh.page.getByRole("cell", { name: "release published" }).first().waitFor();
  expect(await accessibilityFindings(minh.page)).toEqual([]);
  expect((await server.command("verify")).code).toBe(0);
  for (const one of [admin, lan, minh, reader]) expect(unexpected(one.complaints)).toEqual([]);
});

test("form and queue fit a phone of 360 px", async () => {
  await using window = await visit("/entry", { baseURL: server.origin(), viewport: { width: 360, height: 740 } });
  await window.page.getByRole("heading", { name: "Đăng nhập" }).waitFor();
  expect(await window.page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
});
