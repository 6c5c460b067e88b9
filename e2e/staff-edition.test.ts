import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { accessibilityFindings, useBrowser } from "./browser.ts";
import { attach, choose, press, tabTo, type } from "./keyboard.ts";
import { typedInOffice } from "./libreoffice.ts";
import { useServer } from "./own-server.ts";
import { begin, invite } from "./staff-sign-in.ts";
import { wordsIn } from "./staff-words.ts";

const { visit } = useBrowser();

/** Ranks that nobody has published, in the order of the table; two rows cannot be taken as they are. */
const RANKS = [
  ...[
    ["SGP", "5"],
    ["MYS", "33"],
    ["VNM", "43"],
    ["Xiêm La", "44"],
    ["PHL", "149"],
    ["IDN", "54"],
  ],
  ...[
    ["BRN", "87"],
    ["KHM", "100"],
    ["LAO", "108"],
    ["MMR", "121"],
    ["TLS", "131"],
  ],
] as const;
const HEADINGS = {
  vi: ["Nền kinh tế", "Năm", "Hạng", "Số nền kinh tế"],
  en: ["Economy", "Year", "Rank", "Economies ranked"],
};
type Published = { refArea: string; value: number; rankPool: number };
const workbook = (headings: readonly string[]) => {
  const rows = [headings, ...RANKS.map(([area, rank]) => [area, "2026", rank, "139"])];
  const cells = rows.flatMap((row, r) => row.map((text, c) => [`${"ABCD"[c]}${r + 1}`, text] as const));
  return typedInOffice(null, Object.fromEntries(cells));
};
const PDF = new TextEncoder().encode("%PDF-1.7\nGlobal Innovation Index 2026\n%%EOF");

