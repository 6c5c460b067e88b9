import { expect, test } from "vitest";
import { parseOverview } from "./search.ts";

test("the address names one of the other orders; anything else is the usual one", () => {
  expect(parseOverview({ order: "body" })).toEqual({ order: "body" });
  expect(parseOverview({ order: "decision" })).toEqual({ order: "decision" });
  for (const order of ["need", "", "BODY", undefined]) expect(parseOverview({ order })).toEqual({});
});
