import { expect, test } from "vitest";
import { importColumns } from "../entry/import-columns.ts";
import { enteredShape, publishedShape } from "../schema/figure.ts";
import { choiceFields, contentFields, FIELDS_VERSION, figureFields, inAnyLanguage } from "./fields.ts";

test("the first version of the list stays as it was: seals were made of it", () => {
  expect(figureFields.filter(({ since }) => since === 1).map(({ column }) => column)).toEqual([
    ...["INDICATOR", "COMPILER", "REF_AREA", "TIME_PERIOD", "OBS_VALUE", "VALUE_LIMIT", "OBS_STATUS", "CONFIDENCE"],
    ...["RANK_POOL", "SOURCE", "EDITION", "PUBLISHED", "OBS_COM_VI", "OBS_COM_EN"],
  ]);
});

test("a newer field stands after all older ones, and no name or column is there twice", () => {
  const versions = figureFields.map(({ since }) => since as number);
  expect(versions).toEqual(versions.toSorted((a, b) => a - b));
  expect(new Set(versions).size).toBe(FIELDS_VERSION);
  for (const of of ["name", "column"] as const)
    expect(new Set(figureFields.map((field) => field[of])).size).toBe(figureFields.length);
});

test("a text in two languages is one column of files and one of imports", () => {
  expect(["OBS_COM_VI", "obsComEn", "OBS_VALUE", "valueLimit"].map(inAnyLanguage)).toEqual([
    ...["OBS_COM", "obsCom", "OBS_VALUE", "valueLimit"],
  ]);
  expect(importColumns.filter((name) => name.startsWith("OBS_COM"))).toEqual(["OBS_COM"]);
});

test("a form that says nothing holds nothing, or the first of the codes where one is needed", () => {
  for (const { name } of contentFields) {
    const filled = enteredShape[name].parse(undefined);
    const first = { obsStatus: ["A"], confidence: "sourced" }[name as "obsStatus" | "confidence"];
    expect([name, filled]).toEqual([name, first ?? null]);
  }
});

test("a field of few codes takes those and no other, published or entered", () => {
  for (const { name, values } of choiceFields)
    for (const shape of [publishedShape, enteredShape]) {
      for (const value of values) expect(shape[name].parse(value)).toBe(value);
      expect(shape[name].safeParse("other").success).toBe(false);
    }
  expect(publishedShape.confidence.safeParse(null).success).toBe(false);
  expect(publishedShape.valueLimit.parse(null)).toBeNull();
});
