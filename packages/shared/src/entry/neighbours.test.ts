import { expect, test } from "vitest";
import { nearestTo } from "./neighbours.ts";

test("the ten nearest by value stand in its order, those without a number left out", () => {
  const others = [...Array(30).keys(), Number.NaN].map((n) => ({ refArea: `A${n}`, value: String(n) }));
  const near = nearestTo("20.4", [{ refArea: "NUL", value: null }, ...others.toReversed()]);
  expect(near.map(({ value }) => Number(value))).toEqual([16, 17, 18, 19, 20, 21, 22, 23, 24, 25]);
});

test("nothing is near to what is no number", () =>
  expect([null, "4x"].map((value) => nearestTo(value, [{ refArea: "LAO", value: "4" }]))).toEqual([[], []]));
