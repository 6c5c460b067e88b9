import { expect, test } from "vitest";
import { realStaffText } from "../../words/data.fixture.ts";
import { findingText } from "./finding-words.ts";

test.each([
  [
    "unusual_change",
    { from: 44, fromYear: 2025, to: 60.5, years: 1, change: 16.5, low: -10 / 3, high: 4, basis: "history" },
    "Thay đổi khác thường: 44 năm 2025 → 60,5, mỗi năm 16,5; thường trong khoảng −3,3333 đến 4 (mỗi năm, theo chuỗi số liệu: trung vị ± 4 lần độ lệch trung vị)",
    "An unusual change: 44 in 2025 → 60.5, 16.5 a year; usually between −3.3333 and 4 (a year, by the series: median ± 4 median deviations)",
  ],
  [
    "unusual_change",
    { from: 84.4, fromYear: 2023, to: 5, years: 2, change: -79.4, low: -42.2, high: 84.4, basis: "ratio" },
    "Thay đổi khác thường: 84,4 năm 2023 → 5, thay đổi −79,4; thường trong khoảng −42,2 đến 84,4 (so với số liệu liền trước, kể cả cách nhiều năm: giảm không quá một nửa, tăng không quá gấp đôi (chuỗi có dưới ba lần thay đổi))",
    "An unusual change: 84.4 in 2023 → 5, a change of −79.4; usually between −42.2 and 84.4 (beside the figure before, over several years too: down to half of it at most, up to double (the series has fewer than three changes))",
  ],
  [
    "unusual_change",
    { from: 44, fromYear: 2023, to: 50, years: 2, change: 3, low: -1, high: 1, basis: "reviewer" },
    "Thay đổi khác thường: 44 năm 2023 → 50, bình quân mỗi năm 3 trong 2 năm; thường trong khoảng −1 đến 1 (mỗi năm, do người phê duyệt đặt)",
    "An unusual change: 44 in 2023 → 50, 3 a year on average over 2 years; usually between −1 and 1 (a year, set by a reviewer)",
  ],
  [
    "final_unsupported",
    { missing: "published;place" },
    "Số chính thức cần có ngày công bố, trang, bảng, văn bản; nếu không có, hãy ghi rõ vì sao",
    "A final figure needs its date of publication, page, table, letter; if there is none, say why",
  ],
  [
    "out_of_range",
    { value: 140.25, min: 0, max: 100 },
    "140,25 nằm ngoài khoảng cho phép của chỉ tiêu: 0 đến 100",
    "140.25 is outside the indicator's range: 0 to 100",
  ],
  [
    "rank_above_pool",
    { value: 145, pool: 139 },
    "Hạng 145 lớn hơn tổng số được xếp hạng (139)",
    "Rank 145 is above the number ranked (139)",
  ],
  [
    "discontinued",
    { from: "2024-09-12" },
    "Cơ quan công bố đã ngừng chỉ tiêu này từ 12/9/2024",
    "The publisher ended this measure from 12 September 2024",
  ],
  [
    "provisional_again",
    { before: "estimate", after: "provisional" },
    "Số ước tính được thay bằng một số sơ bộ khác, chưa phải chính thức",
    "A figure that was estimated is replaced by another that is provisional, not final",
  ],
  [
    "grade_lowered",
    { before: "final", after: "estimate" },
    "Số chính thức được thay bằng số ước tính",
    "A final figure is replaced by one that is estimated",
  ],
  [
    "future_year",
    { year: 2027, thisYear: 2026 },
    "Năm 2027 chưa tới; năm nay là 2026",
    "2027 is yet to come; this year is 2026",
  ],
  [
    "published_before_year",
    { date: "2025-09-16", year: 2026 },
    "Ngày công bố 16/9/2025 trước cả năm của số liệu (2026): hãy kiểm tra lại; nếu đúng, ghi rõ vì sao",
    "The publication date 16 September 2025 is before the year of the figure (2026): check it; if it is right, say why",
  ],
  ["unknown_source", { source: null }, "Không có nguồn  trong danh mục", "No listed source has the id "],
])("%s is a sentence with its numbers in the language's form", (code, values, ...said) =>
  expect(
    (["vi", "en"] as const).map((lang) => findingText({ code, field: "value", values }, realStaffText(lang))),
  ).toEqual(said),
);
