import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterAll, expect, test } from "vitest";
import { accessibilityFindings, useBrowser } from "./browser.ts";
import { useServer } from "./own-server.ts";
import { readText } from "./read-text.ts";
import { authenticator, begin, invite, PASSWORD } from "./staff-sign-in.ts";

const { visit } = useBrowser();
const box: { to: string[]; text: string }[] = [];
const relay = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS", "AUTH"],
  onData: (stream, session, done) => {
    let text = "";
    stream.setEncoding("utf8").on("data", (part: string) => (text += part));
    stream.on("end", () => {
      box.push({ to: session.envelope.rcptTo.map(({ address }) => address), text });
      done();
    });
  },
});
/** A limit for what hangs. */
const MAIL = { timeout: 60_000 };
const server = useServer(async () => {
  relay.listen(0, "127.0.0.1");
  await once(relay.server, "listening");
  const { port } = relay.server.address() as AddressInfo;
  return { SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: "moc2030@example.vn" };
});
afterAll(() => relay.close());
/** What was mailed to an address, with its lines and characters as they were written. */
const mailedTo = (address: string) =>
  box.flatMap(({ to, text }) => {
    const [head = "", ...body] = text.split("\r\n\r\n");
    if (!to.includes(address)) return [];
    if (/base64/i.test(head)) return Buffer.from(body.join(""), "base64").toString();
    const quoted = body
      .join("\n")
      .replace(/=\r?\n/g, "")
      .replaceAll("%", "%25");
    return decodeURIComponent(quoted.replace(/=([0-9A-F]{2})/g, "%$1"));
  });

test("a new phone takes the place of the old one, then an address is mended by the code mailed there", {
  timeout: 300_000,
}, async () => {
  await using window = await visit("/staff", { baseURL: server.origin() });
  const { page } = window;
  const link = await invite(server, "Lan", "contributor");
  const { recovery } = await begin(page, link, "lan@example.vn", "vi");
  await page.goto("/staff/sessions");

  // The old phone is lost: a recovery code stands in for it. A wrong one is said at its field.
  const phone = page.getByRole("region", { name: "Điện thoại mới" });
  await phone.getByLabel("Mật khẩu hiện tại").fill(PASSWORD);
  await phone.getByLabel("Mã 6 chữ số, hoặc mã khôi phục").fill("aaaaa-bbbbb");
  await page.keyboard.press("Enter");
  await phone.getByRole("link", { name: "Mã không đúng hoặc đã dùng" }).waitFor();
  expect(await accessibilityFindings(page)).toEqual([]);
  await phone.getByLabel("Mã 6 chữ số, hoặc mã khôi phục").fill(recovery[0] ?? "");
  await page.keyboard.press("Enter");
  const code = phone.getByLabel("Mã 6 chữ số trên điện thoại mới");
  await code.waitFor();
  expect(await accessibilityFindings(page)).toEqual([]);
  const nextCode = authenticator(await readText(phone.locator("code")));
  await code.fill(nextCode());
  await page.keyboard.press("Enter");
  await phone.getByText("Từ nay dùng mã của điện thoại mới.").waitFor();
  await expect.poll(() => mailedTo("lan@example.vn").join(), MAIL).toContain("Ứng dụng xác thực của tài khoản bạn vừa");

  // The address was mistyped; the new phone proves who asks.
  const address = page.getByRole("region", { name: "Thư điện tử" });
  await address.getByLabel("Địa chỉ mới").fill("lan.anh@example.vn");
  await address.getByLabel("Mật khẩu hiện tại").fill(PASSWORD);
  await address.getByLabel("Mã 6 chữ số, hoặc mã khôi phục").fill(nextCode());
  await page.keyboard.press("Enter");
  await address.getByText("Mã 8 chữ số đã gửi đến lan.anh@example.vn").waitFor();
  await address.getByText("Địa chỉ hiện dùng: lan@example.vn").waitFor();
  await expect.poll(() => mailedTo("lan.anh@example.vn").length, MAIL).toBe(1);
  await page.setViewportSize({ width: 360, height: 780 });
  expect(await accessibilityFindings(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await address
    .getByLabel("Mã 8 chữ số trong thư")
    .fill(/\b\d{8}\b/.exec(mailedTo("lan.anh@example.vn")[0] ?? "")?.[0] ?? "");
  await page.keyboard.press("Enter");
  await address.getByText("Địa chỉ hiện dùng: lan.anh@example.vn").waitFor();
  for (const to of ["lan@example.vn", "lan.anh@example.vn"])
    await expect.poll(() => mailedTo(to).at(-1), MAIL).toContain("Địa chỉ thư điện tử của tài khoản bạn vừa được đổi");

  // Signed out, she comes back by the new address and the new phone.
  await page.context().clearCookies();
  await page.goto("/staff");
  await page.getByLabel("Thư điện tử").fill("lan.anh@example.vn");
  await page.getByLabel("Mật khẩu").fill(PASSWORD);
  await page.getByRole("button", { name: "Tiếp tục" }).click();
  await page.getByLabel("Mã 6 chữ số").fill(nextCode());
  await page.getByRole("button", { name: "Đăng nhập" }).click();
  await page.getByRole("navigation", { name: "Trang nội bộ" }).waitFor();
});
