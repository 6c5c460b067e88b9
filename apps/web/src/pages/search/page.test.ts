import { getAllByRole, getByLabelText, getByRole, getByText, queryByRole, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { aBody, anIndicator, aTarget } from "../../words/data.fixture.ts";
import { type Answers, aRequest, open, sentBy } from "../document.fixture.ts";

const list = (items: unknown[]) => ({
  ...{ release: { id: 62, publishedAt: "2026-01-30T17:00:00.000Z" }, referenceDate: "2026-11-21", items },
});
const inLang = (vi: object[], en: object[]) => (query: URLSearchParams) => list(query.get("lang") === "vi" ? vi : en);
const decision = { id: "D2289", number: "2289/QĐ-TTg", title: "Chiến lược quốc gia", issuer: "Thủ tướng Chính phủ" };
const area = (code: string, name: string, kind = "economy") => ({ code, name, kind, members: [], source: null });
const answers: Answers = {
  "/indicators": inLang(
    [anIndicator({})],
    [anIndicator({ name: "Global Innovation Index rank", shortName: "GII rank" })],
  ),
  "/targets": list([aTarget({ document: "D2289" })]),
  "/documents": inLang([decision], [{ ...decision, title: "National Strategy" }]),
  "/bodies": inLang(
    [aBody({}), aBody({ id: "MPI", name: "Bộ Kế hoạch và Đầu tư", to: "2025-02-28" })],
    [aBody({ name: "Ministry of Finance" })],
  ),
  "/areas": list([area("KOR", "Hàn Quốc"), area("VNM", "Việt Nam"), area("ASEAN", "ASEAN", "group")]),
};
const ask = async (address: string, some: Answers = answers) => {
  const { answer, page } = await open("/search", aRequest(address, some));
  return { answer, page, main: page.querySelector("main") as HTMLElement };
};
const links = (main: HTMLElement) =>
  within(main)
    .queryAllByRole("listitem")
    .map((item) => getByRole(item, "link").getAttribute("href"));

test.each([
  ["han quoc", ["/compare?areas=VNM,KOR"]],
  ["viet nam", ["/compare?areas=VNM"]],
  ["asean", ["/compare?areas=ASEAN"]],
  ["ministry of finance", ["/bodies/MOF"]],
  ["innovation", ["/indicators/GII_RANK", "/indicators/GII_RANK"]],
  ["national strategy", ["/strategy#document-D2289"]],
])("%s leads to what has that name in either language", async (q, expected) => {
  const { main } = await ask(`/search?q=${q.replaceAll(" ", "+")}`);
  expect(links(main)).toEqual(expected);
});

test("what is found stands in groups with a line each; language and day are kept", async () => {
  const { page, main } = await ask("/search?asOf=2024-12-31&lang=en&q=2289");
  expect(page.title).toBe("Search for “2289” · Mốc 2030");
  expect(getAllByRole(main, "heading", { level: 2 }).map(({ textContent }) => textContent)).toEqual([
    "Targets (1)",
    "Documents (1)",
  ]);
  getByText(main, "2 results.");
  getByText(main, "National Strategy", { selector: "p" });
  expect(links(main)[0]).toBe("/indicators/GII_RANK?asOf=2024-12-31&lang=en");
  const field = getByLabelText<HTMLInputElement>(main, /^Search/);
  expect(Object.fromEntries(sentBy(field.form as HTMLFormElement))).toEqual({
    ...{ asOf: "2024-12-31", lang: "en", q: "2289" },
  });
  getByText((await ask("/search?q=ke+hoach")).main, "Đến hết 28/02/2025.");
});

test("without a query there is the field alone; with one that nothing answers to, a word on what to try", async () => {
  const bare = await ask("/search", {});
  expect(bare.answer.status).toBe(200);
  expect(queryByRole(bare.main, "heading", { level: 2 })).toBeNull();
  expect((await ask("/search?q=++")).answer).toEqual({ status: 303, location: "/search" });
  getByText((await ask("/search?q=sao+hoa")).main, /^Không tìm thấy/);
});

test("spaces come to one; a query that is too long is named, and the field says how long one may be", async () => {
  expect((await ask("/search?q=+han++quoc")).answer).toEqual({ status: 303, location: "/search?q=han+quoc" });
  expect((await ask("/search?q=30%25")).answer.status).toBe(200);
  const { page, main } = await ask(`/search?q=${"a".repeat(101)}`, {});
  getByText(page.body, /bỏ qua: “q=a{40}…”\.$/);
  getByText(main, /nhiều nhất 100 ký tự/);
  expect(getByLabelText<HTMLInputElement>(main, /^Tìm chỉ tiêu/).maxLength).toBe(100);
});

test("what nobody sees of a query is no part of it, nor can it reorder the page or stand above its line", async () => {
  const typed = encodeURIComponent("\u202ehan \u200b quoc\u0000\n");
  expect((await ask(`/search?q=${typed}`)).answer).toEqual({ status: 303, location: "/search?q=han+quoc" });
  expect((await ask(`/search?q=${encodeURIComponent("\u202e\u200b")}`)).answer).toEqual({
    status: 303,
    location: "/search",
  });
  const marks = encodeURIComponent(`a${"\u0301\u0323".repeat(2000)}`);
  const { answer } = await ask(`/search?q=${marks}`);
  expect(answer).toEqual({ status: 303, location: expect.stringMatching(/^\/search\?q=.{1,400}$/) });
});

test.each([".*", "(a+)+$", "[", "\\", "%", "__proto__", "constructor", "<script>", "' OR 1=1 --", "שלום", "‘“”’"])(
  "%s is a word like any other",
  async (q) => {
    const { answer, main } = await ask(`/search?${new URLSearchParams({ q })}`);
    expect(answer.status).toBe(200);
    expect(getByRole(main, "heading", { level: 1 }).textContent).toContain(q);
    expect(getByLabelText<HTMLInputElement>(main, /^Tìm chỉ tiêu/).value).toBe(q);
  },
);

test("more than twenty of a kind are counted, and not all listed", async () => {
  const many = list(Array.from({ length: 23 }, (_, i) => area(`X${i}`, `Xứ ${i}`)));
  const { main } = await ask("/search?q=xu", { ...answers, "/areas": many });
  getByText(main, "23 kết quả.");
  getByText(main, /^và 3 kết quả khác/);
  expect(links(main)).toHaveLength(20);
});

test("a day before the first release has nothing to search", async () => {
  const empty = { release: null, referenceDate: "1990-01-01", items: [] };
  const { main } = await ask(
    "/search?asOf=1990-01-01&q=gii",
    Object.fromEntries(Object.keys(answers).map((path) => [path, empty])),
  );
  getByText(main, /Đợt cập nhật đầu tiên có sau ngày/);
});
