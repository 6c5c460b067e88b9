import fc from "fast-check";
import { expect, test } from "vitest";
import { numbersChanged, wordChanges } from "./word-changes.ts";

const shown = (before: string, after: string) =>
  wordChanges(before, after)
    .map(({ kind, text }) => ({ same: text, removed: `[-${text}-]`, added: `{+${text}+}` })[kind])
    .join("");

test.each([
  ["a word in another's place", "thuộc nhóm 40 nước", "thuộc nhóm 45 nước", "thuộc nhóm [-40-]{+45+} nước"],
  ["a word more", "nhóm 40 nước", "nhóm 40 các nước", "nhóm 40 {+các +}nước"],
  [
    "decimal numbers and 4G/5G as one word",
    "trên 7,5% và 4G",
    "trên 7% và 4G/5G",
    "trên [-7,5-]{+7+}% và [-4G-]{+4G/5G+}",
  ],
  ["two words for one", "kinh tế số", "kinh tế mới khác", "kinh tế [-số-]{+mới khác+}"],
  [
    "a whole phrase, its spaces included",
    "dẫn đầu thế giới",
    "đứng trước ASEAN",
    "[-dẫn đầu thế giới-]{+đứng trước ASEAN+}",
  ],
  ["nothing", "như cũ.", "như cũ.", "như cũ."],
  ["from nothing", "", "tất cả mới", "{+tất cả mới+}"],
  ["to nothing", "tất cả cũ", "", "[-tất cả cũ-]"],
])("what changed is marked word by word: %s", (_, before, after, expected) =>
  expect(shown(before, after)).toBe(expected),
);

const sentence = fc
  .array(fc.constantFrom("nhóm", "40", "45", "7,5", "%", ",", ".", " ", "  ", "nước", "4G/5G", "ASEAN"), {
    maxLength: 30,
  })
  .map((words) => words.join(""));

test("both texts can be put together again, and no change stands where nothing differs", () =>
  fc.assert(
    fc.property(sentence, sentence, (before, after) => {
      const changes = wordChanges(before, after);
      const joined = (left: string) =>
        changes.flatMap(({ kind, text }) => (kind === "same" || kind === left ? text : [])).join("");
      expect([joined("removed"), joined("added")]).toEqual([before, after]);
      expect(changes.every(({ text }) => text !== "")).toBe(true);
      expect(changes.some(({ kind }) => kind !== "same")).toBe(before !== after);
    }),
  ));

test("numbers that one text has and the other lacks are named as written, as often as they are missing", () => {
  expect(numbersChanged("80% hộ, 100% xã; 7,5%", "80% hộ, 90% xã; 7,5% và 7,5%")).toEqual({
    removed: ["100"],
    added: ["90", "7,5"],
  });
  expect(numbersChanged("nhóm 40 nước", "thuộc nhóm 40 nước")).toEqual({ removed: [], added: [] });
});
