import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { accessibilityFindings, useBrowser } from "./browser.ts";
import { attach, choose, press, type } from "./keyboard.ts";
import { type Typed, typedInOffice } from "./libreoffice.ts";
import { useServer } from "./own-server.ts";
import { begin, invite } from "./staff-sign-in.ts";
import { inLanguage, LANGUAGES, type Language, wordsIn } from "./staff-words.ts";

const { visit } = useBrowser();

async function download(page: Page, name: string): Promise<Uint8Array> {
  const [file] = await Promise.all([page.waitForEvent("download"), press(page.getByRole("link", { name }))]);
  return readFileSync(await file.path());
}

/** The rows of a workbook by the columns' names, as the import reads them: cell A3 is the first of row 0. */
const rowsOf = (page: Page, book: Uint8Array, lang: Language) =>
  page.evaluate(
    async ({ bytes, numbers }) => {
      const body = new Uint8Array(bytes);
      const headers = { "Content-Type": "application/octet-stream" };
      const answer = await fetch(`/api/v1/submissions/table?numbers=${numbers}`, { method: "POST", headers, body });
      const { text } = (await answer.json()) as { text: string };
      const [, names = [], ...rows] = text.split("\n").map((line) => line.split("\t"));
      return { names, rows: rows.map((row) => Object.fromEntries(names.map((name, i) => [name, row[i] ?? ""]))) };
    },
    { bytes: [...book], numbers: lang },
  );

const NOTE = "Theo báo cáo của Cục Viễn thông, quý III: “đã rà soát”";

/**
 * What a ministry types into the form: each figure as it was last, in one of the ways in which people type numbers. A
 * text has the marks of the form's language, a number those of the program.
 */
function answers({ names, rows }: Awaited<ReturnType<typeof rowsOf>>, lang: Language) {
  const letters = (column: string) => String.fromCharCode(65 + names.indexOf(column));
  const cells: Record<string, Typed> = {};
  let shares = 0;
  const values = rows.map((row, n) => {
    const [, value = "50", pool] = /^(\S+?)(?:\/(\d+))? \(\d{4}\)$/.exec(row.LAST_VALUE ?? "") ?? [];
    const at = (column: string) => `${letters(column)}${n + 3}`;
    const isShare = row.UNIT?.startsWith("%");
    const number = value.replace(".", ",");
    const ways: Typed[] = [isShare ? `${number}%` : number, { as: "@", type: value }, number];
    cells[at("OBS_VALUE")] = ways[(isShare ? shares++ : n) % ways.length] ?? value;
    cells[at("OBS_STATUS")] = "P";
    if (pool) cells[at("RANK_POOL")] = { as: "#,##0", type: pool };
    if (n % 2 === 0)
      cells[at("PUBLISHED")] =
        n % 4 === 0 ? "16/9/2026" : { as: "@", type: lang === "vi" ? "16/9/2026" : "2026-09-16" };
    cells[at("OBS_COM")] = NOTE;
    return pool ? `${value}/${pool}` : isShare ? `${value}%` : value;
  });
  return { cells, values };
}

const SCAN = new TextEncoder().encode("%PDF-1.7\nscan\n%%EOF");
const FIBRE = { vi: /^Hộ dùng cáp quang 2026/, en: /^Households on fibre 2026/ };
const RANK = { vi: /^Thứ hạng GII 2026/, en: /^GII rank 2026/ };
const MINISTRY = { vi: "Bộ Khoa học và Công nghệ", en: "Ministry of Science and Technology" };

