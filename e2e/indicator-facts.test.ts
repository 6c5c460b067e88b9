import { describe, expect, test } from "vitest";
import { accessibilityFindings, useBrowser } from "./browser.ts";
import { readText } from "./read-text.ts";

const { visit } = useBrowser();

describe("a stranger with the page alone finds", () => {
  const main = async (path: string) => {
    const window = await visit(path);
    await window.page.locator("#peers, #about").first().waitFor();
    return { ...window, text: await readText(window.page.getByRole("main")) };
  };
  test("which of two figures for 2024 counts, and why there are two", async () => {
    const { page } = await main("/indicators/DIGITAL_ECONOMY_GDP");
    const head = page.getByRole("main").locator("header");
    expect(await readText(head)).toMatch(
      /Năm 2024 có hai con số: 13,17% của Cục Thống kê .*để trích dẫn; 18,3% của Bộ/,
    );
    await head.getByRole("link", { name: "Vì sao có hai con số?" }).click();
    await expect
      .poll(() => page.locator("#two-figures").evaluate((h) => h.getBoundingClientRect().top))
      .toBeLessThan(400);
    const box = await readText(page.locator("section[aria-labelledby=two-figures]"));
    expect(box).toMatch(/13,17%[\s\S]*18,3%/);
    expect(box).toMatch(
      /13,17%[^%]*trích dẫn số này\.\s+Căn cứ: Luật Thống kê sửa đổi[^%]*18,3%[^%]*nói rõ không phải số của Cục Thống kê/,
    );
    expect(box).toMatch(/đây là số dùng để đánh giá mục tiêu/);
    await page.context().close();
  });
  test("from the overview that a ministry has another figure, and why", async () => {
    const { page } = await visit("/");
    const card = page.getByRole("region", { name: "Lưu ý trước khi phát biểu" });
    await card.getByText(/Năm 2024: 13,17% .*18,3% .*của Bộ Khoa học và Công nghệ chỉ để tham khảo/).waitFor();
    expect(await page.getByRole("link", { name: "Vì sao có hai con số?" }).count()).toBe(1);
    // Pressed before anything of the page has been fetched: the box is not there yet when the address changes.
    await card.getByRole("link", { name: "Vì sao có hai con số?" }).evaluate((link) => (link as HTMLElement).click());
    const box = page.getByRole("heading", { name: "Vì sao có hai con số?" });
    await box.waitFor();
    await expect.poll(() => box.evaluate((h) => Math.abs(h.getBoundingClientRect().top - 100) < 40)).toBe(true);
    await page.context().close();
  });
  test("who is in charge of network security, as a source reports it, wherever it is asked who answers", async () => {
    const { page } = await visit("/");
    const row = page.locator('tr[data-target$="GCI_RANK"]').first();
    expect(await readText(row)).toMatch(/Bộ Tài chính\*\s+Bộ Công an\*\*/);
    await page.getByText("** Phụ trách lĩnh vực (chưa thấy văn bản giao chỉ tiêu).").waitFor();
    await row.getByRole("link", { name: "Bộ Công an" }).click();
    const reported = page.getByRole("region", { name: /^Theo nguồn đã đọc \(chưa thấy văn bản giao\)/ });
    expect(await readText(reported)).toMatch(/Phụ trách lĩnh vực, từ 01\/3\/2025\. Báo chí nêu: .*VnExpress/);
    expect(await page.getByRole("region", { name: /^Được giao/ }).count()).toBe(0);
    await page.goto("/bodies");
    const item = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: "Bộ Công an" }) });
    expect(await readText(item)).toContain("Thứ hạng GCI (phụ trách lĩnh vực)");
    await page.goto("/bodies?asOf=2025-02-28");
    expect(await readText(item)).not.toContain("GCI");
    await page.context().close();
  });
  test("the last figure of a measure that has ended, under one label", async () => {
    for (const [path, said] of [
      ["/indicators/GCI_RANK", "Cuối cùng: hạng 25 (2020; 32 theo cách xếp thông thường)"],
      ["/indicators/GCI_RANK?lang=en", "Last: rank 25 (2020; 32 by the usual rule)"],
      ["/indicators/GCI_RANK?asOf=2023-12-31", "Khi đó: Hạng 25"],
    ] as const) {
      const { page } = await main(path);
      const head = page.getByRole("main").locator("header");
      expect(await readText(head)).toContain(said);
      expect(await readText(head)).not.toMatch(/(Hiện nay|Khi đó|Now|Then): (Cuối cùng|Last)/);
      await page.context().close();
    }
  });
  test("what was known of 2023 at the end of 2024, what is known now, and why", async () => {
    const { page, text } = await main("/indicators/DIGITAL_ECONOMY_GDP");
    expect(text).toContain(
      "năm 2023: 12,33% → 12,87% (từ 06/01/2025); năm 2022: 12,67% → 12,63% → 12,83% (từ 06/01/2025)",
    );
    await page.getByRole("link", { name: "Vì sao điều chỉnh?" }).click();
    const revised = page.locator("section[aria-labelledby=revised]");
    const row = (within: typeof revised) => within.getByRole("row", { name: /12,33% \(sơ bộ\)/ });
    const seen = /2023\s+12,33% \(sơ bộ\)[\s\S]*12,87% \(sơ bộ\)[\s\S]*số \d+.*[\s\S]*đổi chiều xu hướng/;
    await expect.poll(() => readText(row(revised))).toMatch(seen);
    await expect.poll(() => revised.evaluate((box) => Math.abs(box.getBoundingClientRect().top) < 300)).toBe(true);
    // The same one click away from the page as it was on that day.
    await page.goto("/indicators/DIGITAL_ECONOMY_GDP?asOf=2024-12-31");
    await page.getByRole("status").getByRole("link", { name: "So với hiện nay" }).click();
    const rows = page.getByRole("main").getByRole("row");
    await rows.filter({ hasText: "12,33% (sơ bộ)" }).waitFor();
    expect(await readText(row(page.getByRole("main")))).toMatch(seen);
    const shown = new URL(page.url());
    expect(shown.pathname + shown.search).toBe("/releases/compare?from=2024-12-31&indicator=DIGITAL_ECONOMY_GDP");
    expect(await rows.filter({ hasText: "GII" }).count()).toBe(0);
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.getByRole("link", { name: "Hiện tất cả" }).click();
    await rows.filter({ hasText: "GII" }).first().waitFor();
    // From the overview of that day everything that differs is shown.
    await page.goto("/?asOf=2024-12-31");
    await page.getByRole("link", { name: "So với hiện nay" }).click();
    await page.waitForURL("**/releases/compare?from=2024-12-31#differences");
    await page.context().close();
  });
  test("who answers for EGDI, and where it would be off track", async () => {
    const { page, text } = await main("/indicators/EGDI_RANK");
    expect(text).toMatch(
      /Cơ quan chủ trì\. Theo văn bản đã đọc: Bộ Thông tin và Truyền thông \(đến hết 28\/0?2\/2025, nay hợp nhất vào Bộ Khoa học và Công nghệ\)\. Phân công sau hợp nhất: chưa thấy văn bản\./,
    );
    const others = page.getByRole("link", { name: "So sánh với nước khác" });
    expect(await others.getAttribute("href")).toBe("/compare?indicator=EGDI_RANK");
    expect(text).toContain("72 vẫn là đúng tiến độ, từ 73 là chậm tiến độ, từ 78 là chậm nhiều so với tiến độ");
    expect(text).toMatch(/Ngưỡng đánh giá\s+Ấn bản 2024\s+Ấn bản 2026/);
    expect(text).toMatch(/Chậm nhiều so với tiến độ\s+78–86\s+74–86/);
    await page.context().close();
  });
  test("why there is no verdict on GCI, and what took its place", async () => {
    const { page, text } = await main("/indicators/GCI_RANK");
    expect(text).toMatch(/Chưa đủ cơ sở đánh giá\s+ITU ngừng xếp hạng sau 2020\s+Cơ quan chủ trì/);
    expect(text).toContain("Từ ấn bản 2024, ITU xếp các nước theo năm nhóm, không công bố thứ hạng");
    await page.getByRole("link", { name: "Xem thước đo thay thế" }).first().click();
    await page.getByRole("heading", { level: 1, name: /Nhóm theo Chỉ số/ }).waitFor();
    await page.context().close();
  });
  test("who in ASEAN is ahead in GII 2025", async () => {
    const { page, text } = await main("/indicators/GII_RANK");
    expect(text).toContain("Thứ 3 trong ASEAN, ấn bản 2025, sau Singapore và Malaysia");
    // A status that no rank leads to keeps its row, and says so.
    expect(text).toMatch(/Chậm tiến độ\s+–\s+41\s/);
    expect(text).toContain("– không có giá trị nào ứng với mức này");
    await page.context().close();
  });
  test("on the overview which editions are past their day and missing, and which are still to come", async () => {
    const { page, complaints } = await visit("/");
    await page.getByText("Số liệu chưa cập nhật", { exact: true }).click();
    const text = await readText(page.locator("details", { has: page.locator("#awaited") }));
    expect(text).toMatch(/hệ thống chưa có số[\s\S]*GII[\s\S]*ấn bản 2026[\s\S]*EGDI[\s\S]*ấn bản 2026/);
    expect(text).toMatch(/Nguồn chưa công bố[\s\S]*Kinh tế số/);
    // An address that names what is folded opens it.
    await page.goto("/about");
    await page.goto("/#awaited");
    await page.getByRole("heading", { name: "Nguồn chưa công bố" }).waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

test("on a phone the newest vintage and edition come first, the row that holds is named, and the edge says there is more", async () => {
  await using window = await visit("/indicators/EGDI_RANK?tab=vintages", { viewport: { width: 360, height: 900 } });
  const { page } = window;
  const box = page.getByRole("region", { name: /Lịch sử công bố/ });
  const row = box.getByRole("row").nth(1);
  await row.getByText("Hiện hành", { exact: true }).waitFor();
  expect(await box.getByText("Hiện hành", { exact: true }).count()).toBe(1);
  expect(await readText(box.getByRole("columnheader").nth(1))).toBe("2024");
  const fade = () => box.evaluate((element) => Number.parseFloat(getComputedStyle(element).getPropertyValue("--fade")));
  expect(await fade()).toBeGreaterThan(0);
  const before = await row.getByRole("rowheader").boundingBox();
  await box.evaluate((element) => element.scrollTo(element.scrollWidth, 0));
  await expect.poll(fade).toBe(0);
  expect(await row.getByRole("rowheader").boundingBox()).toEqual(before);
  expect(await accessibilityFindings(page)).toEqual([]);

  await page.goto("/indicators/EGDI_RANK?tab=vintages&asOf=2021-01-01");
  await row.getByText("Tại ngày đang xem", { exact: true }).waitFor();
  // A table that fits has no edge that fades.
  await page.goto("/indicators/GCI_TIER");
  await page.getByText("Các nước ASEAN theo từng ấn bản, mới nhất trước", { exact: true }).first().click();
  const peers = page.getByRole("region", { name: /Các nước ASEAN/ });
  await peers.getByRole("cell", { name: "Nhóm 1" }).first().waitFor();
  expect(await peers.evaluate((element) => getComputedStyle(element).getPropertyValue("--fade"))).toBe("0px");
  expect(await peers.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
});

describe("on a phone an indicator's page", () => {
  const viewport = { width: 360, height: 780 };

  test.each(["", "?lang=en"])("answers in its first window what is asked first (%s)", async (query) => {
    await using window = await visit(`/indicators/DIGITAL_ECONOMY_GDP${query}`, { viewport });
    const { page } = window;
    await page.evaluate(() => document.fonts.ready);
    const head = page.getByRole("main").locator("header").first();
    const said = (await readText(head)).replaceAll("\u00a0", " ");
    const parts = [
      /14[.,]02% \(2025/,
      /17[.,]22% \(2026\), .*30% \(2030\)/,
      /13[.,]17%/,
      /18[.,]3%/,
      /28\/02\/2025|28 February 2025/,
    ];
    const places = parts.map((part) => said.search(part));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
    const box = await head.boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? viewport.height)).toBeLessThanOrEqual(viewport.height);
  });

  test.each(["DIGITAL_ECONOMY_GDP", "EGDI_RANK", "GII_RANK", "LABOUR_PRODUCTIVITY_GROWTH"])(
    "is no longer than eight windows and nowhere too wide when opened (%s)",
    async (code) => {
      await using window = await visit(`/indicators/${code}`, { viewport });
      const { page, complaints } = window;
      await page.evaluate(() => document.fonts.ready);
      expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(8 * viewport.height);
      for (const summary of await page.locator("main details > summary:visible").all()) await summary.click();
      expect(await accessibilityFindings(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width);
      expect(complaints).toEqual([]);
    },
  );

  test("opens what its links lead to", async () => {
    await using window = await visit("/indicators/DIGITAL_ECONOMY_GDP", { viewport });
    const { page } = window;
    await page.getByRole("link", { name: "Căn cứ, nguồn" }).click();
    await page.getByRole("heading", { name: "Cơ quan chịu trách nhiệm" }).waitFor();
    await page.getByText("Định nghĩa, số liệu đã điều chỉnh", { exact: true }).click();
    await page.getByRole("link", { name: "Vì sao điều chỉnh?" }).click();
    await page.getByRole("row", { name: /12,33% \(sơ bộ\)/ }).waitFor();
  });
});
