import { expect, test } from "vitest";
import { gradeOf, keyText, MISSING_STATUS, revisionReasons } from "./figure.ts";

test.each([
  ["1", ["A"], "final"],
  ["1", ["B"], "final"],
  ["1", ["P", "B"], "provisional"],
  ["1", ["E"], "estimate"],
  ["1", ["P", "E"], "estimate"],
  ["0", ["A"], "final"],
  [null, ["M"], null],
  [null, ["P"], null],
] as const)("%s with %o is %s", (value, obsStatus, grade) => expect(gradeOf({ value, obsStatus })).toBe(grade));

test("a key is one text, each part of it told", () =>
  expect(keyText({ indicator: "GII_RANK", compiler: "WIPO", refArea: "VNM", timePeriod: 2026 })).toBe(
    "GII_RANK WIPO VNM 2026",
  ));

test("the codes of a missing value and the reasons of a change are these", () => {
  expect(MISSING_STATUS).toEqual(["L", "M", "O"]);
  expect(revisionReasons).toEqual(["publisher_revision", "new_method", "own_error", "better_source", "wrong_year"]);
});
