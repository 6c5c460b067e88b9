import type { Outlook } from "@moc2030/shared/schema/outlook";
import { describe, expect, it } from "vitest";
import { aFigure, anAssessment, anIndicator, aTarget, realText } from "./data.fixture.ts";
import {
  beside,
  continuationSentence,
  isBelowPath,
  neededYears,
  planSentence,
  recordSentence,
  referenceAt,
} from "./outlook.ts";

const vi = realText("vi");
const share = { valueKind: "share", direction: "higher" } as const;
const rank = { valueKind: "rank", direction: "lower" } as const;
const nothing: Outlook = { catchUp: null, continuation: null, record: null, othersLikeUs: null };
const latest = { timePeriod: 2025, value: 14.02, obsStatus: ["E" as const], confidence: "sourced" as const };
/** Digital economy as of November 2026. */
const digital = anAssessment({
  ...{ class: "off_track", targetYear: 2030, targetValue: 30, comparator: ">=", latest },
  base: { timePeriod: 2020, value: 12.66 },
  path: [
    { timePeriod: 2020, value: 12.66 },
    { timePeriod: 2030, value: 30 },
  ],
  outlook: {
    ...nothing,
    catchUp: [
      { timePeriod: 2026, value: 17.216 },
      { timePeriod: 2030, value: 30 },
    ],
    continuation: { value: 15.38, gap: -14.62, satisfies: false },
    record: { needed: 3.196, best: { from: 2024, to: 2025, perYear: 0.85 }, reached: 0, of: 5, since: 2020 },
  },
});

describe("what is needed beside the record", () => {
  it("says the need, the best and how often the need was reached", () =>
    expect(recordSentence(digital, share, vi)).toBe(
      "Từ nay đến năm 2030 mỗi năm cần cải thiện 3,20 điểm phần trăm. Cao nhất đã đạt: 0,85 điểm phần trăm (2024–2025). Từ năm 2020, chưa lần nào trong 5 lần đạt mức này.",
    ));

  it("speaks of an average in its own rate, and of the years of growth", () => {
    const average = { toDate: 5.17, needed: 9.8813, ratio: 0.69, yearsCounted: [2021, 2025], yearsMissing: [] };
    const record = { needed: 9.8813, best: { from: 2025, to: 2025, perYear: 6.84 }, reached: 0, of: 11, since: 2015 };
    const growth = anAssessment({ kind: "period_average", targetYear: 2030, average, outlook: { ...nothing, record } });
    expect(recordSentence(growth, { valueKind: "growth", direction: "higher" }, vi)).toBe(
      "Các năm còn lại đến năm 2030 cần bình quân 9,88%/năm. Cao nhất đã đạt: 6,84%/năm (2025). Từ năm 2015, chưa năm nào trong 11 năm đạt mức này.",
    );
  });

  it("calls nothing the best where nothing was an improvement", () => {
    const record = { needed: 1, best: { from: 2020, to: 2022, perYear: -2 }, reached: 0, of: 1, since: 2020 };
    expect(recordSentence({ ...digital, outlook: { ...nothing, record } }, rank, vi)).toBe(
      "Từ nay đến năm 2030 mỗi năm cần cải thiện 1 bậc. Từ năm 2020 chưa năm nào cải thiện. Từ năm 2020, chưa lần nào trong 1 lần đạt mức này.",
    );
  });

  it("says nothing where nothing is left to reach", () =>
    expect(recordSentence({ ...digital, outlook: null }, share, vi)).toBeNull());
});

describe("what each year ahead asks for, in one line", () => {
  const ahead = (values: number[]) => values.map((value, i) => ({ timePeriod: 2026 + i, value }));
  const outlook = { ...nothing, catchUp: ahead([17.216, 20.412, 23.608, 26.804, 30]) };
  const shares = anIndicator({ valueKind: "share", frequency: "A" });

  it("is a value for each year, and none where nothing is left to reach", () => {
    const told = neededYears(anAssessment({ targetYear: 2030, latest, outlook }), shares, vi);
    expect(told?.replaceAll("\u00a0", " ")).toBe(
      "17,22% (2026), 20,41% (2027), 23,61% (2028), 26,80% (2029), 30% (2030)",
    );
    expect(neededYears(anAssessment({ targetYear: 2030, latest, outlook: nothing }), shares, vi)).toBeNull();
  });

  it("leaves out the years without an edition", () => {
    const egdi = anIndicator({ valueKind: "rank", frequency: "A2" });
    const catchUp = [67.5, 64, 60.5, 57, 53.5, 50].map((value, i) => ({ timePeriod: 2025 + i, value }));
    const a = anAssessment({
      ...{ targetYear: 2030, outlook: { ...nothing, catchUp } },
      latest: { ...latest, timePeriod: 2024, value: 71 },
    });
    expect(neededYears(a, egdi, vi)?.replaceAll("\u00a0", " ")).toBe("hạng 64 (2026), 57 (2028), 50 (2030) trở lên");
  });

  it("asks of a rank for whole places, which an edition has", () => {
    const catchUp = [43.2, 42.4, 41.6, 40.8, 40].map((value, i) => ({ timePeriod: 2026 + i, value }));
    const a = anAssessment({
      ...{ targetYear: 2030, outlook: { ...nothing, catchUp } },
      latest: { ...latest, timePeriod: 2025, value: 44 },
    });
    const gii = anIndicator({ valueKind: "rank", frequency: "A" });
    expect(neededYears(a, gii, vi)?.replaceAll("\u00a0", " ")).toBe(
      "hạng 43 (2026), 42 (2027), 41 (2028), 40 (2029), 40 (2030) trở lên",
    );
    expect(beside({ timePeriod: 2026, value: 43 }, a, rank, vi)).toBe("43 ấn bản 2026: bằng mức cần đạt từng năm.");
    expect(beside({ timePeriod: 2026, value: 44 }, a, rank, vi)).toMatch("thấp hơn mức cần đạt từng năm là 1 bậc.");
  });

  it("says a rate that stays the same once", () => {
    const average = { toDate: 5.17, needed: 9.8813, ratio: 0.69, yearsCounted: [2021, 2025], yearsMissing: [] };
    const catchUp = ahead([9.8813, 9.8813, 9.8813, 9.8813, 9.8813]);
    const a = anAssessment({
      ...{ kind: "period_average", targetYear: 2030, average, latest, outlook: { ...nothing, catchUp } },
    });
    expect(neededYears(a, anIndicator({ valueKind: "growth" }), vi)).toMatch(/^9,88%\S*\s\(2026–2030\)$/);
  });
});

