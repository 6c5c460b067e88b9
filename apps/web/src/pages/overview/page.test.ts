import type { Outlook } from "@moc2030/shared/schema/outlook";
import { getByRole, getByText, queryAllByRole, queryByText, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { aFigure, anAssessment, anIndicator, aTarget } from "../../words/data.fixture.ts";
import { type Answers, aRequest, open } from "../document.fixture.ts";

const now = { release: { id: 62, publishedAt: "2025-09-16T17:00:00.000Z" }, referenceDate: "2026-11-21" };
const list = (items: unknown[]) => ({ ...now, items });
const share = { indicator: "SHARE", compiler: "NSO", decimals: 2, obsStatus: ["E" as const] };
const gii = aFigure(2025, 44, { rankPool: 139 });
const digital = aFigure(2025, 14.02, share);
const lead = (body: string) =>
  [{ body, role: "lead", from: null, to: null, basis: "Quyết định", paper: "Quyết định 1", source: null }] as const;
const schedule = { everyYears: 1, month: 9, lagYears: 0, link: "https://www.wipo.int/gii", note: null };
const outlook = (needed: number, perYear: number, reached: number): Outlook => ({
  ...{ catchUp: null, continuation: null, othersLikeUs: null },
  record: { needed, best: { from: 2024, to: 2025, perYear }, reached, of: 5, since: 2020 },
});
const measured = { timePeriod: 2025, confidence: "sourced" as const };
const release = {
  ...{ id: 62, publishedAt: now.release.publishedAt, reconstructed: false, observations: 3 },
  figures: [{ old: null, new: gii }],
  statuses: [],
};
/** Two headline targets, and for 2025 a missed target and two that are not assessable. */
const answers: Answers = {
  "/indicators": list([
    anIndicator({ topic: "đổi mới sáng tạo (GII)", latest: gii, schedule, responsible: [...lead("MOST")] }),
    anIndicator({
      ...{ code: "SHARE", order: 40, topic: "kinh tế số/GDP", valueKind: "share", direction: "higher" },
      ...{ compiler: "NSO", latest: digital, responsible: [...lead("MOF")] },
    }),
    anIndicator({ code: "CITIES", order: 50, topic: "đô thị thông minh", role: "target", valueKind: "count" }),
  ]),
  "/assessments": list([
    anAssessment({
      ...{ class: "moving_away", base: { timePeriod: 2020, value: 42 }, outlook: outlook(0.8, 19, 3) },
      latest: { ...measured, value: 44, obsStatus: ["A"] },
    }),
    anAssessment({
      ...{ targetId: "D2289-2030-SHARE", indicator: "SHARE", class: "off_track", provisional: true },
      ...{ comparator: ">=", targetValue: 30, base: { timePeriod: 2020, value: 12.66 } },
      latest: { ...measured, value: 14.02, obsStatus: ["E"] },
      outlook: {
        ...outlook(3.196, 0.85, 0),
        catchUp: [2026, 2027, 2028, 2029, 2030].map((timePeriod, i) => ({
          timePeriod,
          value: 14.02 + 3.196 * (i + 1),
        })),
      },
    }),
    anAssessment({
      ...{ targetId: "D2289-2025-SHARE", indicator: "SHARE", targetYear: 2025, class: "missed", provisional: true },
      ...{ comparator: ">=", targetValue: 20, latest: { ...measured, value: 14.02, obsStatus: ["E"] } },
    }),
    anAssessment({
      ...{ targetId: "D2289-2025-CITIES", indicator: "CITIES", targetYear: 2025, class: "not_assessable" },
      reason: "no_definition",
    }),
    anAssessment({
      ...{ targetId: "D2289-2025-PHONES", indicator: "CITIES", targetYear: 2025, class: "not_assessable" },
      reason: "no_definition",
    }),
  ]),
  "/targets": list([
    aTarget({ kind: "maintain" }),
    aTarget({ id: "D2289-2030-SHARE", indicator: "SHARE", comparator: ">=", value: 30, qualifier: "about" }),
    aTarget({ id: "D2289-2025-SHARE", indicator: "SHARE", year: 2025, comparator: ">=", value: 20 }),
    aTarget({
      ...{ id: "D2289-2025-CITIES", indicator: "CITIES", year: 2025, kind: "wording", comparator: null, value: null },
      ...{
        wording: { vi: "Ít nhất 3 đô thị thông minh", en: "At least 3 smart cities" },
        threshold: "without_criterion",
        wordingBasis: "copy",
      },
    }),
    aTarget({
      ...{ id: "D2289-2025-PHONES", indicator: "CITIES", year: 2025, kind: "wording", comparator: null, value: null },
      ...{ wording: { vi: "Phổ cập", en: "For all" }, threshold: "none", wordingBasis: "other_document" },
    }),
  ]),
  "/observations": list([aFigure(2020, 42, { rankPool: 131 }), gii, aFigure(2020, 12.66, share), digital]),
  "/bodies": list([
    { id: "MOST", name: "Bộ Khoa học và Công nghệ", from: null, to: null, successor: null, source: null },
    { id: "MOF", name: "Bộ Tài chính", from: null, to: null, successor: null, source: null },
  ]),
  "/releases": list([release]),
  "/compilers": list([
    { code: "WIPO", name: "WIPO", former: null, url: "https://www.wipo.int", terms: "" },
    { code: "NSO", name: "Cục Thống kê", former: null, url: "https://www.nso.gov.vn", terms: "" },
  ]),
};
const overview = async (address: string, some: Answers = {}) =>
  (await open("/", aRequest(address, { ...answers, ...some }))).page;
const table = (body: HTMLElement, name: string) => getByRole(body, "table", { name });
const headings = (body: HTMLElement) =>
  within(table(body, "Mục tiêu đến năm 2030"))
    .getAllByRole("rowheader")
    .map((heading) => heading.querySelector("a")?.textContent ?? heading.textContent);

test("under the title stand the age of the data and the day of the assessment, then where the targets stand", async () => {
  const { body, head } = await overview("/");
  const [title, age] = [
    getByRole(body, "heading", { level: 1 }),
    /Số liệu đến 17\/9\/2025 · Đánh giá ngày 21\/11\/2026/,
  ];
  expect(title.nextElementSibling?.textContent).toMatch(age);
  const sentence =
    "2 mục tiêu theo dõi chính: kinh tế số/GDP chậm nhiều so với tiến độ; thứ hạng đổi mới sáng tạo (GII) thấp hơn năm 2020. Một đánh giá là tạm thời.";
  getByText(body, sentence);
  getByText(body, "Một mục tiêu cần mức tăng chưa năm nào đạt. Một thứ hạng đang chờ ấn bản 2026.");
  expect(head.querySelector("meta[name=description]")?.getAttribute("content")).toBe(sentence);
});

test("a target is a row of words and numbers: value, what is needed, the record, the status, who answers", async () => {
  const { body } = await overview("/");
  const columns = within(table(body, "Mục tiêu đến năm 2030"));
  expect(columns.getAllByRole("columnheader").map((one) => one.textContent)).toEqual([
    ...["Mục tiêu 2030", "Hiện nay", "Cần từ nay", "Cao nhất đã đạt", "Đánh giá", "Cơ quan"],
  ]);
  const cells = (id: string) =>
    [...(body.querySelector(`tr[data-target=${id}]`)?.children ?? [])].map((cell) => {
      for (const part of cell.querySelectorAll(".narrow, .paper")) part.remove();
      return cell.textContent;
    });
  expect(cells("D2289-2030-SHARE")).toEqual([
    ...["Kinh tế số/GDPkhoảng 30%", "14,02% (2025, ước tính)", "+3,20 điểm %/năm"],
    ...["+0,85 điểm %/năm2025 (từ 2020)", "Chậm nhiều · tạm thời", "Bộ Tài chính"],
  ]);
  expect(cells("D2289-2030-GII_RANK")).toEqual([
    "Đổi mới sáng tạo (GII)nhóm 40 nước",
    "Hạng 44/139 (2025)Ấn bản 2026: đã qua ngày dự kiến công bố 30/9/2026, hệ thống chưa có số",
    ...["Tăng 4 bậc: 0,8 bậc/năm", "19 bậc/năm2025 (từ 2020)"],
    ...["Thấp hơn năm 2020", "Bộ Khoa học và Công nghệ"],
  ]);
});

test("the table of what each year needs has a heading", async () =>
  void getByRole((await overview("/")).body, "heading", { name: "Mức cần đạt từng năm" }));

test("on a phone a row is the value, the target and what is needed beside the highest on record", async () => {
  const { body } = await overview("/");
  const said = (id: string) => {
    const row = body.querySelector(`tr[data-target=${id}]`);
    for (const part of row?.querySelectorAll(".wide, .paper, .targets-body, svg") ?? []) part.remove();
    return [...(row?.children ?? [])].map((cell) => cell.textContent?.replaceAll("\u00a0", " ").trim()).filter(Boolean);
  };
  expect(said("D2289-2030-SHARE")).toEqual([
    ...["Kinh tế số/GDP", "14,02% (2025, ước tính) → khoảng 30%", "Cần +3,20 điểm %/năm;", "cao nhất từ 2020: +0,85"],
    "Chậm nhiều · tạm thời",
  ]);
  expect(said("D2289-2030-GII_RANK")[1]).toBe(
    "Hạng 44/139 (2025) → nhóm 40 nước · cần tăng 4 bậcẤn bản 2026: đã qua ngày dự kiến công bố 30/9/2026, hệ thống chưa có số",
  );
});

test("what comes by succession is marked in the table and said once below it, in full where bodies are listed", async () => {
  const [before, after] = ["2025-02-28", "2025-03-01"];
  const bodies = [
    { id: "MPI", name: "Bộ Kế hoạch và Đầu tư", from: null, to: before, successor: "MOF", source: null },
    { id: "MOF", name: "Bộ Tài chính", from: after, to: null, successor: null, source: null },
  ];
  const had = { body: "MPI", role: "lead", from: null, to: before, basis: "Giao", paper: "Quyết định 1", source: "S" };
  const indicators = (answers["/indicators"] as { items: object[] }).items.map((one) => ({
    ...one,
    responsible: [had],
  }));
  const { body } = await overview("/", { "/bodies": list(bodies), "/indicators": list(indicators) });
  const cells = [...table(body, "Mục tiêu đến năm 2030").querySelectorAll("td.targets-body")];
  expect(cells.map((cell) => cell.textContent)).toEqual(["Bộ Tài chính*", "Bộ Tài chính*"]);
  getByText(body, "* Liên quan do sắp xếp bộ máy (chưa thấy văn bản giao).");
  within(getByRole(body, "region", { name: "Cơ quan" })).getByText(/^\(?.*liên quan do sắp xếp bộ máy\)$/);
  expect(queryByText((await overview("/")).body, /Liên quan do sắp xếp bộ máy/)).toBeNull();
});

test("rows are grouped by whether what they need was ever reached, and an address gives the other orders", async () => {
  expect(headings((await overview("/")).body)).toEqual([
    ...["Mức cần có cao hơn mọi năm đã ghi nhận", "Kinh tế số/GDP", "Mức cần có đã từng đạt", "Đổi mới sáng tạo (GII)"],
  ]);
  const decision = await overview("/?order=decision");
  expect(headings(decision.body)).toEqual(["Đổi mới sáng tạo (GII)", "Kinh tế số/GDP"]);
  expect(headings((await overview("/?order=body")).body)).toEqual([
    ...["Bộ Khoa học và Công nghệ", "Đổi mới sáng tạo (GII)", "Bộ Tài chính", "Kinh tế số/GDP"],
  ]);
  const orders = within(getByRole(decision.body, "navigation", { name: "Xếp theo" }));
  expect(orders.getAllByRole("link").map((link) => link.getAttribute("href"))).toEqual([
    ...["/", "/?order=decision", "/?order=body"],
  ]);
  expect(orders.getByRole("link", { current: true }).textContent).toBe("Quyết định");
});

test("a bar stands only where the figure is between base and target", async () => {
  const { body } = await overview("/");
  const bars = body.querySelectorAll(".targets-now svg[viewBox='0 0 120 10']");
  expect([...bars].map((bar) => bar.closest("tr")?.dataset.target)).toEqual(["D2289-2030-SHARE"]);
});

test("beside them stands how the year that is over ended, what to know first, and what changed last", async () => {
  const { body } = await overview("/");
  const until = within(getByRole(body, "region", { name: "Đến năm 2025" }));
  expect(until.getByRole("link").getAttribute("href")).toBe("#targets-2025");
  expect(until.getByRole("link").textContent).toBe("1 chưa đạt, 2 chưa đủ cơ sở đánh giá");
  within(getByRole(body, "region", { name: "Lưu ý trước khi phát biểu" })).getByText(/số 2025 là số ước tính/);
  const latest = within(getByRole(body, "region", { name: "Đợt cập nhật gần nhất" }));
  expect(latest.getByRole("link", { name: /62/ }).getAttribute("href")).toBe("/releases/62");
  latest.getByText("44/139");
});

test("what cannot be assessed is folded by its reason, and only the document's own words stand in quotation marks", async () => {
  const page = await overview("/");
  const folded = page.querySelector("#not-assessable")?.closest("section")?.querySelectorAll("details") ?? [];
  const told = [...folded].map((one) => [
    one.querySelector("summary")?.textContent,
    one.querySelector("li")?.textContent,
  ]);
  expect(told).toEqual([
    ["Có ngưỡng, chưa có tiêu chí công nhận: 1 mục tiêu", "Đô thị thông minh, 2025: “Ít nhất 3 đô thị thông minh”"],
    ["Văn bản không nêu ngưỡng: 1 mục tiêu", "Đô thị thông minh, 2025: Nội dung (chưa có nguyên văn): Phổ cập"],
  ]);
  expect([...folded].filter((one) => one.open)).toEqual([]);
});

test("paper carries the page's address as text and QR code where the operator has named it", async () => {
  expect((await overview("/?order=body")).querySelector("[aria-label^='Mã QR']")).toBeNull();
  const { page } = await open("/", aRequest("/?order=body", answers, { origin: "https://moc2030.example.vn" }));
  getByRole(page.body, "img", { name: /^Mã QR/ });
  getByText(page.body, /^https:\/\/moc2030\.example\.vn\/\?order=body&release=\d+$/);
});

test("a past day and a language are asked of every read but that of what is known today, and kept by every link to a page", async () => {
  const asked: string[] = [];
  const request = aRequest("/?asOf=2024-12-31&lang=en", answers);
  const read = (address: string) => {
    asked.push(new URL(address, "http://page").search);
    return request.read(address);
  };
  const { page } = await open("/", { ...request, read });
  expect(asked.length).toBeGreaterThan(0);
  // What is known today: the figures, and the dates of all sources and documents.
  const then = asked.filter((search) => search !== "?area=VNM&release=62&lang=en" && search !== "?lang=en");
  expect(then).toHaveLength(asked.length - 3);
  for (const search of then) expect(search).toMatch(/asOf=2024-12-31&lang=en/);
  getByText(page.body, "Figures as known on 31 December 2024");
  const links = queryAllByRole<HTMLAnchorElement>(getByRole(page.body, "main"), "link", { name: "Kinh tế số/GDP" });
  expect(links.length).toBeGreaterThan(0);
  for (const link of links) expect(link.getAttribute("href")).toBe("/indicators/SHARE?asOf=2024-12-31&lang=en");
});

test("a day before the first release is said to be empty, with the way back", async () => {
  const nothing = { ...list([]), release: null };
  const empty = Object.fromEntries(Object.keys(answers).map((path) => [path, nothing]));
  const { body, head } = await overview("/?asOf=1999-01-01", empty);
  expect(head.querySelector("meta[name=description]")?.getAttribute("content")).toMatch(/^Theo dõi các mục tiêu/);
  const main = within(getByRole(body, "main"));
  main.getByRole("heading", { name: "Chưa có số liệu tại ngày này" });
  expect(main.getByRole("link", { name: "Về số liệu hiện hành" }).getAttribute("href")).toBe("/");
});

test("what each year needs stands in one table for all targets that are still ahead", async () => {
  const { page } = await open("/", aRequest("/", answers));
  const table = within(getByRole(page.body, "table", { name: "Mức cần đạt từng năm" }));
  expect(table.getAllByRole("row").map((row) => row.textContent)).toEqual([
    "NămKinh tế số/GDP",
    ...["202617,22%", "202720,41%", "202823,61%", "202926,80%", "203030%"],
  ]);
  getByText(page.body, /Không có mức cần đạt: /);
});
