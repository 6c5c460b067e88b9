import { getAllByRole, getByLabelText, getByRole, getByText, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { aFigure, anAssessment, anIndicator, aTarget } from "../../words/data.fixture.ts";
import { type Answers, aRequest, open } from "../document.fixture.ts";

const release = { id: 62, publishedAt: "2026-01-30T17:00:00.000Z" };
const list = (items: unknown[]) => ({ release, referenceDate: "2026-11-21", items });
const compared = (to = "2026-11-21", some: object = {}) => ({
  ...list([
    { old: aFigure(2023, 47), new: aFigure(2023, 46, { release: 53 }) },
    { old: null, new: aFigure(2025, 44, { release: 60 }) },
    { old: null, new: aFigure(2024, 71, { indicator: "EGDI_RANK", compiler: "UNDESA", release: 60 }) },
  ]),
  from: { day: "2024-12-31", release: { id: 52, publishedAt: "2024-12-30T17:00:00.000Z" } },
  to: { day: to, release },
  statuses: [
    {
      targetId: "D2289-2030-GII_RANK",
      before: anAssessment({ class: "moving_away", referenceDate: "2024-12-31" }),
      after: anAssessment({ class: "off_track" }),
    },
  ],
  releases: [
    {
      ...{ id: 53, publishedAt: "2025-01-31T17:00:00.000Z", origin: "submission", reconstructed: false },
      ...{ reason: "Sửa sai sót", enteredBy: "An", approvedBy: "Bình", approvedOnBehalfOf: null },
    },
  ],
  ...some,
});
const answers: Answers = {
  "/releases/compare": compared(),
  "/indicators": list([
    anIndicator({ order: 20 }),
    anIndicator({ code: "EGDI_RANK", order: 10, name: "Thứ hạng EGDI", shortName: "EGDI", compiler: "UNDESA" }),
    anIndicator({ code: "SMART_CITIES", name: "Đô thị thông minh" }),
  ]),
  "/targets": list([aTarget({})]),
  "/sources": list([]),
};
async function days(address: string, some: Answers = {}) {
  const asked: string[] = [];
  const request = aRequest(address, { ...answers, ...some });
  const read = (of: string) => {
    asked.push(of);
    return request.read(of);
  };
  const { page } = await open("/releases/compare", { ...request, read });
  return { page, main: within(getByRole(page.body, "main")), asked };
}
const rows = (table: HTMLElement) => getAllByRole(table, "row").slice(1);

test("what is otherwise is said in a sentence, then revised figures, statuses with their causes, new figures", async () => {
  const { main, asked } = await days("/releases/compare?from=2024-12-31");
  expect(asked).toContain("/api/v1/releases/compare?from=2024-12-31&lang=vi");
  main.getByText(/Từ 31\/12\/2024 đến 21\/11\/2026 có 1 đợt cập nhật: 1 số liệu .* 2 số liệu mới, 1 đánh giá/);
  const [revised, statuses, added] = main.getAllByRole("table") as [HTMLElement, HTMLElement, HTMLElement];
  expect(getAllByRole(revised, "columnheader").map((cell) => cell.textContent)).toContain("Hiện nay");
  const [figure] = rows(revised) as [HTMLElement];
  expect(figure.textContent).toMatch(/2023.*47.*46.*Đợt cập nhật số 53, 01\/02\/2025.*Sửa sai sót/);
  expect(within(figure).getByRole("link", { name: /số 53/ }).getAttribute("href")).toBe("/releases/53");
  expect(rows(statuses)[0]?.textContent).toMatch(
    /Thứ hạng thấp hơn năm cơ sở.*Chậm nhiều.*2025: 44 \(mới\).*2023: 47 → 46/,
  );
  expect(rows(added).map((row) => /EGDI|GII/.exec(row.textContent)?.[0])).toEqual(["EGDI", "GII"]);
});

test("of many differences it shows a part, and leads to the file with all up to the same release", async () => {
  const items = Array.from({ length: 301 }, (_, i) => ({ old: null, new: aFigure(1700 + i, 50, { release: 60 }) }));
  const many = { "/releases/compare": compared("2026-11-21", { items }) };
  const { main } = await days("/releases/compare?from=2024-12-31", many);
  expect(rows(main.getAllByRole("table").at(-1) as HTMLElement)).toHaveLength(300);
  const told = main.getByText(/^300 trong số 301 số liệu\./);
  expect(within(told).getByRole("link").getAttribute("href")).toBe(
    "/api/v1/releases/compare?from=2024-12-31&release=62&lang=vi",
  );
});

test("one indicator alone is an address, with its own sentence and the way to all", async () => {
  const { page, main } = await days("/releases/compare?from=2024-12-31&indicator=EGDI_RANK&lang=en");
  const description = page.querySelector<HTMLMetaElement>("meta[name=description]")?.content;
  expect(description).toMatch(/^Thứ hạng EGDI, from 31 December 2024 .* 1 new, 0 statuses changed\.$/);
  main.getByText(/Thứ hạng EGDI, from 31 December 2024 to 21 November 2026: 0 figures revised, 1 new, 0 statuses/);
  expect(main.getAllByRole("table")).toHaveLength(1);
  expect(main.getByRole("link", { name: "Show all" }).getAttribute("href")).toBe(
    "/releases/compare?from=2024-12-31&lang=en",
  );
  const select = getByLabelText<HTMLSelectElement>(page.body, "Indicator");
  expect([...select.options].map(({ value }) => value)).toEqual(["", "EGDI_RANK", "GII_RANK"]);
  expect(select.value).toBe("EGDI_RANK");
});

test("an empty later day means now; a day that is named is asked for, the wrong way round too", async () => {
  const now = await days("/releases/compare?from=2024-12-31");
  expect(getByLabelText<HTMLInputElement>(now.page.body, "Số liệu tại ngày").value).toBe("31/12/2024");
  const to = getByLabelText<HTMLInputElement>(now.page.body, "So với ngày");
  expect([to.value, to.required]).toEqual(["", false]);
  now.main.getByText("Để trống ngày sau để so với hiện nay.");
  const past = { "/releases/compare": compared("2025-06-30") };
  for (const query of ["from=2024-12-31&to=2025-06-30", "from=2025-06-30&to=2024-12-31"]) {
    const { page, main, asked } = await days(`/releases/compare?${query}`, past);
    expect(asked).toContain("/api/v1/releases/compare?from=2024-12-31&asOf=2025-06-30&lang=vi");
    expect(asked).toContain("/api/v1/indicators?asOf=2025-06-30&lang=vi");
    expect(getByLabelText<HTMLInputElement>(page.body, "So với ngày").value).toBe("30/6/2025");
    expect(main.queryByText("Nay là")).toBeNull();
  }
});

test("the day of the view bounds both days, which the page says; the form keeps it", async () => {
  const { page, main, asked } = await days("/releases/compare?asOf=2025-06-30&from=2024-12-31&to=2026-01-01", {
    "/releases/compare": compared("2025-06-30"),
  });
  expect(asked).toContain("/api/v1/releases/compare?from=2024-12-31&asOf=2025-06-30&lang=vi");
  main.getByText("Đang xem số liệu tại ngày 30/6/2025, nên không so với ngày muộn hơn.");
  const to = getByLabelText<HTMLInputElement>(page.body, "So với ngày");
  expect(to.value).toBe("30/6/2025");
  const kept = [...(to.form?.querySelectorAll<HTMLInputElement>("input[type=hidden]") ?? [])];
  expect(kept.map(({ name, value }) => [name, value])).toEqual([["asOf", "2025-06-30"]]);
});

test("a day or an indicator that comes to nothing is said, a wrong day in its field too", async () => {
  const wrong = await days("/releases/compare?from=31/2/2025&indicator=NOPE&to=2030-01-01");
  getByText(
    wrong.page.body,
    "Địa chỉ có phần không hợp lệ nên được bỏ qua: “from=31/2/2025”, “to=2030-01-01”, “indicator=NOPE”.",
  );
  const from = getByLabelText<HTMLInputElement>(wrong.page.body, "Số liệu tại ngày");
  expect([from.value, from.getAttribute("aria-invalid")]).toEqual(["31/2/2025", "true"]);
  wrong.main.getByText(/Không có ngày “31\/2\/2025”/);
});

test("two days without difference say so, of one indicator too; a day before the first release is said to be one", async () => {
  const same = { "/releases/compare": compared("2026-11-21", { items: [], statuses: [], releases: [] }) };
  const { main } = await days("/releases/compare", same);
  main.getByText(/Hai thời điểm này không khác nhau/);
  const of = await days("/releases/compare?indicator=GII_RANK", same);
  of.main.getByText(/số liệu và đánh giá của chỉ tiêu giữ nguyên/);
  const first = await days("/releases/compare?from=1990-01-01", {
    "/releases/compare": compared("2026-11-21", { from: { day: "1990-01-01", release: null } }),
  });
  getByText(first.page.body, /Ngày đầu có trước đợt cập nhật đầu tiên/);
});
