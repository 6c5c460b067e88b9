import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { accessibilityFindings, useBrowser } from "./browser.ts";
import { useServer } from "./own-server.ts";
import { readText } from "./read-text.ts";
import { begin, invite } from "./staff-sign-in.ts";
import { inLanguage, LANGUAGES, wordsIn } from "./staff-words.ts";

const { visit } = useBrowser();
const server = useServer({ CONTACT_EMAIL: "lienhe@example.vn" });

test("an administrator reads in either language what the installation lacks, and a backup that is made is seen", async () => {
  await using window = await visit("/staff", { baseURL: server.origin() });
  const { page } = window;
  await begin(page, await invite(server, "Binh", "administrator"), "binh@example.vn", "vi");
  await page.getByRole("link", { name: wordsIn("vi")("staffNav.health"), exact: true }).click();
  const main = page.locator("main");
  for (const lang of LANGUAGES) {
    const say = wordsIn(lang);
    await page.goto(server.origin() + inLanguage(lang, "/staff/health"));
    await page.getByRole("heading", { name: say("health.title"), exact: true }).waitFor();
    await main.getByText(say("health.missing.no-backup")).waitFor();
    const text = await readText(main);
    for (const missing of ["no-restore-test", "no-hook", "one-administrator", "owner", "origin", "relay"])
      expect(text).toContain(say(`health.missing.${missing}`));
    expect(text).not.toContain(say("health.missing.contact"));
    for (const fact of ["overdue", "requests", "delay", "streams", "wal"])
      expect(text).toContain(say(`health.${fact}`));
    // One wrong password was typed on the way in.
    expect(text.replace(/\s+/g, " ")).toContain(`${say("health.signIns")} 1`);
    expect(await accessibilityFindings(page)).toEqual([]);
  }
  const folder = mkdtempSync(join(tmpdir(), "moc2030-backups-"));
  try {
    expect((await server.command("backup", folder, "--keep")).code).toBe(0);
    expect((await server.command("restore:test", folder)).code).toBe(0);
  } finally {
    rmSync(folder, { recursive: true });
  }
  await page.reload();
  const say = wordsIn("en");
  await main.getByText(say("health.missing.owner")).waitFor();
  const text = await readText(main);
  expect(text).not.toContain(say("health.missing.no-backup"));
  expect(text).not.toContain(say("health.missing.no-restore-test"));
  expect(text).not.toContain(say("health.never"));
});

test("whoever does not look after the installation has no link to it, and is refused its page", async () => {
  await using window = await visit("/staff", { baseURL: server.origin() });
  const { page } = window;
  await begin(page, await invite(server, "Lan", "contributor"), "lan@example.vn", "vi");
  const say = wordsIn("vi");
  expect(await page.getByRole("link", { name: say("staffNav.health"), exact: true }).count()).toBe(0);
  await page.goto(`${server.origin()}/staff/health`);
  await page.getByRole("navigation", { name: say("staffNav.label") }).waitFor();
  await page
    .getByText("Bạn không được xem trang này: vai trò của bạn không gồm việc đó, hoặc đây là bản nháp của người khác.")
    .waitFor();
  expect(await page.getByRole("heading", { name: say("health.title"), exact: true }).count()).toBe(0);
});
