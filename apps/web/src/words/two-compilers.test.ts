import { expect, test } from "vitest";
import { aFigure } from "./data.fixture.ts";
import { twoCompilers } from "./two-compilers.ts";

const nso = (year: number, value: number | null) => aFigure(year, value, { compiler: "NSO" });
const mic = (year: number, value: number, more: Parameters<typeof aFigure>[2] = {}) =>
  aFigure(year, value, { compiler: "MIC", ...more });
const found = (...figures: ReturnType<typeof nso>[]) => {
  const two = twoCompilers(figures, "NSO");
  return two && [two.year, two.official.value, two.other.value];
};

test("two compilers are set side by side for the newest year that both have", () => {
  expect(found(nso(2023, 12.87), mic(2023, 16.5), nso(2024, 13.17), mic(2024, 18.3), nso(2025, 14.02))).toEqual([
    2024, 13.17, 18.3,
  ]);
});

test("nothing is said of years that only one has, that both tell alike, or of a figure that is not verified", () => {
  expect(found(nso(2025, 14.02), mic(2024, 18.3))).toBeNull();
  expect(found(nso(2024, 13.17), mic(2024, 13.17))).toBeNull();
  expect(found(nso(2020, 12.66), mic(2020, 8.2, { confidence: "unverified" }))).toBeNull();
  expect(found(nso(2020, null), mic(2020, 8.2))).toBeNull();
});
