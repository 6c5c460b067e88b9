import { describe, expect, test } from "vitest";
import type { ObservationItem } from "../../client/api.ts";
import { aFigure, realText } from "../../words/data.fixture.ts";
import { type Cause, causeText, openFlags, previousChange, sincePrevious } from "./since-previous.ts";

const vi = realText("vi");
const en = realText("en");
const rank = { compiler: "WIPO", valueKind: "rank" as const, breaks: [], poolNoun: "nền kinh tế" };
const share = { compiler: "NSO", valueKind: "share" as const, breaks: [], poolNoun: null };
const ofShare = (year: number, value: number, release: number, more: Partial<ObservationItem> = {}) =>
  aFigure(year, value, { compiler: "NSO", decimals: 2, release, ...more });
const compare = (history: ObservationItem[], indicator: typeof rank | typeof share | object = share) =>
  sincePrevious(history, { ...share, ...indicator }, openFlags(vi));
const kinds = (history: ObservationItem[], indicator: object = {}) =>
  compare(history, indicator)?.causes.map((c) => c.kind);
const said = (history: ObservationItem[], indicator: object, text: typeof vi) => {
  const found = compare(history, indicator);
  const all = { ...share, ...indicator };
  return found && [previousChange(found, all, text), ...found.causes.map((c: Cause) => causeText(c, all, text))];
};

describe("a rank of another edition", () => {
  const gii = [
    aFigure(2024, 44, { edition: "GII 2024", rankPool: 133, release: 49 }),
    aFigure(2025, 44, { edition: "GII 2025", rankPool: 139, release: 55 }),
  ];
  test("in Vietnamese", () =>
    expect(said(gii, rank, vi)).toEqual([
      "Giữ nguyên 44",
      "Ấn bản mới: GII 2024 → GII 2025, không phải điều chỉnh số của ấn bản trước.",
      "Số nền kinh tế được xếp hạng: 133 → 139.",
    ]));
  test("in English", () =>
    expect(said(gii, { ...rank, poolNoun: "economies" }, en)).toEqual([
      "Unchanged at 44",
      "A new edition: GII 2024 → GII 2025, not a revision of the earlier one’s figure.",
      "Number of economies ranked: 133 → 139.",
    ]));
});

describe("a share whose earlier year was revised with the new one", () => {
  const history = [
    ofShare(2022, 12.63, 52),
    ofShare(2022, 12.83, 53),
    ofShare(2023, 12.33, 52),
    ofShare(2023, 12.87, 53),
    ofShare(2024, 13.17, 53, { obsStatus: ["E"] }),
  ];
  test("in Vietnamese", () =>
    expect(said(history, {}, vi)).toEqual([
      "Tăng 0,30 điểm phần trăm (12,87% → 13,17%)",
      "Đây là số của năm 2024, không phải điều chỉnh số của năm trước.",
      "Số năm 2023 đã được điều chỉnh: 12,33% → 12,87% (đợt cập nhật số 53).",
      "Số năm 2024 là số ước tính, có thể còn điều chỉnh.",
    ]));
  test("in English", () =>
    expect(said(history, {}, en)?.[2]).toBe("The figure for 2023 was revised: 12.33% → 12.87% (release 53)."));
});

test("a revision from before the newer figure came bears on nothing", () =>
  expect(kinds([ofShare(2023, 12.33, 52), ofShare(2023, 12.87, 53), ofShare(2024, 13.17, 60)])).toEqual(["period"]));

test("the newer figure's own revision is named", () =>
  expect(kinds([ofShare(2023, 1, 1), ofShare(2024, 2, 2), ofShare(2024, 3, 3)])).toEqual(["period", "revision"]));

test("a break between the two is named with its cause", () => {
  const breaks = [{ timePeriod: 2021, cause: "Khái niệm thay đổi", source: "S" }];
  const history = [ofShare(2020, 5, 1), ofShare(2021, 4.7, 2, { obsStatus: ["B"] })];
  expect(said(history, { breaks }, vi)).toContain("Chuỗi số liệu gián đoạn từ năm 2021: Khái niệm thay đổi.");
  expect(kinds([...history, ofShare(2022, 4.8, 3)], { breaks })).toEqual(["period"]);
});

test("unverified figures and forecasts are no figures to compare", () => {
  expect(kinds([ofShare(2023, 1, 1), ofShare(2024, 2, 2, { confidence: "unverified" })])).toBeUndefined();
  expect(compare([ofShare(2022, 1, 1), ofShare(2023, 2, 1), ofShare(2024, 9, 2, { obsStatus: ["F"] })])?.to.value).toBe(
    2,
  );
});
