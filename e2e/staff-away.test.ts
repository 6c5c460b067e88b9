import { addDays, dayInVietNam } from "@moc2030/shared/text/date";
import { numericDay } from "@moc2030/shared/text/written-day";
import { beforeAll, expect, test } from "vitest";
import { accessibilityFindings, useBrowser } from "./browser.ts";
import { choose, press, type } from "./keyboard.ts";
import { useServer } from "./own-server.ts";
import { begin, invite } from "./staff-sign-in.ts";
import { inLanguage, LANGUAGES, wordsIn } from "./staff-words.ts";

const { visit } = useBrowser();
const server = useServer();

/** A window in which somebody has set up their account and signed in. */
async function person(name: string, role: string) {
  const link = await invite(server, name, role);
  const { page } = await visit("/staff", { baseURL: server.origin() });
  await begin(page, link, `${name.toLowerCase()}@example.vn`, "vi");
  return page;
}
/** Everybody of the journey, who afterwards have no absence and no stand-in left. */
let people: Record<"hoa" | "minh" | "vy" | "binh" | "son", Awaited<ReturnType<typeof person>>>;
beforeAll(async () => {
  people = {
    hoa: await person("Hoa", "reviewer"),
    minh: await person("Minh", "contributor"),
    vy: await person("Vy", "contributor"),
    binh: await person("Binh", "administrator"),
    son: await person("Son", "administrator"),
  };
}, 300_000);

test.each(LANGUAGES)(
  "in %s, by the keyboard alone: a stand-in falls ill today, and two administrators name another, who accepts and reviews",
  async (lang) => {
    const { hoa, minh, vy, binh, son } = people;
    const today = dayInVietNam(new Date());
    const say = wordsIn(lang);
    const open = (page: typeof hoa, path: string) => page.goto(inLanguage(lang, path));
    const button = (page: typeof hoa, id: string, values = {}) =>
      page.getByRole("button", { name: say(id, values), exact: true });
    const review = (page: typeof hoa) => page.getByRole("link", { name: say("staffNav.review"), exact: true });
    const standsIn = (name: string, id: string) => `${say("away.standIn", { name })}: ${say(id)}`;
    const contributor = (name: string) => `${name} (${say("role.contributor")})`;

    // Hoa is away from today on, and asks Minh.
    await open(hoa, "/staff/away");
    await hoa.getByText(say("away.nobodyToday")).waitFor();
    expect(await accessibilityFindings(hoa)).toEqual([]);
    await press(button(hoa, "away.record"));
    await press(hoa.getByRole("link", { name: say("away.dayMissing") }));
    await hoa.keyboard.insertText(numericDay(addDays(today, -1)));
    await hoa.keyboard.press("Enter");
    await hoa.getByText(say("away.toBefore")).first().waitFor();
    await type(hoa.getByLabel(say("away.to"), { exact: true }), numericDay(addDays(today, 8)));
    await hoa.keyboard.press("Enter");
    await hoa.getByText(say("away.uncovered")).waitFor();
    await choose(hoa.getByLabel(say("away.standInFor", { name: "Hoa" })), contributor("Minh"));
    await press(button(hoa, "delegation.do"));
    await hoa.getByText(standsIn("Minh", "away.offered")).waitFor();

    // Minh accepts.
    await open(minh, "/staff/away");
    await press(minh.getByRole("link", { name: say("away.offered") }));
    await button(minh, "delegation.accept").waitFor();
    expect(await accessibilityFindings(minh)).toEqual([]);
    await press(button(minh, "delegation.accept"));
    await review(minh).waitFor();

    // Minh has fallen ill: an administrator says so, and proposes Vy in his place.
    await open(binh, "/staff/away");
    await choose(binh.getByLabel(say("away.who")), contributor("Minh"));
    await type(binh.getByLabel(say("away.to"), { exact: true }), numericDay(addDays(today, 2)));
    await press(button(binh, "away.record"));
    await binh.getByText(say("away.alsoAway")).waitFor();
    expect(await accessibilityFindings(binh)).toEqual([]);
    const choice = binh.getByLabel(say("away.standInFor", { name: "Hoa" }));
    expect(await choice.locator("option").allInnerTexts()).toEqual([say("away.choose"), contributor("Vy")]);
    await choose(choice, contributor("Vy"));
    await press(button(binh, "delegation.doAdmin"));
    await binh.getByRole("link", { name: say("away.proposed") }).waitFor();

    // A second administrator confirms, Vy accepts, and reviews from then on.
    await open(son, "/staff/away");
    await press(son.getByRole("link", { name: say("away.proposed") }));
    await press(button(son, "delegation.confirm"));
    await button(son, "delegation.confirm").waitFor({ state: "detached" });
    await open(vy, "/delegations");
    await button(vy, "delegation.accept").waitFor();
    expect(await review(vy).count()).toBe(0);
    await press(button(vy, "delegation.accept"));
    await press(review(vy));
    await vy.getByRole("heading", { name: say("review.title") }).waitFor();

    // What everybody reads, on a phone too.
    await vy.setViewportSize({ width: 360, height: 780 });
    await open(vy, "/staff/away");
    await vy.getByText(standsIn("Vy", "away.accepted")).waitFor();
    await vy.getByText(`${standsIn("Minh", "away.accepted")} ${say("away.alsoAway")}`).waitFor();
    expect(await vy.getByText(say("away.uncovered")).count()).toBe(0);
    expect(await accessibilityFindings(vy)).toEqual([]);
    expect(await vy.evaluate(() => document.documentElement.scrollWidth)).toBe(360);

    // Hoa is back: her stand-ins end. Minh is well again.
    const back = (page: typeof hoa, name: string) => page.getByRole("button", { name: `${say("away.back")} ${name}` });
    await open(hoa, "/staff/away");
    await press(back(hoa, "Hoa"));
    await hoa.getByText(say("away.row", { name: "Hoa" })).waitFor({ state: "detached" });
    await hoa.getByText(say("away.row", { name: "Minh" })).waitFor();
    const bar = hoa.getByRole("navigation", { name: say("staffNav.label") });
    await press(bar.getByRole("link", { name: say("staffNav.delegations"), exact: true }));
    await hoa.getByText(say("delegation.none")).waitFor();
    await open(minh, "/staff/away");
    await press(back(minh, "Minh"));
    await minh.getByText(say("away.nobodyToday")).waitFor();
  },
);
