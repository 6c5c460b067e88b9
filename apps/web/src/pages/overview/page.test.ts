import { getAllByRole, getByRole, getByText, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { aFigure, anAssessment, anIndicator, aTarget } from "../../words/data.fixture.ts";
import { type Answers, aRequest, open } from "../document.fixture.ts";

const now = { release: { id: 62, publishedAt: "2026-01-30T17:00:00.000Z" }, referenceDate: "2026-11-21" };
const list = (items: unknown[]) => ({ ...now, items });
const latest = aFigure(2025, 44, { rankPool: 139 });
const schedule = { everyYears: 1, month: 9, lagYears: 0, link: "https://www.wipo.int/gii", note: null };
const release = {
  ...{ id: 62, publishedAt: now.release.publishedAt, reconstructed: false, observations: 3 },
  figures: [{ old: null, new: latest }],
  statuses: [],
};
/** One indicator with one target. */
const answers: Answers = {
  "/indicators": list([anIndicator({ latest, previous: aFigure(2024, 44, { rankPool: 133 }), schedule })]),
  "/assessments": list([
    anAssessment({
      class: "moving_away",
      base: { timePeriod: 2020, value: 42 },
      latest: { timePeriod: 2025, value: 44, obsStatus: ["A"], confidence: "sourced" },
      pace: { ratio: -2, soFarPerYear: 0.4, neededPerYear: -0.8, gap: -4 },
    }),
  ]),
  "/targets": list([aTarget({ kind: "maintain" })]),
  "/observations": list([aFigure(2020, 42, { rankPool: 131 }), latest]),
  "/bodies": list([]),
  "/releases": list([release]),
  "/compilers": list([{ code: "WIPO", name: "WIPO", former: null, url: "https://www.wipo.int", terms: "" }]),
};
const overview = async (address: string, some: Answers = {}) =>
  (await open("/", aRequest(address, { ...answers, ...some }))).page;

test("the overview says of a headline target: name, status, latest, target, gap, changes, body, in this order", async () => {
  const { body } = await overview("/");
  const card = getByRole(body, "article", { name: "Thứ hạng GII" });
  const said = card.textContent ?? "";
  const order = [
    "Thứ hạng GII",
    "Xa mục tiêu hơn năm cơ sở",
    "44/139",
    "duy trì trong nhóm 40 dẫn đầu",
    "Còn cách nhóm 40 dẫn đầu 4 bậc",
    "0,8 bậc",
    "So với ấn bản 2024",
    "Giữ nguyên 44",
    "So với năm cơ sở 2020",
    "Giảm 2 bậc (42 → 44)",
    "Cơ quan chủ trì: chưa thấy văn bản phân công",
  ].map((part) => said.indexOf(part));
  expect(order).not.toContain(-1);
  expect(order).toEqual([...order].sort((a, b) => a - b));
  expect(card.querySelectorAll("svg path").length).toBeGreaterThan(1);
});

test("the verdict is the page's first sentence and its description", async () => {
  const page = await overview("/?lang=en");
  const sentence = "Of 1 headline targets for 2030: 1 moving away (GII).";
  getByText(page.body, sentence);
  expect(page.querySelector("meta[name=description]")?.getAttribute("content")).toBe(sentence);
  expect(page.title).toBe("Overview · Mốc 2030");
});

test("every target is a row of a real table, the gap before the word", async () => {
  const { body } = await overview("/");
  const table = getByRole(body, "table", { name: "Mục tiêu đến năm 2030" });
  const cells = within(table).getAllByRole("cell");
  expect(cells.at(-1)?.textContent).toBe("Còn cách nhóm 40 dẫn đầu 4 bậcXa mục tiêu hơn năm cơ sở");
});

test("what came last and what is awaited stands below, with the way down to it from the top", async () => {
  const { body } = await overview("/");
  const latestReleases = within(getByRole(body, "region", { name: "Các đợt cập nhật gần nhất" }));
  expect(latestReleases.getByRole("link", { name: /62/ }).getAttribute("href")).toBe("/releases/62");
  latestReleases.getByText("44/139");
  const [note] = getAllByRole<HTMLAnchorElement>(body, "link", { name: "Số liệu đang chờ" });
  const awaited = body.querySelector(note?.getAttribute("href") ?? "")?.closest("section") as HTMLElement;
  expect(within(awaited).getByRole("link", { name: "Thứ hạng GII" }).getAttribute("href")).toBe("/indicators/GII_RANK");
  expect(within(awaited).getByRole("link", { name: /WIPO/ }).getAttribute("href")).toBe("https://www.wipo.int/gii");
});

test("a past day and a language are asked of every read and kept by every link to a page", async () => {
  const asked: string[] = [];
  const request = aRequest("/?asOf=2024-12-31&lang=en", answers);
  const read = (address: string) => {
    asked.push(new URL(address, "http://page").search);
    return request.read(address);
  };
  const { page } = await open("/", { ...request, read });
  expect(asked.length).toBeGreaterThan(0);
  for (const search of asked) expect(search).toMatch(/asOf=2024-12-31&lang=en/);
  getByText(page.body, "Figures as known on 31 December 2024");
  const links = getAllByRole<HTMLAnchorElement>(getByRole(page.body, "main"), "link", { name: "Thứ hạng GII" });
  for (const link of links) expect(link.getAttribute("href")).toBe("/indicators/GII_RANK?asOf=2024-12-31&lang=en");
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
