import { getAllByRole, getByRole, getByText, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { aFigure, anAssessment, anIndicator, aTarget } from "../../words/data.fixture.ts";
import { type Answers, aRequest, open } from "../document.fixture.ts";
import { release as releasePage } from "./release-page.tsx";

const list = (items: unknown[]) => ({ release: null, referenceDate: "2026-11-21", items });
const aRelease = (some: object = {}) => ({
  ...{ id: 53, publishedAt: "2025-01-31T17:00:00.000Z", origin: "seed", reconstructed: true },
  ...{ reason: "Niên giám 2024", enteredBy: null, approvedBy: null, approvedOnBehalfOf: null },
  ...some,
});
const detail = {
  release: aRelease(),
  earlyReaders: [],
  observations: [
    {
      old: aFigure(2023, 47),
      new: aFigure(2023, 46, { obsStatus: ["P"], obsCom: "sửa theo ấn bản mới", release: 53 }),
    },
    { old: null, new: aFigure(2024, 4, { refArea: "SGP", release: 53 }) },
  ],
  definitions: [{ kind: "target", id: "T", name: "Mục tiêu GII", change: "revised" }],
  statuses: [
    {
      targetId: "D2289-2030-GII_RANK",
      before: anAssessment({ class: "moving_away" }),
      after: anAssessment({ class: "off_track" }),
    },
  ],
  auditHead: "f00d".repeat(16),
  ...{ total: 2, own: 1 },
};
const answers: Answers = {
  "/releases/53": detail,
  "/releases": list([aRelease({ id: 62 })]),
  "/indicators": list([anIndicator({})]),
  "/targets": list([aTarget({})]),
  "/sources": list([{ id: "S", title: "Báo cáo GII", url: "https://example.org/gii" }]),
  "/areas": list([{ code: "SGP", name: "Xin-ga-po" }]),
};
const openRelease = (address: string, id: string, some: Answers = {}) =>
  open(releasePage.path, aRequest(address, { ...answers, ...some }, { params: { id } }));

test("a release says what it changed: statuses, figures old and new with their source, texts", async () => {
  const { page } = await openRelease("/releases/53", "53");
  expect(page.title).toBe("Đợt cập nhật số 53 · Mốc 2030");
  const description = page.querySelector<HTMLMetaElement>("meta[name=description]")?.content;
  expect(description).toBe("01/02/2025 · Niên giám 2024");
  const [statuses, figures] = getAllByRole(page.body, "table");
  const status = getAllByRole(statuses as HTMLElement, "row")[1]?.textContent;
  expect(status).toMatch(/Mục tiêu 2030: .*40.*Thứ hạng thấp hơn năm cơ sở.*Chậm nhiều so với tiến độ/);
  const figure = getAllByRole(figures as HTMLElement, "row")[1] as HTMLElement;
  expect(figure.textContent).toMatch(/2023.*47.*46 \(sơ bộ\).*Sửa theo ấn bản mới/);
  within(figure).getByRole("link", { name: /Báo cáo GII/ });
  getByText(page.body, /Mục tiêu GII/);
  getByText(page.body, "(sửa đổi)");
  expect(page.documentElement.outerHTML).not.toContain("f00d");
});

test("the figures of other economies are in the document, closed, by name", async () => {
  const { page } = await openRelease("/releases/53", "53");
  const others = getByText(page.body, "Số liệu của nền kinh tế khác (1)").closest("details") as HTMLDetailsElement;
  expect(others.open).toBe(false);
  expect(others.querySelector("tbody tr")?.textContent).toBe("Xin-ga-po2024–4");
});

test("of a release of many figures it shows a part, says of how many, and leads to the file with all", async () => {
  const own = Array.from({ length: 302 }, (_, i) => ({ old: null, new: aFigure(1700 + i, 50, { release: 53 }) }));
  const [, other] = detail.observations;
  const many = { ...detail, observations: [...own, other], own: 302, total: 50_302 };
  const { page } = await openRelease("/releases/53?lang=en", "53", {
    ...{ "/releases/53": many, "/targets": { ...list([aTarget({})]), release: { id: 62, publishedAt: "" } } },
  });
  getByRole(page.body, "heading", { name: "Viet Nam’s figures (302)" });
  const ofCountry = getByText(page.body, /^300 of 302 figures\./);
  expect(ofCountry.previousElementSibling?.querySelectorAll("tbody tr")).toHaveLength(300);
  const others = getByText(page.body, /^1 of 50,000 figures\./).closest("details");
  expect(others?.querySelectorAll("tbody tr")).toHaveLength(1);
  const links = getAllByRole(page.body, "link", { name: "All figures (JSON file)", hidden: true });
  expect(links.map((link) => link.getAttribute("href"))).toEqual(
    Array.from({ length: 2 }, () => "/api/v1/releases/53?release=62&lang=en"),
  );
});

test("it names who entered, approved and read early, and leads to the releases beside it", async () => {
  const entered = { origin: "submission", enteredBy: "An", approvedBy: "Bình" };
  const { page } = await openRelease("/releases/62?lang=en", "62", {
    "/releases/62": {
      ...{ ...detail, release: aRelease({ id: 62, ...entered }), observations: [], definitions: [], statuses: [] },
      ...{ total: 0, own: 0 },
      earlyReaders: [{ name: "Dung", role: "press", from: "2025-01-31T10:00:00.000Z" }],
    },
  });
  const main = within(getByRole(page.body, "main"));
  main.getByText(/entered by An · approved by Bình/i);
  main.getByText(/Dung \(press\), from .*17:00/);
  main.getByText("No status changed.");
  main.getByText("None of Viet Nam.");
  const beside = getAllByRole(main.getByRole("navigation", { name: "Previous and next" }), "link");
  expect(beside.map((link) => link.getAttribute("href"))).toEqual(["/releases/61?lang=en"]);
});

test("a release that is not there is a page of its own with status 404, as is one of after the day that is shown", async () => {
  const unknown = await openRelease("/releases/99999", "99999");
  expect(unknown.answer.status).toBe(404);
  getByRole(unknown.page.body, "heading", { level: 1, name: "Không có trang này" });
  // The release is later than the as-of date, for which the API answers 404.
  const asked: string[] = [];
  const request = aRequest("/releases/60?asOf=2024-12-31", answers, { params: { id: "60" } });
  const read = (address: string) => {
    asked.push(address);
    return request.read(address);
  };
  expect((await open(releasePage.path, { ...request, read })).answer.status).toBe(404);
  expect(asked).toContain("/api/v1/releases/60?limit=1500&asOf=2024-12-31&lang=vi");
});
