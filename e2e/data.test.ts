import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { accessibilityFindings, origin, useBrowser } from "./browser.ts";
import { readText } from "./read-text.ts";

const { visit } = useBrowser();

const words = {
  vi: {
    query: "",
    open: "Chọn chỉ tiêu trong danh sách",
    find: "Gõ tên chỉ tiêu để thêm",
    typed: "doi moi sang tao",
    chosen: "Thứ hạng theo Chỉ số đổi mới sáng tạo toàn cầu (GII)",
    asean: "ASEAN",
    from: "Từ năm",
    rows: "63 dòng theo lựa chọn này",
    value: "Giá trị",
    apply: "Áp dụng",
    sort: "Sắp xếp",
    up: "Giá trị: tăng dần",
    best: "Singapore",
    first: "Tải Excel",
    csv: "Tải CSV",
    whole: /Toàn bộ cơ sở dữ liệu/,
    next: "Trang sau",
  },
  en: {
    query: "?lang=en",
    open: "Choose indicators from a list",
    find: "Type a name to add one",
    typed: "innovation index",
    chosen: "Rank in the Global Innovation Index (GII)",
    asean: "ASEAN",
    from: "From",
    rows: "63 rows in this selection",
    value: "Value",
    apply: "Apply",
    sort: "Sort by",
    up: "Value: ascending",
    best: "Singapore",
    first: "Download CSV",
    csv: "Download CSV",
    whole: /The whole database/,
    next: "Next",
  },
} as const;

const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
const rowsOf = (text: string) => parse(text, { columns: true, bom: true }) as Record<string, string>[];
const csvOf = async (address: string) => rowsOf(await (await fetch(new URL(address, origin()))).text());

describe.each(["vi", "en"] as const)("in %s, an analyst", (lang) => {
  const w = words[lang];
  test.each([
    [1440, "light"],
    [360, "dark"],
  ] as const)("chooses, sorts, counts and takes figures (%i px, %s)", async (width, colorScheme) => {
    await using window = await visit(`/data${w.query}`, {
      viewport: { width, height: 900 },
      colorScheme,
      acceptDownloads: true,
    });
    const { page, complaints } = window;
    const look = async () => {
      expect(await accessibilityFindings(page)).toEqual([]);
      expect(await sideways(page)).toBe(0);
    };
    const main = page.getByRole("main");
    await main.getByRole("table").waitFor();
    await look();

    // The list is found by name: Enter takes the best of what is typed, and more can be typed at once.
    await page.getByText(w.open, { exact: true }).click();
    const field = page.getByRole("searchbox", { name: w.find }).first();
    await field.fill(w.typed);
    expect(await page.getByRole("checkbox", { name: w.chosen }).isVisible()).toBe(true);
    await look();
    await field.press("Enter");
    await page.waitForURL(/indicator=GII_RANK/);
    await main.getByRole("link", { name: w.chosen }).waitFor();
    expect(await field.evaluate((one) => one === document.activeElement)).toBe(true);
    await main.getByRole("link", { name: w.asean, exact: true }).click();
    await page.waitForURL(/area=ASEAN/);
    await page.getByRole("combobox", { name: w.from, exact: true }).selectOption("2020");
    await page.locator("#apply").click();
    await page.waitForURL(/from=2020/);
    const address = new URL(page.url());
    expect(decodeURIComponent(address.search)).toMatch(/^\?area=ASEAN&from=2020&indicator=GII_RANK/);

    if (width > 800) await main.getByRole("link", { name: w.value, exact: true }).click();
    else {
      await page.getByRole("combobox", { name: w.sort, exact: true }).selectOption(w.up);
      await page.locator("#sort-rows").click();
    }
    await main.getByRole("row").nth(1).getByText(w.best).waitFor();
    expect(await page.getByRole("columnheader", { name: w.value }).getAttribute("aria-sort")).toBe("ascending");
    await main.getByRole("link", { name: w.next, exact: true }).click();
    await page.waitForURL(/page=2/);
    await look();

    // The count stands before the file, and the file holds as many rows.
    const said = Number(/\d+/.exec(await readText(main.getByRole("heading", { level: 2 }).first()))?.[0]);
    const links = main.locator("a[download]");
    expect(await readText(links.first())).toBe(w.first);
    expect(await links.filter({ hasNotText: /BibTeX|RIS/ }).count()).toBe(5);
    const href = (await main.getByRole("link", { name: w.csv, exact: true }).getAttribute("href")) ?? "";
    expect(href).toMatch(/release=\d+&bom=true$/);
    expect(await csvOf(href)).toHaveLength(said);
    const [download] = await Promise.all([page.waitForEvent("download"), links.first().click()]);
    expect(download.suggestedFilename()).toMatch(/^moc2030_observations_r\d+\.(xlsx|csv)$/);
    for (const link of await links.all()) {
      const answer = await fetch(new URL((await link.getAttribute("href")) ?? "", origin()));
      expect(answer.status).toBe(200);
      expect(answer.headers.get("cache-control")).toContain("immutable");
    }

    // A pasted link gives the same picture.
    const seen = await main.textContent();
    await page.goto(page.url());
    expect(await main.textContent()).toBe(seen);

    const whole = main.getByRole("link", { name: w.whole });
    const all = Number(/\d+/.exec((await readText(whole)).replace(/[.,]/g, ""))?.[0]);
    await whole.click();
    await page.waitForURL(/full=true/);
    expect(await whole.getAttribute("aria-current")).toBe("true");
    const fullHref = (await main.getByRole("link", { name: w.csv, exact: true }).getAttribute("href")) ?? "";
    expect(fullHref).not.toContain("indicator");
    expect(await csvOf(fullHref)).toHaveLength(all);
    expect(complaints).toEqual([]);
  });
});

