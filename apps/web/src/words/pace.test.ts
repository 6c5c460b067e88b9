import { assessWithOutlook } from "@moc2030/shared/outlook/outlook";
import type { Assessment, AssessmentClass } from "@moc2030/shared/schema/assessment";
import { describe, expect, test } from "vitest";
import { anAssessment, anIndicator, realText } from "./data.fixture.ts";
import { classWord, marginSentence, paceSentence } from "./pace.ts";

const [vi, en] = [realText("vi"), realText("en")];
const both = (say: (text: typeof vi) => string | null) => [say(vi), say(en)];
const rank = anIndicator({});
const share = anIndicator({ valueKind: "share", direction: "higher", decimals: 2 });

describe("the pace still needed beside the pace so far", () => {
  const gii = {
    class: "moving_away",
    base: { timePeriod: 2020, value: 42 },
    pace: { ratio: -2, soFarPerYear: 0.4, neededPerYear: -0.8, gap: -4 },
  } as const;
  const said = (some: Partial<Assessment>, measure = rank) =>
    both((text) => paceSentence(anAssessment({ ...gii, ...some }), measure, text));

  test("a rank that got worse has lost places each year", () =>
    expect(said({})).toEqual([
      "Mức cần cải thiện mỗi năm: 0,8 bậc; từ 2020 đến nay mỗi năm lùi 0,4 bậc.",
      "Still needed each year: 0.8 places; since 2020 lost each year: 0.4 places.",
    ]));
  test("one that got better has not", () =>
    expect(said({ class: "behind", pace: { ...gii.pace, soFarPerYear: -0.4 } })).toEqual([
      "Mức cần cải thiện mỗi năm: 0,8 bậc; từ 2020 đến nay: 0,4 bậc.",
      "Still needed each year: 0.8 places; so far since 2020: 0.4 places.",
    ]));
  test("standing still is no loss", () =>
    expect(said({ pace: { ...gii.pace, soFarPerYear: 0 } })[0]).toBe(
      "Mức cần cải thiện mỗi năm: 0,8 bậc; từ 2020 đến nay: 0,0 bậc.",
    ));
  test("of a share more is better", () => {
    const pace = { ratio: 0.16, soFarPerYear: 0.272, neededPerYear: 3.196, gap: -15.98 };
    expect(said({ pace }, share)).toEqual([
      "Mức cần cải thiện mỗi năm: 3,20 điểm phần trăm; từ 2020 đến nay: 0,27 điểm phần trăm.",
      "Still needed each year: 3.20 percentage points; so far since 2020: 0.27 percentage points.",
    ]);
    expect(said({ pace: { ...pace, soFarPerYear: -0.272 } }, share)).toEqual([
      "Mức cần cải thiện mỗi năm: 3,20 điểm phần trăm; từ 2020 đến nay mỗi năm lùi 0,27 điểm phần trăm.",
      "Still needed each year: 3.20 percentage points; since 2020 lost each year: 0.27 percentage points.",
    ]);
  });
  test("an average says what the years left need", () => {
    const average = { toDate: 5.17, needed: 9.8813, ratio: 0.69, yearsCounted: [2021, 2023, 2022], yearsMissing: [] };
    expect(said({ average, referenceDate: "2024-12-30" }, share)).toEqual([
      "Các năm 2024–2030 cần bình quân 9,88%/năm.",
      "The years 2024–2030 need 9.88% a year on average.",
    ]);
    // A year that is over without its figure is none of those that are left.
    expect(said({ average, referenceDate: "2024-12-31" }, share)[1]).toBe(
      "The years without a figure (2024–2030) need 9.88% a year on average.",
    );
    expect(said({ average: { ...average, needed: null } }, share)).toEqual([null, null]);
  });
  test.each([
    ["met", { class: "met" }],
    ["missed", { class: "missed" }],
    ["without a pace", { pace: null }],
    ["without one still needed", { pace: { ...gii.pace, neededPerYear: null } }],
    ["without one so far", { pace: { ...gii.pace, soFarPerYear: null } }],
    ["without a base", { base: null }],
  ] as [string, Partial<Assessment>][])("%s: nothing is said", (_, some) => expect(said(some)).toEqual([null, null]));
});

describe("how close the latest value is to another class", () => {
  /** A share of 12.66 in 2020 that has to be 30 in 2030, judged by the rules themselves. */
  function judged(value: number): Assessment {
    const observation = (timePeriod: number, of: number) =>
      ({ timePeriod, value: of, obsStatus: ["A"], confidence: "sourced" }) as const;
    return assessWithOutlook({
      target: {
        id: "T",
        indicator: "X",
        year: 2030,
        kind: "level",
        comparator: ">=",
        value: 30,
        direction: "higher",
        baseYear: 2020,
      },
      observations: [observation(2020, 12.66), observation(2025, value)],
      discontinuedFrom: null,
      referenceDate: "2026-11-21",
    });
  }
  const said = (value: number) => [judged(value).class, ...both((text) => marginSentence(judged(value), share, text))];

  test("just above a threshold: what would still be this status, and what the next ones", () =>
    expect(said(21)).toEqual([
      "on_track",
      "Sát ngưỡng năm 2025: 20,90% vẫn là đúng tiến độ, dưới 20,90% là chậm tiến độ, dưới 17,87% là chậm nhiều so với tiến độ.",
      "Close to a threshold in 2025: 20.90% would still be on track, under 20.90% behind, under 17.87% off track.",
    ]));
  test("just below one: what would be the better status", () =>
    expect(said(20.5)).toEqual([
      "behind",
      "Sát ngưỡng năm 2025: 20,90% sẽ là đúng tiến độ.",
      "Close to a threshold in 2025: 20.90% would be on track.",
    ]));
  test("a thread is six hundredths of the way: 1.04 of 17.34, and no more", () => {
    // Off track ends at 12.66: at 13.6 it is near, at 13.8 it is not.
    expect(said(13.6)[1]).toMatch(/^Sát ngưỡng năm 2025: 12,66% vẫn là chậm nhiều/);
    expect(said(13.8)).toEqual(["off_track", null, null]);
    expect(said(19.4)).toEqual(["behind", null, null]);
  });
  test("where there are no thresholds nothing is said", () => {
    const a = judged(21);
    for (const some of [{ margin: null }, { latest: null }, { base: null }, { targetValue: null }])
      expect(marginSentence({ ...a, ...some }, share, vi)).toBeNull();
  });
});

test.each([
  ["met", "hiện đạt", "met so far"],
  ["on_track", "đúng tiến độ", "on track"],
  ["moving_away", "thấp hơn năm cơ sở", "lower than in the base year"],
  ["lost", "không duy trì được", "no longer met"],
] as [AssessmentClass, string, string][])("%s inside a sentence begins small", (found, ...words) =>
  expect(both((text) => classWord(anAssessment({ class: found }), text, share))).toEqual(words),
);
