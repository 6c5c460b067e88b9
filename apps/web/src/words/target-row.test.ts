import type { Outlook } from "@moc2030/shared/schema/outlook";
import { expect, test } from "vitest";
import { aFigure, anAssessment, anIndicator, aTarget, realText } from "./data.fixture.ts";
import {
  aimText,
  around,
  best,
  companionText,
  type JudgedTarget,
  needed,
  nowText,
  overdueText,
  shortStatus,
} from "./target-row.ts";

const [vi, en] = [realText("vi"), realText("en")];
const record = (needed: number, from: number, to: number, perYear: number, since: number): Outlook => ({
  ...{ catchUp: null, continuation: null, othersLikeUs: null },
  record: { needed, best: { from, to, perYear }, reached: 3, of: 8, since },
});
const estimated = { obsStatus: ["E" as const], confidence: "sourced" as const };

const share: JudgedTarget = {
  indicator: anIndicator({
    ...{ code: "SHARE", valueKind: "share", direction: "higher", topic: "kinh tế số/GDP" },
    latest: aFigure(2025, 14.1, { decimals: 2, ...estimated }),
  }),
  target: aTarget({ comparator: ">=", value: 30, qualifier: "about" }),
  assessment: anAssessment({
    ...{ class: "off_track", comparator: ">=", targetValue: 30, base: { timePeriod: 2020, value: 12.66 } },
    latest: { timePeriod: 2025, value: 14.1, ...estimated },
    outlook: record(3.18, 2024, 2025, 0.85, 2020),
  }),
};
const average: JudgedTarget = {
  indicator: anIndicator({ valueKind: "growth", direction: "higher", latest: aFigure(2025, 6.84) }),
  target: aTarget({
    ...{ kind: "period_average", comparator: ">", value: 7.5, qualifier: "over" },
    window: { from: 2021, to: 2030 },
  }),
  assessment: anAssessment({
    ...{ kind: "period_average", class: "behind", comparator: ">", targetValue: 7.5 },
    latest: { timePeriod: 2025, value: 6.84, ...estimated },
    average: { toDate: 5.1703, needed: 9.8813, ratio: 0.69, yearsCounted: [2021, 2022, 2025], yearsMissing: [] },
    outlook: record(9.8813, 2025, 2025, 6.84, 2015),
  }),
};
const rank: JudgedTarget = {
  indicator: anIndicator({ latest: aFigure(2024, 71, { rankPool: 193 }) }),
  target: aTarget({ value: 50 }),
  assessment: anAssessment({
    ...{ targetValue: 50, base: { timePeriod: 2020, value: 86 } },
    latest: { timePeriod: 2024, value: 71, obsStatus: ["A"], confidence: "sourced" },
    outlook: record(3.5, 2022, 2024, 7.5, 2008),
  }),
};

test.each([
  [share, "14,10% (2025, ước tính)", "14.10% (2025, estimated)"],
  // The assessed value is the average, not the last year's rate.
  [average, "5,17%/năm (2021–2025)", "5.17% a year (2021–2025)"],
  [rank, "Hạng 71/193 (2024)", "Rank 71/193 (2024)"],
] as const)("the value now is the assessed one with its year, pool and flags (%#)", (row, inVi, inEn) => {
  expect(nowText(row, vi)).toBe(inVi);
  expect(nowText(row, en)).toBe(inEn);
});

test("the value of a group is the place in it, of a measure that has ended the last one, of none nothing", () => {
  const group = { position: 3, ahead: ["SGP", "MYS"], missing: [], edition: 2025 };
  const grouped = { ...rank, assessment: { ...rank.assessment, group }, target: aTarget({ group: "ASEAN" }) };
  expect(nowText(grouped, vi)).toBe("Thứ 3 trong ASEAN (2025)");
  expect(nowText(grouped, en)).toBe("3rd in ASEAN (2025)");
  const last = { timePeriod: 2020, value: 25, satisfies: true };
  const ended = { ...rank, assessment: anAssessment({ class: "not_assessable", reason: "discontinued", last }) };
  expect(nowText(ended, vi)).toBe("Cuối cùng: hạng 25 (2020)");
  const readings = [{ timePeriod: 2020, value: 32, by: "theo cách xếp thông thường" }];
  expect(nowText({ ...ended, indicator: { ...ended.indicator, readings } }, vi)).toBe(
    "Cuối cùng: hạng 25 (2020; 32 theo cách xếp thông thường)",
  );
  expect(nowText({ ...rank, assessment: anAssessment({}), indicator: anIndicator({}) }, vi)).toBeNull();
});

