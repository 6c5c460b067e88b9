import { execFileSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { inEnglish } from "./addresses.ts";
import { accessibilityFindings, origin, useBrowser } from "./browser.ts";
import { useServer } from "./own-server.ts";
import { taken } from "./taken.ts";

// Debian’s packages are for Debian’s Python alone, whichever comes first.
const DEBIANS = "/usr/bin/python3";
const take = (path: string) => taken(`${origin()}/api/v1/${path}`);
/** What a program of Python, given a file of the server on its input, prints as JSON. */
async function readBy(script: string, path: string) {
  const input = await take(path);
  return JSON.parse(
    execFileSync(DEBIANS, ["-X", "utf8", "-W", "error::UserWarning", "-c", script], { input }).toString(),
  );
}
const json = async (path: string) => JSON.parse((await take(path)).toString());

const FEED = `
import feedparser, json, sys
feed = feedparser.parse(sys.stdin.buffer.read())
print(json.dumps({"wrong": bool(feed.bozo), "version": feed.version, "id": feed.feed.id, "title": feed.feed.title,
  "entries": [[e.id, e.link, e.updated_parsed[:3], [t.term for t in e.get("tags", [])]] for e in feed.entries]}))`;
const CALENDAR = `
import icalendar, json, sys
calendar = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
events = [e for e in calendar.walk("VEVENT")]
print(json.dumps({"wrong": [str(e) for e in calendar.errors] + [str(x) for e in events for x in e.errors],
  "name": str(calendar["NAME"]),
  "events": [[str(e["UID"]), e.decoded("DTSTART").isoformat(), type(e.decoded("DTSTART")).__name__,
    e.decoded("SEQUENCE"), e.decoded("DTSTAMP").isoformat(), str(e["SUMMARY"]), str(e["DESCRIPTION"]), str(e.get("URL", ""))]
    for e in events]}))`;

type Release = { id: number; publishedAt: string; indicators: string[] };

describe("feedparser", () => {
  test.each(["", "&indicator=GII_RANK", "&body=MOST"])(
    "reads the feed without a fault, its releases in order (%s)",
    async (of) => {
      const feed = await readBy(FEED, `feed.atom?lang=vi${of}`);
      expect([feed.wrong, feed.version]).toEqual([false, "atom10"]);
      expect(feed.entries.length).toBeGreaterThan(3);
      const releases: Release[] = (await json("releases")).items;
      for (const [id, link, updated] of feed.entries) {
        const release = releases.find((one) => id === `urn:moc2030:release:${one.id}`) as Release;
        expect(link).toContain(`/releases/${release.id}`);
        const [year, month, day] = release.publishedAt.slice(0, 10).split("-").map(Number);
        expect(updated).toEqual([year, month, day]);
        if (of.includes("GII_RANK")) expect(release.indicators).toContain("GII_RANK");
      }
    },
  );
});

describe("icalendar", () => {
  test.each(["vi", "en"])(
    "reads the calendar without a fault: the next editions and the reporting days (%s)",
    async (lang) => {
      const { wrong, name, events } = await readBy(CALENDAR, `calendar.ics?lang=${lang}`);
      expect(wrong).toEqual([]);
      expect(name).toMatch(/^Mốc 2030: /);
      const { due } = await json("bodies/MOST");
      const awaited = due.find(({ indicator }: { indicator: string }) => indicator === "GII_RANK");
      const gii = events.find(([uid]: [string]) => uid === `urn:moc2030:edition:GII_RANK:${awaited.timePeriod}`);
      expect(gii.slice(2, 4)).toEqual(["date", expect.any(Number)]);
      expect(gii[5]).toContain(`GII ${awaited.timePeriod} (WIPO)`);
      expect(gii[6].split("\n")).toHaveLength(3);
      expect(events.filter(([uid]: [string]) => uid.includes(":closing:"))).toHaveLength(4);
      expect(new Set(events.map(([uid]: [string]) => uid)).size).toBe(events.length);
    },
  );
  test("reads an indicator’s calendar as the same event, and an empty one", async () => {
    const [all, one, none] = await Promise.all(
      ["", "&indicator=EGDI_RANK", "&asOf=1990-01-01"].map((of) => readBy(CALENDAR, `calendar.ics?lang=vi${of}`)),
    );
    expect(one.events).toHaveLength(1);
    expect(all.events).toContainEqual(one.events[0]);
    expect([none.wrong, none.events]).toEqual([[], []]);
  });
});

const { visit } = useBrowser();
const server = useServer({ PUBLIC_ORIGIN: "https://moc2030.example" });

describe.each([{ colorScheme: "light" }, { colorScheme: "dark" }, { forcedColors: "active" }] as const)(
  "with %o",
  (look) => {
    test.each(["/follow", "/follow?indicator=GII_RANK", "/targets/D2289-2030-EGDI_RANK", "/bodies/MOST"])(
      "%s has no fault of accessibility, in either language",
      async (path) => {
        for (const address of [path, inEnglish(path)]) {
          await using window = await visit(address, { ...look, baseURL: server.origin() });
          expect([address, await accessibilityFindings(window.page)]).toEqual([address, []]);
        }
      },
    );
  },
);

test("by keyboard alone: from an indicator to its calendar, subscribed to and copied", async () => {
  await using window = await visit("/indicators/GII_RANK", { baseURL: server.origin() });
  const { page } = window;
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("link", { name: "Nhận tin cập nhật về chỉ tiêu này" }).press("Enter");
  await page.waitForURL("**/follow?indicator=GII_RANK");
  const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim() ?? "");
  await page.locator("#content").focus();
  do await page.keyboard.press("Tab");
  while ((await focused()) !== "Đăng ký lịch");
  expect(await page.evaluate(() => document.activeElement?.getAttribute("href"))).toBe(
    "webcal://moc2030.example/api/v1/calendar.ics?indicator=GII_RANK&lang=vi",
  );
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Đã sao chép" }).waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    "https://moc2030.example/api/v1/calendar.ics?indicator=GII_RANK&lang=vi",
  );
});
