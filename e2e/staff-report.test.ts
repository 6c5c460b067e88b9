import { readFileSync } from "node:fs";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { expect, test } from "vitest";
import { accessibilityFindings, useBrowser } from "./browser.ts";
import { attach, press, type } from "./keyboard.ts";
import { useServer } from "./own-server.ts";
import { begin, invite } from "./staff-sign-in.ts";
import { inLanguage, wordsIn } from "./staff-words.ts";

const { visit } = useBrowser();
const server = useServer({ LETTER_OFFICE: "Bộ Khoa học và Công nghệ", LETTER_SYMBOL: "BKHCN-CĐS" });

const OPEN = /\[[^[\]<]*\]/g;
const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** The same document with every open place filled in. */
function filledIn(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  for (const [name, part] of Object.entries(parts))
    if (/^word\/[^/]+\.xml$/.test(name)) parts[name] = strToU8(strFromU8(part).replaceAll(OPEN, "đã điền"));
  return zipSync(parts);
}

test.each([
  { lang: "vi", number: "12", value: "14.20", author: "Lan", reviewer: "Hoa" },
  { lang: "en", number: "13", value: "14.30", author: "Mai", reviewer: "Son" },
] as const)(
  "in $lang, a draft is downloaded, finished, registered and approved; then pages name it, and a later revision does",
  { timeout: 420_000 },
  async ({ lang, number, value, author, reviewer }) => {
    const say = wordsIn(lang);
    const symbol = `${number}/BC-BKHCN`;
    const baseURL = server.origin();
    const links = [await invite(server, author, "contributor"), await invite(server, reviewer, "reviewer")] as const;
    await using writer = await visit("/staff", { baseURL, acceptDownloads: true });
    const { page } = writer;
    await begin(page, links[0], `${author.toLowerCase()}@example.vn`, lang);
    const isWide = () => page.evaluate(() => document.documentElement.scrollWidth > innerWidth);

    // The draft, from the public page of the report, by the keyboard.
    await page.goto(inLanguage(lang, "/report"));
    await press(page.locator('a[href^="/staff/report"]').first());
    await page.getByRole("heading", { name: say("draft.title"), level: 1 }).waitFor();
    const counted = page.getByRole("heading", {
      name: lang === "vi" ? /^Còn \d+ chỗ để trống$/ : /^\d+ places left open$/,
    });
    await counted.waitFor();
    const countOf = async () => Number(/\d+/.exec((await counted.textContent()) ?? "")?.[0]);
    const before = await countOf();
    expect(await page.locator("mark").count()).toBe(before);
    expect(await accessibilityFindings(page)).toEqual([]);
    const today = await page.getByLabel(say("draft.day"), { exact: true }).inputValue();
    await type(page.getByLabel(say("draft.number"), { exact: true }), number);
    await type(page.getByLabel(say("draft.to"), { exact: true }), "Thủ tướng Chính phủ");
    await type(page.getByLabel(say("draft.date")), "31/2/2026");
    await page.keyboard.press("Enter");
    await page.getByRole("alert").waitFor();
    await type(page.getByLabel(say("draft.date")), today);
    await page.keyboard.press("Enter");
    await page.waitForURL(/number=1[23]/);
    await expect.poll(countOf, { timeout: 60_000 }).toBeLessThan(before);
    const address = page.url();
    await page.reload();
    await expect.poll(() => page.getByLabel(say("draft.to"), { exact: true }).inputValue()).toBe("Thủ tướng Chính phủ");
    await counted.waitFor();
    expect(page.url()).toBe(address);
    // An open place is jumped to.
    const list = page.getByRole("list", { name: say("draft.openList") });
    await press(list.getByRole("link").nth(1));
    expect(await page.evaluate(() => document.activeElement?.id)).toBe(
      await page.locator("mark").nth(1).getAttribute("id"),
    );
    await page.setViewportSize({ width: 360, height: 780 });
    expect(await isWide()).toBe(false);
    expect(await accessibilityFindings(page)).toEqual([]);

    const downloaded = page.waitForEvent("download");
    await page.getByRole("link", { name: say("draft.docx") }).click();
    const draft = readFileSync(await (await downloaded).path());
    const text = strFromU8(unzipSync(draft)["word/document.xml"] ?? new Uint8Array());
    expect(text.match(OPEN)).toHaveLength(await countOf());
    expect(text).toContain(`Số: ${symbol}`);

    // Registered, with what the draft was of; a text with open places is refused beside its field.
    await press(page.getByRole("link", { name: say("draft.register") }));
    await page.getByRole("heading", { name: say("statement.title") }).waitFor();
    await type(page.getByLabel(say("issued.number")), symbol);
    expect(await page.getByLabel(say("issued.dataDay"), { exact: true }).inputValue()).toBe(today);
    const files = page.getByLabel(say("issued.add"));
    await attach(files, "bao-cao.docx", DOCX, draft);
    await page
      .getByText(text.match(OPEN)?.[0] ?? "", { exact: false })
      .first()
      .waitFor();
    expect(await isWide()).toBe(false);
    expect(await accessibilityFindings(page)).toEqual([]);
    await press(page.getByRole("button", { name: say("form.submit") }));
    await page.getByRole("link", { name: say("issued.missing.evidence") }).waitFor();
    await attach(files, "bao-cao.docx", DOCX, filledIn(draft));
    await page.getByRole("link", { name: "bao-cao.docx" }).waitFor();
    await attach(files, "bao-cao.pdf", "application/pdf", strToU8(`%PDF-1.7\n${symbol}\n%%EOF`));
    await page.getByRole("link", { name: "bao-cao.pdf" }).waitFor();
    await press(page.getByRole("button", { name: say("form.submit") }));
    await page.waitForURL(/\/submissions\/\d+/);
    await page.getByRole("link", { name: "bao-cao.pdf" }).waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);

    const approve = async (of: typeof page) => {
      await of.getByRole("button", { name: say("review.approve") }).click();
      await of.getByText(say("state.approved"), { exact: false }).first().waitFor();
    };
    const submission = Number(/submissions\/(\d+)/.exec(page.url())?.[1]);
    await using other = await visit("/review", { baseURL });
    await begin(other.page, links[1], `${reviewer.toLowerCase()}@example.vn`, lang);
    await using reader = await visit("/indicators/DIGITAL_ECONOMY_GDP", { baseURL });
    const said = reader.page.getByText(lang === "vi" ? `Như trong Báo cáo số ${symbol}` : `As in Report ${symbol}`);
    expect(await said.count()).toBe(0);
    await other.page.goto(inLanguage(lang, `/review/${submission}`));
    await other.page.getByText(symbol).first().waitFor();
    expect(await accessibilityFindings(other.page)).toEqual([]);
    await approve(other.page);
    for (const path of ["/indicators/DIGITAL_ECONOMY_GDP", "/strategy"]) {
      await reader.page.goto(inLanguage(lang, path));
      await said.first().waitFor();
      expect(await accessibilityFindings(reader.page)).toEqual([]);
    }

    // A figure of it is put right: who reviews that is told, and the page of the revised figure names the report.
    const made = await page.evaluate(async (obsValue) => {
      const send = async (path: string, body: unknown, headers: Record<string, string>) =>
        (await fetch(`/api/v1${path}`, { method: "POST", headers, body: JSON.stringify(body) })).json();
      const json = { "content-type": "application/json" };
      const figure = {
        indicator: "DIGITAL_ECONOMY_GDP",
        compiler: "NSO",
        refArea: "VNM",
        timePeriod: 2025,
        value: obsValue,
      };
      const why = { reason: "own_error", reasonText: "Chép nhầm", confirmation: "đã xem lại" };
      const item = { ...figure, ...why, obsStatus: ["E"], source: "DE-NSO-2601", published: "2026-01-06" };
      const draft = await send("/submissions", { title: "Sửa", items: [item] }, json);
      return send(`/submissions/${draft.id}/submit`, {}, { ...json, "if-match": `"${draft.version}"` });
    }, value);
    await other.page.goto(inLanguage(lang, `/review/${made.id}`));
    await other.page.getByText(symbol, { exact: false }).first().waitFor();
    expect(await accessibilityFindings(other.page)).toEqual([]);
    await approve(other.page);
    await reader.page.goto(inLanguage(lang, "/indicators/DIGITAL_ECONOMY_GDP/revisions/2025"));
    await reader.page.getByText(symbol, { exact: false }).first().waitFor();
    expect(await accessibilityFindings(reader.page)).toEqual([]);
    await reader.page.goto(inLanguage(lang, "/indicators/DIGITAL_ECONOMY_GDP"));
    await reader.page.getByRole("heading", { level: 1 }).waitFor();
    expect(await said.count()).toBe(0);
  },
);
