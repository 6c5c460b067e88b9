import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { accessibilityFindings, useBrowser } from "./browser.ts";
import { useServer } from "./own-server.ts";
import { begin, invite, PASSWORD } from "./staff-sign-in.ts";

const { visit } = useBrowser();
const server = useServer();

/** Signs in at the page that is open, with a recovery code. */
async function signIn(page: Page, email: string, recovery: string) {
  await page.getByLabel("Thư điện tử").fill(email);
  await page.getByLabel("Mật khẩu").fill(PASSWORD);
  await page.getByRole("button", { name: "Tiếp tục" }).click();
  await page.getByRole("button", { name: "Dùng mã khôi phục" }).click();
  await page.getByLabel("Mã khôi phục").fill(recovery);
  await page.getByRole("button", { name: "Đăng nhập" }).click();
  await page.getByRole("navigation", { name: "Trang nội bộ" }).waitFor();
}

/** The titles of the drafts that whoever is signed in has. */
const drafts = (page: Page) =>
  page.evaluate(async () => {
    const answer = await fetch("/api/v1/submissions?mine=true");
    return ((await answer.json()) as { items: { title: string }[] }).items.map(({ title }) => title);
  });
const typed = (page: Page) => page.evaluate(() => JSON.stringify({ ...sessionStorage }));

test("what one person typed is neither shown to the next at the same computer nor kept in their name", async () => {
  const baseURL = server.origin();
  const links = {
    em: await invite(server, "Em", "contributor"),
    cuong: await invite(server, "Cuong", "contributor"),
  };
  await using cuongs = await visit("/staff", { baseURL });
  const { recovery: codes } = await begin(cuongs.page, links.cuong, "cuong@example.vn", "vi");

  // Êm types; her session has ended, and she leaves it at that.
  await using window = await visit("/staff", { baseURL });
  const { page } = window;
  const { recovery: emsCodes } = await begin(page, links.em, "em@example.vn", "vi");
  await page.goto("/entry/GII_RANK/2026");
  await page.getByLabel("Giá trị (hạng)").waitFor();
  await page.context().clearCookies();
  await page.getByLabel("Ấn bản").fill("MẬT của Êm, chưa gửi");
  await page.getByRole("button", { name: "Để sau" }).click();
  expect(await typed(page)).toContain("MẬT");

  // Cường signs in in that tab, and opens the same figure.
  await page.goto("/staff");
  await signIn(page, "cuong@example.vn", codes[0] ?? "");
  await page.getByRole("heading", { name: "Việc của tôi" }).waitFor();
  expect(await typed(page)).not.toContain("MẬT");
  await page.goto("/entry/GII_RANK/2026");
  expect(await page.getByLabel("Ấn bản").inputValue()).not.toContain("MẬT");
  expect(await drafts(page)).toEqual([]);

  // Cường's form stays open while Êm signs in in another tab: what he goes on typing is refused, not hers.
  await page.context().clearCookies();
  const beside = await page.context().newPage();
  await beside.goto(`${baseURL}/staff`);
  await signIn(beside, "em@example.vn", emsCodes[0] ?? "");
  await page.getByLabel("Ấn bản").fill("của Cường");
  await page.getByRole("dialog", { name: "Phiên làm việc đã hết" }).waitFor();
  expect(await drafts(beside)).toEqual([]);
  await page.getByRole("button", { name: "Để sau" }).click();

  // Signing out takes what was typed along.
  await beside.goto(`${baseURL}/entry/GII_RANK/2026`);
  const value = beside.getByLabel("Ấn bản");
  await value.waitFor();
  await beside.context().setOffline(true);
  await value.fill("GII 2026 của Êm");
  expect(await typed(beside)).toContain("GII 2026 của Êm");
  await beside.context().setOffline(false);
  await beside.getByText("Em", { exact: true }).click();
  await beside.getByRole("button", { name: "Đăng xuất" }).click();
  await beside.getByRole("heading", { name: "Đăng nhập" }).waitFor();
  expect(await typed(beside)).not.toContain("GII 2026 của Êm");
});

test("/staff is everybody's own work, and leads administrators to the people", async () => {
  const baseURL = server.origin();
  await using window = await visit("/staff", { baseURL });
  const { page } = window;
  await begin(page, await invite(server, "Binh", "administrator"), "binh@example.vn", "vi");
  await page.getByRole("heading", { name: "Việc của tôi" }).waitFor();
  expect(await accessibilityFindings(page)).toEqual([]);
  await page.getByRole("link", { name: "Tài khoản và vai trò của mọi người" }).click();
  await page.getByRole("heading", { name: "Nhân sự", exact: true }).waitFor();
  expect(new URL(page.url()).pathname).toBe("/staff/people");
});
