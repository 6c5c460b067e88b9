import { getByRole, getByText, queryByRole, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { anIndicator } from "../../words/data.fixture.ts";
import { type Answers, aRequest, open } from "../document.fixture.ts";

const release = { id: 64, publishedAt: "2026-11-20T17:00:00.000Z" };
const notice = {
  id: "2026-11-21-a1b2",
  indicators: ["GII_RANK"],
  pages: ["/", "/indicators/GII_RANK", "/releases/60", "/releases/62"],
  wrong: { vi: "hạng 45/139", en: "rank 45/139" },
  right: { vi: "hạng 44/139", en: null },
  why: { vi: "Chép nhầm dòng.", en: "A line was mixed up." },
  ...{ wrongSince: 60, rightSince: 62, published: release, release: 64 },
  ...{ shownUntil: "2026-12-20", isShown: true },
};
const answering = (...items: object[]): Answers => ({
  "/corrections": { release, items },
  "/indicators": { release, items: [anIndicator({})] },
  "/compilers": { items: [] },
  "/targets/track-record": { items: [] },
  "/targets": { items: [] },
  "/documents": { items: [] },
});
const list = (address: string, ...items: object[]) => open("/corrections", aRequest(address, answering(...items)));

test("the list says what was wrong, what is right, since when and why, with the releases", async () => {
  const { page } = await list("/corrections", notice, { ...notice, id: "old", isShown: false });
  expect(page.title).toBe("Đính chính · Mốc 2030");
  const [first, second] = within(getByRole(page.body, "main")).getAllByRole("listitem");
  expect(first?.textContent).toMatch(/21\/11\/2026.*Thứ hạng GII.*hạng 45\/139.*hạng 44\/139.*Chép nhầm dòng\./);
  const href = (name: RegExp) =>
    within(first as HTMLElement)
      .getByRole("link", { name })
      .getAttribute("href");
  expect([href(/Sai từ đợt/), href(/đã sửa tại/), href(/GII/)]).toEqual([
    "/releases/60",
    "/releases/62",
    "/indicators/GII_RANK",
  ]);
  expect([first?.id, second?.id]).toEqual(["2026-11-21-a1b2", "old"]);
});

test("in English what has no English text is said to be Vietnamese", async () => {
  const { page } = await list("/corrections?lang=en", notice);
  getByText(page.body, "rank 45/139");
  expect(getByText(page.body, "hạng 44/139").lang).toBe("vi");
});

test("without any the list says so", async () => {
  getByText((await list("/corrections")).page.body, "Chưa có đính chính nào.");
});

test("a notice stands on top of the pages that it concerns while its term runs, and on no other", async () => {
  const on = async (some: object) =>
    queryByRole((await open("/about", aRequest("/about", answering({ ...notice, ...some })))).page.body, "region", {
      name: "Đính chính",
    });
  expect((await on({ pages: ["/about"] }))?.textContent).toMatch(/đăng ngày 21\/11\/2026\..*hạng 44\/139/);
  expect(await on({ pages: ["/", "/indicators/GII_RANK"] })).toBeNull();
  expect(await on({ pages: ["/about"], isShown: false })).toBeNull();
});

test("on paper the newest notice is told in a few words, with the number of others and the address of all", async () => {
  const long = { vi: "Thứ hạng GII năm 2025 ghi sai. ".repeat(20).trim(), en: null };
  const printed = async (lang: string, ...some: object[]) => {
    const items = some.map((one) => ({ ...notice, pages: ["/about"], ...one }));
    const request = aRequest(`/about${lang}`, answering(...items), { origin: "https://moc2030.example" });
    const { page } = await open("/about", request);
    return page.querySelector("main > p.print\\:block")?.textContent ?? "";
  };
  expect(await printed("", {})).toBe(
    "Đính chính đăng ngày 21/11/2026. Nội dung sai: hạng 45/139; Nội dung đúng: hạng 44/139. " +
      "Toàn văn: https://moc2030.example/corrections",
  );
  const longest = await printed("?lang=en", { wrong: long, right: long }, { id: "older" });
  expect(longest).toMatch(/What was wrong: .{50,70} …; What is right: .{50,70} …\. There is 1 more\. In full: /);
  expect(longest).toMatch(/corrections\?lang=en$/);
});