describe.each(LANGUAGES)("in %s, by the keyboard alone", (lang) => {
  const server = useServer();
  const say = wordsIn(lang);

  test("a ministry's form, filled in with LibreOffice, stands in review as the figures of its letter without retyping, and goes back for one of them", async () => {
    const baseURL = server.origin();
    const at = (path: string) => `${baseURL}${inLanguage(lang, path)}`;
    const [ofLan, ofMinh] = [await invite(server, "Lan", "contributor"), await invite(server, "Minh", "reviewer")];
    await using lan = await visit("/staff", { baseURL });
    const { page } = lan;
    const button = (id: string, values = {}) => page.getByRole("button", { name: say(id, values), exact: true });
    const field = (id: string) => page.getByLabel(say(id), { exact: true });
    await begin(page, ofLan, "lan@example.vn", lang);
    await page.goto(at("/entry/enquiries"));
    await choose(field("work.body"), MINISTRY[lang]);
    // What the ministry compiles is ticked; a rank that WIPO publishes is asked for by hand, and a figure is left out.
    const fibre = page.getByRole("checkbox", { name: FIBRE[lang] });
    const rank = page.getByRole("checkbox", { name: RANK[lang] });
    await fibre.waitFor();
    expect([await fibre.isChecked(), await rank.isChecked()]).toEqual([true, false]);
    await press(rank, "Space");
    await press(fibre, "Space");
    await press(button("enquiry.do"));
    await page.getByRole("heading", { name: say("enquiry.list", { n: 1 }) }).waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    const form = await download(page, say("start.workbook"));
    const asked = await rowsOf(page, form, lang);
    const codes = asked.rows.map((row) => row.INDICATOR);
    expect(codes).toEqual(expect.arrayContaining(["GII_RANK", "INTERNET_USERS", "SMART_CITIES"]));
    expect(codes).not.toContain("FIBRE_HOUSEHOLDS");
    const { cells, values } = answers(asked, lang);
    const filled = typedInOffice(form, cells);

    // The letter is recorded once; what came with it is taken in from there.
    const today = (await page.locator("html").getAttribute("data-today")) ?? "";
    for (const [step, number] of [
      ["sent", "12/VPCT"],
      ["received", "1234/BKHCN-CĐS"],
    ] as const) {
      await press(page.locator("summary", { hasText: say(`enquiry.record.${step}`) }));
      await type(field("form.letterNumber"), number);
      await type(field("form.letterDay"), today);
      if (step === "received") {
        await attach(page.getByLabel(say("enquiry.scan")), "Công văn quét.pdf", "application/pdf", SCAN);
        await page.getByRole("link", { name: "Công văn quét.pdf" }).waitFor();
        expect(await accessibilityFindings(page)).toEqual([]);
      }
      await press(button("enquiry.keep"));
      await page.getByRole("listitem").filter({ hasText: number }).last().waitFor();
    }
    await press(page.getByRole("link", { name: say("enquiry.import") }));
    await field("form.letterNumber").waitFor();
    expect(await field("form.letterNumber").inputValue()).toBe("1234/BKHCN-CĐS");
    expect(await field("form.letterBody").inputValue()).toBe(MINISTRY[lang]);
    await attach(page.getByLabel(say("import.file")), "biểu.xlsx", "application/octet-stream", filled);
    await expect.poll(() => field("import.table").inputValue()).toContain("OBS_VALUE");
    await type(field("form.letterPerson"), "Nguyễn Thị Ánh Nguyệt");
    await type(page.getByLabel(say("form.place")), "Phụ lục kèm công văn");
    // The scan came with the answer, and goes with its rows.
    await page.getByRole("link", { name: "Công văn quét.pdf" }).waitFor();
    await press(button("import.try"));
    await page.getByText(say("import.counts", { ready: values.length, open: 0, unchanged: 0 })).waitFor();
    const percents = Object.entries(cells).flatMap(([at, cell]) =>
      typeof cell === "string" && cell.endsWith("%") ? [at] : [],
    );
    const facts = [
      say("workbook.sheet", { name: lang === "vi" ? "Số liệu" : "Figures" }),
      say("workbook.percents", { n: percents.length, first: percents[0] ?? "" }),
    ];
    for (const fact of facts) await page.getByText(fact).waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    // The table has a stop of the Tab key for each of its cells.
    await press(page.getByRole("link", { name: say("work.skip") }));
    const words = page.getByLabel(say("form.confirm"));
    if ((await words.count()) > 0) await type(words, "Đã hỏi lại đầu mối của Bộ");
    await press(button("import.take", { n: values.length }));
    const title = say("start.draftOfLetter", { number: "1234/BKHCN-CĐS", name: MINISTRY[lang] });
    await page.getByRole("heading", { name: title }).waitFor();
    await press(button("form.submitAll", { n: values.length }));
    await page.getByText(say("mine.waiting")).waitFor();

    await using minh = await visit("/review", { baseURL });
    const review = minh.page;
    await begin(review, ofMinh, "minh@example.vn", lang);
    await review.goto(at("/review"));
    await press(review.getByRole("link", { name: title }));
    const cards = review.getByRole("article");
    await cards.first().waitFor();
    expect(await accessibilityFindings(review)).toEqual([]);
    expect(await cards.count()).toBe(values.length);
    const shown = await cards.allTextContents();
    for (const value of values) expect(shown.filter((card) => card.includes(value))).not.toEqual([]);
    for (const card of shown)
      for (const said of [
        "Công văn số 1234/BKHCN-CĐS",
        "Nguyễn Thị Ánh Nguyệt",
        say("grade.provisional"),
        NOTE,
        "Công văn quét.pdf",
      ])
        expect(card).toContain(said);
    const published = lang === "vi" ? "16/9/2026" : "16 September 2026";
    expect(shown.filter((card) => card.includes(published))).toHaveLength(Math.ceil(values.length / 2));

    // The scan is for staff: nobody else is given it.
    const copy = (await cards.first().getByRole("link", { name: "Công văn quét.pdf" }).getAttribute("href")) ?? "";
    expect((await review.request.get(copy)).status()).toBe(200);
    expect((await fetch(`${baseURL}${copy}`)).status).toBe(401);

    // It goes back for one figure alone: the others say that no change was asked.
    const objected = cards.first();
    await press(objected.getByRole("checkbox", { name: say("review.take") }), "Space");
    await type(objected.getByLabel(say("review.ownReasonText")), "Which quarter is it of?");
    await press(review.getByRole("button", { name: say("review.return"), exact: true }));
    await review.getByText(say("state.returned"), { exact: true }).waitFor();
    await page.goto(at("/staff"));
    await press(page.getByRole("link", { name: title, exact: true }).first());
    await page.getByText("Which quarter is it of?").first().waitFor();
    const unobjected = page.getByText(say("reviews.noObjection", { name: "Minh" }));
    await expect.poll(() => unobjected.count()).toBe(values.length - 1);
    expect(await accessibilityFindings(page)).toEqual([]);
  });
});
