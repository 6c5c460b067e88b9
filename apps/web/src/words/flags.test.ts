import { expect, test } from "vitest";
import { aFigure, realText } from "./data.fixture.ts";
import { flagWords } from "./flags.ts";

test.each([
  [["A"], "sourced", [], []],
  [["P"], "sourced", ["sơ bộ"], ["provisional"]],
  [["E"], "derived", ["ước tính", "tính từ nguồn"], ["estimated", "derived from sources"]],
  [["A", "B"], "unverified", ["gián đoạn chuỗi số liệu", "chưa xác minh"], ["break in series", "unverified"]],
  [["F"], "sourced", ["dự báo"], ["forecast"]],
  [["M"], "sourced", ["không có số liệu"], ["no figure"]],
] as const)("what has to be said of a figure with status %o, %s", (obsStatus, confidence, vi, en) => {
  const figure = aFigure(2025, 1, { obsStatus: [...obsStatus], confidence });
  expect(flagWords(figure, realText("vi"))).toEqual(vi);
  expect(flagWords(figure, realText("en"))).toEqual(en);
});
