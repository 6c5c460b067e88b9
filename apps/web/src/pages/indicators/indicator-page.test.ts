import { assess } from "@moc2030/shared/assess/assess";
import { getByRole, getByText, queryByText, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { aFigure, anAssessment, anIndicator, aTarget, aVerbatim } from "../../words/data.fixture.ts";
import { type Answers, aRequest, feedsOf, open, sentBy } from "../document.fixture.ts";

const now = { release: { id: 62, publishedAt: "2026-01-30T17:00:00.000Z" }, referenceDate: "2026-11-21" };
const list = (items: unknown[]) => ({ ...now, items });
const compiler = (code: string, name: string) => ({ code, name, url: `https://${code}.example`, terms: "CC BY" });
const figures = [
  aFigure(2020, 42, { rankPool: 131, published: "2020-09-02", release: 20 }),
  aFigure(2020, 57, { compiler: "MIC", release: 21 }),
  aFigure(2024, 46, { rankPool: 133, published: "2024-09-26", release: 48 }),
  aFigure(2024, 44, { rankPool: 133, published: "2024-12-31", release: 53 }),
  aFigure(2025, 44, { rankPool: 139, published: "2025-09-16", release: 60 }),
];
const target = aTarget({});
const assessment = anAssessment({
  class: "moving_away",
  base: { timePeriod: 2020, value: 42 },
  latest: { timePeriod: 2025, value: 44, obsStatus: ["A"], confidence: "sourced" },
  pace: { ratio: -2, soFarPerYear: 0.4, neededPerYear: -0.8, gap: -4 },
});
const detail = {
  ...now,
  indicator: anIndicator({}),
  compilers: [compiler("WIPO", "WIPO"), compiler("MIC", "Bộ Khoa học và Công nghệ")],
  bodies: [],
  documents: [{ id: "D2289", number: "2289/QĐ-TTg", strategy: true }],
  targets: [target],
  assessments: [assessment],
  remarks: [],
  sources: [],
  components: null,
};
const history = (day: string, found: string, reason: string | null, changedBy: object | null) => ({
  ...{ day, class: found, reason, changedBy, release: now.release, provisional: false, latest: null },
});
const told = {
  ...now,
  ...{ target, assessment, plans: [], issuedReports: [] },
  history: [
    history("2020-12-31", "not_assessable", "one_point", null),
    history("2021-12-31", "moving_away", null, { id: 32, publishedAt: "2021-09-29T17:00:00.000Z" }),
    history("2026-11-21", "moving_away", null, null),
  ],
};
const event = {
  ...{ id: "1", date: "2020-12-31", topic: "document", title: "Quyết định 2289", description: "", source: "S" },
  ...{ confidence: "sourced", note: null },
};
const answers: Answers = {
  "/indicators/GII_RANK": detail,
  "/sources": { ...now, items: [] },
  "/indicators/GII_RANK/dataset.jsonld": { "@type": "Dataset", name: "</script>" },
  [`/targets/${target.id}`]: told,
  "/observations": list(figures),
  "/milestones": list([event]),
};

const PATH = "/indicators/:code{[A-Z0-9_]+}";
const ask = (query = "", some: Answers = {}, code = "GII_RANK") =>
  open(PATH, aRequest(`/indicators/${code}${query}`, { ...answers, ...some }, { params: { code } }));
const bodyOf = async (query = "", some: Answers = {}) => (await ask(query, some)).page.body;
const href = (part: HTMLElement, name: string | RegExp) => getByRole(part, "link", { name }).getAttribute("href");

test("the page has its verdict as its title, its figures as its description, and describes them to machines", async () => {
  const { answer, page } = await ask();
  expect(answer.status).toBe(200);
  expect(page.title).toBe("Thứ hạng GII: Thứ hạng thấp hơn năm 2020 · Mốc 2030");
  const cited = (format: string) => getByRole(page.body, "link", { name: format }).getAttribute("href");
  expect(cited("RIS")).toBe("/api/v1/indicators/GII_RANK/citation.ris?release=62");
  expect(feedsOf(page)).toEqual(["/api/v1/feed.atom?lang=vi", "/api/v1/feed.atom?indicator=GII_RANK&lang=vi"]);
  expect(page.querySelector("meta[name=description]")?.getAttribute("content")).toMatch(
    /^Thứ hạng GII\. Việt Nam xếp 42\/131 năm 2020/,
  );
  const data = page.querySelector('script[type="application/ld+json"]')?.textContent ?? "";
  expect(JSON.parse(data)).toEqual(answers["/indicators/GII_RANK/dataset.jsonld"]);
});

test("the fold under the title names what it holds, revised figures only where there are some", async () => {
  const summaryOf = async (items: unknown[]) =>
    (await bodyOf("", { "/observations": list(items) })).querySelector("main header summary")?.textContent;
  expect(await summaryOf(figures)).toBe("Định nghĩa, số liệu đã điều chỉnh");
  expect(await summaryOf(figures.filter(({ release }) => release !== 48))).toBe("Định nghĩa");
});

test("a lead that only a source reports is not called one that is assigned", async () => {
  const lead = { body: "MOST", role: "lead" as const, from: null, to: null, basis: "Đầu mối", source: null };
  const said = async (paper: string | null) => {
    const indicator = anIndicator({ responsible: [{ ...lead, paper }] });
    const body = await bodyOf("", { "/indicators/GII_RANK": { ...detail, indicator } });
    return body.querySelector("#basis li:has(a[href='/bodies/MOST'])")?.textContent;
  };
  expect(await said("Nghị quyết 1")).toContain("· chủ trì");
  expect(await said(null)).toContain("· đầu mối theo nguồn dẫn (chưa thấy văn bản giao chủ trì)");
});

test("the page has its title, its summary and the working", async () => {
  const body = await bodyOf("?tab=table");
  getByRole(body, "heading", { name: "Thứ hạng GII: 42 → 44 từ 2020 đến 2025, mục tiêu ≤ 40 năm 2030" });
  getByText(body, /Việt Nam xếp 42\/131 năm 2020/);
  getByText(body, /P = \[\(44 − 42\) \/ \(2025 − 2020\)\] \/ \[\(40 − 42\) \/ \(2030 − 2020\)\] = −2/);
  getByText(body, /trích theo báo chí/);
});

test("a target read in the signed text says clause, page, day, and what that text asks otherwise", async () => {
  const differs = { vi: "Nhóm 45", en: null };
  const read = { wordingBasis: "signed_text", source: "R71-1", verbatim: { ...aVerbatim, differs } };
  const targets = detail.targets.map((target) => ({ ...target, ...read }));
  const said = async (query: string) =>
    (await bodyOf(query, { "/indicators/GII_RANK": { ...detail, targets } })).querySelector("figcaption");
  const [vi, en] = [await said(""), await said("?lang=en")];
  expect(vi?.textContent).toMatch(
    /theo văn bản đã ký: nguồn đăng sau ngày này; mục II\.2\.b, trang 3; đối chiếu ngày 20\/11\/2026Văn bản đã ký khác .*: Nhóm 45/,
  );
  expect(en?.textContent).toMatch(/mục II\.2\.b, page 3; checked on 20 November 2026The signed .*: Nhóm 45/);
  expect(vi?.textContent).not.toContain("báo chí");
  // Marked as Vietnamese where the page is not.
  expect(vi?.querySelector("[lang]")).toBeNull();
  expect(en?.querySelector("[lang=vi]")?.textContent).toBe("Nhóm 45");
});

test("a source's date is written as far as it is known, and as it stands there where it is none", async () => {
  const dates = ["2026-01-06", "2017-05", "2024", "2021-22", "2020-08 (event 2020-08-12)"];
  const source = (date: string) => ({
    id: date,
    title: date,
    publisher: "P",
    date,
    url: null,
    kind: "primary",
    note: null,
  });
  const said = async (query: string) => {
    const body = await bodyOf(query, { "/indicators/GII_RANK": { ...detail, sources: dates.map(source) } });
    return dates.map(
      (date) => /, ([^,]*)\)$/.exec(body.querySelector(`[id="source-${date}"]`)?.textContent ?? "")?.[1],
    );
  };
  expect(await said("")).toEqual(["06/01/2026", "tháng 5/2017", ...dates.slice(2)]);
  expect(await said("?lang=en")).toEqual(["6 January 2026", "May 2017", ...dates.slice(2)]);
});

