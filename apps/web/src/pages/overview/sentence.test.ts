import { expect, test } from "vitest";
import { anAssessment, anIndicator, realText } from "../../words/data.fixture.ts";
import { headlineSentence, verdictSentence } from "./sentence.ts";

const five = [
  anAssessment({ indicator: "GII_RANK", class: "moving_away" }),
  anAssessment({
    indicator: "GCI_RANK",
    class: "not_assessable",
    reason: "discontinued",
    last: { timePeriod: 2020, value: 25, satisfies: true },
  }),
  anAssessment({ indicator: "EGDI_RANK", class: "on_track" }),
  anAssessment({ indicator: "DIGITAL_ECONOMY_GDP", class: "off_track", provisional: true }),
  anAssessment({ indicator: "LABOUR_PRODUCTIVITY_GROWTH", class: "behind", provisional: true }),
];
const topics = {
  vi: ["GII", "GCI", "Chính phủ điện tử", "kinh tế số", "năng suất lao động"],
  en: ["GII", "GCI", "e-government", "digital economy", "labour productivity"],
};
const indicatorsIn = (lang: "vi" | "en") =>
  five.map((a, i) =>
    anIndicator({
      code: a.indicator ?? "",
      topic: topics[lang][i] ?? "",
      compiler: a.indicator === "GCI_RANK" ? "ITU" : "WIPO",
      valueKind: a.indicator?.endsWith("RANK") ? "rank" : "share",
    }),
  );

test("the overview's sentence names every headline target once, in Vietnamese as officials write it", () => {
  expect(headlineSentence(five, indicatorsIn("vi"), realText("vi"))).toBe(
    "Trong 5 mục tiêu chủ yếu đến năm 2030: 1 đúng tiến độ (Chính phủ điện tử), 1 chậm tiến độ (năng suất lao động), 1 chậm nhiều so với tiến độ (kinh tế số), 1 xa mục tiêu hơn năm cơ sở (GII), 1 chưa đủ cơ sở đánh giá (GCI: ITU ngừng xếp hạng sau 2020); hai đánh giá là tạm thời.",
  );
});

test("the English sentence says the same", () => {
  expect(headlineSentence(five, indicatorsIn("en"), realText("en"))).toBe(
    "Of 5 headline targets for 2030: 1 on track (e-government), 1 behind (labour productivity), 1 off track (digital economy), 1 moving away (GII), 1 not assessable (GCI: ITU stopped ranking after 2020); two of these verdicts are provisional.",
  );
});

test.each(["vi", "en"] as const)("in %s the counts of a year's verdicts add up to the targets of that year", (lang) => {
  const verdicts = [
    ...["met", "met", "missed", "lost"].map((c) => anAssessment({ targetYear: 2025, class: c as "met" })),
    ...["no_definition", "no_observation", "no_definition"].map((r) =>
      anAssessment({ targetYear: 2025, class: "not_assessable", reason: r as "no_definition" }),
    ),
  ];
  const sentence = verdictSentence(verdicts, realText(lang));
  const [year, total, ...counts] = [...sentence.matchAll(/\d+/g)].map((m) => Number(m[0])).sort((a, b) => b - a);
  expect([year, total]).toEqual([2025, 7]);
  // Every target once by class, and those without a verdict once more by reason.
  expect(counts.reduce((sum, n) => sum + n, 0)).toBe(7 + 3);
});

test("no targets, no sentence", () => {
  expect(headlineSentence([], [], realText("vi"))).toBe("");
  expect(verdictSentence([], realText("vi"))).toBe("");
});
