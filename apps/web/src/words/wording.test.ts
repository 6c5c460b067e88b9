import type { Assessment } from "@moc2030/shared/schema/assessment";
import { describe, expect, test } from "vitest";
import { anAssessment, anIndicator, realText } from "./data.fixture.ts";
import {
  aheadText,
  amount,
  changeText,
  documentName,
  gapText,
  hasNumber,
  hasPassed,
  lastText,
  provisionalNote,
  reasonText,
  statusWord,
} from "./wording.ts";

const [vi, en] = [realText("vi"), realText("en")];
const both = (say: (text: typeof vi) => string | null) => [say(vi), say(en)];
const figure = (timePeriod: number, value: number) =>
  ({ timePeriod, value, obsStatus: ["A"], confidence: "sourced" }) as NonNullable<Assessment["latest"]>;

describe("the word of a status", () => {
  const word = (some: Partial<Assessment>) => both((text) => statusWord(anAssessment(some), text));
  test.each([
    ["on_track", "Đúng tiến độ", "On track"],
    ["behind", "Chậm tiến độ", "Behind"],
    ["off_track", "Chậm nhiều so với tiến độ", "Off track"],
    ["moving_away", "Thấp hơn năm cơ sở", "Lower than in the base year"],
    ["lost", "Không duy trì được", "No longer met"],
    ["not_assessable", "Chưa đủ cơ sở đánh giá", "Not assessable"],
  ] as const)("%s", (found, ...words) => expect(word({ class: found })).toEqual(words));

  test("a rank below its base year names the year; where lower is better the figure is above it", () => {
    const away = (of: Parameters<typeof statusWord>[2], some: Partial<Assessment> = {}) =>
      both((text) => statusWord(anAssessment({ class: "moving_away", base: figure(2020, 42), ...some }), text, of));
    const rank = { valueKind: "rank", direction: "lower" } as const;
    expect(away(rank)).toEqual(["Thứ hạng thấp hơn năm 2020", "Ranked lower than in 2020"]);
    expect(away(rank, { base: null })).toEqual(["Thứ hạng thấp hơn năm cơ sở", "Ranked lower than in the base year"]);
    expect(away({ valueKind: "share", direction: "higher" })[0]).toBe("Thấp hơn năm cơ sở");
    expect(away({ valueKind: "share", direction: "lower" })[0]).toBe("Cao hơn năm cơ sở");
  });
  test("met is met so far until the target year is over", () => {
    expect(word({ class: "met", referenceDate: "2030-12-31" })).toEqual(["Hiện đạt", "Met so far"]);
    expect(word({ class: "met", referenceDate: "2031-01-01" })).toEqual(["Đạt", "Met"]);
  });
  test("a miss is final only by an official figure of the target year itself", () => {
    const missed = { class: "missed", targetYear: 2025, latest: figure(2025, 44) } as const;
    expect(word(missed)).toEqual(["Không đạt", "Missed"]);
    expect(word({ ...missed, provisional: true })).toEqual(["Chưa đạt", "Not met"]);
    expect(word({ ...missed, latest: figure(2024, 44) })).toEqual(["Chưa đạt", "Not met"]);
    expect(word({ ...missed, latest: null })).toEqual(["Chưa đạt", "Not met"]);
  });
  test("within a group it is the edition's year that counts", () => {
    const group = (edition: number) => ({ edition, position: 5 }) as unknown as NonNullable<Assessment["group"]>;
    const missed = { class: "missed", targetYear: 2025, latest: figure(2024, 44) } as const;
    expect(word({ ...missed, group: group(2025) })).toEqual(["Không đạt", "Missed"]);
    expect(word({ ...missed, latest: figure(2025, 44), group: group(2024) })).toEqual(["Chưa đạt", "Not met"]);
  });
  test("a provisional assessment is called one", () => {
    expect(both((text) => provisionalNote({ provisional: true }, text))).toEqual(["đánh giá tạm thời", "provisional"]);
    expect(provisionalNote({ provisional: false }, vi)).toBeNull();
  });
  test("a year has passed the day after its last", () => {
    expect(hasPassed({ referenceDate: "2030-12-31", targetYear: 2030 })).toBe(false);
    expect(hasPassed({ referenceDate: "2031-01-01", targetYear: 2030 })).toBe(true);
  });
});

