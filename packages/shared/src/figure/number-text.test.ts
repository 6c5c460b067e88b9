import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalNumber, isNumberText, readNumber, sameNumber, wholeReadings } from "./number-text.ts";

const published = fc
  .tuple(
    fc.boolean(),
    fc.stringMatching(/^(0|[1-9]\d{0,14})$/),
    fc.option(fc.stringMatching(/^\d{1,9}$/), { nil: null }),
  )
  .map(([below, whole, fraction]) => `${below ? "-" : ""}${whole}${fraction === null ? "" : `.${fraction}`}`)
  .filter((text) => !text.startsWith("-") || /[1-9]/.test(text));
const langs = ["vi", "en"] as const;
const own = { vi: ",", en: "." };

describe("the grammar of a published number", () => {
  test("takes what is published, and everything that it takes is the same number in JSON", () => {
    fc.assert(
      fc.property(published, (text) => {
        expect(isNumberText(text)).toBe(true);
        expect(JSON.parse(text)).toBe(Number(text));
        expect(canonicalNumber(text)).toBe(text);
      }),
    );
  });
  test.each([
    ...["", "0072.50", "00", "-0", "-0.00", "1e5", "+1", "1.", ".5", "0x10", "12,5", " 1", "1 ", "1\n", "abc", "NaN"],
    ...["1".repeat(16), `0.${"1".repeat(10)}`, "--1", "1.2.3", "٣", "１２", "1\u0000", "-"],
  ])("refuses %j", (text) => expect(isNumberText(text)).toBe(false));
  test.each([
    ["0072.50", "72.50"],
    ["-0", "0"],
    ["-00.00", "0.00"],
    ["007", "7"],
    ["-07.5", "-7.5"],
    ["1e5", null],
    ["abc", null],
    ["", null],
    [".5", null],
  ])("what was stored as %j is written as %j", (stored, text) => expect(canonicalNumber(stored)).toBe(text));
  test("whatever was stored, its canonical form is a published number or nothing", () => {
    const stored = fc.oneof(fc.string(), fc.stringMatching(/^-?0*\d{0,17}(\.\d{0,11})?$/));
    fc.assert(
      fc.property(stored, (text) => {
        const canonical = canonicalNumber(text);
        if (canonical === null) return;
        expect(isNumberText(canonical)).toBe(true);
        expect(Math.abs(Number(canonical))).toBe(Math.abs(Number(text)));
      }),
      { numRuns: 500 },
    );
  });
});

describe("a number is read as its reader writes it", () => {
  test("every published number reads back from both languages, and the other language's mark is refused", () => {
    fc.assert(
      fc.property(published, fc.constantFrom(...langs), (text, lang) => {
        const other = lang === "vi" ? "en" : "vi";
        expect(readNumber(text.replace(".", own[lang]), lang)).toEqual({ ok: true, text });
        if (!text.includes(".")) return;
        const refused = readNumber(text.replace(".", own[other]), lang);
        const example = text.replace(".", own[lang]);
        if (/^-?[1-9]\d{0,2}\.\d{3}$/.test(text))
          expect(refused).toMatchObject({ code: "ambiguous_number", example: text.replace(".", ""), other: example });
        else
          expect(refused).toMatchObject({ code: lang === "vi" ? "use_decimal_comma" : "use_decimal_point", example });
      }),
    );
  });
  test("whatever is typed, what is taken is a published number", () => {
    const typed = fc.oneof(
      fc.string(),
      fc.string({ unit: "binary" }),
      fc.stringMatching(/^ ?[-−–]?[\d.,\s%]{1,12}[)*ep]?$/),
    );
    fc.assert(
      fc.property(typed, fc.constantFrom(...langs), (text, lang) => {
        const read = readNumber(text, lang);
        if (read.ok) expect(isNumberText(read.text)).toBe(true);
        else if (read.example !== null) expect(readNumber(read.example, lang)).toMatchObject({ ok: true });
      }),
      { numRuns: 2000 },
    );
  });
  test.each([
    [" 5,88 ", "5.88"],
    ["−5,88", "-5.88"],
    ["–1", "-1"],
    ["007", "7"],
    ["-0", "0"],
    ["-0,00", "0.00"],
    ["6,0", "6.0"],
    ["\u00a086,7\u2009", "86.7"],
    ["\u200b86,7", "86.7"],
    ["86,7\u200e", "86.7"],
    ["\u202d86,7\u202c", "86.7"],
    ["\u206086,7\u00ad\ufeff", "86.7"],
  ])("%j is %s", (typed, text) => expect(readNumber(typed, "vi")).toEqual({ ok: true, text }));
});

