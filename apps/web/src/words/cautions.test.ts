import { expect, test } from "vitest";
import { cautions } from "./cautions.ts";
import { aFigure, anAssessment, anIndicator, aTarget, realText } from "./data.fixture.ts";
import type { HeadlineRow } from "./headline-rows.ts";

const names: Record<string, string> = { NSO: "Cục Thống kê", MIC: "Bộ Thông tin và Truyền thông" };
const nameOf = (code: string) => names[code] ?? code;
const estimated = { obsStatus: ["E" as const], confidence: "sourced" as const };
const plain = (some: Partial<HeadlineRow> = {}): HeadlineRow => ({
  ...{ indicator: anIndicator({ valueKind: "share", compiler: "NSO", topic: "kinh tế số" }), target: aTarget({}) },
  ...{ assessment: anAssessment({}), companion: null, beside: null, missing: null },
  ...some,
});
const said = (row: HeadlineRow, lang: "vi" | "en" = "vi") => cautions([row], nameOf, realText(lang));

test("a figure that needs no caution is not named", () => expect(said(plain())).toEqual([]));

test("a provisional assessment is said with the year and grade of its figure", () => {
  const assessment = anAssessment({ provisional: true, latest: { timePeriod: 2025, value: 14.02, ...estimated } });
  expect(said(plain({ assessment }))).toEqual([
    {
      ...{ code: "GII_RANK", topic: "kinh tế số", hash: null },
      sentences: ["Đánh giá tạm thời, số 2025 là số ước tính."],
    },
  ]);
  expect(said(plain({ assessment }), "en")[0]?.sentences).toEqual(["Provisional: the 2025 figure is estimated."]);
});

test("an average is said to be worked out here, and whose it is not", () => {
  const average = { toDate: 5.1703, needed: 9.88, ratio: 0.7, yearsCounted: [2021, 2025], yearsMissing: [] };
  expect(said(plain({ assessment: anAssessment({ kind: "period_average", average }) }))[0]?.sentences).toEqual([
    "5,17%/năm là tính toán của hệ thống từ số từng năm, chưa phải số bình quân do Cục Thống kê công bố.",
  ]);
});

test("of two figures for one year it is said which counts, with the way to why", () => {
  const share = { compiler: "NSO", decimals: 2 };
  const beside = {
    year: 2024,
    official: aFigure(2024, 13.17, share),
    other: aFigure(2024, 18.3, { compiler: "MIC", decimals: 1 }),
  };
  const [caution] = said(plain({ beside }));
  expect(caution?.sentences).toEqual([
    "Năm 2024: 13,17% dùng để đánh giá và trích dẫn; 18,3% của Bộ Thông tin và Truyền thông chỉ để tham khảo.",
  ]);
  expect(caution?.hash).toBe("two-figures");
});