describe("an amount without its sign", () => {
  test.each([
    [-4, "rank", undefined, "4 bậc", "4 places"],
    [1, "rank", undefined, "1 bậc", "1 place"],
    [0.8, "rank", 1, "0,8 bậc", "0.8 places"],
    [-15.98, "share", undefined, "15,98 điểm phần trăm", "15.98 percentage points"],
    [3.2, "growth", undefined, "3,20 điểm phần trăm", "3.20 percentage points"],
    [3.25, "share", 1, "3,3 điểm phần trăm", "3.3 percentage points"],
    [-0.0123, "index", undefined, "0,0123", "0.0123"],
    [12000, "count", undefined, "12.000", "12,000"],
  ] as const)("%d of a %s", (value, kind, decimals, ...said) =>
    expect(both((text) => amount(value, kind, text, decimals))).toEqual(said),
  );
});

describe("how far it is from the target", () => {
  const rank = anIndicator({});
  const share = anIndicator({ valueKind: "share", direction: "higher" });
  const gap = (some: Partial<Assessment>, measure = rank) => both((text) => gapText(anAssessment(some), measure, text));
  test("a rank is inside the group, or some places short of it", () => {
    expect(gap({ latest: figure(2025, 44) })).toEqual([
      "còn thiếu 4 bậc để vào nhóm 40 nước dẫn đầu",
      "4 places short of the top 40",
    ]);
    expect(gap({ latest: figure(2025, 41) })).toEqual([
      "còn thiếu 1 bậc để vào nhóm 40 nước dẫn đầu",
      "1 place short of the top 40",
    ]);
    expect(gap({ latest: figure(2025, 40) })).toEqual(["đang thuộc nhóm 40 nước dẫn đầu", "inside the top 40"]);
    expect(gap({ latest: figure(2025, 12) })).toEqual(["đang thuộc nhóm 40 nước dẫn đầu", "inside the top 40"]);
  });
  test("a share is above, below or equal, whichever way is better", () => {
    const at = (value: number, direction: "higher" | "lower" = "higher") =>
      gap({ targetValue: 30, comparator: ">=", latest: figure(2025, value) }, { ...share, direction });
    expect(at(14.02)).toEqual(["thấp hơn mục tiêu 15,98 điểm phần trăm", "15.98 percentage points below the target"]);
    expect(at(31)).toEqual(["cao hơn mục tiêu 1,00 điểm phần trăm", "1.00 percentage points above the target"]);
    expect(at(31, "lower")).toEqual([
      "cao hơn mục tiêu 1,00 điểm phần trăm",
      "1.00 percentage points above the target",
    ]);
    expect(at(30)).toEqual(["bằng mục tiêu", "equal to the target"]);
  });
  test("an average is told with its years", () => {
    const average = { toDate: 5.1703, needed: 9.8813, ratio: 0.69, yearsCounted: [2021, 2023], yearsMissing: [2022] };
    const of = (toDate: number | null) =>
      gap({ kind: "period_average", targetValue: 7.5, average: { ...average, toDate } }, share);
    expect(of(5.1703)).toEqual([
      "bình quân 2021–2023 là 5,17%/năm, thấp hơn mục tiêu 2,33 điểm phần trăm",
      "5.17% a year on average in 2021–2023, 2.33 percentage points below the target",
    ]);
    expect(of(8)).toEqual([
      "bình quân 2021–2023 là 8,00%/năm, cao hơn mục tiêu 0,50 điểm phần trăm",
      "8.00% a year on average in 2021–2023, 0.50 percentage points above the target",
    ]);
    expect(of(null)).toEqual([null, null]);
  });
  test("a place within a group is so many places short", () => {
    const at = (position: number | null) =>
      gap({ targetValue: 3, group: { position, edition: 2025 } as unknown as NonNullable<Assessment["group"]> });
    expect(at(5)).toEqual(["còn thiếu 2 bậc để vào nhóm 3 nước dẫn đầu", "2 places short of the top 3"]);
    expect(at(4)).toEqual(["còn thiếu 1 bậc để vào nhóm 3 nước dẫn đầu", "1 place short of the top 3"]);
    expect(at(3)).toEqual(["đang thuộc nhóm 3 nước dẫn đầu", "inside the top 3"]);
    expect(at(null)).toEqual([null, null]);
  });
  test("without a threshold or a figure nothing is said", () => {
    expect(gap({ targetValue: null, latest: figure(2025, 44) })).toEqual([null, null]);
    expect(gap({ latest: null })).toEqual([null, null]);
  });
});

