import { describe, expect, test } from "vitest";
import { aTarget, realText } from "./data.fixture.ts";
import { targetBound, targetMark, targetText } from "./wording.ts";

const [vi, en] = [realText("vi"), realText("en")];
const both = (say: (text: typeof vi) => string | null) => [say(vi), say(en)];

describe("a target in words, as a bound and as a chart's mark", () => {
  test.each([
    ["a rank", "rank", {}, "thuộc nhóm 40 nước dẫn đầu", "top 40", "≤ 40", "≤ 40 năm 2030", "≤ 40 in 2030"],
    [
      "a rank to be kept",
      "rank",
      { qualifier: "maintain" },
      "duy trì trong nhóm 40 nước dẫn đầu",
      "stay in the top 40",
      "≤ 40",
      "≤ 40 năm 2030",
      "≤ 40 in 2030",
    ],
    [
      "kept by its kind",
      "rank",
      { kind: "maintain" },
      "duy trì trong nhóm 40 nước dẫn đầu",
      "stay in the top 40",
      "≤ 40",
      "≤ 40 năm 2030",
      "≤ 40 in 2030",
    ],
    [
      "a place in a group",
      "rank",
      { kind: "rank_in_group", value: 3, group: "ASEAN" },
      "thuộc nhóm 3 nước dẫn đầu ASEAN",
      "top 3 in ASEAN",
      "≤ 3",
      "≤ 3 năm 2030",
      "≤ 3 in 2030",
    ],
    [
      "a place in a group to be kept",
      "rank",
      { kind: "rank_in_group", value: 3, group: "ASEAN", qualifier: "maintain" },
      "duy trì trong nhóm 3 nước dẫn đầu ASEAN",
      "stay in the top 3 in ASEAN",
      "≤ 3",
      "≤ 3 năm 2030",
      "≤ 3 in 2030",
    ],
    [
      "about",
      "share",
      { value: 30, comparator: ">=", qualifier: "about" },
      "khoảng 30%",
      "about 30%",
      "khoảng 30%",
      "khoảng 30% năm 2030",
      "about 30% in 2030",
    ],
    [
      "over",
      "share",
      { value: 80, comparator: ">" },
      "trên 80%",
      "over 80%",
      "> 80%",
      "> 80% năm 2030",
      "> 80% in 2030",
    ],
    ["under", "share", { value: 5, comparator: "<" }, "dưới 5%", "under 5%", "< 5%", "< 5% năm 2030", "< 5% in 2030"],
    [
      "at least",
      "share",
      { value: 80.5, comparator: ">=" },
      "từ 80,5% trở lên",
      "at least 80.5%",
      "≥ 80,5%",
      "≥ 80,5% năm 2030",
      "≥ 80.5% in 2030",
    ],
    ["at most", "share", { value: 5 }, "không quá 5%", "at most 5%", "≤ 5%", "≤ 5% năm 2030", "≤ 5% in 2030"],
    ["all", "share", { value: 100, comparator: ">=" }, "100%", "100%", "≥ 100%", "≥ 100% năm 2030", "≥ 100% in 2030"],
    [
      "an average",
      "growth",
      { kind: "period_average", value: 7.5, comparator: ">", window: { from: 2021, to: 2030 } },
      "bình quân trên 7,5%/năm, 2021–2030",
      "over 7.5% a year on average, 2021–2030",
      "> 7,5%/năm",
      "> 7,5%/năm, bình quân 2021–2030",
      "> 7.5% a year, average 2021–2030",
    ],
  ] as const)("%s", (_, kind, some, wordsVi, wordsEn, bound, markVi, markEn) => {
    const target = aTarget(some as Parameters<typeof aTarget>[0]);
    expect(both((text) => targetText(target, kind, text))).toEqual([wordsVi, wordsEn]);
    expect(targetBound(target, kind, vi)).toBe(bound);
    expect(both((text) => targetMark(target, kind, text))).toEqual([markVi, markEn]);
  });
  test.each([{ value: null }, { comparator: null }])("without a threshold there is nothing to write: %o", (some) => {
    const target = aTarget(some);
    expect([targetText(target, "rank", vi), targetBound(target, "rank", vi), targetMark(target, "rank", vi)]).toEqual([
      null,
      "",
      "",
    ]);
  });
});
