import { getByRole, getByText, queryByRole, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { aBody, aFigure, anAssessment, anIndicator, aTarget } from "../../words/data.fixture.ts";
import { type Answers, aRequest, feedsOf, open } from "../document.fixture.ts";

const now = { release: { id: 62, publishedAt: "2026-01-30T17:00:00.000Z" }, referenceDate: "2026-11-21" };
const list = (items: unknown[]) => ({ ...now, items });
const merged = { kind: "merged", from: "2024-12-01", paper: "Nghị quyết 1", source: "M" } as const;
const old = aBody({ id: "OLD", name: "Bộ Cũ", to: "2024-11-30", successor: "NEW", succession: merged });
const bodies = [old, aBody({ id: "NEW", name: "Bộ Mới" }), aBody({ id: "LATE", name: "Cục Sau", from: "2026-12-01" })];
const term = (body: string, role: "lead" | "compiler", to: string | null = null) => ({
  ...{ body, role, from: null, to, basis: `Giao cho ${body}`, paper: "Quyết định 1", source: "S" },
});
const gii = anIndicator({
  latest: aFigure(2025, 44, { rankPool: 139, obsStatus: ["P"] }),
  responsible: [term("OLD", "lead", "2024-11-30"), term("NEW", "compiler")],
});
const index = anIndicator({ code: "GII_SCORE", role: "context", name: "Điểm GII", shortName: "Điểm GII" });
const assessment = anAssessment({
  class: "moving_away",
  base: { timePeriod: 2020, value: 42 },
  latest: { timePeriod: 2025, value: 44, obsStatus: ["P"], confidence: "sourced" },
  outlook: {
    catchUp: null,
    continuation: null,
    record: { needed: 0.8, best: { from: 2022, to: 2023, perYear: 2 }, reached: 1, of: 5, since: 2020 },
    othersLikeUs: null,
  },
});
const source = (id: string) => ({
  ...{ id, title: `Nguồn ${id}`, publisher: "Báo", date: null, url: "https://example.vn/", kind: "press" },
  ...{ extent: "whole", note: null },
});
const detail = {
  ...now,
  body: bodies[1],
  given: [{ indicator: "GII_SCORE", ...term("NEW", "compiler") }],
  sourced: [],
  related: [{ indicator: "GII_RANK", ...term("OLD", "lead", "2024-11-30") }],
  past: [],
  bodies,
  indicators: [gii, index],
  targets: [aTarget({})],
  assessments: [assessment],
  due: [{ indicator: "GII_RANK", timePeriod: 2026, dueBy: "2026-11-15", isOut: true }],
  sources: [source("S"), source("M")],
};
const nothing = { given: [], sourced: [], related: [], indicators: [], targets: [], assessments: [], due: [] };
const ended = { ...detail, ...nothing, body: old, indicators: [gii], past: detail.related };
const answers: Answers = {
  "/bodies": list(bodies),
  "/indicators": list([gii, anIndicator({ code: "NONE", role: "target", shortName: "Không ai" })]),
  "/bodies/NEW": detail,
  "/bodies/OLD": ended,
  "/observations": list([]),
};

const ask = (code: string, query = "", some: Answers = {}) =>
  open("/bodies/:code{[A-Z0-9_]+}", aRequest(`/bodies/${code}${query}`, { ...answers, ...some }, { params: { code } }));
const href = (part: HTMLElement, name: string | RegExp) => getByRole(part, "link", { name }).getAttribute("href");

test("what a paper gives stands apart from what succession brings near, each with what says so", async () => {
  const { page } = await ask("NEW");
  expect(page.title).toBe("Bộ Mới · Mốc 2030");
  expect(feedsOf(page)).toEqual(["/api/v1/feed.atom?lang=vi", "/api/v1/feed.atom?body=NEW&lang=vi"]);
  const given = getByRole(page.body, "region", { name: "Được giao (có văn bản) (1)" });
  getByText(given, /Giao cho NEW \(Quyết định 1\)/);
  expect(href(given, "Điểm GII")).toBe("/indicators/GII_SCORE");
  const related = getByRole(page.body, "region", { name: "Liên quan do sắp xếp bộ máy (chưa thấy văn bản giao) (1)" });
  expect(href(related, "Bộ Cũ")).toBe("/bodies/OLD");
  getByText(related, /đến hết 30\/11\/2024/);
  expect(queryByRole(page.body, "region", { name: /Theo nguồn đã đọc|Trước đây/ })).toBeNull();
  expect(href(given, "Nguồn S")).toBe("https://example.vn/");
});

test("an indicator has its target, its verdict, the figure behind it, what that takes and the next figure", async () => {
  const row = within(getByRole((await ask("NEW")).page.body, "region", { name: /^Liên quan/ }));
  row.getByText("thuộc nhóm 40 nước dẫn đầu");
  row.getByText("Thứ hạng thấp hơn năm 2020");
  row.getByText(
    /Hạng 44\/139 \(2025, sơ bộ\); còn thiếu 4 bậc để vào nhóm 40 nước dẫn đầu\. Cần từ nay: 0,8 bậc\/năm; cao nhất đã đạt: 2 bậc\/năm \(2022 → 2023\)/,
  );
  row.getByText("Ấn bản 2026: đã qua ngày dự kiến công bố 15/11/2026, hệ thống chưa có số.");
});

test("that a text has no threshold is said once, in its place; what holds for two targets is said under the first", async () => {
  const unmeasured = (id: string, year: number, threshold: "none" | "without_criterion") => ({
    target: aTarget({ id, year, kind: "wording", comparator: null, value: null, threshold }),
    assessment: anAssessment({ ...{ targetId: id, class: "not_assessable", reason: "no_definition", latest: null } }),
  });
  const ended = (id: string, year: number) => ({
    target: aTarget({ id, year }),
    assessment: anAssessment({
      ...{ targetId: id, class: "not_assessable", reason: "discontinued", latest: null },
      last: { timePeriod: 2020, value: 25, satisfies: true },
    }),
  });
  const targets = [ended("A", 2030), ended("B", 2025), unmeasured("C", 2024, "none")];
  targets.push(unmeasured("D", 2023, "without_criterion"));
  const answer = { targets: targets.map((one) => one.target), assessments: targets.map((one) => one.assessment) };
  const { page } = await ask("NEW", "", { "/bodies/NEW": { ...detail, ...answer } });
  const row = within(getByRole(page.body, "region", { name: /^Liên quan/ }));
  expect(row.getAllByText(/ngừng xếp hạng sau 2020/)).toHaveLength(1);
  row.getByText("Văn bản không nêu ngưỡng");
  row.getByText("Có ngưỡng, chưa có tiêu chí công nhận");
  expect(row.queryByText(/ngưỡng hoặc định nghĩa/)).toBeNull();
});

test("a body that has ended leads to its successor and shows its past without a verdict, in English too", async () => {
  const { page } = await ask("OLD", "?lang=en");
  const main = within(getByRole(page.body, "main"));
  getByText(page.body, /Until 30 November 2024\./);
  expect(main.getByRole("link", { name: "Bộ Mới" }).getAttribute("href")).toBe("/bodies/NEW?lang=en");
  getByText(page.body, /by Nghị quyết 1\./);
  const past = within(main.getByRole("region", { name: "In the past (1)" }));
  expect(past.getByRole("link", { name: "Thứ hạng GII" }).getAttribute("href")).toBe("/indicators/GII_RANK?lang=en");
  expect(main.queryByText("Ranked lower than in 2020")).toBeNull();
});

test("a body says which ones it took over", async () => {
  const { page } = await ask("NEW");
  expect(getByText(page.body, /^Tiếp nhận:/).textContent).toBe("Tiếp nhận: Bộ Cũ, đến hết 30/11/2024.");
});

test("the print has its own address, where the operator says where it is", async () => {
  const address = "https://moc.example.vn/bodies/NEW?asOf=2026-11-20";
  const past = { ...answers, "/bodies/NEW": { ...detail, referenceDate: "2026-11-20" } };
  const request = aRequest("/bodies/NEW?asOf=2026-11-20", past, {
    params: { code: "NEW" },
    origin: "https://moc.example.vn",
  });
  getByText((await open("/bodies/:code{[A-Z0-9_]+}", request)).page.body, address);
});

test("an unknown body is not found; one that is yet to come, and the time before all data, are said", async () => {
  expect((await ask("NOBODY")).answer.status).toBe(404);
  const late = await ask("LATE", "?asOf=2024-11-30", { "/bodies/LATE": { ...ended, body: null, past: [] } });
  getByText(late.page.body, "Chưa có cơ quan này tại ngày này");
  expect(href(getByRole(late.page.body, "main"), "Xem các cơ quan")).toBe("/bodies?asOf=2024-11-30");
  const empty = await ask("OLD", "?asOf=1990-01-01", { "/bodies/OLD": { ...ended, release: null, body: null } });
  getByText(empty.page.body, "Chưa có số liệu tại ngày này");
});

test("a figure whose day of publication is not known is not called overdue on a past day", async () => {
  const later = aFigure(2026, 41, { published: "2026-12-31", publishedPrecision: "year" });
  const { page } = await ask("NEW", "?asOf=2026-11-20", { "/observations": list([later]) });
  getByText(page.body, "Ấn bản 2026: hệ thống chưa rõ ngày công bố.");
});

const all = async (address: string) => (await open("/bodies", aRequest(address, answers))).page.body;

test("the list counts what concerns each body, and tells those that have ended from those that are", async () => {
  const body = await all("/bodies");
  const today = within(getByRole(body, "region", { name: "Cơ quan đang hoạt động" }));
  expect(today.getAllByRole("heading", { level: 3 }).map((one) => one.textContent)).toEqual(["Bộ Mới"]);
  today.getByText("Được giao (có văn bản):", { exact: false });
  today.getByText("Liên quan do sắp xếp bộ máy (chưa thấy văn bản giao):", { exact: false });
  const former = within(getByRole(body, "region", { name: "Cơ quan đã kết thúc hoạt động" }));
  expect(former.getByRole("link", { name: "Bộ Cũ" }).getAttribute("href")).toBe("/bodies/OLD");
  expect(former.getByRole("link", { name: "Bộ Mới" }).getAttribute("href")).toBe("/bodies/NEW");
  expect(href(getByText(body, /nào nêu cơ quan chủ trì/).parentElement as HTMLElement, "Không ai")).toBe(
    "/indicators/NONE",
  );
});

test("the list begins with who has most of the headline targets, and names these before it counts the others", async () => {
  const idle = aBody({ id: "IDLE", name: "Bộ Khác" });
  const broadband = anIndicator({
    code: "NET",
    role: "target",
    responsible: [term("IDLE", "lead"), term("NEW", "lead")],
  });
  const some = { "/bodies": list([idle, ...bodies]), "/indicators": list([gii, broadband]) };
  const { page } = await open("/bodies", aRequest("/bodies", { ...answers, ...some }));
  const today = within(getByRole(page.body, "region", { name: "Cơ quan đang hoạt động" }));
  expect(today.getAllByRole("heading", { level: 3 }).map((one) => one.textContent)).toEqual(["Bộ Mới", "Bộ Khác"]);
  const said = today.getAllByText(/^Được giao \(có văn bản\):/).map((one) => one.textContent);
  expect(said).toEqual([
    "Được giao (có văn bản): Thứ hạng GII (thu thập, tổng hợp) và 1 chỉ tiêu khác",
    "Được giao (có văn bản): 1 chỉ tiêu",
  ]);
});

test("a paper that only gives monitoring is said so, beside the source that names the lead", async () => {
  const monitor = { ...term("NEW", "lead"), role: "monitor" as const };
  const indicator = anIndicator({ responsible: [monitor, { ...term("NEW", "lead"), paper: null }] });
  const { page } = await open("/bodies", aRequest("/bodies", { ...answers, "/indicators": list([indicator]) }));
  const today = within(getByRole(page.body, "region", { name: "Cơ quan đang hoạt động" }));
  expect(today.getAllByRole("listitem").map((one) => one.textContent)).toEqual(
    expect.arrayContaining([
      "Được giao (có văn bản): Thứ hạng GII (theo dõi)",
      "Theo nguồn đã đọc (chưa thấy văn bản giao): Thứ hạng GII (chủ trì)",
    ]),
  );
});

test("on a past day a body that ended later is there, and its end is not known", async () => {
  const body = await all("/bodies?asOf=2024-11-30&lang=en");
  const today = within(getByRole(body, "region", { name: "Existing bodies" }));
  expect(today.getAllByRole("heading", { level: 3 }).map((one) => one.textContent)).toEqual(["Bộ Cũ", "Bộ Mới"]);
  expect(queryByRole(body, "region", { name: "Bodies that no longer exist" })).toBeNull();
  expect(body.textContent).not.toContain("Until 30 November 2024");
});
