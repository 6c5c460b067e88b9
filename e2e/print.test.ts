import { expect, test } from "vitest";
import { isAlive } from "./alive.ts";
import { useBrowser } from "./browser.ts";
import { useServer } from "./own-server.ts";
import { smallestPoints } from "./points.ts";
import { readText } from "./read-text.ts";

const { visit } = useBrowser();
// One that knows its public address, which the sheet then carries with a code.
const server = useServer({ PUBLIC_ORIGIN: "https://moc2030.example" });

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
    expect(printed).toContain(`https://moc2030.example${address}`);
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
