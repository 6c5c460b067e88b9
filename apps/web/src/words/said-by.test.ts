import { expect, test } from "vitest";
import { isAfter, saidBy } from "./said-by.ts";

const LATER = ["TEL-2511", "03/NQ-CP"];
const said = (text: string) => saidBy(text, "2024-12-31", LATER);

test("a date is later only where it begins later: a month or year that the day lies in may have come before it", () => {
  const at = (date: string | null) => isAfter(date, "2025-06-15");
  expect(["2025-06-16", "2025-07", "2026"].map(at)).toEqual([true, true, true]);
  expect(["2025-06-15", "2025-06", "2025", "sáng 12/8", null].map(at)).toEqual([false, false, false, false, false]);
});

test.each([
  ["Số cuối năm được nêu trong tháng 12 (30/12/2023).", "Số cuối năm được nêu trong tháng 12 (30/12/2023)."],
  ["Không có lịch công bố; số cuối năm được nêu ngày 26/12/2025.", "Không có lịch công bố"],
  ["There is no calendar; figures were stated in December (26 December 2025).", "There is no calendar"],
  ["The method was not seen. From 39.52% (October 2025) to over 90% in two months.", "The method was not seen."],
  ["Tháng 6/2025 Bộ nêu 84,15%. Số sau không được ghi vào chuỗi.", null],
  ["Theo Nghị quyết 176/2025/QH15.", null],
  ["Hạng 45/139 năm 2020 và 94/2022/NĐ-CP, 103/NQ-CP.", "Hạng 45/139 năm 2020 và 94/2022/NĐ-CP, 103/NQ-CP."],
  ["Ngưỡng ở Phụ lục I Nghị quyết 03/NQ-CP.", null],
  ["Một số nữa (TEL-2511) không được ghi.", null],
  ["Mục tiêu năm 2030 viết là “duy trì”.", "Mục tiêu năm 2030 viết là “duy trì”."],
])("of “%s” the end of 2024 could say: %s", (text, expected) => {
  expect(said(text)).toBe(expected);
});
