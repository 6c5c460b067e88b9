import type { Assessment } from "@moc2030/shared/schema/assessment";
import { expect, test } from "vitest";
import { anAssessment, anIndicator, realText } from "../../words/data.fixture.ts";
import { needSentence } from "./need.ts";

const share = anIndicator({ valueKind: "share", direction: "higher" });
type Best = NonNullable<NonNullable<Assessment["outlook"]>["record"]>["best"];
const withRecord = (needed: number, best: Best, some: Partial<Assessment> = {}) =>
  anAssessment({
    ...some,
    outlook: {
      catchUp: null,
      continuation: null,
      record: { needed, best, reached: 0, of: 5, since: 2020 },
      othersLikeUs: null,
    },
  });

test.each([
  ["vi", "Cần từ nay: 3,20 điểm phần trăm/năm; cao nhất đã đạt: 0,85 điểm phần trăm/năm (2024 → 2025)."],
  [
    "en",
    "Needed from now on: 3.20 percentage points a year; best on record: 0.85 percentage points a year (2024 → 2025).",
  ],
] as const)("in %s what is needed a year stands beside the highest on record", (lang, said) => {
  const a = withRecord(3.196, { from: 2024, to: 2025, perYear: 0.85 });
  expect(needSentence(a, share, realText(lang))).toBe(said);
});

test("of an average the yearly rates themselves are compared; a rank counts places", () => {
  const average = withRecord(9.8813, { from: 2025, to: 2025, perYear: 6.84 }, { kind: "period_average" });
  expect(needSentence(average, anIndicator({ valueKind: "growth" }), realText("vi"))).toBe(
    "Cần từ nay: 9,88%/năm; cao nhất đã đạt: 6,84%/năm (2025).",
  );
  expect(needSentence(withRecord(0.8, null), anIndicator({}), realText("vi"))).toBe("Cần từ nay: 0,8 bậc/năm.");
});

test("where every year lost, the least that was lost is told as a loss", () => {
  expect(needSentence(withRecord(2, { from: 2024, to: 2025, perYear: -1.5 }), anIndicator({}), realText("vi"))).toBe(
    "Cần từ nay: 2 bậc/năm; cao nhất đã đạt: −1,5 bậc/năm (2024 → 2025).",
  );
});

test("a target that is reached or cannot be assessed needs nothing", () => {
  expect(needSentence(anAssessment({ class: "met" }), share, realText("vi"))).toBeNull();
});
