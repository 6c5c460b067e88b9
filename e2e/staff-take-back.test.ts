import { describe, expect, test } from "vitest";
import { accessibilityFindings, useBrowser } from "./browser.ts";
import { press, tabTo, type } from "./keyboard.ts";
import { useServer } from "./own-server.ts";
import { begin, invite } from "./staff-sign-in.ts";
import { inLanguage, LANGUAGES, wordsIn } from "./staff-words.ts";

const { visit } = useBrowser();

describe.each(LANGUAGES)("in %s, by the keyboard alone", (lang) => {
  const server = useServer();
  const say = wordsIn(lang);

  test("what was handed in is taken back, corrected on a phone and handed in again; withdrawn, it is copied; each is told", async () => {
    const baseURL = server.origin();
    const [ofLan, ofMinh] = [await invite(server, "Lan", "contributor"), await invite(server, "Minh", "reviewer")];
    const viewport = { width: 360, height: 740 };
    await using lan = await visit("/staff", { baseURL, viewport });
    const { page } = lan;
    await begin(page, ofLan, "lan@example.vn", lang);
    const at = (path: string) => `${baseURL}${inLanguage(lang, path)}`;
    const button = (id: string, values = {}) => page.getByRole("button", { name: say(id, values), exact: true });
    const isWithin = async (of = page) =>
      expect(await of.evaluate(() => document.documentElement.scrollWidth)).toBe(360);

    // The form of one figure, on a phone.
    await page.goto(at("/entry/GII_RANK/2026"));
    const value = page.getByLabel(/^(Giá trị|Value) \(/);
    await type(value, "41");
    await type(page.getByLabel(say("form.pool")), "139");
    await type(page.getByLabel(say("form.edition"), { exact: true }), "GII 2026");
    await type(page.getByLabel(say("form.published"), { exact: true }), "2026-09-16");
    await tabTo(page.getByRole("radio", { name: say("form.sourceListed") }));
    await page.keyboard.press("ArrowRight");
    await type(page.getByLabel(say("form.sourceTitle")), "Global Innovation Index 2026");
    await type(page.getByLabel(say("form.sourcePublisher")), "WIPO");
    await type(page.getByLabel(say("form.place")), "Table 1");
    await page.getByText(say("draft.saved", { id: 1 }), { exact: true }).waitFor();
    await isWithin();
    expect(await accessibilityFindings(page)).toEqual([]);
    await press(button("form.submit"));
    await page.getByText(say("mine.waiting")).waitFor();

    // Taken back, corrected, handed in again.
    await press(button("mine.recall"));
    await page.getByText(say("state.draft"), { exact: true }).waitFor();
    await isWithin();
    await press(page.getByRole("link", { name: say("mine.edit"), exact: true }));
    await type(value, "42");
    await page.getByText(say("draft.saved", { id: 1 }), { exact: true }).waitFor();
    await press(button("form.submit"));
    await page.getByText(say("mine.waiting")).waitFor();

    // The reviewer sees it on a phone, asks, and is told that it was withdrawn.
    await using minh = await visit("/review", { baseURL, viewport });
    const review = minh.page;
    await begin(review, ofMinh, "minh@example.vn", lang);
    await review.goto(at("/review/1"));
    await review.getByText("42/139").first().waitFor();
    await review.getByRole("heading", { name: say("review.decision") }).waitFor();
    await isWithin(review);
    expect(await accessibilityFindings(review)).toEqual([]);
    await press(review.locator("summary", { hasText: say("thread.ask") }));
    await type(review.getByLabel(say("thread.text")), "Is 42 shared with another economy?");
    await press(review.getByRole("button", { name: say("thread.send") }));
    await review
      .getByRole("list", { name: say("thread.title") })
      .getByText("Is 42 shared")
      .waitFor();

    await page.goto(at("/staff"));
    await page.getByRole("heading", { name: say("notice.title") }).waitFor();
    await isWithin();
    expect(await accessibilityFindings(page)).toEqual([]);
    await press(page.getByRole("link", { name: say("notice.commented", { actor: "Minh", id: 1 }) }));
    await page.getByText("Is 42 shared").waitFor();
    page.once("dialog", (dialog) => dialog.accept());
    await press(button("mine.withdraw"));
    await page.getByText(say("state.withdrawn"), { exact: true }).waitFor();
    await press(review.getByRole("button", { name: say("review.approve"), exact: true }));
    await review
      .getByRole("alert")
      .filter({ hasText: say("review.missed", { why: "" }).trim() })
      .waitFor();

    // Nothing of it is typed twice.
    await press(button("mine.copy"));
    await page.waitForURL(/\/submissions\/2/);
    await page.getByText("Global Innovation Index 2026").first().waitFor();
    await press(button("form.submitAll", { n: 1 }));
    await page.getByText(say("mine.waiting")).waitFor();
    await review.goto(at("/staff"));
    await press(review.getByRole("link", { name: say("notice.submitted", { actor: "Lan", id: 2 }) }));
    await press(review.getByRole("button", { name: say("review.approve"), exact: true }));
    await review.getByText(say("state.approved"), { exact: true }).waitFor();
    await page.goto(at("/staff"));
    await page.getByRole("link", { name: say("notice.published_whole", { actor: "Minh", id: 2 }) }).waitFor();
    expect((await server.command("verify")).code).toBe(0);
  });
});
