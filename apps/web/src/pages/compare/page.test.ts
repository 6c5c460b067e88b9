import { getAllByRole, getByRole, getByText, queryByRole, queryByText, within } from "@testing-library/react";
import { expect, test } from "vitest";
import type { Area } from "../../client/api.ts";
import { aFigure, anAssessment, anIndicator, aTarget } from "../../words/data.fixture.ts";
import { aRequest, open, sentBy } from "../document.fixture.ts";

const release = { id: 62, publishedAt: "2026-01-30T17:00:00.000Z" };
const list = (items: unknown[]) => ({ release, referenceDate: "2026-11-21", items });
const economy = (code: string, name: string): Area => ({ code, name, kind: "economy", members: [], source: null });
const group = ["SGP", "THA", "VNM"].map((area) => ({ area, from: "1995", to: null }));
const coverage = [{ compiler: "WIPO", areas: 4, figures: 12, revisions: 12, from: 2021, to: 2025 }];
const indicators = [
  anIndicator({ coverage, targets: ["D2289-2030-GII_RANK"] }),
  anIndicator({ code: "EGDI_RANK", order: 20, name: "Thứ hạng EGDI", shortName: "Thứ hạng EGDI", coverage }),
];
const figures = Object.entries({ VNM: [42, 44, 44], SGP: [8, 8, 5], THA: [44, 43, 45], KOR: [10, 5, 4] }).flatMap(
  ([refArea, ranks]) => ranks.map((rank, i) => aFigure(2021 + i * 2, rank, { refArea, rankPool: 132 })),
);
const target = aTarget({ id: "D2289-2030-GII_RANK", document: "D2289", comparator: "<=", value: 40, year: 2030 });
const assessment = anAssessment({
  targetId: target.id,
  path: [
    { timePeriod: 2020, value: 42 },
    { timePeriod: 2030, value: 40 },
  ],
  latest: { timePeriod: 2025, value: 44, obsStatus: ["A"], confidence: "sourced" },
});
const answers = {
  "/indicators/GII_RANK": {
    ...{ documents: [{ id: "D2289", strategy: true }], targets: [target], assessments: [assessment] },
  },
  "/indicators": list(indicators),
  "/sources": list([]),
  "/corrections": list([]),
  "/areas": list([
    economy("VNM", "Việt Nam"),
    ...[economy("SGP", "Singapore"), economy("THA", "Thái Lan"), economy("KOR", "Hàn Quốc")],
    { code: "ASEAN", name: "ASEAN", kind: "group", source: null, members: group },
  ]),
};
const read = async (address: string) => {
  const { pathname, searchParams } = new URL(address, "http://page");
  const path = pathname.replace("/api/v1", "");
  if (path !== "/observations") return Response.json(answers[path as keyof typeof answers] ?? list([]));
  const areas = (searchParams.get("area") ?? "").split(",").flatMap((area) => (area === "ASEAN" ? group : { area }));
  return Response.json(list(figures.filter((o) => areas.some(({ area }) => area === o.refArea))));
};
const compare = async (query = "") => (await open("/compare", aRequest(`/compare${query}`, {}, { read }))).page;
const hrefOf = (page: Document, name: string | RegExp) => getByRole(page.body, "link", { name }).getAttribute("href");

test("title and description say where the country stands and what it did", async () => {
  const page = await compare();
  const title = "Thứ hạng GII: Việt Nam thứ 2 trong ASEAN, ấn bản 2025, sau Singapore";
  expect(page.title).toBe(`${title} · Mốc 2030`);
  getByRole(page.body, "heading", { level: 2, name: title });
  expect(page.querySelector("meta[name=description]")?.getAttribute("content")).toBe(
    page.querySelector("#chart-summary")?.textContent,
  );
});

test("the chart is drawn, and its figures and places stand in the document as tables", async () => {
  const page = await compare("?areas=ASEAN,KOR");
  expect(page.querySelectorAll("figure svg.sheet")).toHaveLength(3);
  const row = (table: HTMLElement, name: RegExp) =>
    [...getByRole(table, "row", { name, hidden: true }).children].map((cell) => cell.textContent);
  const [values, places] = [...page.querySelectorAll("table")];
  expect(row(values as HTMLElement, /Hàn Quốc/)).toEqual(["Hàn Quốc", "4/132", "5/132", "10/132"]);
  expect(row(places as HTMLElement, /Việt Nam/)).toEqual(["Việt Nam", "2", "3", "2"]);
  expect(page.querySelector(".chart script")?.textContent).toContain('"name":"Hàn Quốc"');
});

