import { figureFields } from "@moc2030/shared/figure/fields";
import { expect, test } from "vitest";
import { seedObservation } from "./observation.ts";

const row = {
  COMPILER: "NSO",
  REF_AREA: "VNM",
  TIME_PERIOD: "2024",
  OBS_VALUE: "13.40",
  VALUE_LIMIT: null,
  OBS_STATUS: "E;P",
  CONFIDENCE: "sourced",
  RANK_POOL: null,
  SOURCE: "S",
  EDITION: null,
  PUBLISHED: "2025-01",
  OBS_COM_VI: null,
  OBS_COM_EN: null,
};

test("a line has every field of a figure, except the indicator (the file name) and the precision (implied by the date)", () => {
  expect(Object.keys(seedObservation.parse(row)).sort()).toEqual(
    figureFields
      .map(({ column }) => column)
      .filter((column) => !["INDICATOR", "PUBLISHED_PRECISION"].includes(column))
      .sort(),
  );
  expect(seedObservation.parse(row)).toMatchObject({ TIME_PERIOD: 2024, OBS_VALUE: "13.40", OBS_STATUS: ["E", "P"] });
});

test.each([
  ["COMPILER", null],
  ["REF_AREA", "Viet Nam"],
  ["TIME_PERIOD", "1899"],
  ["TIME_PERIOD", "2024.5"],
  ["OBS_VALUE", "013.40"],
  ["OBS_VALUE", null],
  ["VALUE_LIMIT", "<"],
  ["OBS_STATUS", "A;X"],
  ["OBS_STATUS", "E;E"],
  ["PUBLISHED", "1899-12-31"],
  ["OBS_STATUS", "M"],
  ["CONFIDENCE", null],
  ["RANK_POOL", "-1"],
  ["SOURCE", null],
  ["EDITION", "=1+1"],
  ["PUBLISHED", "2025-13"],
  ["OBS_COM_EN", "one language alone"],
])("%s may not be %j", (column, cell) => {
  expect(seedObservation.safeParse({ ...row, [column]: cell }).success).toBe(false);
});

test("an unknown column is rejected by name", () => {
  expect(seedObservation.safeParse({ ...row, NOTE: "x" }).error?.issues[0]).toMatchObject({ keys: ["NOTE"] });
});