test("without JavaScript figures are chosen by one form, sorted and turned by links, and out again", async () => {
  await using window = await visit("/data?lang=en&asOf=2024-12-31", { javaScriptEnabled: false });
  const { page, complaints } = window;
  const main = page.getByRole("main");
  await page.getByText("Choose indicators from a list").click();
  await page.getByRole("checkbox", { name: "Rank in the Global Innovation Index (GII)" }).check();
  await page.getByText("Choose economies from a list").click();
  for (const name of ["ASEAN", "Japan"]) await page.getByRole("checkbox", { name, exact: true }).check();
  await page.getByRole("combobox", { name: "From", exact: true }).selectOption("2024");
  await page.getByRole("combobox", { name: "To", exact: true }).selectOption("2015");
  await page.getByRole("checkbox", { name: "Every revision, not only the newest" }).check();
  await page.locator("#apply").click();
  const asked = {
    ...{ area: "ASEAN,JPN", asOf: "2024-12-31", from: "2015", history: "true" },
    ...{ indicator: "GII_RANK", lang: "en", to: "2024" },
  };
  const said = () => Object.fromEntries(new URL(page.url()).searchParams);
  expect(said()).toEqual(asked);
  expect(page.url()).toContain("/data?area=ASEAN,JPN&asOf=");
  await main.getByRole("link", { name: "Value", exact: true }).click();
  await main.getByRole("link", { name: "Value", exact: true }).click();
  expect(await page.getByRole("columnheader", { name: "Value" }).getAttribute("aria-sort")).toBe("descending");
  const ranks = (await main.locator("tbody td:nth-child(4)").allInnerTexts()).map((text) => Number.parseInt(text, 10));
  expect(ranks).toEqual(ranks.toSorted((a, b) => b - a));
  await main.getByRole("link", { name: "Next", exact: true }).click();
  expect(said()).toEqual({ ...asked, page: "2", sort: "-value" });
  await page.getByRole("link", { name: "Remove ASEAN" }).click();
  expect(said()).toEqual({ ...asked, area: "JPN", sort: "-value" });
  expect(await main.getByRole("searchbox").count()).toBe(0);
  expect(await main.getByRole("button", { name: "Copy citation" }).count()).toBe(0);
  expect(complaints).toEqual([]);
});

test("economies are found by any name they go by, without marks; a name that is none says so", async () => {
  await using window = await visit("/data?area=VNM,THA");
  const { page } = window;
  await page.getByText("Chọn nước trong danh sách").click();
  const field = page.getByRole("searchbox", { name: "Gõ tên nước để thêm, ví dụ: nhat" });
  const shown = () => page.locator("#area-options li:not([hidden])").allInnerTexts();
  await field.fill("nhat");
  expect(await shown()).toContain("Nhật Bản");
  await field.fill("japan");
  expect(await shown()).toEqual(["Nhật Bản"]);
  await field.fill("atlantis");
  expect(await shown()).toEqual([]);
  await page.getByRole("status").filter({ hasText: "Không tìm thấy tên nào" }).waitFor();
  await field.press("Enter");
  await field.fill("Xin-ga-po");
  await field.press("Enter");
  await page.waitForURL(/area=VNM,SGP,THA|area=SGP,VNM,THA|area=SGP,THA,VNM/);
  await page.getByRole("link", { name: "Bỏ Singapore" }).waitFor();
});

test("every revision, and the target beside it, are counted and shown before they are taken", async () => {
  await using window = await visit("/data?indicator=DIGITAL_ECONOMY_GDP&compiler=NSO&history=true&include=target");
  const { page } = window;
  await page.getByRole("columnheader", { name: "Đánh giá" }).waitFor();
  expect(await page.getByRole("cell", { name: "12,33%" }).count()).toBe(1);
  const rows = await csvOf((await page.getByRole("link", { name: "Tải CSV" }).getAttribute("href")) ?? "");
  expect(await page.getByRole("row").count()).toBe(rows.length + 1);
  expect(rows[0]).toHaveProperty("ASSESSMENT");
});