test("the chart is drawn; its table, its vintages and its events are addresses that keep the rest of the view", async () => {
  const body = await bodyOf("?compiler=MIC&lang=en");
  expect(body.querySelectorAll("[data-chart] svg.sheet")).toHaveLength(3);
  expect(queryByText(body, /Quyết định 2289$/)).toBeNull();
  expect(href(body, "Table")).toBe("/indicators/GII_RANK?compiler=MIC&lang=en&tab=table");
  expect(href(body, "Vintages")).toBe("/indicators/GII_RANK?compiler=MIC&lang=en&tab=vintages");
  expect(href(body, "Show events")).toBe("/indicators/GII_RANK?compiler=MIC&lang=en&milestones=1");
  const marked = await bodyOf("?lang=en&milestones=1");
  getByText(marked, "31 December 2020: Quyết định 2289");
  expect(href(marked, "Hide events")).toBe("/indicators/GII_RANK?lang=en");
  expect(href(marked, /SVG/)).toBe("/api/v1/indicators/GII_RANK/chart.svg?lang=en&milestones=1&release=62");
});

test("an edition that no change begins with is said not to be understood, and the page stays", async () => {
  const { answer, page } = await ask("?from=2019");
  expect(answer.status).toBe(200);
  getByText(page.body, /bỏ qua: “from=2019”/);
  expect(queryByText((await ask()).page.body, /bỏ qua: /)).toBeNull();
});