test("what is compared is chosen by addresses: an economy goes by a link and comes by a form", async () => {
  const page = await compare("?areas=ASEAN,KOR&asOf=2026-01-31&lang=en");
  expect(hrefOf(page, /^Remove\s?Hàn Quốc/)).toBe("/compare?asOf=2026-01-31&lang=en");
  expect(hrefOf(page, /^Remove\s?Singapore/)).toBe("/compare?areas=VNM,THA,KOR&asOf=2026-01-31&lang=en");
  expect(hrefOf(page, "Viet Nam only")).toBe("/compare?areas=VNM&asOf=2026-01-31&lang=en");
  expect(hrefOf(page, "Table")).toBe("/compare?areas=ASEAN,KOR&asOf=2026-01-31&lang=en&tab=table");
  const form = (await compare()).querySelectorAll<HTMLFormElement>("main form")[1];
  const added = getByRole<HTMLSelectElement>(form as HTMLElement, "combobox", { name: "Thêm nước, nền kinh tế" });
  added.value = "KOR";
  expect(sentBy(form as HTMLFormElement).getAll("areas")).toEqual(["ASEAN", "KOR"]);
});

test("indicator and years are one form, in which what the page shows by itself is chosen by saying nothing", async () => {
  const page = await compare("?areas=VNM,KOR&from=2023&indicator=EGDI_RANK&tab=table");
  const form = page.querySelector<HTMLFormElement>("main form");
  expect(Object.fromEntries(sentBy(form as HTMLFormElement))).toEqual({
    ...{ areas: "VNM,KOR", from: "2023", indicator: "EGDI_RANK", tab: "table", to: "" },
  });
  expect(page.querySelector("svg.sheet")).toBeNull();
  expect(getAllByRole(page.body, "cell", { name: "44/132" })).toHaveLength(2);
  expect(queryByRole(page.body, "columnheader", { name: "2021" })).toBeNull();
});

test("places within the group are drawn where the address asks for them, with the lines that it pins", async () => {
  const page = await compare("?pins=THA&tab=places");
  const wide = page.querySelector(".chart-wide");
  expect([...(wide?.querySelectorAll("text[font-weight='600']") ?? [])].map((label) => label.textContent)).toEqual([
    "Thái Lan 3",
    "Việt Nam 2",
  ]);
  expect(wide?.textContent).toContain("vị trí trong ASEAN (1 là cao nhất)");
  expect(hrefOf(page, "Bỏ ghim (1)")).toBe("/compare?tab=places");
  expect(wide?.querySelectorAll("[stroke='var(--chart-first)']").length).toBeGreaterThan(0);
  const colours = within(getByText(page.body, "Tô màu (nhiều nhất 4)").parentElement as HTMLElement);
  const links = colours.getAllByRole("link", { hidden: true });
  expect(links.map((link) => [link.textContent, link.getAttribute("aria-current"), link.getAttribute("href")])).toEqual(
    expect.arrayContaining([
      ["Singapore", null, "/compare?pins=THA,SGP&tab=places"],
      ["Thái Lan", "true", "/compare?tab=places"],
    ]),
  );
  // The downloadable picture is of the other chart.
  expect(queryByRole(page.body, "link", { name: "Tải ảnh SVG" })).toBeNull();
});

test("the ways to a target are drawn and said where the address asks for them", async () => {
  const page = await compare("?paths=1");
  const ways = [...page.querySelectorAll("#chart-summary + ul li")].map((item) => item.textContent);
  expect(ways).toEqual([
    "Đường chấm tới mục tiêu ≤ 40 năm 2030: từ 42 năm 2020, như khi đánh giá.",
    "Đường gạch tới mục tiêu ≤ 40 năm 2030: phần còn lại, từ 44 năm 2025.",
  ]);
  expect(page.querySelectorAll(".chart-wide [stroke-dasharray='6 4']")).toHaveLength(1);
  expect(hrefOf(page, "Ẩn đường tới mục tiêu")).toBe("/compare");
  expect(hrefOf(await compare(), "Đường tới mục tiêu")).toBe("/compare?paths=1");
});

test("an indicator that cannot be compared and an economy that nobody knows are said", async () => {
  const page = await compare("?areas=VNM,XXX&indicator=NOPE&lang=en");
  getByText(page.body, "Not understood in the address, and left out: “indicator=NOPE”, “areas=XXX”.");
  expect(queryByText((await compare("?areas=ASEAN,KOR")).body, /không hợp lệ/)).toBeNull();
});

test("the explorer is a button away, and no part of the document", async () => {
  const page = await compare();
  getByRole(page.body, "button", { name: "Khám phá", pressed: false });
  expect(page.documentElement.outerHTML).not.toMatch(/recharts/i);
});

test("before the first release the page says that there is nothing", async () => {
  const nothing = { ...answers, "/indicators": { ...list([]), release: null } };
  const page = (await open("/compare", aRequest("/compare?asOf=1990-01-01", nothing))).page;
  const main = within(getByRole(page.body, "main"));
  expect(main.getByRole("link", { name: "Về số liệu hiện hành" }).getAttribute("href")).toBe("/compare");
});
