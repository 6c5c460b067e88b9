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
    indicators: "Chỉ tiêu",
    typed: "doi moi sang tao",
    chosen: "Thứ hạng theo Chỉ số đổi mới sáng tạo toàn cầu (GII)",
    asean: "ASEAN",
    from: "Từ năm",
    rows: "63 dòng theo lựa chọn này",
    value: "Giá trị",
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
    indicators: "Indicators",
    typed: "innovation index",
    chosen: "Rank in the Global Innovation Index (GII)",
    asean: "ASEAN",
    from: "From",
    rows: "63 rows in this selection",
    value: "Value",
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

    const field = page.getByRole("combobox", { name: w.indicators });
    await field.fill(w.typed);
    await page.getByRole("option", { name: w.chosen }).waitFor();
    await field.press("Enter");
    await page.getByRole("button", { name: w.asean, exact: true }).click();
    await page.getByLabel(w.from, { exact: true }).selectOption("2020");
    await expect.poll(() => readText(main.getByRole("heading", { level: 2 }).first())).toMatch(/^\d+ /);
    const address = new URL(page.url());
    expect(decodeURIComponent(address.search)).toMatch(/^\?area=ASEAN&from=2020&indicator=GII_RANK/);

    if (width > 800) await page.getByRole("button", { name: w.value, exact: true }).click();
    else await page.getByRole("combobox", { name: w.sort, exact: true }).selectOption(w.up);
    await main.getByRole("row").nth(1).getByText(w.best).waitFor();
    expect(await page.getByRole("columnheader", { name: w.value }).getAttribute("aria-sort")).toBe("ascending");
    await main.getByRole("link", { name: w.next, exact: true }).click();
    await expect.poll(() => new URL(page.url()).searchParams.get("page")).toBe("2");
    await look();

    // The count stands before the file, and the file holds as many rows.
    const said = Number(/\d+/.exec(await readText(main.getByRole("heading", { level: 2 }).first()))?.[0]);
    const links = main.locator("a[download]");
    expect(await readText(links.first())).toBe(w.first);
    expect(await links.count()).toBe(5);
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
    await main.getByRole("table").waitFor();
    expect(await main.textContent()).toBe(seen);

    const whole = page.getByRole("radio", { name: w.whole });
    const all = Number(/\d+/.exec((await readText(whole.locator(".."))).replace(/[.,]/g, ""))?.[0]);
    await whole.check();
    await expect.poll(() => links.first().getAttribute("href")).not.toContain("indicator");
    const fullHref = (await main.getByRole("link", { name: w.csv, exact: true }).getAttribute("href")) ?? "";
    expect(await csvOf(fullHref)).toHaveLength(all);
    expect(complaints).toEqual([]);
  });
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
    expect(await window.page.getByRole("button", { name: "Giá trị", exact: true }).isVisible()).toBe(false);
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
  await using window = await visit("/data?indicator=PAYMENT_ACCOUNTS");
  await window.page.getByText("Không có số liệu nào theo lựa chọn này.").waitFor();
  expect(await accessibilityFindings(window.page)).toEqual([]);
  await window.page.getByRole("button", { name: "Bỏ mọi lựa chọn" }).click();
  await window.page.getByRole("table").waitFor();
});

test("the citation names release and link, and is copied whole", async () => {
  await using window = await visit("/data?indicator=GII_RANK");
  const { page } = window;
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const citation = await readText(page.locator("[data-citation]"));
  expect(citation).toMatch(/đợt cập nhật số (\d+), ngày .* WIPO\. http\S+release=\1$/);
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
  await page.locator("[data-lines=curl]").waitFor();
  const lines = (program: string) => readText(page.locator(`[data-lines=${program}]`));
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