test("a table shows the figures of one compiler, each chosen by its address", async () => {
  const official = await bodyOf("?tab=table");
  expect(official.querySelector("[data-chart]")).toBeNull();
  getByRole(official, "cell", { name: "44/139" });
  const choice = getByText(official, "Số liệu của:").parentElement as HTMLElement;
  expect(href(choice, "Bộ Khoa học và Công nghệ")).toBe("/indicators/GII_RANK?compiler=MIC&tab=table");
  const other = await bodyOf("?compiler=MIC&tab=table");
  getByRole(other, "cell", { name: "57" });
  expect(within(getByRole(other, "main")).queryByRole("cell", { name: "44/139" })).toBeNull();
});

test("the vintages lead to the page as it was on the day of each", async () => {
  const body = await bodyOf("?tab=vintages");
  const links = [...body.querySelectorAll("a")].map((link) => link.getAttribute("href"));
  expect(links).toContain("/indicators/GII_RANK?asOf=2024-09-26");
  expect(href(await bodyOf(), "Xem lịch sử công bố")).toBe("/indicators/GII_RANK?tab=vintages#chart-title");
});

test("an assumed figure is judged on the page, by the rules that judge the others", async () => {
  const body = await bodyOf("?ifValue=39&ifYear=2026&tab=table");
  const answer = within(getByRole(body, "article", { name: "Giả sử ấn bản 2026 là 39" }));
  const judged = assess({
    target: { ...target, direction: "lower" },
    observations: [...figures.filter((o) => o.compiler === "WIPO" && o.release !== 48), aFigure(2026, 39)],
    discontinuedFrom: null,
    referenceDate: now.referenceDate,
  });
  expect(judged.class).toBe("met");
  answer.getByText("Hiện đạt", { selector: ".badge" });
  answer.getByText("theo số liệu đã có: Thứ hạng thấp hơn năm 2020");
  expect(getByRole<HTMLInputElement>(body, "textbox", { name: /giả định/ }).value).toBe("39");
  expect(href(body, "Bỏ giả định")).toBe("/indicators/GII_RANK?tab=table");
});

test("the form sends what was typed with the rest of the view, and the address has it as it is published", async () => {
  const body = await bodyOf("?compiler=MIC&ifValue=39&ifYear=2026&lang=en");
  const form = getByRole(body, "textbox", { name: /Assumed figure/ }).closest("form") as HTMLFormElement;
  expect([form.method, form.getAttribute("action")]).toEqual(["get", "/indicators/GII_RANK#what-if-value"]);
  const sent = sentBy(form);
  expect([...sent]).toEqual([
    ["compiler", "MIC"],
    ["lang", "en"],
    ["ifYear", "2026"],
    ["ifTyped", "39"],
  ]);
  const { answer } = await ask(`?${new URLSearchParams([...sent] as [string, string][])}`);
  expect(answer).toEqual({
    status: 303,
    location: "/indicators/GII_RANK?compiler=MIC&ifValue=39&ifYear=2026&lang=en",
  });
});

test("the form sent without a figure leads to the page without one", async () => {
  const { answer } = await ask("?ifYear=2026&ifTyped=&lang=en");
  expect(answer).toEqual({ status: 303, location: "/indicators/GII_RANK?lang=en" });
});

test.each([
  ["?ifTyped=abc&ifYear=2026", "abc", "Không đọc được con số này. Ví dụ: 40."],
  ["?ifTyped=+&ifYear=2026", " ", "Nhập một con số, ví dụ 40."],
  ["?ifValue=201&ifYear=2026", "201", "Nhập số từ 1 đến 200."],
  ["?ifValue=40.5&ifYear=2026", "40,5", "Nhập số nguyên."],
])("%s says how to write the figure, and judges nothing", async (query, typed, said) => {
  const body = await bodyOf(query);
  const field = getByRole<HTMLInputElement>(body, "textbox", { name: /giả định/ });
  expect([field.value, field.getAttribute("aria-invalid")]).toEqual([typed, "true"]);
  expect(body.querySelector(`#${field.getAttribute("aria-describedby")}`)?.textContent).toBe(said);
  expect(queryByText(body, "Giả định, không phải số liệu")).toBeNull();
});