describe("a refusal says what was met", () => {
  const refusal = (typed: string, lang: "vi" | "en" = "vi") => {
    const read = readNumber(typed, lang);
    return read.ok ? read : [read.code, ...[read.example, read.other, read.mark, read.at].filter((v) => v !== null)];
  };
  test.each<[string, (string | number)[]]>([
    ["14.02", ["use_decimal_comma", "14,02"]],
    ["86,7%", ["percent_sign", "86,7", "%"]],
    ["86,7 %", ["percent_sign", "86,7", "%"]],
    ["86.7％", ["percent_sign", "86,7", "％"]],
    ["1.234", ["ambiguous_number", "1234", "1,234"]],
    ["-12.345", ["ambiguous_number", "-12345", "-12,345"]],
    ["86.700%", ["ambiguous_number", "86700", "86,700"]],
    ["1.234*", ["ambiguous_number", "1234", "1,234"]],
    ["1.234 (1)", ["ambiguous_number", "1234", "1,234"]],
    ["１.２３４", ["ambiguous_number", "1234", "1,234"]],
    ["0.123", ["use_decimal_comma", "0,123"]],
    ["1.234,5", ["thousands_mark", "1234,5"]],
    ["1,234.5", ["thousands_mark", "1234,5"]],
    ["1 234,5", ["thousands_mark", "1234,5"]],
    ["1\u00a0234,5", ["thousands_mark", "1234,5"]],
    ["1\u2009234\u2009567", ["thousands_mark", "1234567"]],
    ["1.234.567", ["thousands_mark", "1234567"]],
    ["1,234,567", ["thousands_mark", "1234567"]],
    ["..", ["no_figure_sign", ".."]],
    ["…", ["no_figure_sign", "…"]],
    ["-", ["no_figure_sign", "-"]],
    ["–", ["no_figure_sign", "–"]],
    [":", ["no_figure_sign", ":"]],
    ["N/A", ["no_figure_sign", "N/A"]],
    ["n.a.", ["no_figure_sign", "n.a."]],
    ...["n.a", "na", "null", "...", "--", "---", "—"].map(
      (sign) => [sign, ["no_figure_sign", sign]] as [string, string[]],
    ),
    ...["----", "1..", "xx", "1%2", "%", "a(1)", "1(a b)", "x1e5", "1e5x", "a1,5", "1,5a7"].map(
      (text) => [text, ["not_a_number"]] as [string, string[]],
    ),
    ["12,5[ab]", ["footnote_mark", "12,5", "[ab]"]],
    ["12,5(a1b2c3)", ["footnote_mark", "12,5", "(a1b2c3)"]],
    ["12,5**", ["footnote_mark", "12,5", "**"]],
    ["12,5¹²", ["footnote_mark", "12,5", "¹²"]],
    ["12,5 ab)", ["footnote_mark", "12,5", "ab)"]],
    ["12.345,67", ["thousands_mark", "12345,67"]],
    ["123,456.78", ["thousands_mark", "123456,78"]],
    ["12'345.67", ["thousands_mark", "12345,67"]],
    ["12,34e+10", ["exponent"]],
    ["x", ["no_figure_sign", "x"]],
    ["NaN", ["no_figure_sign", "NaN"]],
    ["13,40(1)", ["footnote_mark", "13,40", "(1)"]],
    ["84,15*", ["footnote_mark", "84,15", "*"]],
    ["12,87¹", ["footnote_mark", "12,87", "¹"]],
    ["12,87 p", ["footnote_mark", "12,87", "p"]],
    ["12 1)", ["footnote_mark", "12", "1)"]],
    ["１２", ["other_digits", "12", "１"]],
    ["٣", ["other_digits", "٣"]],
    ["1e5", ["exponent"]],
    ["1,2E+05", ["exponent"]],
    ["1234567890123456", ["too_many_digits"]],
    ["0,1234567890", ["too_many_digits"]],
    ["13\u200b,40", ["hidden_character", "U+200B", 3]],
    ["", ["not_a_number"]],
    ["Infinity", ["not_a_number"]],
    ["0x10", ["not_a_number"]],
    ["--1", ["not_a_number"]],
    ["1.2,3", ["not_a_number"]],
    ["=1", ["not_a_number"]],
    ["about 14", ["not_a_number"]],
    [`1${" ".repeat(50)}1`, ["not_a_number"]],
  ])("%j in Vietnamese: %j", (typed, told) => expect(refusal(typed)).toEqual(told));
  test.each([
    ["12,345", ["ambiguous_number", "12345", "12.345"]],
    ["1,234.5", ["thousands_mark", "1234.5"]],
    ["1.234,5", ["thousands_mark", "1234.5"]],
    ["86.7%", ["percent_sign", "86.7", "%"]],
    ["14,02", ["use_decimal_point", "14.02"]],
  ])("%j in English: %j", (typed, told) => expect(refusal(typed, "en")).toEqual(told));
});

test.each([
  ["1.000", "1000", "1"],
  ["-12.000", "-12000", "-12"],
  ["999.000", "999000", "999"],
])("where whole numbers are expected, %s is %s or %s", (text, example, other) =>
  expect(wholeReadings(text)).toEqual({ example, other }),
);
test.each(["1000", "1.0", "1.00", "1.0000", "1.234", "0.000", "1234.000"])(
  "where whole numbers are expected, %s has one reading",
  (text) => expect(wholeReadings(text)).toBeNull(),
);

test("numbers are compared as numbers", () => {
  fc.assert(
    fc.property(published, published, fc.nat(3), (text, another, zeros) => {
      const longer = (text.includes(".") ? text : `${text}.`) + "0".repeat(zeros + 1);
      expect(sameNumber(text, longer)).toBe(true);
      expect(sameNumber(`00${text.replace("-", "")}`, text.replace("-", ""))).toBe(true);
      if (text.length < 15 && another.length < 15)
        expect(sameNumber(text, another)).toBe(Number(text) === Number(another));
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
