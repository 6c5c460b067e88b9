import fc from "fast-check";
import { expect, test } from "vitest";
import { aFigure } from "./data.fixture.ts";
import { aheadOf, type Compared, placeText, positions } from "./positions.ts";

const unverified = { confidence: "unverified" } as const;
const line = (area: string, ...figures: ReturnType<typeof aFigure>[]): Compared => ({
  area,
  name: area,
  figures: figures.map((o) => ({ ...o, refArea: area })),
});
const placesOf = (all: ReturnType<typeof positions>, area: string) =>
  all.rows.find((row) => row.area === area)?.places.map((place) => place?.position ?? null);

test("the lowest rank leads, the highest score leads", () => {
  const three = [line("VNM", aFigure(2025, 44)), line("SGP", aFigure(2025, 5)), line("THA", aFigure(2025, 45))];
  expect(positions(three, "lower").rows.map((row) => row.area)).toEqual(["SGP", "VNM", "THA"]);
  expect(positions(three, "higher").rows.map((row) => row.area)).toEqual(["THA", "VNM", "SGP"]);
  expect(aheadOf(positions(three, "lower"), "VNM", 2025)).toEqual([{ name: "SGP", position: 1 }]);
});

test("equal figures share a place, and the next one is skipped", () => {
  const all = positions(
    [line("A", aFigure(2020, 10)), line("B", aFigure(2020, 10)), line("C", aFigure(2020, 12))],
    "lower",
  );
  expect(all.rows.map(({ places }) => places[0])).toEqual([
    { position: 1, isShared: true, isSure: true },
    { position: 1, isShared: true, isSure: true },
    { position: 3, isShared: false, isSure: true },
  ]);
});

test("a forecast ahead makes a place unsure, as an unverified figure does", () => {
  const all = positions([line("VNM", aFigure(2013, 76)), line("SGP", aFigure(2013, 8, { obsStatus: ["F"] }))], "lower");
  expect(all.rows[1]?.places[0]).toEqual({ position: 2, isShared: false, isSure: false });
});

test("an unverified figure ahead makes a place unsure; one behind does not", () => {
  const all = positions(
    [
      line("VNM", aFigure(2013, 76)),
      line("SGP", aFigure(2013, 8, unverified)),
      line("LAO", aFigure(2013, 120, unverified)),
    ],
    "lower",
  );
  expect(all.rows.map(({ area, places }) => [area, places[0]?.position, places[0]?.isSure])).toEqual([
    ["SGP", 1, false],
    ["VNM", 2, false],
    ["LAO", 3, false],
  ]);
  const behind = positions([line("VNM", aFigure(2024, 44)), line("LAO", aFigure(2024, 111, unverified))], "lower");
  expect(behind.rows[0]?.places[0]).toEqual({ position: 1, isShared: false, isSure: true });
});

test("a table marks a shared place and one that is not sure", () => {
  expect(placeText({ position: 5, isShared: false, isSure: true })).toBe("5");
  expect(placeText({ position: 5, isShared: true, isSure: false })).toBe("5=*");
});

test("a missing figure has no place, and an edition with one member only is left out", () => {
  const all = positions(
    [
      line("VNM", aFigure(2007, 65), aFigure(2024, 44), aFigure(2025, 44)),
      line("TLS", aFigure(2025, null, { obsStatus: ["M"] })),
      line("SGP", aFigure(2024, 4), aFigure(2025, 5)),
    ],
    "lower",
  );
  expect(all.editions).toEqual([
    { year: 2024, count: 2 },
    { year: 2025, count: 2 },
  ]);
  expect(placesOf(all, "TLS")).toBeUndefined();
  expect(placesOf(all, "VNM")).toEqual([2, 2]);
});

test("places of an edition are what sorting says, whatever the figures", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 2, maxLength: 12 }), (values) => {
      const all = positions(
        values.map((value, i) => line(`A${i}`, aFigure(2020, value))),
        "lower",
      );
      const sorted = values.toSorted((a, b) => a - b);
      for (const [i, value] of values.entries()) expect(placesOf(all, `A${i}`)).toEqual([1 + sorted.indexOf(value)]);
    }),
  );
});
