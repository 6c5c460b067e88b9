import { expect, test } from "vitest";
import { anAssessment, anIndicator, aTarget, realText } from "./data.fixture.ts";
import type { HeadlineRow } from "./headline-rows.ts";
import { headlineSentence, shortSentence, tally } from "./headline-sentence.ts";

const [vi, en] = [realText("vi"), realText("en")];
const point = (timePeriod: number) => ({
  timePeriod,
  value: 1,
  obsStatus: ["A" as const],
  confidence: "sourced" as const,
});
const beyond = {
  ...{ catchUp: null, continuation: null, othersLikeUs: null },
  record: { needed: 3, best: { from: 2020, to: 2021, perYear: 1 }, reached: 0, of: 5, since: 2020 },
};
const missing = { timePeriod: 2026, dueBy: "2026-09-30", isOut: true, requestBy: null, isUndated: false };

type Some = Partial<HeadlineRow["assessment"]> & { topic: string; isRank?: boolean; missing?: HeadlineRow["missing"] };
const row = ({ topic, isRank = false, missing: overdue = null, ...some }: Some): HeadlineRow => ({
  indicator: anIndicator({ code: topic, topic, valueKind: isRank ? "rank" : "share" }),
  target: aTarget({}),
  assessment: anAssessment(some),
  ...{ companion: null, beside: null, missing: overdue },
});
const five = (topics: readonly string[]) => {
  const [gii = "", gci = "", egdi = "", digital = "", productivity = ""] = topics;
  const base = { timePeriod: 2020, value: 42 };
  return [
    row({ topic: gii, isRank: true, class: "moving_away", base, latest: point(2025), missing }),
    row({ topic: gci, isRank: true, class: "not_assessable", reason: "discontinued" }),
    row({ topic: egdi, isRank: true, class: "on_track", latest: point(2024), missing }),
    row({ topic: digital, class: "off_track", provisional: true, latest: point(2025), outlook: beyond }),
    row({ topic: productivity, class: "behind", provisional: true, latest: point(2025), outlook: beyond }),
  ];
};
const inVi = five(["GII", "GCI", "Chính phủ điện tử (EGDI)", "kinh tế số", "năng suất lao động"]);
const inEn = five(["GII", "GCI", "e-government (EGDI)", "digital economy", "labour productivity"]);

test("the sentence names every target once, with its edition where others are newer, as officials write it", () => {
  expect(headlineSentence(inVi, vi)).toBe(
    "5 mục tiêu theo dõi chính: thứ hạng Chính phủ điện tử (EGDI) ấn bản 2024 đúng tiến độ; năng suất lao động chậm tiến độ; kinh tế số chậm nhiều so với tiến độ; thứ hạng GII thấp hơn năm 2020; GCI không còn xếp hạng để đánh giá. Hai đánh giá là tạm thời.",
  );
});

test("the English sentence says the same", () => {
  expect(headlineSentence(inEn, en)).toBe(
    "5 headline targets: e-government (EGDI) rank, 2024 edition: on track; labour productivity: behind; digital economy: off track; GII rank: lower than in 2020; GCI: no longer ranked. Two of these assessments are provisional.",
  );
});

test("a phone is told how many need what was never reached, and what is awaited", () => {
  expect(shortSentence(inVi, vi)).toBe(
    "Hai mục tiêu cần mức tăng chưa năm nào đạt. Hai thứ hạng đang chờ ấn bản 2026.",
  );
  expect(shortSentence(inEn, en)).toBe(
    "Two targets need a pace never reached in any year. Two ranks await their 2026 edition.",
  );
});

test("what waits for different editions, or is no rank, is only counted", () => {
  const later = { ...missing, timePeriod: 2025 };
  const [gii, , egdi, digital] = inVi as [HeadlineRow, HeadlineRow, HeadlineRow, HeadlineRow];
  expect(shortSentence([gii, { ...egdi, missing: later }], vi)).toBe(
    "Chưa đủ cơ sở so sánh mức cần có với các năm trước. Hai chỉ tiêu đang chờ số mới.",
  );
  expect(shortSentence([{ ...digital, missing }], en)).toBe(
    "One target needs a pace never reached in any year. One indicator awaits a new figure.",
  );
  expect(shortSentence([{ ...digital, missing: { ...missing, isUndated: true } }], en)).not.toMatch(/await/);
  expect(shortSentence([digital], vi)).toBe("Một mục tiêu cần mức tăng chưa năm nào đạt.");
});

test("what cannot be compared is not said to need a pace reached before", () => {
  const reached = { ...beyond, record: { ...beyond.record, reached: 2 } };
  const [one, other] = [row({ topic: "x", outlook: reached }), row({ topic: "y", outlook: null })];
  expect(shortSentence([one, other], vi)).toBe("Một mục tiêu cần mức tăng đã từng đạt.");
  expect(shortSentence([one, one, other], en)).toBe("Two targets need a pace reached before.");
  expect(shortSentence([other], en)).toBe("No basis yet to compare the pace needed with earlier years.");
  expect(shortSentence([row({ topic: "x", class: "met" })], vi)).toBe("");
});

test("the tally of a year that is over counts misses, whether final or not, as one", () => {
  const over = (some: Partial<Some>) => row({ topic: "x", targetYear: 2025, ...some });
  const rows = [
    ...[over({ class: "met" }), over({ class: "missed", provisional: true }), over({ class: "met" })],
    ...[over({ class: "missed", latest: point(2025) }), over({ class: "not_assessable", reason: "no_definition" })],
  ];
  expect(tally(rows, vi)).toBe("2 đạt, 2 chưa đạt, 1 chưa đủ cơ sở đánh giá");
  expect(tally(rows, en)).toBe("2 met, 2 not met, 1 not assessable");
});

test("no targets, no sentence", () => expect(headlineSentence([], vi)).toBe(""));
