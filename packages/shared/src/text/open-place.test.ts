import { expect, test } from "vitest";
import { leftOpen } from "./open-place.ts";

test.each<[string, string[]]>([
  ["Kính gửi: [nơi nhận].", ["[nơi nhận]"]],
  ["Số: ［số］/BC, [số］", ["［số］", "[số］"]],
  ["[] và [..]", ["[]", "[..]"]],
  ["ngày [2026]", ["[2026]"]],
  ["[Nguyên nhân\nnêu sau]", ["[Nguyên nhân\nnêu sau]"]],
  ["Nguyên nhân: [chưa rõ\nKết quả", ["[chưa rõ"]],
  ["[một [hai]", ["[một ", "[hai]"]],
  ["cuối [", ["["]],
  // References to notes, and what is no bracket that opens.
  ["Theo WIPO [1], [2, 3] và [4–6] ［7］", []],
  ["a ] b (c) {d}", []],
])("of %j is left open %j", (text, places) => {
  expect(leftOpen(text)).toEqual(places);
});