test("an unknown indicator is a page that does not exist, whatever else its reads are answered", async () => {
  const { answer, page } = await ask("?lang=en", {}, "NOPE");
  expect(answer.status).toBe(404);
  getByRole(page.body, "heading", { name: "This page does not exist" });
  expect(page.title).toContain("This page does not exist");
});

test("a day on which nothing was known of the indicator is said to be empty, with the way back", async () => {
  const early = {
    "/indicators/GII_RANK": { ...detail, release: null, indicator: null },
    "/indicators/GII_RANK/dataset.jsonld": null,
  };
  const { page } = await ask("?asOf=1999-01-01", early);
  getByRole(page.body, "heading", { name: "Chưa có số liệu tại ngày này" });
  expect(page.querySelector('script[type="application/ld+json"]')).toBeNull();
});

test("the class of each year stands in a table, with the release that made it", async () => {
  const table = within(getByRole(await bodyOf(), "table", { name: /tại ngày 31\/12 từng năm/ }));
  expect(table.getAllByRole("rowheader").map((one) => one.textContent)).toEqual(["21/11/2026", "2021", "2020"]);
  expect(table.getAllByRole("cell").map((one) => one.textContent)).toEqual([
    "Thứ hạng thấp hơn năm 2020 (đợt cập nhật số 32)",
    "Chưa đủ cơ sở đánh giá",
  ]);
  expect(table.getByRole("link").getAttribute("href")).toBe("/releases/32");
});

test("others in our place and the record of the rule are folded beside the class, the change by component in two chosen editions", async () => {
  const others = {
    ...{ windows: 205, hits: 46, economies: 56, share: 0.23, low: 0.15, high: 0.33, horizon: 5, from: 2011 },
    ...{ shown: true, reason: null, replay: null },
  };
  const outlook = { catchUp: null, continuation: null, record: null, othersLikeUs: others };
  const edition = (timePeriod: number, value: number) => ({
    ...{ timePeriod, value, components: [{ indicator: "PART", value: value * 2 }] },
  });
  const components = {
    ...{ indicator: "INDEX", beside: [], changes: [], targets: [] },
    components: [{ indicator: "PART", weight: 0.5, name: "Thành phần một", topic: "phần một" }],
    editions: [edition(2020, 0.2), edition(2022, 0.3), edition(2024, 0.5)],
  };
  const record = {
    ...{ targetId: target.id, indicator: "GII_RANK", from: 2011, to: 2025, years: 5, of: 10, economies: 40 },
    classes: [{ class: "moving_away", hits: 8, cases: 53, economies: 30, enough: true }],
  };
  const some: Answers = {
    "/indicators/GII_RANK": {
      ...detail,
      indicator: anIndicator({ referenceClass: { from: 2011 }, score: "INDEX" }),
      assessments: [{ ...assessment, outlook }],
      components,
    },
    "/targets/track-record": list([record]),
  };
  const body = await bodyOf("", some);
  getByText(body, /^Đếm kết quả đã qua: 46 trong 205 giai đoạn 5 năm của 56 nền kinh tế/);
  getByText(body, /53 trường hợp từng được xếp “thấp hơn năm cơ sở”; 8 trường hợp sau đó/);
  getByText(body, "Từ 2022 đến 2024 tăng 0,2000, trong đó: phần một +0,2000.");
  getByText(await bodyOf("?from=2020&to=2022", some), "Từ 2020 đến 2022 tăng 0,1000, trong đó: phần một +0,1000.");
});

test("a remark of the responsible body stands beside the verdict in the words of its letter, and names what it speaks of", async () => {
  const remark = {
    kind: "remark",
    subject: target.id,
    release: 63,
    content: {
      ...{ body: "MOST", assessedRelease: 62, person: "Nguyễn Văn An" },
      text: { vi: "Đang rà soát.", en: "Under review." },
      letter: { number: "123/BKHCN", date: "2026-11-15" },
    },
  };
  const bodies = [{ id: "MOST", name: "Bộ Khoa học và Công nghệ" }];
  const some = { "/indicators/GII_RANK": { ...detail, bodies, remarks: [remark, { ...remark, subject: "another" }] } };
  const panel = getByRole(await bodyOf("", some), "article", { name: /2030/ });
  getByText(panel, "“Đang rà soát.”");
  getByText(panel, /^Bộ Khoa học và Công nghệ, văn bản số 123\/BKHCN ngày 15\/11\/2026; người ký: Nguyễn Văn An\.$/);
  expect(href(panel, "Về đánh giá tại đợt cập nhật số 62.")).toBe("/releases/62");
  expect(queryByText(panel, /Under review/)).toBeNull();
  const inEnglish = getByRole(await bodyOf("?lang=en", some), "article", { name: /2030/ });
  expect(getByText(inEnglish, "“Đang rà soát.”").lang).toBe("vi");
  getByText(inEnglish, "Translation: “Under review.”");
});
