import { getAllByRole, getByRole, getByText, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { aFigure, anAssessment, anIndicator } from "../../words/data.fixture.ts";
import { type Answers, aRequest, open } from "../document.fixture.ts";

const release = { id: 62, publishedAt: "2026-01-30T17:00:00.000Z" };
const list = (items: unknown[]) => ({ release, referenceDate: "2026-11-21", items });
const answers: Answers = {
  "/indicators": list([
    anIndicator({ code: "GII_SCORE", order: 160, role: "context", name: "Điểm GII" }),
    anIndicator({ code: "FIBRE_COMMUNES", order: 70, role: "target", name: "Cáp quang tới xã" }),
    anIndicator({ code: "EGDI_RANK", order: 30, name: "Thứ hạng EGDI" }),
    anIndicator({ latest: aFigure(2025, 44, { rankPool: 139, confidence: "unverified" }) }),
  ]),
  "/assessments": list([
    anAssessment({ targetYear: 2025, targetId: "D2289-2025-GII_RANK", class: "missed" }),
    anAssessment({ class: "moving_away" }),
  ]),
};
const indicators = async (address: string, some: Answers = {}) =>
  (await open("/indicators", aRequest(address, { ...answers, ...some }))).page;

test("every indicator stands in its group, in the order of the data, each a way to its own page", async () => {
  const { body } = await indicators("/indicators?asOf=2024-12-31&lang=en");
  const groups = ["Headline indicators", "Other indicators of the Decision", "Context"];
  const links = groups.map((name) =>
    getAllByRole<HTMLAnchorElement>(getByRole(body, "region", { name }), "link").map((link) => [
      link.textContent,
      link.getAttribute("href"),
    ]),
  );
  const to = (code: string) => `/indicators/${code}?asOf=2024-12-31&lang=en`;
  expect(links).toEqual([
    [
      ["Thứ hạng GII", to("GII_RANK")],
      ["Thứ hạng EGDI", to("EGDI_RANK")],
    ],
    [["Cáp quang tới xã", to("FIBRE_COMMUNES")]],
    [["Điểm GII", to("GII_SCORE")]],
  ]);
});

test("an indicator has its newest figure with year and flags, and the status of each target, the last year first", async () => {
  const page = await indicators("/indicators");
  expect(page.title).toBe("Chỉ tiêu · Mốc 2030");
  const [gii, egdi] = getAllByRole(
    getByRole(page.body, "region", { name: "Chỉ tiêu của các mục tiêu theo dõi chính" }),
    "listitem",
  ).filter((item) => within(item).queryByRole("heading") !== null) as [HTMLElement, HTMLElement];
  getByText(gii, "44/139");
  getByText(gii, "ấn bản 2025 · chưa xác minh");
  const statuses = within(gii).getAllByRole("listitem");
  expect(statuses.map((status) => status.textContent)).toEqual(["2030: Thứ hạng thấp hơn năm cơ sở", "2025: Chưa đạt"]);
  getByText(egdi, "Chưa có số liệu");
  getByText(page.body, /Số liệu: đợt cập nhật số 62/);
});

test("where the average is judged, it stands before the figure of a single year", async () => {
  const growth = { code: "LABOUR_PRODUCTIVITY_GROWTH", name: "Năng suất", valueKind: "growth" } as const;
  const average = { toDate: 5.1703, needed: 9.8813, ratio: 0.69, yearsCounted: [2021, 2025], yearsMissing: [] };
  const page = await indicators("/indicators", {
    "/indicators": list([
      anIndicator({ ...growth, latest: aFigure(2025, 6.84, { indicator: growth.code, decimals: 2 }) }),
    ]),
    "/assessments": list([anAssessment({ indicator: growth.code, average })]),
  });
  getByText(page.body, "5,17%/năm (2021–2025)");
  getByText(page.body, "bình quân; riêng năm 2025: 6,84%/năm");
});

test("before the first release the page says that there is nothing, and leads back", async () => {
  const empty = { ...list([]), release: null };
  const { body } = await indicators("/indicators?asOf=1990-01-01", { "/indicators": empty, "/assessments": empty });
  const main = within(getByRole(body, "main"));
  expect(main.getByRole("link", { name: "Về số liệu hiện hành" }).getAttribute("href")).toBe("/indicators");
});
