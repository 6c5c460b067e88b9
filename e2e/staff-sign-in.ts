import { createHmac } from "node:crypto";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { accessibilityFindings } from "./browser.ts";
import type { OwnServer } from "./own-server.ts";
import { readText } from "./read-text.ts";

const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
/** The code that an authenticator shows now, or so many steps of thirty seconds later (RFC 6238: SHA-1, six digits). */
function codeAt(secret: string, later = 0): string {
  const bits = [...secret].map((letter) => BASE32.indexOf(letter).toString(2).padStart(5, "0")).join("");
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + later));
  const hash = createHmac("sha1", key).update(counter).digest();
  const at = (hash[19] ?? 0) & 15;
  return String((hash.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

/** An authenticator with the key that a page shows: gives a code that would be taken and has not been used, of the three there are at a time. */
export function authenticator(key: string): () => string {
  const secret = key.replace(/\s/g, "");
  const used = new Set<string>();
  return () => {
    const code = [0, 1, -1].map((later) => codeAt(secret, later)).find((one) => !used.has(one)) ?? "";
    used.add(code);
    return code;
  };
}

/** What everybody of the journeys chooses. */
export const PASSWORD = "mười hai con cá vàng bơi";
const words = {
  vi: {
    newPassword: "Mật khẩu mới",
    next: "Tiếp tục",
    code: "Mã 6 chữ số",
    finish: "Hoàn tất",
    ready: "Tài khoản đã sẵn sàng",
    signIn: "Đăng nhập",
    email: "Thư điện tử",
    password: "Mật khẩu",
    pages: "Trang nội bộ",
  },
  en: {
    newPassword: "New password",
    next: "Continue",
    code: "Six-digit code",
    finish: "Finish",
    ready: "Your account is ready",
    signIn: "Sign in",
    email: "Email address",
    password: "Password",
    pages: "Staff pages",
  },
};

/** Adds a staff member on the command line; gives the path of the one-time link. */
export async function invite({ command }: OwnServer, name: string, role: string): Promise<string> {
  const email = `${name.toLowerCase()}@example.vn`;
  const { output } = await command("staff:add", "--email", email, "--name", name, "--role", role);
  return `/set-up#${/#(\S+)/.exec(output)?.[1]}`;
}

/** Sets an account up by its one-time link, and signs in. Gives the recovery codes, and codes of the authenticator that have not been used. */
export async function begin(
  page: Page,
  link: string,
  email: string,
  lang: "vi" | "en",
): Promise<{ recovery: string[]; nextCode: () => string }> {
  const say = words[lang];
  const path = lang === "en" ? link.replace("#", "?lang=en#") : link;
  await page.goto(path);
  await page.getByLabel(say.newPassword).fill(PASSWORD);
  await page.getByRole("button", { name: say.next }).click();
  await page.getByRole("button", { name: say.finish }).waitFor();
  expect(await accessibilityFindings(page)).toEqual([]);
  const recovery = await page.locator("ol.font-mono li").allInnerTexts();
  const nextCode = authenticator(await readText(page.locator("code")));
  await page.getByLabel(say.code).fill(nextCode());
  await page.getByRole("button", { name: say.finish }).click();
  await page.getByRole("heading", { name: say.ready }).waitFor();
  await page.getByRole("link", { name: say.signIn, exact: true }).click();
  await page.getByLabel(say.email).fill(email);
  await page.getByLabel(say.password).fill("not this one at all");
  await page.getByRole("button", { name: say.next }).click();
  await page.getByRole("alert").waitFor();
  expect(await accessibilityFindings(page)).toEqual([]);
  await page.getByLabel(say.password).fill(PASSWORD);
  await page.getByRole("button", { name: say.next }).click();
  await page.getByLabel(say.code).fill(nextCode());
  await page.getByRole("button", { name: say.signIn }).click();
  await page.getByRole("navigation", { name: say.pages }).waitFor();
  return { recovery, nextCode };
}
