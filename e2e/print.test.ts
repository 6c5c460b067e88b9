import { describe, expect, test } from "vitest";
import { isAlive } from "./alive.ts";
import { useBrowser } from "./browser.ts";
import { useServer } from "./own-server.ts";
import { smallestPoints } from "./points.ts";
import { readText } from "./read-text.ts";

const { visit } = useBrowser();
// One that knows its public address, which the sheet then carries with a code.
const server = useServer({ PUBLIC_ORIGIN: "https://moc2030.example" });

/** The address on paper: of the page, with the release that it keeps to, or the day that was asked for. */
function keptAddress(address: string): RegExp {
  const { pathname, searchParams } = new URL(address, "https://moc2030.example");
  const day = searchParams.get("asOf");
  const english = searchParams.has("lang") ? "lang=en" : "";
  const kept = day === null ? [english, "release=\\d+"] : [`asOf=${day}`, english];
  return new RegExp(`https://moc2030\\.example${pathname}\\?${kept.filter(Boolean).join("&")}(\\s|$)`);
}

test.each(["/", "/?lang=en", "/?asOf=2024-12-31"])(
  "the overview prints on one page of A4, with figures, classes, sources, release and day (%s)",
  async (address) => {
    await using window = await visit(address, { baseURL: server.origin() });
    const { page } = window;
    await isAlive(page);
    const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
    expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
    await page.emulateMedia({ media: "print" });
    expect(await smallestPoints(page)).toBeGreaterThanOrEqual(8.5);
    const printed = await readText(page.locator("body"));
    expect(printed).toMatch(keptAddress(address));
    for (const part of [
      /Cần từ nay|Needed from now on/,
      /Cao nhất đã đạt|Highest yearly pace/,
      /Cơ quan|Who answers/,
      /Đúng tiến độ|On track/,
      /WIPO/,
      address.includes("2024") ? /Tổng cục Thống kê/ : /Cục Thống kê|National Statistics Office/,
    ])
      expect(printed).toMatch(part);
    expect(printed).toMatch(/đợt cập nhật số \d+, ngày|release \d+,/);
    expect(printed).not.toMatch(/Tải Excel|Xem số liệu tại ngày/);
  },
);

describe.each(["vi", "en"] as const)("a brief in %s", (lang) => {
  test.each(["/bodies/MOST", "/bodies/MOF", "/indicators/DIGITAL_ECONOMY_GDP/revisions/2023", "/"])(
    "%s is one sheet with a code of the address that keeps to its release",
    (path) => isBrief(path),
  );

  test("every target of the Strategy is one sheet too", async () => {
    const { items } = await (await fetch(`${server.origin()}/api/v1/assessments`)).json();
    expect(items.length).toBeGreaterThan(10);
    for (const { targetId } of items) await isBrief(`/targets/${targetId}`);
  });

  async function isBrief(path: string) {
    const address = lang === "en" ? `${path}?lang=en` : path;
    await using window = await visit(address, { baseURL: server.origin() });
    const { page } = window;
    await isAlive(page);
    const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
    expect([address, pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length]).toEqual([address, 1]);
    await page.emulateMedia({ media: "print" });
    expect([address, await smallestPoints(page)]).toEqual([address, 8.5]);
    await page.getByRole("img", { name: /^Mã QR|^QR code/ }).waitFor();
    const printed = await readText(page.locator("body"));
    expect(printed).toMatch(keptAddress(address));
    expect(printed).toMatch(/đợt cập nhật số \d+, ngày|release \d+,/);
  }
});
