import { brotliDecompressSync } from "node:zlib";
import { expect, test } from "vitest";
import { addresses } from "./addresses.ts";
import { isAlive } from "./alive.ts";
import { origin, useBrowser } from "./browser.ts";
import { readText } from "./read-text.ts";

const { visit } = useBrowser();

test.each(addresses)("%s shows its first view from the document alone", async (path) => {
  await using window = await visit("/favicon.svg");
  const asked: string[] = [];
  window.page.on("request", (request) => {
    const { pathname, search } = new URL(request.url());
    if (pathname.startsWith("/api/") && pathname !== "/api/v1/events") asked.push(pathname + search);
  });
  await window.page.goto(path);
  await isAlive(window.page);
  expect(asked).toEqual([]);
});

test("a page that does not exist is a designed 404 with status 404", async () => {
  for (const path of ["/nowhere", "/indicators/NO_SUCH", "/indicators/egdi_rank"]) {
    expect((await fetch(origin() + path)).status).toBe(404);
  }
});

test("an unknown address of the API is a problem at once, asked twice as well", async () => {
  for (const path of ["/api/v1/nope", "/api/v1/nope", "/api/v1/indicators/", "/api/nope"]) {
    const answer = await fetch(origin() + path, { signal: AbortSignal.timeout(60_000) });
    expect([path, answer.status]).toEqual([path, 404]);
  }
});

test.each([
  ["Tiến độ các mục tiêu đến năm 2030", "/?lang=xx&asOf=banana"],
  ["Progress to Viet Nam’s 2030 targets", "/?lang=en&asOf=2024-13-01"],
  ["Thứ hạng theo Chỉ số phát triển Chính phủ điện tử (EGDI)", "/indicators/EGDI_RANK?lang=&tab=nope"],
  ["Data", "/data?sort=foo&page=-1&lang=en"],
  ["Số liệu", `/data?indicator=${"x".repeat(5000)}`],
  ["So sánh các nước qua từng ấn bản", `/compare?areas=${"x".repeat(5000)}&from=abc`],
  ["Đợt cập nhật", "/releases?year=abc&page=x"],
])("%s is opened without what its address says amiss, in both languages", async (title, path) => {
  await using window = await visit(path);
  const { page } = window;
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
  await isAlive(page);
  await page.getByRole("banner").locator("a[hreflang]").click();
  await page.getByRole("heading", { level: 1, name: title }).waitFor({ state: "detached" });
  await page.getByRole("heading", { level: 1 }).waitFor();
  expect(await page.getByRole("banner").isVisible()).toBe(true);
  expect(await readText(page.locator("body"))).not.toMatch(/undefined|NaN|Invalid Date/);
});

test("a day that the address misspells is said, and today's figures are shown; one in Vietnamese form is that day", async () => {
  for (const path of ["/?asOf=2024-02-30", "/data?asOf=banana", "/indicators/EGDI_RANK?asOf=31/04/2024"]) {
    const text = await (await fetch(origin() + path)).text();
    expect(text).toMatch(/Ngày “(2024-02-30|banana|31\/04\/2024)” trong địa chỉ không hợp lệ/);
  }
  await using window = await visit("/?asOf=2024-02-30");
  const { page } = window;
  await isAlive(page);
  const notice = page.getByRole("status").filter({ hasText: "Ngày “2024-02-30” trong địa chỉ không hợp lệ" });
  await notice.waitFor();
  expect(await page.getByRole("banner").locator("a[hreflang]").getAttribute("href")).toBe("/?lang=en");
  await page.getByRole("navigation").getByRole("link", { name: "Chỉ tiêu" }).click();
  await notice.waitFor({ state: "detached" });

  await page.goto("/indicators?asOf=30/6/2024");
  await page.getByText(/Số liệu tại ngày 30\/0?6\/2024/).waitFor();
  await isAlive(page);
  expect(new URL(page.url()).search).toBe("?asOf=2024-06-30");
  expect(window.complaints).toEqual([]);
});

test("a code that the address misspells is said; small letters are understood", async () => {
  await using window = await visit("/data?indicator=EGDI%20RANK&area=vnm");
  const { page } = window;
  await page.getByText("không hợp lệ nên được bỏ qua: “indicator=EGDI RANK”").waitFor();
  expect(await page.getByRole("link", { name: "English" }).getAttribute("href")).toBe("/data?area=VNM&lang=en");
  await page.goto("/data?indicator=egdi_rank");
  await isAlive(page);
  expect(new URL(page.url()).search).toBe("?indicator=EGDI_RANK");
  expect(await page.getByText("không hợp lệ").count()).toBe(0);
  expect(window.complaints).toEqual([]);
});

test("an address with a slash too many leads to the page, and never elsewhere", async () => {
  const asked = (path: string) => fetch(origin() + path, { redirect: "manual" });
  const moved = await asked("/compare/?lang=en&areas=VNM,THA");
  expect([moved.status, moved.headers.get("location")]).toEqual([301, "/compare?lang=en&areas=VNM,THA"]);
  expect((await asked("/indicators/EGDI_RANK/")).headers.get("location")).toBe("/indicators/EGDI_RANK");
  expect((await fetch(`${origin()}/indicators/NO_SUCH/`)).status).toBe(404);
  for (const path of ["/nowhere/", "/indicators//", "//example.org/", "//indicators/", "/indicators/egdi_rank/"])
    expect([path, (await asked(path)).status]).toEqual([path, 404]);
});

test("a page has an ETag of its own and is compressed once asked for", async () => {
  const answer = await fetch(`${origin()}/`, { headers: { "accept-encoding": "identity" } });
  const etag = answer.headers.get("etag") ?? "";
  const text = await answer.text();
  expect(text).toMatch(/<body class="document"/);
  expect(
    (await fetch(`${origin()}/`, { headers: { "if-none-match": etag, "accept-encoding": "identity" } })).status,
  ).toBe(304);
  const { request } = await import("node:http");
  const packed = await new Promise<Buffer>((done) => {
    request(`${origin()}/`, { headers: { "accept-encoding": "br" } }, (res) => {
      const parts: Buffer[] = [];
      res.on("data", (part: Buffer) => parts.push(part)).on("end", () => done(Buffer.concat(parts)));
    }).end();
  });
  expect(brotliDecompressSync(packed).toString()).toBe(text);
});