describe.each(["vi", "en"] as const)("in %s, by the keyboard alone", (lang) => {
  const server = useServer();
  const say = wordsIn(lang);
  const address = (path: string) => `${server.origin()}${path}${lang === "en" ? "?lang=en" : ""}`;
  const button = (page: Page, id: string, values = {}) =>
    page.getByRole("button", { name: say(id, values), exact: true });

  test("GII 2026 comes from a workbook for eleven economies, goes back for one figure, and is published", async () => {
    const baseURL = server.origin();
    const [ofLan, ofMinh] = [await invite(server, "Lan", "contributor"), await invite(server, "Minh", "reviewer")];
    await using lan = await visit("/staff", { baseURL });
    const { page } = lan;
    await begin(page, ofLan, "lan@example.vn", lang);

    // The table, with source and copy given once.
    await page.goto(address("/entry"));
    await press(page.getByRole("link", { name: say("grid.import") }));
    await attach(
      page.getByLabel(say("import.file")),
      "GII 2026.xlsx",
      "application/octet-stream",
      workbook(HEADINGS[lang]),
    );
    const column = (id: string) => page.getByLabel(say("import.column", { name: say(id) }));
    await choose(column("field.value"), "2");
    // The column of economies is known by its heading.
    expect(await column("field.refArea").inputValue()).toBe("0");
    await choose(column("field.rankPool"), "3");
    await choose(page.getByLabel(say("grid.indicator"), { exact: true }), "GII_RANK");
    await type(page.getByLabel(say("form.edition"), { exact: true }), "GII 2026");
    await type(page.getByLabel(say("form.published"), { exact: true }), "16/9/2026");
    await tabTo(page.getByRole("radio", { name: say("form.sourceListed") }));
    await page.keyboard.press("ArrowRight");
    await type(page.getByLabel(say("form.sourceTitle")), "Global Innovation Index 2026");
    await type(page.getByLabel(say("form.sourcePublisher")), "WIPO");
    await type(page.getByLabel(say("form.place")), "Table 1");
    await attach(page.getByLabel(say("evidence.add")), "gii-2026.pdf", "application/pdf", PDF);
    await page
      .getByRole("list", { name: say("evidence.list") })
      .getByText("gii-2026.pdf")
      .waitFor();
    await press(button(page, "import.try"));
    await page.getByText(say("import.counts", { ready: 9, open: 2, unchanged: 0 })).waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);

    // One row is mended where it stands, the other stays in the draft.
    const cell = (id: string, line: number) => page.getByLabel(say("work.cell", { column: say(id), line }));
    await type(cell("field.refArea", 5), lang === "vi" ? "Thái Lan" : "Thailand");
    await page.keyboard.press("Enter");
    await page.getByText(say("import.counts", { ready: 10, open: 1, unchanged: 0 })).waitFor();
    // An unusual change, Myanmar's, has to be answered.
    await press(button(page, "import.takeSome", { n: 10, open: 1 }));
    await page.getByText(say("form.confirmMissing")).waitFor();
    await type(page.getByLabel(say("form.confirm")), "As printed");
    await press(button(page, "import.takeSome", { n: 10, open: 1 }));
    await page.getByRole("heading", { name: say("mend.title", { n: 1 }) }).waitFor();
    await page.getByText(say("finding.rank_above_pool", { value: 149, pool: 139 })).waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    // Handed in too early, the draft says what is missing.
    await press(button(page, "form.submitAll", { n: 10 }));
    await expect.poll(() => page.locator("[role=alert]:focus").innerText()).toContain(say("mine.toMend", { n: 1 }));
    expect(await accessibilityFindings(page)).toEqual([]);
    await type(page.locator("input[aria-invalid=true]"), "49");
    await page.keyboard.press("Enter");
    await press(button(page, "mend.take", { n: 1, open: 0 }));
    await page.getByRole("heading", { name: say("mine.items", { n: 11 }) }).waitFor();
    await press(button(page, "form.submitAll", { n: 11 }));
    await page.getByText(say("mine.waiting")).waitFor();

    // Ten are approved, Thailand's goes back with its own reason.
    await using minh = await visit("/review", { baseURL });
    const review = minh.page;
    await begin(review, ofMinh, "minh@example.vn", lang);
    await review.goto(address("/staff"));
    await press(review.getByRole("link", { name: "GII 2026", exact: true }).first());
    await review.getByRole("heading", { name: say("review.decision") }).waitFor();
    const thailand = (of: Page) => of.getByRole("article", { name: /THA/ });
    await press(thailand(review).getByRole("checkbox", { name: say("review.take") }), "Space");
    await type(thailand(review).getByLabel(say("review.ownReasonText")), "45 in the table");
    expect(await accessibilityFindings(review)).toEqual([]);
    await press(button(review, "review.approveSome", { n: 10, of: 11 }));
    await review.getByText(/71/).first().waitFor();

    // Its author finds the reason with the figure, and corrects it.
    await page.goto(address("/staff"));
    await press(page.getByRole("link", { name: "GII 2026", exact: true }).first());
    await thailand(page).getByText("45 in the table").waitFor();
    await press(thailand(page).getByRole("link", { name: say("mine.edit") }));
    await type(page.getByLabel(/^(Giá trị|Value) \(/), "45");
    await press(button(page, "form.submit"));
    await page.getByText(say("mine.waiting")).waitFor();
    await review.goto(address("/review"));
    await press(review.getByRole("link", { name: "GII 2026", exact: true }).first());
    await thailand(review).getByText(say("since.changed")).waitFor();
    await press(button(review, "review.approve"));
    await review.getByText(/72/).first().waitFor();

    const read = async (path: string) => (await fetch(`${baseURL}/api/v1/${path}`)).json();
    const { items } = (await read("observations?indicator=GII_RANK&area=ASEAN&from=2026")) as { items: Published[] };
    const mended = { "Xiêm La": ["THA", "45"], PHL: ["PHL", "49"] } as Record<string, string[]>;
    expect(items.map((one) => [one.refArea, String(one.value), one.rankPool]).sort()).toEqual(
      RANKS.map(([area, rank]) => [...(mended[area] ?? [area, rank]), 139]).sort(),
    );
    const sources = (await read("sources")) as { items: { title: string }[] };
    expect(sources.items.filter(({ title }) => title === "Global Innovation Index 2026")).toHaveLength(1);
    await page.goto(address("/indicators/GII_RANK"));
    await page.getByText("43/139").first().waitFor();
    expect((await server.command("verify")).code).toBe(0);
  });
});
