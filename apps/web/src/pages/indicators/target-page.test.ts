import { getByRole, getByText, queryByRole, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { aFigure, anAssessment, anIndicator, aTarget } from "../../words/data.fixture.ts";
import { type Answers, aRequest, open } from "../document.fixture.ts";
import { target as page } from "./target-page.tsx";

const now = { release: { id: 62, publishedAt: "2026-01-30T17:00:00.000Z" }, referenceDate: "2026-11-21" };
const target = aTarget({});
const assessment = anAssessment({
  class: "moving_away",
  base: { timePeriod: 2020, value: 42 },
  latest: { timePeriod: 2025, value: 44, obsStatus: ["A"], confidence: "sourced" },
  pace: { ratio: -2, soFarPerYear: 0.4, neededPerYear: -0.8, gap: -4 },
});
const known = (day: string, found: string, changedBy: object | null) => ({
  ...{ day, class: found, changedBy, reason: null, release: now.release, provisional: false, latest: null },
});
const told = {
  ...{ ...now, target, assessment, plans: [], issuedReports: [] },
  history: [
    known("2024-12-31", "moving_away", null),
    known("2025-12-31", "behind", { id: 60, publishedAt: "2025-09-16T17:00:00.000Z" }),
    known("2026-11-21", "moving_away", null),
  ],
};
const indicator = anIndicator({
  schedule: { everyYears: 1, month: 9, lagYears: 0, link: null, note: null },
  responsible: [{ body: "MOST", role: "lead", from: null, to: null, basis: "Giao", paper: null, source: "S" }],
});
const detail = {
  ...{ ...now, indicator, targets: [target], assessments: [assessment], remarks: [], sources: [], components: null },
  compilers: [{ code: "WIPO", name: "WIPO", url: "https://wipo.example", terms: "" }],
  bodies: [{ id: "MOST", name: "Bộ Khoa học và Công nghệ", from: null, to: null, successor: null, source: null }],
  documents: [{ id: "D2289", number: "2289/QĐ-TTg", title: "Quyết định", strategy: true }],
};
const answers: Answers = {
  [`/targets/${target.id}`]: told,
  "/indicators/GII_RANK": detail,
  "/observations": { ...now, items: [aFigure(2020, 42), aFigure(2025, 44)] },
  "/areas": { items: [] },
  "/sources": { ...now, items: [] },
};
const ask = (query = "", some: Answers = {}, id = target.id) => {
  const request = { params: { id }, origin: "https://moc2030.example" };
  return open(page.path, aRequest(`/targets/${id}${query}`, { ...answers, ...some }, request));
};

test("a target has its words, its verdict, who answers, the edition that is overdue and its verdicts so far", async () => {
  const { page } = await ask();
  expect(page.title).toBe("Mục tiêu năm 2030: Thứ hạng GII · Mốc 2030");
  const main = getByRole(page.body, "main");
  const panel = within(getByRole(main, "article", { name: /^Mục tiêu năm 2030/ }));
  expect(panel.getAllByText("Thứ hạng thấp hơn năm 2020").length).toBeGreaterThan(0);
  expect(panel.queryByRole("link", { name: "Mục tiêu năm 2030" })).toBeNull();
  expect(main.textContent).toContain(target.wording.vi);
  expect(getByRole(main, "link", { name: "Bộ Khoa học và Công nghệ" }).getAttribute("href")).toBe("/bodies/MOST");
  getByText(main, /đã qua ngày dự kiến công bố 30\/9\/2026/);
  const strip = within(getByRole(main, "table", { name: /^Đánh giá theo số liệu tại ngày/ }));
  expect(strip.getByRole("row", { name: /^2025/ }).textContent).toContain("đợt cập nhật số 60");
});

test("what the publisher says against comparing its editions stands beside the record", async () => {
  const record = { needed: 0.8, best: { from: 2014, to: 2015, perYear: 19 }, reached: 7, of: 14, since: 2011 };
  const outlook = { catchUp: null, continuation: null, record, othersLikeUs: null };
  const warned = { ...indicator, caution: "WIPO lưu ý thứ hạng của hai ấn bản không so sánh trực tiếp được." };
  const { page } = await ask("", {
    [`/targets/${target.id}`]: { ...told, assessment: { ...assessment, outlook } },
    "/indicators/GII_RANK": { ...detail, indicator: warned },
  });
  getByText(page.body, /7 trong 14 lần đạt mức này\. WIPO lưu ý thứ hạng/);
});

test("on paper it has a code of the address that keeps to its release, or to the past day that it shows", async () => {
  const { page } = await ask("?lang=en");
  getByRole(page.body, "img", { name: "QR code of this page’s address" });
  getByText(page.body, `https://moc2030.example/targets/${target.id}?lang=en&release=62`);
  const past = { [`/targets/${target.id}`]: { ...told, referenceDate: "2026-03-01" } };
  getByText(
    (await ask("?asOf=2026-03-01", past)).page.body,
    `https://moc2030.example/targets/${target.id}?asOf=2026-03-01`,
  );
});

test("its citation is of the release that it shows, or of the day that was asked for", async () => {
  const href = async (query: string) =>
    getByRole((await ask(query)).page.body, "link", { name: "BibTeX" }).getAttribute("href");
  expect(await href("")).toBe(`/api/v1/targets/${target.id}/citation.bib?release=62`);
  expect(await href("?asOf=2026-03-01&lang=en")).toBe(
    `/api/v1/targets/${target.id}/citation.bib?asOf=2026-03-01&lang=en`,
  );
});

test("a target of another document has its words and no verdict", async () => {
  const { page } = await ask("", { [`/targets/${target.id}`]: { ...told, assessment: null, history: [] } });
  getByText(page.body, /mục tiêu này thuộc văn bản khác/);
  expect(getByRole(page.body, "main").textContent).toContain(target.wording.vi);
  expect(queryByRole(page.body, "article")).toBeNull();
});

test("one that never was is not found; before its day the page says that there was none", async () => {
  expect((await ask("", {}, "D2289-2030-NO_SUCH")).answer.status).toBe(404);
  const none = { ...told, target: null, assessment: null, history: [] };
  getByText(
    (await ask("?asOf=2019-12-31", { [`/targets/${target.id}`]: none })).page.body,
    /Đến hết ngày 31\/12\/2019/,
  );
});
