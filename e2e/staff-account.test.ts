import { once } from "node:events";
import type { AddressInfo } from "node:net";
import type { Locator } from "playwright-core";
import { SMTPServer } from "smtp-server";
import { afterAll, expect, test } from "vitest";
import { accessibilityFindings, useBrowser } from "./browser.ts";
import { choose, press, type } from "./keyboard.ts";
import { useServer } from "./own-server.ts";
import { readText } from "./read-text.ts";
import { authenticator, begin, invite, PASSWORD } from "./staff-sign-in.ts";
import { inLanguage, wordsIn } from "./staff-words.ts";

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
const MAILED = {
  vi: {
    newPhone: "Ứng dụng xác thực của tài khoản bạn vừa",
    newAddress: "Địa chỉ thư điện tử của tài khoản bạn vừa được đổi",
  },
  en: {
    newPhone: "The authenticator of your account has just been replaced",
    newAddress: "The e-mail address of your account has just been changed",
  },
};
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

test.each([
  { lang: "vi", name: "Lan" },
  { lang: "en", name: "Mai" },
] as const)(
  "in $lang, by the keyboard alone: a new phone takes the place of the old one, then an address is mended by the code mailed there",
  async ({ lang, name }) => {
    const say = wordsIn(lang);
    const [before, after] = [`${name.toLowerCase()}@example.vn`, `${name.toLowerCase()}.anh@example.vn`];
    await using window = await visit("/staff", { baseURL: server.origin() });
    const { page } = window;
    const { recovery } = await begin(page, await invite(server, name, "contributor"), before, lang);
    const part = (title: string) => page.getByRole("region", { name: say(title), exact: true });
    const enter = async (field: Locator, text: string) => {
      await type(field, text);
      await page.keyboard.press("Enter");
    };
    await press(page.getByLabel(say("staffNav.me", { name })));
    await press(page.getByRole("link", { name: say("account.title"), exact: true }));
    await choose(page.getByLabel(say("mail.language")), lang);

    // The old phone is lost: a recovery code stands in for it. A wrong one is said at its field.
    const phone = part("phone.title");
    await type(phone.getByLabel(say("own.password")), PASSWORD);
    await enter(phone.getByLabel(say("own.code")), "aaaaa-bbbbb");
    await phone.getByRole("link", { name: say("own.codeWrong") }).waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await enter(phone.getByLabel(say("own.code")), recovery[0] ?? "");
    await phone.getByLabel(say("phone.newCode")).waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    const nextCode = authenticator(await readText(phone.locator("code")));
    await enter(phone.getByLabel(say("phone.newCode")), nextCode());
    await phone.getByText(say("phone.done")).waitFor();
    await expect.poll(() => mailedTo(before).join(), MAIL).toContain(MAILED[lang].newPhone);

    // The address was mistyped; the new phone proves who asks.
    const address = part("address.title");
    await type(address.getByLabel(say("address.new")), after);
    await type(address.getByLabel(say("own.password")), PASSWORD);
    await enter(address.getByLabel(say("own.code")), nextCode());
    await address.getByText(say("address.waitsCode", { email: after }).split("{")[0] ?? "").waitFor();
    await address.getByText(say("address.now", { email: before })).waitFor();
    await expect.poll(() => mailedTo(after).length, MAIL).toBe(1);
    await page.setViewportSize({ width: 360, height: 780 });
    expect(await accessibilityFindings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await enter(address.getByLabel(say("address.code")), /\b\d{8}\b/.exec(mailedTo(after)[0] ?? "")?.[0] ?? "");
    await address.getByText(say("address.now", { email: after })).waitFor();
    for (const to of [before, after])
      await expect.poll(() => mailedTo(to).at(-1), MAIL).toContain(MAILED[lang].newAddress);

    // Signed out, she comes back by the new address and the new phone.
    await page.context().clearCookies();
    await page.goto(inLanguage(lang, "/staff"));
    await type(page.getByLabel(say("signIn.email")), after);
    await enter(page.getByLabel(say("signIn.password")), PASSWORD);
    await enter(page.getByLabel(say("signIn.code")), nextCode());
    await page.getByRole("navigation", { name: say("staffNav.label") }).waitFor();
  },
);