test("a target is said by its bound, of an average with its years, and not where its text has none", () => {
  const aims = [share, average, rank].map(({ target, indicator }) => aimText(target, indicator.valueKind, vi));
  expect(aims).toEqual(["khoảng 30%", "trên 7,5% (2021–2030)", "nhóm 50 nước"]);
  expect(aimText(average.target, "growth", en)).toBe("over 7.5% (2021–2030)");
  const group = aTarget({ kind: "rank_in_group", value: 4, group: "ASEAN" });
  expect(aimText(group, "rank", vi)).toBe("4 nước dẫn đầu ASEAN");
  expect(aimText(aTarget({ kind: "wording", comparator: null, value: null }), "share", vi)).toBeNull();
});

test("what is needed stands in the unit of its kind, beside the highest on record", () => {
  expect(needed(share, vi)).toEqual({ perYear: "+3,18 điểm %/năm", places: null });
  expect(best(share, vi)).toEqual({
    value: "+0,85",
    unit: " điểm %/năm",
    when: "2025 (từ 2020)",
    since: 2020,
  });
  expect(needed(average, vi)?.perYear).toBe("9,88%/năm");
  expect(best(average, vi)).toMatchObject({ value: "6,84", unit: "%/năm", since: 2015 });
  expect(needed(rank, vi)).toEqual({ perYear: "3,5 bậc/năm", places: "tăng 21 bậc" });
  expect(needed(rank, en)).toEqual({ perYear: "3.5 places a year", places: "climb 21 places" });
  expect(best(rank, vi)).toMatchObject({ value: "7,5", unit: " bậc/năm", when: "2022–2024 (từ 2008)" });
});

test("what stands around a value in a text that names it", () => {
  expect(around((need) => vi.say("need.phraseStart", { need }))).toEqual(["Cần ", ""]);
  expect(around((n) => en.say("rate.points", { n }))).toEqual(["", " points a year"]);
});

test("nothing is needed where nothing is left to reach, and no record is told where there is none", () => {
  expect(needed({ ...rank, assessment: anAssessment({ class: "met" }) }, vi)).toBeNull();
  const none = {
    ...record(3.5, 2022, 2024, 7.5, 2008),
    record: { needed: 3.5, best: null, reached: 0, of: 0, since: 2020 },
  };
  expect(best({ ...rank, assessment: anAssessment({ outlook: none }) }, vi)).toBeNull();
});

test.each([
  [{ class: "on_track" }, "Đúng tiến độ", "On track"],
  [{ class: "behind" }, "Chậm", "Behind"],
  [{ class: "off_track" }, "Chậm nhiều", "Off track"],
  [{ class: "moving_away", base: { timePeriod: 2020, value: 42 } }, "Thấp hơn năm 2020", "Ranked lower than in 2020"],
  [{ class: "not_assessable", reason: "discontinued" }, "WIPO ngừng xếp hạng", "WIPO stopped ranking"],
  [{ class: "not_assessable", reason: "no_observation" }, "Chưa đủ cơ sở đánh giá", "Not assessable"],
] as const)("the short word of %o", (some, inVi, inEn) => {
  const row = { ...rank, assessment: anAssessment(some) };
  expect([shortStatus(row, vi), shortStatus(row, en)]).toEqual([inVi, inEn]);
});

test("of what is better when lower, and no rank, the word says that it has risen", () => {
  const assessment = anAssessment({ class: "moving_away", base: { timePeriod: 2020, value: 2 } });
  const indicator = anIndicator({ valueKind: "share", direction: "lower" });
  expect(shortStatus({ ...rank, assessment, indicator }, vi)).toBe("Cao hơn năm 2020");
});

test("an overdue edition is said with its day, and nobody claims that it was published", () => {
  const missing = { timePeriod: 2026, dueBy: "2026-09-29", isOut: true, requestBy: null };
  expect(overdueText(missing, "rank", vi)).toBe(
    "Ấn bản 2026: đã qua ngày dự kiến công bố 29/9/2026, hệ thống chưa có số",
  );
  expect(overdueText({ ...missing, isUndated: true }, "share", vi)).toBe("Năm 2026: hệ thống chưa rõ ngày công bố");
  expect(overdueText(missing, "share", en)).toBe("2026: past its expected date, 29 September 2026; no figure here yet");
});

test("what took the place of a rank is told in the words of its own figure", () => {
  const tier = (obsCom: string | null) => anIndicator({ valueKind: "tier", latest: aFigure(2024, 1, { obsCom }) });
  expect(companionText(tier("Nhóm 1 (cao nhất) có 46 nước, từ 95 điểm"), vi)).toBe("2024: Nhóm 1 (46 nước)");
  expect(companionText(tier("Tier 1 holds 46 countries with a score of 95"), en)).toBe("2024: Tier 1 (46 countries)");
  expect(companionText(tier("theo báo chí"), vi)).toBe("2024: Nhóm 1");
  expect(companionText(anIndicator({}), vi)).toBeNull();
});
