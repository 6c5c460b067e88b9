import { createHmac } from "node:crypto";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { accessibilityFindings } from "./browser.ts";
import { press, type } from "./keyboard.ts";
import type { OwnServer } from "./own-server.ts";
import { readText } from "./read-text.ts";
import { inLanguage, type Language, wordsIn } from "./staff-words.ts";

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
/** Adds a staff member on the command line; gives the path of the one-time link. */
export async function invite({ command }: OwnServer, name: string, role: string): Promise<string> {
  const email = `${name.toLowerCase()}@example.vn`;
  const { output } = await command("staff:add", "--email", email, "--name", name, "--role", role);
  return `/set-up#${/#(\S+)/.exec(output)?.[1]}`;
}

/**
 * Sets an account up by its one-time link, and signs in, by the keyboard alone. Gives the recovery codes, and codes of the
 * authenticator that have not been used.
 */
export async function begin(
  page: Page,
  link: string,
  email: string,
  lang: Language,
): Promise<{ recovery: string[]; nextCode: () => string }> {
  const say = wordsIn(lang);
  const enter = async (field: string, text: string) => {
    await type(page.getByLabel(say(field)), text);
    await page.keyboard.press("Enter");
  };
  const [path = "", token] = link.split("#");
  await page.goto(`${inLanguage(lang, path)}#${token}`);
  await enter("setUp.password", PASSWORD);
  await page.getByRole("button", { name: say("setUp.finish") }).waitFor();
  expect(await accessibilityFindings(page)).toEqual([]);
  const recovery = await page.locator("ol.font-mono li").allInnerTexts();
  const nextCode = authenticator(await readText(page.locator("code")));
  await enter("signIn.code", nextCode());
  await page.getByRole("heading", { name: say("setUp.doneTitle") }).waitFor();
  await press(page.getByRole("link", { name: say("signIn.title"), exact: true }));
  await type(page.getByLabel(say("signIn.email")), email);
  await enter("signIn.password", "not this one at all");
  await page.getByRole("alert").waitFor();
  expect(await accessibilityFindings(page)).toEqual([]);
  await enter("signIn.password", PASSWORD);
  await enter("signIn.code", nextCode());
  await page.getByRole("navigation", { name: say("staffNav.label") }).waitFor();
  return { recovery, nextCode };
}
