import { describe, expect, test } from "vitest";
import { type Findable, found } from "./match.ts";

const items: Findable[] = [
  { title: "Thứ hạng EGDI", also: ["EGDI_RANK"], about: ["Chỉ số phát triển Chính phủ điện tử, 50 nước dẫn đầu"] },
  { title: "Chính phủ điện tử", about: ["Kế hoạch"] },
  { title: "Kinh tế số", about: ["Kinh tế số chiếm khoảng 30% GDP"] },
  { title: "Nhóm 30 nước", about: ["Tỷ lệ 25%"] },
  { title: "Đề án 300", about: ["300%"] },
  { title: "Hàn Quốc", also: ["Korea", "KOR"] },
];
const titles = (query: string) => found(items, query).map(({ title }) => title);

describe("what a query finds, the best first", () => {
  test.each([
    ["han quoc", ["Hàn Quốc"]],
    ["HÀN  QUỐC", ["Hàn Quốc"]],
    ["han qu", ["Hàn Quốc"]],
    ["korea", ["Hàn Quốc"]],
    ["chinh phu dien tu", ["Chính phủ điện tử", "Thứ hạng EGDI"]],
    ["điện tử chính phủ", ["Chính phủ điện tử", "Thứ hạng EGDI"]],
    ["egdi", ["Thứ hạng EGDI"]],
    ["EGDI_RANK", ["Thứ hạng EGDI"]],
    ["egdi 50", ["Thứ hạng EGDI"]],
    ["30%", ["Kinh tế số", "Nhóm 30 nước"]],
    ["30", ["Nhóm 30 nước", "Kinh tế số"]],
    ["de an", ["Đề án 300"]],
  ])("%s", (query, expected) => expect(titles(query)).toEqual(expected));
});

test("a word inside another, or one that nothing has, finds nothing; nor does a query without words", () => {
  expect(titles("uoc")).toEqual([]);
  expect(titles("chi ph dien")).toEqual([]);
  expect(titles("egdi sao hoa")).toEqual([]);
  expect(titles(" -/ ")).toEqual([]);
});
