import { getAllByRole, getByLabelText, getByRole, getByText, queryByRole } from "@testing-library/react";
import { expect, test } from "vitest";
import { type Answers, aRequest, open } from "../document.fixture.ts";
import { periodsUntil } from "./periods.ts";

const release = { id: 64, publishedAt: "2026-11-20T17:00:00.000Z" };
const found = {
  form: "summary",
  lang: "vi",
  period: "2026",
  title: "Tình hình thực hiện Chiến lược",
  opening: ["Lưu ý: GII ấn bản 2026."],
  parts: [
    {
      number: "I",
      title: "Kết quả",
      blocks: [
        { kind: "heading", text: "GII" },
        { kind: "paragraph", text: "Hạng 44. [Nguyên nhân]" },
        { kind: "list", items: ["một", "hai"] },
        { kind: "chart", indicator: "GII_RANK", description: "GII từ 2020 đến 2025" },
      ],
    },
  ],
  appendices: [
    {
      number: "I",
      title: "Các mục tiêu",
      blocks: [
        {
          kind: "table",
          caption: "Mục tiêu",
          columns: [
            { label: "Mục tiêu", width: 2 },
            { label: "2025", width: 1 },
          ],
          rows: [["GII", { text: "14,02", value: 14.02 }]],
        },
      ],
    },
  ],
  open: 0,
  release,
  referenceDate: "2026-11-21",
  comparedWith: { day: "2025-11-21", release: null },
};
const answers = (report: object | null): Answers => ({
  ...(report && { "/report": report }),
  "/releases": { release, items: [] },
  "/releases/contents": { items: [release, { id: 40, publishedAt: "2024-10-01T17:00:00.000Z" }] },
  "/corrections": { items: [] },
});
const show = (address: string, report: object | null = found) => open("/report", aRequest(address, answers(report)));

test("is read as it is written: opening, parts, annexes; what is open is marked", async () => {
  const { page } = await show("/report");
  getByRole(page.body, "heading", { level: 1, name: "Tình hình thực hiện Chiến lược" });
  expect(getAllByRole(page.body, "heading", { level: 2 }).map(({ textContent }) => textContent)).toEqual(
    expect.arrayContaining(["I. Kết quả", "Phụ lục I. Các mục tiêu"]),
  );
  expect(getByText(page.body, "[Nguyên nhân]").tagName).toBe("MARK");
  expect(getByRole(page.body, "cell", { name: "14,02" }).className).toBe("num");
  // Its charts are in the file.
  expect(queryByRole(page.body, "img", { name: "GII từ 2020 đến 2025" })).toBeNull();
});

test("its files keep period, comparison and day", async () => {
  const { page } = await show("/report?compare=40&period=2026");
  const href = (name: RegExp) => getByRole(page.body, "link", { name }).getAttribute("href");
  expect(href(/DOCX/)).toBe("/api/v1/report.docx?period=2026&compare=40&asOf=2026-11-21&lang=vi");
  expect(href(/Excel/)).toBe("/api/v1/report.xlsx?period=2026&compare=40&asOf=2026-11-21&lang=vi");
  const pinned = await show("/report?release=64");
  expect(getByRole(pinned.page.body, "link", { name: /DOCX/ }).getAttribute("href")).toBe(
    "/api/v1/report.docx?release=64&lang=vi",
  );
});

test("offers the periods that have begun, and the releases up to its own", async () => {
  const { page } = await show("/report");
  const optionsOf = (name: string) =>
    [...(getByLabelText(page.body, name) as HTMLSelectElement).options].map(({ value }) => value);
  expect(optionsOf("Kỳ báo cáo").slice(0, 3)).toEqual(["2026", "2026-H1", "2025"]);
  expect(optionsOf("So với kỳ trước")).toEqual(["", "64", "40"]);
  expect(periodsUntil("2021-03-01")).toEqual(["2021", "2021-H1"]);
  expect(periodsUntil("2020-12-31")).toEqual([]);
});

test("before the Strategy was issued there is none, and the page says so", async () => {
  const { page, answer } = await show("/report?asOf=2010-01-01", null);
  expect(answer.status).toBe(200);
  getByText(page.body, "Chiến lược chưa được ban hành");
  expect(queryByRole(page.body, "link", { name: /DOCX/ })).toBeNull();
});

test("leads staff to the draft of the same period, comparison and day", async () => {
  const href = async (address: string) =>
    getByRole((await show(address)).page.body, "link", { name: "Lập dự thảo báo cáo" }).getAttribute("href");
  expect(await href("/report?compare=40&period=2025")).toBe("/staff/report?compare=40&period=2025");
  expect(await href("/report?asOf=2026-11-20")).toBe("/staff/report?asOf=2026-11-20");
  expect(await href("/report?release=64")).toBe("/staff/report?day=2026-11-21");
});

test("asked for the official form it is refused, and offers the one for everybody", async () => {
  const detail = "The draft of an official report is for staff who are signed in.";
  const refusal = (query: URLSearchParams) =>
    query.get("form") === "official" ? Response.json({ title: "No", detail }, { status: 403 }) : Response.json(found);
  const asked = aRequest("/report?form=official&period=2025", {});
  const { page, answer } = await open("/report", {
    ...asked,
    read: async (address) => refusal(new URL(address, "http://page").searchParams),
  });
  expect(answer.status).toBe(403);
  expect(getByRole(page.body, "link", { name: "Xem bản dành cho mọi người" }).getAttribute("href")).toBe(
    "/report?period=2025",
  );
});