test("on a phone every figure shows its year and value, and nothing of the table is beside the screen", async () => {
  for (const width of [320, 360]) {
    await using window = await visit("/data?include=target&indicator=DIGITAL_ECONOMY_GDP", {
      viewport: { width, height: 900 },
    });
    const table = window.page.getByRole("table", { name: "Số liệu theo lựa chọn" });
    await table.waitFor();
    const right = await table.evaluate((element) => {
      const cells = [...element.querySelectorAll("tbody th, tbody td")];
      return Math.max(...cells.flatMap((cell) => [...cell.getClientRects()].map((box) => box.right)));
    });
    const panel = await table.locator("..").boundingBox();
    expect(right).toBeLessThanOrEqual((panel?.x ?? 0) + (panel?.width ?? 0));
    const row = await table.getByRole("row").filter({ hasText: "14,02%" }).boundingBox();
    expect(row?.height).toBeLessThan(180);
    expect(await window.page.getByRole("link", { name: "Giá trị", exact: true }).isVisible()).toBe(false);
    expect(await sideways(window.page)).toBe(0);
  }
});

test("a past day's page gives that day's files", async () => {
  await using window = await visit("/data?indicator=DIGITAL_ECONOMY_GDP&compiler=NSO&asOf=2024-12-31");
  const href = (await window.page.getByRole("link", { name: "Tải CSV" }).getAttribute("href")) ?? "";
  expect(href).toContain("asOf=2024-12-31");
  expect((await csvOf(href)).find((row) => row.TIME_PERIOD === "2023")?.OBS_VALUE).toBe("12.33");
});

test("a selection without figures says so and leads back", async () => {
  await using window = await visit("/data?indicator=FIBRE_COMMUNES");
  await window.page.getByText("Không có số liệu nào theo lựa chọn này.").waitFor();
  expect(await accessibilityFindings(window.page)).toEqual([]);
  await window.page.getByRole("link", { name: "Bỏ mọi lựa chọn" }).click();
  await window.page.getByRole("table").waitFor();
});

test("the citation names release and link, and is copied whole", async () => {
  await using window = await visit("/data?indicator=GII_RANK");
  const { page } = window;
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const citation = await readText(page.locator("#citation"));
  expect(citation).toMatch(/đợt cập nhật số (\d+), ngày .* WIPO\. http\S+release=\1$/);
  const text = await page.getByRole("link", { name: "dạng văn bản" }).getAttribute("href");
  expect(citation.replace(origin(), "")).toBe((await (await fetch(origin() + text)).text()).trim());
  await page.getByRole("button", { name: "Sao chép trích dẫn" }).click();
  await page.getByRole("button", { name: "Đã sao chép" }).waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(citation);
});

/** Runs a program that the machine may not have; null then. */
function run(program: string, args: string[], input: string, cwd: string): Promise<string> | null {
  if (spawnSync(program, ["--version"], { stdio: "ignore" }).error) return null;
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, stdio: ["pipe", "pipe", "pipe"] });
    let out = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => (out += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (out += text));
    child.on("close", (code) => (code === 0 ? resolve(out) : reject(new Error(`${program}: ${out}`))));
    // A program may end before it has read all; its code and output say whether it ran.
    child.stdin.on("error", () => {}).end(input);
  });
}

test("the ready lines run as they stand: curl, Python and R, where the machine has them", async () => {
  await using window = await visit("/data?indicator=EGDI_RANK&area=ASEAN");
  const { page } = window;
  await page.locator("#lines-curl").waitFor();
  const lines = (program: string) => readText(page.locator(`#lines-${program}`));
  const count = (await csvOf(await lines("link"))).length;
  expect(count).toBeGreaterThan(100);
  const folder = mkdtempSync(join(tmpdir(), "moc2030-lines-"));
  const curl = await lines("curl");
  if ((await run("curl", ["--version"], "", folder)) !== null) {
    await run("sh", ["-c", curl], "", folder);
    const name = /--output (\S+)/.exec(curl)?.[1] ?? "";
    expect(rowsOf(readFileSync(join(folder, name), "utf8"))).toHaveLength(count);
  }
  const python = await run("python3", ["-"], await lines("python"), folder);
  if (python !== null) expect(python.trim()).toBe(String(count));
  const r = await run("Rscript", ["-"], await lines("r"), folder);
  if (r !== null) expect(r).toMatch(new RegExp(`${count} obs\\. of\\s+4 variables`));
});
