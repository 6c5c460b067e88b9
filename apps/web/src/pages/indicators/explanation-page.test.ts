import { getByRole, getByText, queryByText, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { aFigure, anAssessment, anIndicator, aTarget } from "../../words/data.fixture.ts";
import { aRequest, open } from "../document.fixture.ts";
import { explanation } from "./explanation-page.tsx";

const ref = (id: number, day: string) => ({ id, publishedAt: `${day}T05:00:00.000Z`, reconstructed: id < 50 });
const [first, second] = [ref(40, "2024-09-26"), ref(53, "2025-01-06")];
const old = aFigure(2023, 47, { source: "OLD", release: 40 });
const now = aFigure(2023, 46, { source: "NEW", release: 53, obsCom: "sửa theo ấn bản mới", published: "2025-01-06" });
const revision = {
  ...{ old, new: now, knownSince: first, revisedIn: second },
  stood: [{ release: first, source: "OLD", edition: "GII 2023", published: "2024-12-31", publishedPrecision: "year" }],
  ...{ reason: null as string | null, reasonText: null as string | null, besides: 2, issuedReports: [] },
  statuses: [
    {
      targetId: "D2289-2030-GII_RANK",
      before: anAssessment({ class: "moving_away" }),
      after: anAssessment({ class: "off_track" }),
    },
  ],
};
const source = (id: string) => ({
  id,
  title: `Nguồn ${id}`,
  publisher: "WIPO",
  kind: "primary",
  url: null,
  date: null,
});
const detail = (figures: object[]) => ({
  ...{ release: ref(62, "2026-01-30"), referenceDate: "2026-11-21", timePeriod: 2023 },
  indicator: anIndicator({}),
  figures,
  compilers: [{ code: "WIPO", name: "Tổ chức Sở hữu trí tuệ thế giới (WIPO)" }],
  targets: [aTarget({})],
  sources: [source("OLD"), source("NEW")],
});
const figure = (some: object = {}, said: object | null = null) => ({
  ...{ compiler: "WIPO", revisions: [{ ...revision, ...some }], explanation: said },
});
const openPage = async (figures: object[], query = "") =>
  open(
    explanation.path,
    aRequest(
      `/indicators/GII_RANK/revisions/2023${query}`,
      { "/indicators/GII_RANK/revisions/2023": detail(figures) },
      { params: { code: "GII_RANK", year: "2023" }, origin: "https://moc2030.example.vn" },
    ),
  );

test("the page says old and new value, where the old one stood, who revised it, and what that changed", async () => {
  const { page } = await openPage([figure()]);
  const rows = within(getByRole(page.body, "table", { name: "Số liệu" })).getAllByRole("row");
  expect(rows[1]?.textContent).toMatch(
    /47.*26\/9\/2024 \(đợt cập nhật số 40\)tái dựng theo ngày công bố của nguồnĐến06\/01\/2025.*Nguồn OLD.*công bố 2024/,
  );
  expect(rows[2]?.textContent).toMatch(/46.*06\/01\/2025 \(đợt cập nhật số 53\).*hiện hành.*Nguồn NEW/);
  const main = getByRole(page.body, "main").textContent;
  expect(main).toMatch(/Đợt cập nhật số 53: WIPO điều chỉnh\. Lý do, ghi chú: sửa theo ấn bản mới\./);
  expect(main).toMatch(/Mục tiêu 2030.*Thứ hạng thấp hơn năm cơ sở.*→.*Chậm nhiều so với tiến độ/);
  expect(main).toContain("còn có 2 số liệu khác");
  expect(main).toMatch(
    /Bản này lập ngày 21\/11\/2026\..*https:\/\/moc2030\.example\.vn\/indicators\/GII_RANK\/revisions\/2023\?release=\d+/,
  );
});

test("what we put right ourselves is no revision by the compiler", async () => {
  const { page } = await openPage([figure({ reason: "own_error", reasonText: "Chép nhầm", statuses: [] })]);
  const main = getByRole(page.body, "main").textContent;
  expect(main).toMatch(/đính chính lỗi của hệ thống này; WIPO không điều chỉnh số liệu\. Lý do, ghi chú: Chép nhầm\./);
  expect(main).toContain("không làm thay đổi đánh giá nào");
});

test("the reports and the answer are those that staff approved; lines are left where there are none", async () => {
  const empty = (await openPage([figure()])).page;
  expect(empty.querySelectorAll(".pen-lines")).toHaveLength(2);
  const said = { used: { vi: "Báo cáo 12", en: null }, answer: { vi: "Dùng số 46.", en: "Use 46." }, release: 64 };
  const { page } = await openPage([figure({}, { ...said, revisedIn: 53 })], "?lang=en");
  expect(page.querySelector(".pen-lines")).toBeNull();
  expect(getByText(page.body, "Báo cáo 12").lang).toBe("vi");
  getByText(page.body, "Use 46.");
  expect(queryByText(page.body, /revised again/)).toBeNull();
  const older = (await openPage([figure({}, { ...said, revisedIn: 40 })], "?lang=en")).page;
  getByText(older.body, /written for the revision in release 40; the figure was revised again in release 53/);
});

test("on a day before the revision the page says that there was none; a compiler without one is said to be unknown", async () => {
  getByText((await openPage([], "?asOf=2024-12-31")).page.body, /Đến hết ngày 31\/12\/2024 số liệu này chưa/);
  getByText((await openPage([figure()], "?compiler=ITU")).page.body, /“compiler=ITU”/);
});
