import type { Ladder } from "@moc2030/shared/assess/ladder";
import { describe, expect, test } from "vitest";
import { anAssessment, anIndicator, realText } from "./data.fixture.ts";
import { rungStart, rungText, thresholds } from "./thresholds.ts";

const [vi, en] = [realText("vi"), realText("en")];
const rank = anIndicator({});
const share = anIndicator({ valueKind: "share", direction: "higher", decimals: 2 });
const index = anIndicator({ valueKind: "index", direction: "lower", decimals: 4 });

/** A ladder from the values of its rungs, best first. */
const ladderOf = (
  direction: Ladder["direction"],
  of: Ladder["of"],
  ...rungs: [best: number | null, worst: number | null][]
) =>
  ({
    direction,
    of,
    rungs: rungs.map(([best, worst], i) => ({ class: ["met", "on_track", "behind", "off_track"][i], best, worst })),
  }) as unknown as Ladder;
const texts = (all: Ladder, scale: Parameters<typeof rungText>[2], text = vi) =>
  all.rungs.map((rung) => rungText(all, rung, scale, text));

describe("the values of a status in words", () => {
  const ranks = ladderOf("lower", "value", [null, 40], [41, 72], [73, 73], [74, null]);
  test("a rank: from the first, through a range and a single place, to what comes after", () => {
    expect(texts(ranks, rank)).toEqual(["1–40", "41–72", "73", "từ 74"]);
    expect(texts(ranks, rank, en)).toEqual(["1–40", "41–72", "73", "from 74"]);
  });
  test("where only the first place will do it is that alone", () =>
    expect(texts(ladderOf("lower", "value", [null, 1], [2, null]), rank)).toEqual(["1", "từ 2"]));
  test("a share of which more is better is written from the smaller to the larger", () => {
    const shares = ladderOf("higher", "value", [null, 30], [30, 20.9], [20.89, 17.87], [17.86, null]);
    expect(texts(shares, share)).toEqual(["từ 30% trở lên", "20,90–30%", "17,87–20,89%", "dưới 17,87%"]);
    expect(texts(shares, share, en)).toEqual(["30% or more", "20.90–30%", "17.87–20.89%", "under 17.87%"]);
  });
  test("one of which less is better has a ceiling, and ends above it", () => {
    const values = ladderOf("lower", "value", [null, 0.5], [0.5001, 0.75], [0.7501, null]);
    expect(texts(values, index)).toEqual(["không quá 0,5000", "0,5001–0,7500", "trên 0,7500"]);
    expect(texts(values, index, en)).toEqual(["0.5000 or less", "0.5001–0.7500", "over 0.7500"]);
  });
  test("an average is a share with two decimals, whatever the figures have", () => {
    const averages = ladderOf("higher", "average", [null, 7.5], [7.49, 7.125], [7.12, null]);
    expect(texts(averages, { valueKind: "growth", decimals: 1 })).toEqual([
      "từ 7,50% trở lên",
      "7,13–7,49%",
      "dưới 7,13%",
    ]);
  });
});

describe("where a status begins, seen from a better one", () => {
  const starts = (all: Ladder, scale: Parameters<typeof rungText>[2], text = vi) =>
    all.rungs.slice(1).map((rung) => rungStart(all, rung, scale, text));
  test("a rank from its first place", () => {
    const ranks = ladderOf("lower", "value", [null, 40], [41, 72], [73, null]);
    expect([starts(ranks, rank), starts(ranks, rank, en)]).toEqual([
      ["từ 41", "từ 73"],
      ["from 41", "from 73"],
    ]);
  });
  test("a share under the last of the better one", () => {
    const shares = ladderOf("higher", "value", [null, 30], [29.99, 17.87], [17.86, null]);
    expect([starts(shares, share), starts(shares, share, en)]).toEqual([
      ["dưới 30%", "dưới 17,87%"],
      ["under 30%", "under 17.87%"],
    ]);
    // The better class has no lower bound, so its own upper bound is used.
    expect(starts(ladderOf("higher", "value", [null, null], [12.5, 10]), share)).toEqual(["dưới 12,50%"]);
  });
});

describe("which year", () => {
  const a = anAssessment({
    base: { timePeriod: 2020, value: 86 },
    latest: { timePeriod: 2024, value: 71, obsStatus: ["A"], confidence: "sourced" },
    targetValue: 50,
  });
  test("that of the latest figure, or the one asked for", () => {
    const at = (year?: number) => thresholds(a, rank, year)?.rungs.map((rung) => [rung.class, rung.worst]);
    expect(at()).toEqual(at(2024));
    expect(at(2025)).not.toEqual(at(2024));
  });
  test("without a figure there is none", () => expect(thresholds({ ...a, latest: null }, rank)).toBeNull());
});
