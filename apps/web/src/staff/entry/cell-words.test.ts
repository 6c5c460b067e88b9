import { describe, expect, test } from "vitest";
import { realStaffText } from "../../words/data.fixture.ts";
import { cellClass, cellWords, dueText } from "./cell-words.ts";
import type { Cell } from "./reads.ts";

const [vi, en] = [realStaffText("vi"), realStaffText("en")];
const cell = (some: Partial<Cell> = {}): Cell =>
  ({
    timePeriod: 2026,
    state: "entered",
    grade: "final",
    wanted: null,
    wantedState: null,
    requestBy: null,
    dueBy: null,
    value: "14.02",
    release: 1,
    proposals: [],
    ...some,
  }) as Cell;
const proposal = (state: string) =>
  ({ submission: 1, state, author: { id: "1", name: "Lan" }, value: "1" }) as unknown as Cell["proposals"][number];
const words = (some: Partial<Cell>) => [cellWords(cell(some), vi).words, cellWords(cell(some), en).words];

describe("what is said in a cell", () => {
  test("a final figure needs no word, and is written as the language does", () => {
    expect(cellWords(cell(), vi)).toEqual({ value: "14,02", words: [] });
    expect(cellWords(cell(), en)).toEqual({ value: "14.02", words: [] });
    expect(cellWords(cell({ value: null, state: "none" }), en)).toEqual({ value: null, words: [] });
  });
  test.each<[Partial<Cell>, string[], string[]]>([
    [{ grade: "provisional" }, ["sơ bộ"], ["provisional"]],
    [{ grade: "estimate" }, ["ước tính"], ["estimated"]],
    [{ state: "overdue" }, ["quá hạn"], ["overdue"]],
    [{ state: "recorded_missing" }, ["không có số liệu"], ["no figure"]],
    [{ wanted: "final", wantedState: "overdue" }, ["quá hạn số chính thức"], ["final overdue"]],
    [{ wanted: "final", wantedState: "due" }, ["chờ số chính thức"], ["final awaited"]],
    [{ wanted: "figure", wantedState: "due", state: "due" }, ["đến hạn"], ["due"]],
    [{ proposals: [proposal("draft")] }, ["Lan đang nhập"], ["being entered by Lan"]],
    [{ proposals: [proposal("returned")] }, ["Lan đang nhập"], ["being entered by Lan"]],
    [{ proposals: [proposal("submitted")] }, ["chờ phê duyệt"], ["waiting for review"]],
    [
      { state: "due", proposals: [proposal("scheduled"), proposal("draft")] },
      ["đến hạn", "đã phê duyệt, chờ giờ công bố", "Lan đang nhập"],
      ["due", "approved, waiting for its hour", "being entered by Lan"],
    ],
  ])("%o", (some, ...said) => expect(words(some)).toEqual(said));
});

test("by when it is expected", () => {
  expect(dueText(cell({ dueBy: "2026-09-30" }), vi)).toBe("hạn 30/9/2026");
  expect(dueText(cell({ dueBy: "2026-09-30" }), en)).toBe("due by 30 September 2026");
  expect(dueText(cell(), vi)).toBe("");
});

test.each<[Partial<Cell>, string | undefined]>([
  [{}, undefined],
  [{ state: "expected" }, undefined],
  [{ state: "due" }, "warning"],
  [{ state: "gap" }, "warning"],
  [{ state: "overdue" }, "danger"],
  [{ wanted: "final", wantedState: "overdue" }, "danger"],
  [{ state: "overdue", proposals: [proposal("draft")] }, "not_assessable"],
  [{ state: "overdue", proposals: [proposal("draft"), proposal("submitted")] }, "met"],
  [{ proposals: [proposal("scheduled")] }, "met"],
])("the colour of %o is that of %s", (some, found) => expect(cellClass(cell(some))).toBe(found));
