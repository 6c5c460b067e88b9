import { expect, test } from "vitest";
import { bilingual, lang } from "../schema/text.ts";
import { localize } from "./lang.ts";

test("every text of two languages becomes the one asked for, at any depth, and nothing else changes", () => {
  const both = (n: number) => ({ vi: `v${n}`, en: `e${n}` });
  const value = {
    a: both(1),
    list: [both(2), { b: both(3) }, null, 4],
    three: { ...both(5), fr: "f" },
    only: { vi: "x" },
    n: null,
  };
  expect(localize(value, "en")).toEqual({
    a: "e1",
    list: ["e2", { b: "e3" }, null, 4],
    three: { vi: "v5", en: "e5", fr: "f" },
    only: { vi: "x" },
    n: null,
  });
  expect([localize(both(1), "vi"), localize("x", "vi"), localize(null, "vi"), localize(1, "en")]).toEqual([
    "v1",
    "x",
    null,
    1,
  ]);
  expect(localize({ vi: "v", other: "o" }, "vi")).toEqual({ vi: "v", other: "o" });
  expect(localize({ en: "e", other: "o" }, "en")).toEqual({ en: "e", other: "o" });
});

test("neither language is empty, and there are no others", () => {
  expect(bilingual.parse({ vi: " một ", en: "one" })).toEqual({ vi: "một", en: "one" });
  for (const wrong of [{ vi: " ", en: "x" }, { vi: "x", en: "" }, { vi: "x" }, { vi: "x", en: "y", fr: "z" }])
    expect(bilingual.safeParse(wrong).success).toBe(false);
  expect(["vi", "en", "fr", ""].map((code) => lang.safeParse(code).success)).toEqual([true, true, false, false]);
});
