import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  codePoint,
  findHidden,
  isBlankText,
  looksLikeFormula,
  normalText,
  trimHidden,
  withoutHidden,
} from "./clean.ts";

describe("a hidden character is found by name and place", () => {
  test.each([
    ["Tỷ\u200b lệ", "U+200B", 3],
    ["\u0000", "U+0000", 1],
    ["a\tb", "U+0009", 2],
    ["a\u0085", "U+0085", 2],
    ["a\u00adb", "U+00AD", 2],
    ["a\u202eb", "U+202E", 2],
    ["a\u2067b", "U+2067", 2],
    ["a\u2028b", "U+2028", 2],
    ["a\ufe0f", "U+FE0F", 2],
    ["a\u3164", "U+3164", 2],
    ["😀\u{e0041}", "U+E0041", 2],
    ["😀\ud83d", "U+D83D", 2],
    ["a\nb", "U+000A", 2],
    ["a\uffff", "U+FFFF", 2],
    ["a\ufffe", "U+FFFE", 2],
    ["a\ufdd0", "U+FDD0", 2],
    ["a\ufdef", "U+FDEF", 2],
    ["😀\u{1fffe}", "U+1FFFE", 2],
    ["\u{10ffff}", "U+10FFFF", 1],
  ])("%j", (text, name, at) => {
    const found = findHidden(text);
    expect(found && [codePoint(found.code), found.at]).toEqual([name, at]);
  });
  test("the thirty-first mark on one letter, which no language has", () => {
    expect(findHidden(`a${"\u0301".repeat(30)}b${"\u0301".repeat(30)}`)).toBeNull();
    expect(findHidden(`a${"\u0301".repeat(31)}`)).toEqual({ code: 0x301, at: 32 });
  });
  test("a line feed is none in a text of many lines, and whatever is written in Vietnamese is none", () => {
    expect(findHidden("một\nhai", "many")).toBeNull();
    expect(findHidden("một\r\nhai", "many")).toEqual({ code: 13, at: 4 });
    expect(findHidden("Kế hoạch số 15/KH-BTTTT, “độ phủ” ≥ 90 % – Hồ Chí Minh 😀".normalize("NFD"))).toBeNull();
  });
});

test("what is hidden can be left out, and nothing else", () => {
  expect(withoutHidden("a\u202eb\n\u200b😀\ud83d")).toBe("ab😀");
  expect(withoutHidden(`a${"\u0301".repeat(40)}b`)).toBe(`a${"\u0301".repeat(30)}b`);
  const texts = fc.string({ unit: "binary" });
  fc.assert(fc.property(texts, (text) => findHidden(withoutHidden(text)) === null));
  fc.assert(fc.property(texts, (text) => findHidden(text) !== null || withoutHidden(text) === text));
});

test("a text is kept composed, with line feeds alone between its lines", () => {
  expect(normalText("Tỷ lệ\r\nhai\rba".normalize("NFD"))).toBe("Tỷ lệ\nhai\nba");
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => normalText(normalText(text)) === normalText(text)));
});

test("only what is around a text is trimmed, and a character beyond U+FFFF stays whole", () => {
  expect(trimHidden("\ufeff \u200b\u{e0041}a \u200b b\u2060\n")).toBe("a \u200b b");
  expect(["", " \u200b\n", "\u200b😀", "\n x", "\ud83d"].map(isBlankText)).toEqual([true, true, false, false, true]);
  expect(trimHidden("😀5😀")).toBe("😀5😀");
  expect(trimHidden("\u200b \ud83d")).toBe("");
});

describe("a formula is one in every width, and behind what nobody sees", () => {
  test.each(["=1", "+1", "@x", "-x", "-", "＝cmd", "＋1", "－x", "＠x", "﹦1", "\u200b=1+1", "\t=1", " \u2060＝1"])(
    "%j",
    (text) => expect(looksLikeFormula(text)).toBe(true),
  );
  test.each([
    ...["-2+3+cmd|' /C calc'!A0", "-1-A1", "-1*2", "-2 +A1", "-2 x=cmd|' /C calc'!A0", "-5)", "－２＋３", "-5;A1"],
    ...["-1&A1", "-1^2", "-1<2", "-2\n+A1", "-2 a｜b"],
  ])("%j, behind a number", (text) => expect(looksLikeFormula(text)).toBe(true));
  test.each([
    ...[
      "-5,2 điểm",
      "-5,2 điểm/năm (so với 2020)",
      "-5%",
      "-1.234,5",
      "-1 234,5",
      "-3 (sơ bộ)",
      "-2\nđiểm",
      "－５,2 điểm",
    ],
    ...["－5", "a=1", "", "1+1", "‒", "− 5"],
  ])("%j is none", (text) => expect(looksLikeFormula(text)).toBe(false));
});
