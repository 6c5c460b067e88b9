import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readNumber, sameNumber } from "./number-text.ts";

const decimal = fc
  .tuple(fc.integer({ min: -99_999, max: 99_999 }), fc.option(fc.stringMatching(/^\d{1,6}$/), { nil: null }))
  .map(([whole, fraction]) => (fraction === null ? String(whole) : `${whole}.${fraction}`));

describe("a number is read as its reader writes it", () => {
  test("every number reads back from both languages, and the other language's mark is refused", () => {
    fc.assert(
      fc.property(decimal, (text) => {
        const vietnamese = text.replace(".", ",");
        expect(readNumber(text, "en")).toEqual({ ok: true, text });
        expect(readNumber(vietnamese, "vi")).toEqual({ ok: true, text });
        if (!text.includes(".")) return;
        expect(readNumber(text, "vi")).toEqual({ ok: false, code: "use_decimal_comma", example: vietnamese });
        expect(readNumber(vietnamese, "en")).toEqual({ ok: false, code: "use_decimal_point", example: text });
      }),
    );
  });
  test("14.02 in Vietnamese names 14,02", () =>
    expect(readNumber("14.02", "vi")).toMatchObject({ code: "use_decimal_comma", example: "14,02" }));
  test.each([
    "",
    "1e400",
    "NaN",
    "Infinity",
    "0x10",
    "14,02%",
    "1.234.567",
    "1,234,567",
    "12 345",
    "--1",
    "1.2,3",
    "٣",
    "=1",
  ])("%j is no number in either language", (text) => {
    for (const lang of ["vi", "en"] as const)
      expect(readNumber(text, lang)).toMatchObject({ ok: false, code: "not_a_number" });
  });
  test.each([
    [" 5,88 ", "5.88"],
    ["−5,88", "-5.88"],
    ["007", "7"],
    ["-0", "0"],
    ["6,0", "6.0"],
  ])("%j is %s", (typed, text) => expect(readNumber(typed, "vi")).toEqual({ ok: true, text }));
});

test("numbers are compared as numbers", () => {
  fc.assert(
    fc.property(decimal, fc.nat(3), (text, zeros) => {
      const longer = (text.includes(".") ? text : `${text}.`) + "0".repeat(zeros + 1);
      expect(sameNumber(text, longer)).toBe(true);
      expect(sameNumber(text, String(Number(text) + 1))).toBe(false);
    }),
  );
  expect([sameNumber("6.0", "6"), sameNumber("-0", "0"), sameNumber(null, null), sameNumber("0", null)]).toEqual([
    true,
    true,
    true,
    false,
  ]);
  expect(sameNumber("100", "1")).toBe(false);
});