describe("the pace so far, continued", () => {
  const own = aFigure(2025, 14.02, { obsStatus: ["E"] });

  it("is arithmetic, and says so", () =>
    expect(continuationSentence(digital, share, own, vi)).toBe(
      "Nếu mức tăng bình quân 2020–2025 không đổi, năm 2030 khoảng 15,4% (phép tính số học, không phải dự báo; số 2025 là ước tính).",
    ));

  it("is for an average the average so far", () => {
    const average = { toDate: 5.1703, needed: 9.8813, ratio: 0.69, yearsCounted: [2021, 2025], yearsMissing: [] };
    const continuation = { value: 5.1703, gap: -2.3297, satisfies: false };
    const growth = anAssessment({
      ...{ kind: "period_average", targetYear: 2030, average, latest, outlook: { ...nothing, continuation } },
    });
    expect(continuationSentence(growth, { valueKind: "growth", direction: "higher" }, own, vi)).toBe(
      "Nếu bình quân 2021–2025 không đổi, bình quân 2021–2030 là 5,17%/năm (phép tính số học, không phải dự báo; số 2025 là ước tính).",
    );
  });

  it("says of the figure that it is provisional, not that the series has a break", () =>
    expect(continuationSentence(digital, share, { ...own, obsStatus: ["B", "P"] }, vi)).toMatch(/số 2025 là sơ bộ\)/));

  it("is not said where the rules give none", () =>
    expect(continuationSentence({ ...digital, outlook: nothing }, rank, own, vi)).toBeNull());
});

describe("an assumed figure beside both paths", () => {
  it("is equal to what is needed and below the reference path", () =>
    expect(beside({ timePeriod: 2026, value: 17.22 }, digital, share, vi)).toBe(
      "17,22% năm 2026: bằng mức cần đạt từng năm; thấp hơn đường tham chiếu từ năm 2020 là 5,84 điểm phần trăm.",
    ));

  it("says nothing of a year that is on no path", () =>
    expect(beside({ timePeriod: 2031, value: 17 }, digital, share, vi)).toBeNull());

  it("counts a lower rank number as higher", () => {
    const egdi = {
      ...digital,
      path: [
        { timePeriod: 2020, value: 86 },
        { timePeriod: 2030, value: 50 },
      ],
      outlook: null,
    };
    expect(beside({ timePeriod: 2026, value: 60 }, egdi, rank, vi)).toBe(
      "60 ấn bản 2026: cao hơn đường tham chiếu từ năm 2020 là 4,4 bậc.",
    );
  });
});

it("what is needed may begin short of the reference path, whichever way is better", () => {
  const paths = (comparator: "<=" | ">=", needed: number, from: number, to: number) =>
    isBelowPath(
      anAssessment({
        ...{ comparator, path: [2020, 2030].map((timePeriod, i) => ({ timePeriod, value: i ? to : from })) },
        outlook: { ...nothing, catchUp: [{ timePeriod: 2025, value: needed }] },
      }),
    );
  expect([paths(">=", 14, 10, 20), paths(">=", 15, 10, 20), paths("<=", 71, 86, 50), paths("<=", 60, 86, 50)]).toEqual([
    ...[true, false, true, false],
  ]);
});

it("the reference path is straight and ends with the target", () => {
  expect(referenceAt(digital, 2025)).toBeCloseTo(21.33, 10);
  expect(referenceAt(digital, 2030)).toBe(30);
  expect(referenceAt(digital, 2031)).toBeNull();
});

it("says what another document's growth for one year leaves, and whether keeping it would do", () => {
  const target = aTarget({ ...{ year: 2026, comparator: ">=", value: 8.5, qualifier: "about", document: "PLAN" } });
  const a = anAssessment({ kind: "period_average", targetYear: 2030, targetValue: 7.5 });
  const plan = { target, needed: 10.2293, yearsLeft: 4, average: 6.8222 };
  expect(planSentence(plan, a, "Kế hoạch năm 2026", vi)).toBe(
    "Kế hoạch năm 2026: mục tiêu năm 2026 khoảng 8,5%. Kể cả khi đạt, 4 năm còn lại cần bình quân 10,23%/năm. Nếu cả 5 năm đều đạt khoảng 8,5%, bình quân cả giai đoạn là 6,82%/năm, thấp hơn mục tiêu.",
  );
  expect(planSentence({ ...plan, average: 7.6 }, a, "P", vi)).toMatch(/là 7,60%\/năm\.$/);
});
