import { expect, test } from "vitest";
import { anAssessment, anIndicator, aTarget, realText } from "../../words/data.fixture.ts";
import { proposals } from "./overall.ts";
import type { ReportData } from "./reads.ts";

test("a proposal for an ended measure speaks of ranking only where it was a rank", () => {
  const row = (valueKind: "rank" | "share", shortName: string) => ({
    indicator: anIndicator({ code: shortName, shortName, valueKind, compiler: "ITU" }),
    target: aTarget({}),
    assessment: anAssessment({ class: "not_assessable", reason: "discontinued" }),
  });
  const data = {
    ...{ headline: [], others: [row("rank", "GCI"), row("share", "Tỷ lệ X")] },
    ...{ bodies: [], compilers: [{ code: "ITU", name: "ITU" }], referenceDate: "2026-11-20" },
  } as unknown as ReportData;
  const [list] = proposals(data, realText("vi"));
  expect(list).toMatchObject({
    items: [
      "‹Đề nghị xem xét thay mục tiêu GCI: ITU không còn xếp hạng›",
      "‹Đề nghị xem xét thay mục tiêu Tỷ lệ X: thước đo đã ngừng, ITU không còn công bố›",
      expect.any(String),
    ],
  });
});
