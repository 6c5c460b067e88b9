import type { Assessment } from "@moc2030/shared/schema/assessment";
import { describe, expect, test } from "vitest";
import { anAssessment, anIndicator, aTarget, realText } from "../../words/data.fixture.ts";
import { formula, steps } from "./working.ts";

const [vi, en] = [realText("vi"), realText("en")];
const gii = {
  indicator: anIndicator({}),
  target: aTarget({}),
  assessment: anAssessment({
    class: "moving_away",
    base: { timePeriod: 2020, value: 42 },
    latest: { timePeriod: 2025, value: 44, obsStatus: ["A"], confidence: "sourced" },
    pace: { ratio: -2, soFarPerYear: 0.4, neededPerYear: -0.8, gap: -4 },
    margin: { worse: null, better: 41.9999 },
  }),
};
const share = {
  indicator: anIndicator({ valueKind: "share", direction: "higher" }),
  target: aTarget({ value: 30, comparator: ">=", baseYear: 2019, baseYearReason: "x" }),
  assessment: anAssessment({
    targetValue: 30,
    class: "off_track",
    base: { timePeriod: 2020, value: 12.66 },
    latest: { timePeriod: 2025, value: 14.02, obsStatus: ["E"], confidence: "sourced" },
    pace: { ratio: 0.156863, soFarPerYear: 0.272, neededPerYear: 3.196, gap: -15.98 },
    margin: { worse: 12.66, better: 17.864 },
  }),
};
const growth = {
  indicator: anIndicator({ valueKind: "growth", direction: "higher" }),
  target: aTarget({ kind: "period_average", value: 7.5, comparator: ">", window: { from: 2021, to: 2030 } }),
  assessment: anAssessment({
    kind: "period_average",
    targetValue: 7.5,
    class: "behind",
    average: { toDate: 5.1703, needed: 9.8813, ratio: 0.68938, yearsCounted: [2021, 2023], yearsMissing: [2022, 2024] },
  }),
};
const lines = (facts: Parameters<typeof steps>[0], text = vi) =>
  steps(facts, text).map(({ term, value, note }) => `${term}: ${value}${note ? ` | ${note}` : ""}`);

