import { describe, expect, test } from "vitest";
import { aFigure, anAssessment, anIndicator, aTarget, realText } from "./data.fixture.ts";
import { chartTitle, summary, timesInWords, turningPoints } from "./summary.ts";

const gii = {
  indicator: anIndicator({}),
  series: [
    aFigure(2019, 42, { rankPool: 129 }),
    aFigure(2020, 42, { rankPool: 131 }),
    aFigure(2021, 44, { rankPool: 132 }),
    aFigure(2022, 48, { rankPool: 132 }),
    aFigure(2023, 46, { rankPool: 132 }),
    aFigure(2024, 44, { rankPool: 133 }),
    aFigure(2025, 44, { rankPool: 139 }),
  ],
  target: aTarget({ kind: "maintain" }),
  assessment: anAssessment({
    kind: "maintain",
    class: "moving_away",
    base: { timePeriod: 2020, value: 42 },
    latest: { timePeriod: 2025, value: 44, obsStatus: ["A"], confidence: "sourced" },
    pace: { ratio: -2, soFarPerYear: 0.4, neededPerYear: -0.8, gap: -4 },
  }),
};

const digital = {
  indicator: anIndicator({
    code: "DIGITAL_ECONOMY_GDP",
    shortName: "Kinh tế số/GDP",
    valueKind: "share",
    direction: "higher",
    unit: "% GDP",
    decimals: 2,
  }),
  series: [
    aFigure(2020, 12.66, { decimals: 2 }),
    aFigure(2024, 13.17, { decimals: 2, obsStatus: ["E"] }),
    aFigure(2025, 14.02, { decimals: 2, obsStatus: ["E"] }),
  ],
  target: aTarget({ value: 30, comparator: ">=", qualifier: "about" }),
  assessment: anAssessment({
    comparator: ">=",
    targetValue: 30,
    class: "off_track",
    base: { timePeriod: 2020, value: 12.66 },
    latest: { timePeriod: 2025, value: 14.02, obsStatus: ["E"], confidence: "sourced" },
    pace: { ratio: 0.156863, soFarPerYear: 0.272, neededPerYear: 3.196, gap: -15.98 },
  }),
};

describe("in Vietnamese", () => {
  const text = realText("vi");
  test("the course of a rank is told by its turns", () => {
    expect(summary(gii, text)).toBe(
      "Việt Nam xếp 42/131 năm 2020, xuống 48 năm 2022, lên lại 44 năm 2024 và giữ 44/139 năm 2025: thấp hơn năm 2020 hai bậc. Để vào nhóm 40 năm 2030 cần tăng 4 bậc, bình quân 0,8 bậc/năm.",
    );
  });
  test("the course of a share is told by its pace and the pace still needed", () => {
    expect(summary(digital, text)).toBe(
      "12,66% GDP năm 2020, 14,02% năm 2025 (ước tính): tăng 0,27 điểm phần trăm/năm. Để đạt khoảng 30% năm 2030 cần 3,20 điểm phần trăm/năm, gần 12 lần mức vừa qua.",
    );
  });
  test("a chart's title says what is seen", () => {
    expect(chartTitle(gii, "≤ 40 năm 2030", text)).toBe(
      "Thứ hạng GII: 42 → 44 từ 2020 đến 2025, mục tiêu ≤ 40 năm 2030",
    );
  });
  test("years of growth say a shared flag once", () => {
    const years = [4.71, 4.8, 3.65, 5.88].map((value, i) =>
      aFigure(2021 + i, value, { decimals: i === 1 ? 1 : 2, obsStatus: ["P"] }),
    );
    const told = summary(
      {
        indicator: anIndicator({ valueKind: "growth", direction: "higher", shortName: "Tăng năng suất lao động" }),
        series: [...years, aFigure(2025, 6.84, { decimals: 2, obsStatus: ["E"], confidence: "derived" })],
        target: aTarget({ kind: "period_average", value: 7.5, comparator: ">", window: { from: 2021, to: 2030 } }),
        assessment: anAssessment({
          kind: "period_average",
          class: "behind",
          average: {
            toDate: 5.1703,
            needed: 9.8813,
            ratio: 0.68938,
            yearsCounted: [2021, 2022, 2023, 2024, 2025],
            yearsMissing: [],
          },
        }),
      },
      text,
    );
    expect(told).toBe(
      "Tăng năng suất lao động: 4,71% năm 2021, 4,8% năm 2022, 3,65% năm 2023, 5,88% năm 2024 (đều sơ bộ) và 6,84% năm 2025 (ước tính, tính từ nguồn): bình quân 5,17%/năm. Để đạt bình quân trên 7,5%/năm, 2021–2030, các năm còn lại cần bình quân 9,88%/năm.",
    );
  });
  test("before the first year of an average the years before it are told, and that none of its own has a figure", () => {
    const average = { toDate: null, needed: null, ratio: null, yearsCounted: [], yearsMissing: [2021] };
    const told = summary(
      {
        indicator: anIndicator({ valueKind: "growth", direction: "higher", shortName: "Tăng năng suất lao động" }),
        series: [aFigure(2018, 6, { decimals: 1 }), aFigure(2019, 6.2, { decimals: 1, obsStatus: ["B", "P"] })],
        target: aTarget({ kind: "period_average", value: 7.5, comparator: ">", window: { from: 2021, to: 2030 } }),
        assessment: anAssessment({
          ...{ kind: "period_average", class: "not_assessable", reason: "no_observation", average },
        }),
      },
      text,
    );
    expect(told).toBe(
      "Tăng năng suất lao động: 6,0% năm 2018 và 6,2% năm 2019 (sơ bộ). Chưa có số liệu của năm nào trong giai đoạn tính bình quân.",
    );
  });
  test("without figures it says so", () => {
    expect(summary({ ...gii, series: [], assessment: null }, text)).toBe("Chưa có số liệu.");
  });
  test("neither an unverified figure nor a forecast is told", () => {
    for (const more of [{ confidence: "unverified" } as const, { obsStatus: ["F" as const] }]) {
      const series = [...gii.series, aFigure(2026, 12, more)];
      expect(summary({ ...gii, series }, text)).toBe(summary(gii, text));
    }
  });
});

test("the English sentences say the same numbers", () => {
  const text = realText("en");
  expect(summary(gii, text)).toBe(
    "Viet Nam ranked 42/131 in 2020, fell to 48 in 2022, rose back to 44 in 2024 and stayed at 44/139 in 2025: two places below 2020. To be in the top 40 by 2030 it has to climb 4 places, 0.8 places a year on average.",
  );
  expect(summary(digital, text)).toContain("14.02% in 2025 (estimated): up 0.27 percentage points a year");
  expect(summary(digital, text)).toContain("takes 3.20 percentage points a year, almost 12 times the pace so far");
});

test("turning points are where the course changes", () => {
  const values = [86, 86, 71].map((value) => ({ value }));
  expect(turningPoints(values)).toHaveLength(3);
  expect(turningPoints([1, 2, 3, 4].map((value) => ({ value })))).toEqual([{ value: 1 }, { value: 4 }]);
});

test("times are rounded in words only where they are near a whole number", () => {
  const text = realText("vi");
  expect(timesInWords(11.75, text)).toBe("gần 12");
  expect(timesInWords(12.02, text)).toBe("khoảng 12");
  expect(timesInWords(2.5, text)).toBe("2,5");
});
