import { getAllByRole, getByLabelText, getByRole, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { aFigure, anAssessment, anIndicator } from "../../words/data.fixture.ts";
import { type Answers, aRequest, open, sentBy } from "../document.fixture.ts";

const release = { id: 62, publishedAt: "2026-01-30T17:00:00.000Z" };
const indicators = [
  anIndicator({}),
  anIndicator({ code: "EGDI_RANK", name: "Thứ hạng EGDI" }),
  anIndicator({ code: "SMART_CITIES", name: "Đô thị thông minh" }),
];
const anEntry = (id: number, some: object = {}) => ({
  ...{ id, publishedAt: "2025-06-30T17:00:00.000Z", origin: "seed", reconstructed: true, reason: `Lý do ${id}` },
  ...{ enteredBy: null, approvedBy: null, approvedOnBehalfOf: null, observations: 0, definitions: 0 },
  ...{ indicators: [], figures: [], statuses: [] },
  ...some,
});
const entries = [
  anEntry(62, { indicators: ["EGDI_RANK"] }),
  ...Array.from({ length: 20 }, (_, i) => anEntry(61 - i)),
  anEntry(41, { publishedAt: "2024-12-31T16:59:00.000Z", indicators: ["GII_RANK"] }),
];
const ledger = async (address: string, items: { id: number }[] = entries, some: object = {}) => {
  const named = (query: URLSearchParams) => query.get("id")?.split(",").map(Number) ?? [];
  const answers: Answers = {
    "/releases/contents": { release, items, ...some },
    "/releases": (query: URLSearchParams) => ({ release, items: items.filter(({ id }) => named(query).includes(id)) }),
    "/indicators": { release, referenceDate: "2026-11-21", items: indicators },
  };
  return (await open("/releases", aRequest(address, answers))).page;
};
const ids = (page: Document) =>
  getAllByRole(page.body, "rowheader").map((cell) => Number(/\d+$/.exec(getByRole(cell, "link").textContent)));
const said = (page: Document) => within(getByRole(page.body, "main")).getByRole("status").textContent;

test("releases stand by year, the newest first, twenty on a page that the address names", async () => {
  const page = await ledger("/releases");
  expect(ids(page)).toEqual(Array.from({ length: 20 }, (_, i) => 62 - i));
  expect(said(page)).toContain("20 trong số 22 đợt cập nhật (trang 1/2).");
  const [next] = getAllByRole(page.body, "link", { name: "Trang sau" });
  expect(next?.getAttribute("href")).toBe("/releases?page=2");
  const last = await ledger("/releases?page=2");
  expect(ids(last)).toEqual([42, 41]);
  expect(getAllByRole(last.body, "heading", { level: 2 }).map((year) => year.textContent)).toEqual(["2025", "2024"]);
});

test("an address narrows the ledger to an indicator or a year, says so, and leads back to all", async () => {
  const page = await ledger("/releases?asOf=2026-06-30&indicator=GII_RANK&lang=en&year=2024");
  expect(getAllByRole(page.body, "rowheader")).toHaveLength(1);
  expect(said(page)).toContain("1 of 22 releases.");
  const all = getByRole(page.body, "link", { name: "Show all" });
  expect(all.getAttribute("href")).toBe("/releases?asOf=2026-06-30&lang=en");
  expect(getByLabelText<HTMLSelectElement>(page.body, "Indicator").value).toBe("GII_RANK");
  expect(getByLabelText<HTMLSelectElement>(page.body, "Year of release").value).toBe("2024");
  const none = await ledger("/releases?indicator=GII_RANK&year=2025");
  within(none.body).getByText(/Không có đợt cập nhật nào phù hợp/);
  expect(within(none.body).queryByRole("table")).toBeNull();
});

test("the form offers what the ledger holds; another choice keeps language and day, and begins at its first page", async () => {
  const page = await ledger("/releases?asOf=2026-06-30&lang=en&page=2");
  const select = getByLabelText<HTMLSelectElement>(page.body, "Indicator");
  expect([...select.options].map(({ value }) => value)).toEqual(["", "GII_RANK", "EGDI_RANK"]);
  const form = select.form as HTMLFormElement;
  expect([form.getAttribute("method"), form.getAttribute("action")]).toEqual(["get", "/releases"]);
  select.value = "EGDI_RANK";
  expect(Object.fromEntries(sentBy(form))).toEqual({
    ...{ asOf: "2026-06-30", lang: "en" },
    ...{ indicator: "EGDI_RANK", year: "" },
  });
});

test("a row says what a release brought, why and by whom: revised figures first, changed statuses as words", async () => {
  const figures = [
    { old: null, new: aFigure(2025, 44) },
    { old: aFigure(2023, 47), new: aFigure(2023, 46) },
  ];
  const statuses = [
    {
      targetId: "1",
      before: anAssessment({ class: "moving_away", base: { timePeriod: 2020, value: 42 } }),
      after: anAssessment({ class: "off_track" }),
    },
    { targetId: "2", before: null, after: anAssessment({}) },
  ];
  const people = { origin: "submission", enteredBy: "An", approvedBy: "Bình", approvedOnBehalfOf: "Chi" };
  const page = await ledger("/releases", [
    anEntry(2, { ...people, observations: 2, definitions: 3, figures, statuses }),
    anEntry(1),
  ]);
  const row = getByRole(page.body, "row", { name: /số 2/ });
  const text = row.textContent;
  for (const part of ["Lý do 2", "2 số liệu · 3 văn bản, định nghĩa", "người nhập số liệu: An"])
    expect(text).toContain(part);
  expect(text).toContain("người phê duyệt: Bình, theo ủy quyền của Chi");
  expect(text).toMatch(/2023: 47 → 46.*2025: 44 \(mới\)/);
  expect(text).toMatch(/Thứ hạng GII, mục tiêu 2030: Thứ hạng thấp hơn năm 2020 → Chậm nhiều so với tiến độ/);
  const more = within(row).getByRole("link", { name: "Đánh giá lần đầu 1 mục tiêu" });
  expect(more.getAttribute("href")).toBe("/releases/2#statuses");
  within(getByRole(page.body, "row", { name: /số 1/ })).getByText("Không có số liệu của Việt Nam, không đổi đánh giá");
});

test("before the first release the page says that there is nothing; no page tells the head of the audit", async () => {
  const empty = await ledger("/releases?asOf=1990-01-01", [], { release: null });
  const main = within(getByRole(empty.body, "main"));
  expect(main.getByRole("link", { name: "Về số liệu hiện hành" }).getAttribute("href")).toBe("/releases");
  expect(main.queryByRole("combobox")).toBeNull();
  // The audit log's head hash is internal: it differs between installations with the same releases.
  expect((await ledger("/releases")).documentElement.outerHTML).not.toContain("f00d");
});