describe("a change between two figures", () => {
  const change = (from: number, to: number, kind: Parameters<typeof changeText>[2]) =>
    both((text) => changeText({ timePeriod: 2020, value: from }, { timePeriod: 2025, value: to }, kind, text));
  test.each([
    [86, 71, "rank", "tăng 15 bậc (86 → 71)", "up 15 places (86 → 71)"],
    [42, 44, "rank", "giảm 2 bậc (42 → 44)", "down 2 places (42 → 44)"],
    [44, 44, "rank", "giữ nguyên 44", "unchanged at 44"],
    [
      12.66,
      14.02,
      "share",
      "tăng 1,36 điểm phần trăm (12,66% → 14,02%)",
      "up 1.36 percentage points (12.66% → 14.02%)",
    ],
    [6.84, 5.88, "growth", "giảm 0,96 điểm phần trăm (6,84% → 5,88%)", "down 0.96 percentage points (6.84% → 5.88%)"],
  ] as const)("%d → %d of a %s", (from, to, kind, ...said) => expect(change(from, to, kind)).toEqual(said));
});

describe("why there is no verdict", () => {
  const reason = (of: Assessment["reason"], last: Assessment["last"] = null, measure = anIndicator({})) =>
    both((text) => reasonText({ reason: of, last }, measure, "ITU", text));
  test("a ranking that has ended, and any other measure", () => {
    const last = { timePeriod: 2020, value: 25, satisfies: true };
    expect(reason("discontinued", last)).toEqual(["ITU ngừng xếp hạng sau 2020", "ITU stopped ranking after 2020"]);
    expect(reason("discontinued", last, anIndicator({ valueKind: "share" }))).toEqual([
      "thước đo ngừng dùng sau 2020",
      "the measure ended after 2020",
    ]);
  });
  test("any other reason in its own words, and without one that there is no figure", () => {
    expect(reason("one_point")).toEqual(["mới có một số liệu từ năm cơ sở", "only one figure since the base year"]);
    expect(reason(null)).toEqual(["chưa có số liệu", "no figure yet"]);
  });
  test("what is left where a measure has ended", () => {
    const last = (
      satisfies: boolean,
      valueKind: "rank" | "share",
      readings?: { timePeriod: number; value: number; by: string }[],
    ) =>
      both((text) =>
        lastText(anAssessment({ last: { timePeriod: 2020, value: 25, satisfies } }), { valueKind, readings }, text),
      );
    expect(last(true, "rank")).toEqual([
      "số cuối cùng: hạng 25 năm 2020, trong mức mục tiêu",
      "last figure: rank 25 in 2020, within the target",
    ]);
    expect(last(false, "share")).toEqual([
      "số cuối cùng: 25% năm 2020, chưa tới mức mục tiêu",
      "last figure: 25% in 2020, short of the target",
    ]);
    expect(last(true, "rank", [{ timePeriod: 2020, value: 32, by: "by the usual rule" }])[1]).toBe(
      "last figure: rank 25 in 2020, within the target; 32 by the usual rule",
    );
    expect(lastText(anAssessment({}), { valueKind: "rank" }, vi)).toBeNull();
  });
});

test("economies ahead are a list in words, and none is nothing", () => {
  expect(both((text) => aheadText(["Singapore", "Malaysia"], text))).toEqual([
    "sau Singapore và Malaysia",
    "behind Singapore and Malaysia",
  ]);
  expect(aheadText([], vi)).toBeNull();
});

test("a document is cited as officials do; one without a legal number by its name", () => {
  const named = (number: string) => both((text) => documentName({ number, title: "Kế hoạch" }, text));
  expect(named("749/QĐ-TTg")).toEqual(["Quyết định 749/QĐ-TTg", "Decision 749/QĐ-TTg"]);
  expect(named("52-NQ/TW")).toEqual(["Nghị quyết 52-NQ/TW", "Resolution 52-NQ/TW"]);
  expect(named("ASEAN DEFA")).toEqual(["Kế hoạch", "Kế hoạch"]);
  expect(["749/QĐ-TTg", "52-NQ/TW", "ASEAN DEFA"].map(hasNumber)).toEqual([true, true, false]);
});