describe("the steps, in the order in which they are worked out", () => {
  test("of a rank", () => {
    expect(lines(gii)).toEqual([
      "Giá trị năm cơ sở 2020: 42 | Vì sao năm này: 2020 là năm ban hành.",
      "Giá trị mới nhất dùng được (2025): 44",
      "Mục tiêu năm 2030: 40",
      "Thay đổi mỗi năm từ năm cơ sở đến nay: +0,4 bậc",
      "Thay đổi mỗi năm mà đường tham chiếu đòi hỏi: −0,2 bậc",
      "Tỷ lệ giữa hai mức thay đổi: −2,00 | Từ 0,95: đúng tiến độ; từ 0,60: chậm; từ 0: chậm nhiều; dưới 0: thấp hơn năm cơ sở.",
      "Mức cần cải thiện mỗi năm đến 2030: 0,8 bậc",
      "Ngưỡng của số mới nhất để được xếp cao hơn: 42",
    ]);
  });
  test("of a share whose base year had no figure", () => {
    expect(lines(share, en)).toEqual([
      "Value in the base year 2020: 12.66% | The base year 2019 has no usable figure; the first one after it is taken.",
      "Latest usable value (2025): 14.02%",
      "Target for 2030: 30%",
      "Change per year since the base year: +0.27 percentage points",
      "Change per year that the path asks for: +1.73 percentage points",
      "Ratio of the two: 0.16 | From 0.95: on track; from 0.60: behind; from 0: off track; below 0: lower than in the base year.",
      "Improvement still needed each year to 2030: 3.20 percentage points",
      "Latest value beyond which the status would be worse: 12.66%",
      "Latest value at which the status would be better: 17.86%",
    ]);
  });
  test("of an average", () => {
    expect(lines(growth)).toEqual([
      "Giai đoạn tính bình quân: 2021–2030 | Đã có số liệu: 2021, 2023.",
      "Năm thiếu số liệu: 2022, 2024",
      "Tốc độ tăng bình quân các năm đã có (A): 5,17%/năm",
      "Mục tiêu bình quân (G): 7,5%/năm",
      "Tỷ lệ A/G: 0,69 | Từ 0,95: đúng tiến độ; từ 0,60: chậm; từ 0: chậm nhiều; dưới 0: thấp hơn năm cơ sở.",
      "Bình quân cần đạt trong các năm còn lại: 9,88%/năm",
    ]);
    const nothing = { toDate: null, needed: null, ratio: null, yearsCounted: [], yearsMissing: [] };
    expect(lines({ ...growth, assessment: { ...growth.assessment, average: nothing, targetValue: null } }, en)).toEqual(
      ["Years averaged: 2021–2030 | With figures: ."],
    );
  });
  test("of what is met no pace is asked for, and of nothing there is nothing", () => {
    const met = lines({ ...gii, assessment: { ...gii.assessment, class: "met" } }).join();
    expect(met).not.toContain("Thay đổi mỗi năm");
    expect(lines({ ...gii, assessment: anAssessment({ targetValue: null }) })).toEqual([]);
  });
  test.each([
    [true, "Last figure (2020): 25 | Within the target."],
    [false, "Last figure (2020): 25 | Short of the target."],
  ])("a measure that has ended has its last figure: %s", (satisfies, said) => {
    const last = { timePeriod: 2020, value: 25, satisfies };
    expect(lines({ ...gii, assessment: anAssessment({ targetValue: null, last }) }, en)).toEqual([said]);
  });
  test("no change has no sign", () => {
    const still = { ...gii.assessment, pace: { ratio: 0, soFarPerYear: 0, neededPerYear: null, gap: 0 } };
    expect(lines({ ...gii, assessment: { ...still, targetValue: 42 } }, en)).toContain(
      "Change per year since the base year: 0 places",
    );
  });
  test("a place in a group is counted in places, whatever the figures are", () => {
    const group = { position: 5, edition: 2025 } as unknown as NonNullable<Assessment["group"]>;
    const found = lines({ ...share, assessment: { ...share.assessment, group } }, en);
    expect(found[1]).toBe("Latest usable value (2025): 14.02");
    expect(found[3]).toBe("Change per year since the base year: +0.27 places");
  });
});

describe("the formula with its numbers", () => {
  test("of a pace, negative ones in brackets", () => {
    expect(formula(gii, vi)).toBe("P = [(44 − 42) / (2025 − 2020)] / [(40 − 42) / (2030 − 2020)] = −2,0000");
    const below = { ...gii.assessment, base: { timePeriod: 2020, value: -1.5 } };
    expect(formula({ ...gii, assessment: below }, en)).toBe(
      "P = [(44 − (−1.5)) / (2025 − 2020)] / [(40 − (−1.5)) / (2030 − 2020)] = −2.0000",
    );
  });
  test("of an average, with as many years as it has", () => {
    expect(formula(growth, vi)).toBe(
      "A = ((1 + g₁/100) × … × (1 + g₂/100))^(1/2) − 1 = 5,1703%;  A / G = 5,1703 / 7,5 = 0,6894",
    );
    const ten = {
      ...growth.assessment.average,
      yearsCounted: Array.from({ length: 10 }, (_, i) => 2021 + i),
      ratio: null,
    };
    expect(
      formula({ ...growth, assessment: { ...growth.assessment, average: ten as Assessment["average"] } }, en),
    ).toBe("A = ((1 + g₁/100) × … × (1 + g₁₀/100))^(1/10) − 1 = 5.1703%");
  });
  test.each([{ base: null }, { latest: null }, { targetValue: null }, { pace: null }] as Partial<Assessment>[])(
    "none without %o",
    (some) => expect(formula({ ...gii, assessment: { ...gii.assessment, ...some } }, vi)).toBeNull(),
  );
});
