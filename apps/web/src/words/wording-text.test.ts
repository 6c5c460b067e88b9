import { describe, expect, test } from "vitest";
import { realText } from "./data.fixture.ts";
import { wordingText } from "./wording.ts";

const both = (say: (text: ReturnType<typeof realText>) => string) => [say(realText("vi")), say(realText("en"))];

describe("what a text asks", () => {
  const wording = { vi: "thuộc nhóm 40 nước dẫn đầu", en: "among the 40 leading countries" };
  test.each(["press", "translation", "signed_text", "copy"] as const)("is quoted where it was read (%s)", (basis) =>
    expect(both((text) => wordingText({ wording, wordingBasis: basis }, text))).toEqual([
      "“thuộc nhóm 40 nước dẫn đầu”",
      "among the 40 leading countries",
    ]),
  );
  test.each(["content", "recalled", "other_document"] as const)("is no quotation where it was not (%s)", (basis) =>
    expect(both((text) => wordingText({ wording, wordingBasis: basis }, text))).toEqual([
      "Nội dung (chưa có nguyên văn): thuộc nhóm 40 nước dẫn đầu",
      "Content (the wording was not seen): among the 40 leading countries",
    ]),
  );
  test("without a Vietnamese wording says so, and gives no translation for one", () =>
    expect(both((text) => wordingText({ wording: { ...wording, vi: null }, wordingBasis: "press" }, text))).toEqual([
      "Chưa thấy nguyên văn tiếng Việt",
      "Content (the wording was not seen): among the 40 leading countries",
    ]));
});
