import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { accessibilityFindings, useBrowser } from "./browser.ts";
import { choose, press, tabTo, type } from "./keyboard.ts";
import { useServer } from "./own-server.ts";
import { begin, invite } from "./staff-sign-in.ts";
import { wordsIn } from "./staff-words.ts";

const { visit } = useBrowser();
const viewport = { width: 360, height: 740 };

describe.each(["vi", "en"] as const)("in %s, on a phone with a keyboard", (lang) => {
  const server = useServer();
  const say = wordsIn(lang);
  const at = (path: string) => `${server.origin()}${path}${lang === "en" ? "?lang=en" : ""}`;

  /** Nothing of the page is out of reach sideways, and axe finds nothing. */
  async function isGood(page: Page) {
    expect(await accessibilityFindings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  }

  /** The bar, which is wider than the screen, begins with where one is in view. */
  async function showsWhere(page: Page) {
    const here = page.getByRole("navigation", { name: say("staffNav.label") }).locator("[aria-current=page]");
    const isInView = async () => {
      const box = await here.boundingBox();
      return box !== null && box.x >= 0 && box.x + box.width <= 360;
    };
    await expect.poll(isInView).toBe(true);
  }

  test("a block is pasted, limits are set by which it is checked, and it is scheduled with its early readers", async () => {
    const baseURL = server.origin();
    const [ofLan, ofMinh] = [await invite(server, "Lan", "contributor"), await invite(server, "Minh", "reviewer")];

    // A reviewer sets how much a year is plausible.
    await using minh = await visit("/staff", { baseURL, viewport });
    const review = minh.page;
    await begin(review, ofMinh, "minh@example.vn", lang);
    await review.goto(at("/review/limits"));
    await showsWhere(review);
    const fibre = review.getByRole("row", {
      name: lang === "vi" ? /hộ.*cáp quang/i : /household.*fibre|fibre.*household/i,
    });
    await press(fibre.getByRole("button"));
    await type(review.getByLabel(say("limits.low")), "1");
    await press(review.getByRole("button", { name: say("limits.save") }));
    await review.getByRole("link", { name: say("limits.wrongEnds") }).waitFor();
    await isGood(review);
    await type(review.getByLabel(say("limits.high")), "3");
    await type(review.getByLabel(say("form.reasonText")), "Ten years of reports");
    await press(review.getByRole("button", { name: say("limits.save") }));
    await fibre.getByText("Ten years of reports").waitFor();
    await isGood(review);

    // Two years are pasted over an empty table; one of them is checked by the new limits.
    await using lan = await visit("/staff", { baseURL, viewport });
    const { page } = lan;
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await begin(page, ofLan, "lan@example.vn", lang);
    await page.goto(at("/entry/import"));
    await choose(page.getByLabel(say("grid.indicator"), { exact: true }), "FIBRE_HOUSEHOLDS");
    await type(page.getByLabel(say("form.edition"), { exact: true }), "Report 2022");
    await type(page.getByLabel(say("form.published"), { exact: true }), "16/9/2026");
    await tabTo(page.getByRole("radio", { name: say("form.sourceListed") }));
    await page.keyboard.press("ArrowRight");
    await type(page.getByLabel(say("form.sourceTitle")), "Report 2022");
    await type(page.getByLabel(say("form.sourcePublisher")), "MIC");
    await type(page.getByLabel(say("form.place")), "Table 1");
    await type(page.getByLabel(say("start.year")), "2021");
    await press(page.getByRole("button", { name: say("start.do") }));
    const cell = (id: string, n: number) =>
      page.getByLabel(say("work.cell", { column: say(id), line: say("work.newRow", { n }) }), { exact: true });
    await tabTo(cell("field.timePeriod", 1));
    await page.evaluate((block) => navigator.clipboard.writeText(block), "2026\t95\n2022\t70");
    await page.keyboard.press("Control+v");
    await cell("field.value", 2).waitFor();
    expect(await cell("field.value", 2).inputValue()).toBe("70");
    await page.keyboard.press("Enter");
    await page.getByText(say("import.counts", { ready: 2, open: 0, unchanged: 0 })).waitFor();
    await page.getByRole("row").getByText(say("limits.by.reviewer")).waitFor();
    await isGood(page);
    await type(page.getByLabel(say("form.confirm")), "As printed");
    await press(page.getByRole("button", { name: say("import.take", { n: 2 }), exact: true }));
    await press(page.getByRole("button", { name: say("form.submitAll", { n: 2 }), exact: true }));
    await page.getByText(say("mine.waiting")).waitFor();

    // Approved for a later instant, with somebody who may read it the day before.
    await review.goto(at("/review/1"));
    await review.getByText(say("limits.by.reviewer")).first().waitFor();
    await press(review.locator("summary", { hasText: say("review.later") }));
    await type(review.getByLabel(say("review.publishAt")), "01/01/2099 08:00");
    await type(review.getByLabel(say("early.others")), "Trần Văn An");
    await press(review.getByRole("button", { name: say("review.approveLater") }));
    await press(review.getByRole("link", { name: say("early.roleMissing", { line: 1 }) }));
    await review.keyboard.press("Control+a");
    await review.keyboard.insertText("Trần Văn An, Chánh Văn phòng");
    await isGood(review);
    await press(review.getByRole("button", { name: say("review.approveLater") }));
    await review.getByText(say("state.scheduled"), { exact: true }).waitFor();
    await page.goto(at("/scheduled"));
    await showsWhere(page);
    await page.getByText("Trần Văn An (Chánh Văn phòng)").waitFor();
    await isGood(page);
    await press(page.getByRole("link", { name: "Report 2022" }));
    await page.getByText("95%").first().waitFor();
    const open = await fetch(`${baseURL}/api/v1/observations?indicator=FIBRE_HOUSEHOLDS&area=VNM&from=2026`);
    expect(((await open.json()) as { items: unknown[] }).items).toEqual([]);
    await page.goto(at("/staff"));
    await press(page.getByRole("link", { name: say("notice.scheduled", { actor: "Minh", id: 1 }) }));
    await page.getByRole("heading", { name: "Report 2022" }).waitFor();
    expect((await server.command("verify")).code).toBe(0);
  });
});
