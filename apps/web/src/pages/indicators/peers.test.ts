import { expect, test } from "vitest";
import { aFigure } from "../../words/data.fixture.ts";
import { placeText } from "../../words/positions.ts";
import { peers } from "./peers.ts";

const rank = (area: string, year: number, value: number | null, more = {}) =>
  aFigure(year, value, { refArea: area, refAreaName: area, ...more });
const gii = [
  rank("VNM", 2024, 44),
  rank("SGP", 2024, 4),
  rank("PHL", 2024, 53, { confidence: "unverified" }),
  rank("VNM", 2025, 44),
  rank("SGP", 2025, 5),
  rank("MYS", 2025, 34),
  rank("THA", 2025, 45),
  rank("TLS", 2025, null, { obsStatus: ["M"] }),
];

const placesOf = (all: ReturnType<typeof peers>) =>
  all.rows.map(({ area, places }) => [area, ...places.map((place) => place && placeText(place))]);

test("places are worked out edition by edition, and one that depends on an unverified figure is marked", () => {
  const all = peers(gii, "lower");
  expect([all.editions, all.counts]).toEqual([
    [2025, 2024],
    [4, 3],
  ]);
  expect(placesOf(all)).toEqual([
    ["SGP", "1", "1"],
    ["MYS", "2", null],
    ["VNM", "3", "2"],
    ["THA", "4", null],
    ["PHL", null, "3*"],
    ["TLS", null, null],
  ]);
});

test("those ahead are named, the best first", () => {
  expect(peers(gii, "lower").ahead).toEqual(["SGP", "MYS"]);
  expect(peers([rank("VNM", 2025, 4), rank("SGP", 2025, 5)], "lower").ahead).toEqual([]);
});

test("equal figures share a place, and of a value the highest comes first", () => {
  const scores = [rank("VNM", 2024, 0.77), rank("SGP", 2024, 0.97), rank("THA", 2024, 0.77)];
  expect(placesOf(peers(scores, "higher"))).toEqual([
    ["SGP", "1"],
    ["THA", "2="],
    ["VNM", "2="],
  ]);
});
