import type { ObsStatus } from "@moc2030/shared/figure/fields";
import { expect, test } from "vitest";
import { realStaffText } from "../../words/data.fixture.ts";
import { flagsText, gradeText, othersTexts, typedText, valueText } from "./figure-words.ts";

const [vi, en] = [realStaffText("vi"), realStaffText("en")];

test("a published text is typed as the language writes it; what is no number stays", () => {
  expect([typedText("14.02", "vi"), typedText("14.02", "en"), typedText("abc.d", "vi")]).toEqual([
    "14,02",
    "14.02",
    "abc.d",
  ]);
});

test("a figure has exactly the decimals of its text, its pool and its limit", () => {
  const said = (value: string | null, kind: Parameters<typeof valueText>[1], some: object = {}) =>
    [vi, en].map((text) => valueText({ value, rankPool: null, valueLimit: null, ...some }, kind, text));
  expect(said("6.0", "growth")).toEqual(["6,0%/năm", "6.0% a year"]);
  expect(said("44", "rank", { rankPool: 139 })).toEqual(["44/139", "44/139"]);
  expect(said("5.0", "share", { valueLimit: "<=" })).toEqual(["≤ 5,0%", "≤ 5.0%"]);
  expect(said(null, "rank")).toEqual(["không có số liệu", "no figure"]);
  expect(said("4o", "rank")).toEqual(["4o", "4o"]);
});

test.each<[string | null, ObsStatus[], string, string]>([
  ["1", ["A"], "chính thức", "final"],
  ["1", ["P"], "sơ bộ", "provisional"],
  ["1", ["E", "B"], "ước tính", "estimated"],
  [null, ["M"], "không có số liệu", "no figure"],
])("the grade of %s with %o", (value, obsStatus, ...said) =>
  expect([vi, en].map((text) => gradeText({ value, obsStatus }, text))).toEqual(said),
);

test("flags beside the grade, and why there is none", () => {
  const said = (...obsStatus: ObsStatus[]) => [vi, en].map((text) => flagsText({ obsStatus }, text));
  expect(said("A")).toEqual(["", ""]);
  expect(said("P", "U", "B")).toEqual([
    "gián đoạn chuỗi số liệu (B); độ tin cậy thấp (U)",
    "break in series (B); low reliability (U)",
  ]);
  expect(said("M")).toEqual([
    "Không thể có số liệu (năm này không có ấn bản)",
    "It cannot exist (no edition for this year)",
  ]);
});

test("another proposal is told once, to its author never, to the reviewer without advice and only once handed in", () => {
  const of = (id: string, state: "draft" | "submitted", value: string | null, submission: number) => ({
    ...{ submission, state, value, hidden: value === null },
    author: { id, name: id === "lan" ? "Lan" : "Minh" },
  });
  const others = [
    of("lan", "draft", "41", 1),
    of("minh", "draft", null, 2),
    of("minh", "draft", null, 3),
    of("minh", "submitted", "43", 4),
  ];
  const told = (reader: string) => othersTexts(others, { reader, author: "lan" }, "rank", en);
  expect(told("lan")).toEqual([
    "Minh is working on this figure too (draft). Talk to each other before you submit.",
    "Minh proposes this figure too: 43 (waiting for review). Talk to each other before you submit.",
  ]);
  expect(told("hoa")).toEqual(["Minh proposes this figure in another submission too: 43 (waiting for review)."]);
  expect(othersTexts(others.slice(0, 1), { reader: "lan", author: "lan" }, "rank", vi)).toEqual([]);
});
