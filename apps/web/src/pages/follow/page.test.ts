import { getByRole, getByText, queryByRole } from "@testing-library/react";
import { expect, test } from "vitest";
import { anIndicator } from "../../words/data.fixture.ts";
import { type Answers, aRequest, feedsOf, open } from "../document.fixture.ts";

const answers: Answers = {
  "/indicators": { items: [anIndicator({ code: "GII_RANK", shortName: "Thứ hạng GII" })] },
  "/bodies": { items: [{ id: "MOST", name: "Bộ Khoa học và Công nghệ" }] },
};
const ORIGIN = "https://moc2030.example";
const ask = async (query = "", some: Parameters<typeof aRequest>[2] = {}) =>
  (await open("/follow", aRequest(`/follow${query}`, answers, some))).page;
const href = (page: Document, name: string) => getByRole(page.body, "link", { name }).getAttribute("href");

test("feed and calendar stand as addresses to copy, the calendar to subscribe to", async () => {
  const page = await ask("", { origin: ORIGIN });
  getByText(page.body, `${ORIGIN}/api/v1/feed.atom?lang=vi`);
  getByText(page.body, `${ORIGIN}/api/v1/calendar.ics?lang=vi`);
  expect(href(page, "Đăng ký lịch")).toBe("webcal://moc2030.example/api/v1/calendar.ics?lang=vi");
  expect(href(page, "Trang nội bộ")).toBe("/staff");
});

test("a server that does not know its origin offers the file, and its addresses are completed in the browser", async () => {
  const page = await ask("?lang=en");
  expect(queryByRole(page.body, "link", { name: /Subscribe/ })).toBeNull();
  expect(href(page, "Open the calendar file")).toBe("/api/v1/calendar.ics?lang=en");
  expect(page.querySelector("#calendar-address [data-origin]")?.nextSibling?.textContent).toBe(
    "/api/v1/calendar.ics?lang=en",
  );
});

test.each([
  ["?indicator=GII_RANK", "indicator=GII_RANK", "Thứ hạng GII", "/indicators/GII_RANK"],
  ["?body=MOST", "body=MOST", "Bộ Khoa học và Công nghệ", "/bodies/MOST"],
])("%s is about that alone, and leads back to all", async (query, of, name, path) => {
  const page = await ask(query, { origin: ORIGIN });
  expect(page.title).toBe(`Nhận tin cập nhật: ${name} · Mốc 2030`);
  expect(href(page, name)).toBe(path);
  expect(href(page, "Theo dõi tất cả")).toBe("/follow");
  getByText(page.body, `${ORIGIN}/api/v1/calendar.ics?${of}&lang=vi`);
  // That of an indicator has no reporting days.
  expect(page.body.textContent?.includes("hai kỳ báo cáo")).toBe(of.startsWith("body"));
  expect(feedsOf(page)).toEqual(["/api/v1/feed.atom?lang=vi", `/api/v1/feed.atom?${of}&lang=vi`]);
});

test.each(["?indicator=NO_SUCH", "?body=NO_SUCH", "?indicator=%2B"])(
  "what %s names is not known, and the page says so",
  async (query) => {
    const page = await ask(query, { origin: ORIGIN });
    expect(page.title).toBe("Nhận tin cập nhật · Mốc 2030");
    getByText(page.body, `${ORIGIN}/api/v1/feed.atom?lang=vi`);
    expect(page.body.textContent).toMatch(/Địa chỉ có phần không hợp lệ nên được bỏ qua/);
  },
);
