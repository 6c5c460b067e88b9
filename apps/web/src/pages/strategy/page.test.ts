import { getAllByRole, getByRole, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { anAssessment, anIndicator, aTarget, aVerbatim } from "../../words/data.fixture.ts";
import { type Answers, aRequest, open } from "../document.fixture.ts";

const release = { id: 62, publishedAt: "2026-01-30T17:00:00.000Z" };
const list = (items: unknown[]) => ({ release, referenceDate: "2026-11-21", items });
const aDocument = (id: string, number: string, some: object = {}) => ({
  ...{ id, number, title: `Văn bản ${id}`, issuer: "Chính phủ", issued: "2020-12-31", note: null, url: null },
  ...{ strategy: false, implements: null, objective: null, signedTextRead: true },
  ...some,
});
const anEvent = (id: string, date: string, topic: string) => ({
  ...{ id, date, topic, title: `Sự kiện ${id}`, description: "", source: "S", confidence: "sourced", note: null },
});
const answers: Answers = {
  "/documents": list([
    aDocument("D2289", "2289/QĐ-TTg", { strategy: true, implements: "R52" }),
    aDocument("R52", "52-NQ/TW"),
    aDocument("D749", "749/QĐ-TTg", { url: "https://example.vn/749" }),
  ]),
  "/orientations": list([]),
  "/targets": list([
    aTarget({}),
    aTarget({ id: "D749-2025-GII_RANK", document: "D749", year: 2025, value: 35, wording: { vi: "nhóm 35", en: "" } }),
  ]),
  "/indicators": list([anIndicator({})]),
  "/assessments": list([anAssessment({})]),
  "/bodies": list([]),
  "/commitments": list([]),
  "/trials": list([]),
  "/statements": list([]),
  "/issued-reports": list([]),
  "/milestones": list([
    anEvent("1", "2018-10-11", "affiliate_centre"),
    anEvent("2", "2024-09-25", "hcmc_centre"),
    anEvent("3", "2026-01-15", "document"),
  ]),
  "/sources": list([]),
};
const strategy = async (address: string, some: Answers = {}) =>
  (await open("/strategy", aRequest(address, { ...answers, ...some }))).page.body;

test("every part that the list on top names is there, with a stricter target beside the Decision's own", async () => {
  const body = await strategy("/strategy");
  const contents = getByRole(body, "navigation", { name: "Trên trang này" });
  const links = getAllByRole<HTMLAnchorElement>(contents, "link");
  expect(links.map((link) => link.textContent)).toContain("Dòng thời gian (3)");
  for (const link of links)
    expect(body.querySelector(link.getAttribute("href") ?? ""), link.textContent).not.toBeNull();
  const row = within(getByRole(body, "row", { name: /Thứ hạng GII/ }));
  row.getByText("“thuộc nhóm 40 nước dẫn đầu”");
  row.getByText("yêu cầu cao hơn, sớm hơn 5 năm");
});

test("the topic of the events is an address: those of one stand open, each choice leads to another", async () => {
  const body = await strategy("/strategy?lang=en&topic=hcmc_centre");
  const choices = within(getByRole(body, "navigation", { name: "Narrow by topic" }));
  const chosen = choices.getByRole("link", { current: true });
  expect(chosen.textContent).toBe("C4IR of Ho Chi Minh City");
  expect(choices.getByRole("link", { name: "All" }).getAttribute("href")).toBe("/strategy?lang=en#timeline");
  const timeline = within(body.querySelector("section[aria-labelledby=timeline]") as HTMLElement);
  timeline.getByText("1 event");
  timeline.getByText("Sự kiện 2");
  expect(timeline.queryByText("Sự kiện 1")).toBeNull();
  const all = await strategy("/strategy");
  const open = [...all.querySelectorAll("details[open] h3")].map((title) => title.textContent);
  expect(open).toEqual(["Năm 2026 (1 sự kiện)"]);
});

test("a topic that there is not is said, and all of them are shown", async () => {
  const body = await strategy("/strategy?topic=nope");
  within(body).getByText(/không hợp lệ nên được bỏ qua: “topic=nope”/);
  within(body).getByText("3 sự kiện");
});

test("before the Decision the page says that there is none; before the first release that there is nothing", async () => {
  const before = await strategy("/strategy?asOf=2020-06-30", { "/documents": list([aDocument("R52", "52-NQ/TW")]) });
  getByRole(before, "heading", { name: "Chiến lược chưa được ban hành" });
  expect(within(before).queryByRole("heading", { name: "Mục tiêu" })).toBeNull();
  const empty = await strategy("/strategy?asOf=1990-01-01", { "/documents": { ...list([]), release: null } });
  const main = within(getByRole(empty, "main"));
  expect(main.getByRole("link", { name: "Về số liệu hiện hành" }).getAttribute("href")).toBe("/strategy");
});

const recorded = {
  state: "in_progress",
  checkedOn: "2026-11-15",
  source: "S",
  place: "tr. 4",
  note: { vi: "Một lĩnh vực", en: null },
  release: 63,
};
const nothing = { state: "no_information", checkedOn: null, source: null, place: null, note: null, release: null };
const aDuty = (id: string, quote: string, status: object) => ({
  ...{ id, order: 1, topic: "affiliate_centre", kind: "membership_obligation", date: "2020-05-22" },
  ...{ quote, source: "S", note: null, status },
});
const aSource = { id: "S", title: "Báo cáo", publisher: "Bộ", date: null, url: null, kind: "government" };

test("each duty, orientation and proposal says what is recorded of it, with its source and day, without a colour", async () => {
  const body = await strategy("/strategy", {
    "/commitments": list([aDuty("a", "Hai lĩnh vực", recorded), aDuty("b", "Chia sẻ bài học", nothing)]),
    "/orientations": list([
      { id: "o", title: "Hợp tác", quote: "Mở rộng", source: "S", note: null, status: { ...recorded, state: "done" } },
    ]),
    "/trials": list([
      {
        ...{ id: "t", title: "Đề xuất của Viettel", proposer: "Viettel", date: "2020-08-12", quote: "đã đề xuất" },
        ...{ source: "S", legalBasis: null, note: null },
        status: { ...recorded, state: "trial", legalBasis: null },
      },
    ]),
    "/sources": list([aSource]),
  });
  const said = (text: string) => (within(body).getByText(text).closest("li") as HTMLElement).textContent;
  expect(said("“Hai lĩnh vực”")).toContain(
    "Tình hình thực hiện: Đang thực hiện (kiểm tra ngày 15/11/2026) · Báo cáo, Bộ (trang của cơ quan nhà nước), tr. 4Một lĩnh vực",
  );
  expect(said("“Chia sẻ bài học”")).toMatch(/Tình hình thực hiện: Chưa có thông tin$/);
  expect(said("“Mở rộng”")).toContain("Tình hình thực hiện: Đã thực hiện (kiểm tra ngày 15/11/2026)");
  expect(said("“đã đề xuất”")).toContain("Bước đã tới: Thử nghiệm (kiểm tra ngày 15/11/2026)");
  expect(said("“đã đề xuất”")).toContain("Căn cứ pháp lý: chưa thấy văn bản");
  for (const id of ["commitments", "orientations", "trials"])
    expect(body.querySelector(`section[aria-labelledby=${id}] [data-class]`)).toBeNull();
});

test("a target read in the signed text says clause, page and day; the others keep where they are quoted from", async () => {
  const [quoted, read] = [
    aTarget({ id: "D2289-2030-A", wording: { vi: "câu trích", en: "" } }),
    aTarget({
      id: "D2289-2030-B",
      wording: { vi: "câu đã đọc", en: "" },
      wordingBasis: "signed_text",
      source: "R71-1",
      verbatim: aVerbatim,
    }),
  ];
  const indicators = list([anIndicator({})]);
  const body = await strategy("/strategy", { "/targets": list([quoted, read]), "/indicators": indicators });
  const wordingOf = (text: string) => within(body).getByText(`“${text}”`).parentElement?.textContent ?? "";
  expect(wordingOf("câu đã đọc")).toContain(
    "Theo văn bản đã ký: nguồn đăng sau ngày này; mục II.2.b, trang 3; đối chiếu ngày 20/11/2026",
  );
  expect(wordingOf("câu trích")).not.toContain("văn bản đã ký");
  within(body).getByText(/trích theo báo chí/);
  within(body).getByText(/1 trong 2 mục tiêu/);
});
