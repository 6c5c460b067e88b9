import { expect, test } from "vitest";
import { revisionsOf } from "./revisions.ts";

const version = (release: number, value: number | null, some: object = {}) => ({
  ...{ compiler: "NSO", refArea: "VNM", timePeriod: 2023, release, value },
  ...{ valueLimit: null as string | null, obsStatus: ["P"] },
  ...some,
});
const told = (...history: ReturnType<typeof version>[]) =>
  revisionsOf(history).map((one) => [one.stood.map(({ release }) => release), one.old.value, one.new.value]);

test("a figure said once, or said again by another source, was not revised", () => {
  expect(told()).toEqual([]);
  expect(told(version(3, 12.33))).toEqual([]);
  expect(told(version(3, 12.33), version(4, 12.33))).toEqual([]);
});
test("a revision names every release in which the old figure stood, whatever the order of the history", () => {
  const history = [version(9, 12.9), version(4, 12.33), version(7, 12.87), version(3, 12.33)];
  expect(told(...history)).toEqual([
    [[3, 4], 12.33, 12.87],
    [[7], 12.87, 12.9],
  ]);
});
test("another limit, another grade, or a value that is gone is a revision", () => {
  expect(told(version(1, 12), version(2, 12, { valueLimit: "<=" }))).toHaveLength(1);
  expect(told(version(1, 12), version(2, 12, { obsStatus: ["A"] }))).toHaveLength(1);
  expect(told(version(1, 12), version(2, null, { obsStatus: ["O"] }))).toEqual([[[1], 12, null]]);
});
test("another compiler's, area's or year's figure revises nothing", () => {
  const others = [{ compiler: "MIC" }, { refArea: "LAO" }, { timePeriod: 2024 }];
  expect(told(version(1, 12), ...others.map((some, i) => version(2 + i, 13, some)))).toEqual([]);
});
