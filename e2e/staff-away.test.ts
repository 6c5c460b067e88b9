import { addDays, dayInVietNam } from "@moc2030/shared/text/date";
import { numericDay } from "@moc2030/shared/text/written-day";
import { expect, test } from "vitest";
import { accessibilityFindings, useBrowser } from "./browser.ts";
import { useServer } from "./own-server.ts";
import { begin, invite } from "./staff-sign-in.ts";

const { visit } = useBrowser();
const server = useServer();

/** A window in which somebody has set up their account and signed in. */
async function person(name: string, role: string, lang: "vi" | "en" = "vi") {
  const link = await invite(server, name, role);
  const window = await visit("/staff", { baseURL: server.origin() });
  await begin(window.page, link, `${name.toLowerCase()}@example.vn`, lang);
  return window;
}

test("a stand-in falls ill: two administrators name another from now on, who accepts and reviews", {
  timeout: 300_000,
}, async () => {
  await using hoa = await person("Hoa", "reviewer");
  await using minh = await person("Minh", "contributor");
  await using vy = await person("Vy", "contributor");
  await using binh = await person("Binh", "administrator", "en");
  await using son = await person("Son", "administrator");
  const today = dayInVietNam(new Date());

  // Hoa is away from today on, and asks Minh; by keyboard alone.
  await hoa.page.goto("/staff/away");
  await hoa.page.getByText("Không ai vắng mặt.").waitFor();
  expect(await accessibilityFindings(hoa.page)).toEqual([]);
  await hoa.page.getByRole("button", { name: "Ghi vắng mặt" }).press("Enter");
  await hoa.page.getByRole("link", { name: "Hãy nhập ngày" }).press("Enter");
  await hoa.page.keyboard.type(numericDay(addDays(today, -1)));
  await hoa.page.keyboard.press("Enter");
  await hoa.page.getByText("Ngày cuối phải từ ngày đầu trở đi").first().waitFor();
  await hoa.page.getByLabel("Đến hết ngày").fill(numericDay(addDays(today, 8)));
  await hoa.page.keyboard.press("Enter");
  await hoa.page.getByText("Chưa có ai có mặt để phê duyệt thay.").waitFor();
  await hoa.page.getByLabel("Ai phê duyệt thay Hoa?").press("M");
  await hoa.page.getByRole("button", { name: "Ủy quyền" }).press("Enter");
  await hoa.page.getByText("Minh phê duyệt thay: chưa nhận").waitFor();

  // Minh accepts.
  await minh.page.goto("/staff/away");
  await minh.page.getByRole("link", { name: "chưa nhận" }).click();
  await minh.page.getByRole("button", { name: "Nhận ủy quyền" }).click();
  await minh.page.getByRole("link", { name: "Phê duyệt", exact: true }).waitFor();

  // Minh has fallen ill: an administrator says so, and proposes Vy in his place.
  await binh.page.goto("/staff/away?lang=en");
  await binh.page.getByLabel("Who is away").selectOption({ label: "Minh (contributor)" });
  await binh.page.getByLabel("Last day").fill(numericDay(addDays(today, 2)));
  await binh.page.getByRole("button", { name: "Record", exact: true }).click();
  await binh.page.getByText("away too").waitFor();
  expect(await accessibilityFindings(binh.page)).toEqual([]);
  const choice = binh.page.getByLabel("Who stands in for Hoa?");
  expect(await choice.locator("option").allInnerTexts()).toEqual(["Choose somebody", "Vy (contributor)"]);
  await choice.selectOption({ label: "Vy (contributor)" });
  await binh.page.getByRole("button", { name: "Propose" }).click();
  await binh.page.getByRole("link", { name: "waits for a second administrator" }).waitFor();

  // A second administrator confirms, Vy accepts, and reviews from then on.
  await son.page.goto("/staff/away");
  await son.page.getByRole("link", { name: "chờ quản trị viên khác xác nhận" }).click();
  await son.page.getByRole("button", { name: "Xác nhận" }).click();
  await vy.page.goto("/delegations");
  expect(await vy.page.getByRole("link", { name: "Phê duyệt", exact: true }).count()).toBe(0);
  await vy.page.getByRole("button", { name: "Nhận ủy quyền" }).click();
  await vy.page.getByRole("link", { name: "Phê duyệt", exact: true }).waitFor();

  // What everybody reads, on a phone too.
  await vy.page.setViewportSize({ width: 360, height: 780 });
  await vy.page.goto("/staff/away");
  await vy.page.getByText("Vy phê duyệt thay: đã nhận").waitFor();
  await vy.page.getByText("Minh phê duyệt thay: đã nhận cũng vắng mặt").waitFor();
  expect(await vy.page.getByText("Chưa có ai có mặt").count()).toBe(0);
  expect(await accessibilityFindings(vy.page)).toEqual([]);
  expect(await vy.page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);

  // Hoa is back: her stand-ins end.
  await hoa.page.goto("/staff/away");
  await hoa.page.getByRole("button", { name: "Đã đi làm lại Hoa" }).click();
  await hoa.page.getByText("Minh vắng mặt").waitFor();
  await hoa.page.getByText("Hoa vắng mặt").waitFor({ state: "detached" });
  await hoa.page.goto("/delegations");
  await hoa.page.getByText("Không có ủy quyền nào.").waitFor();
});
