import { expect, test } from "vitest";
import { head } from "./decree-30.ts";

/** The lines of the sender's name, and the size of its letters in points. */
function nameOf(office: string) {
  const written = head({ parent: "Chính phủ", office, number: "Số: 1", place: "Hà Nội", day: "ngày …" });
  const own = written.split("</w:p>")[1] ?? "";
  const lines = [...own.matchAll(/<w:t [^>]*>([^<]*)/g)].map(([, text]) => text);
  return [...lines, Number(/<w:sz w:val="(\d+)"/.exec(own)?.[1]) / 2];
}

test.each([
  ["Bộ Khoa học và Công nghệ", ["BỘ KHOA HỌC VÀ CÔNG NGHỆ", 13]],
  ["Bộ Công Thương", ["BỘ CÔNG THƯƠNG", 13]],
  ["Bộ Dân tộc và Tôn giáo Việt", ["BỘ DÂN TỘC VÀ TÔN GIÁO VIỆT", 12]],
  ["Bộ Nông nghiệp và Môi trường Việt", ["BỘ NÔNG NGHIỆP\nVÀ MÔI TRƯỜNG VIỆT", 13]],
  ["Bộ Văn hóa, Thể thao và Du lịch", ["BỘ VĂN HÓA, THỂ THAO\nVÀ DU LỊCH", 13]],
  ["Ủy ban nhân dân Thành phố Hồ Chí Minh", ["ỦY BAN NHÂN DÂN THÀNH PHỐ HỒ CHÍ MINH", 13]],
])(
  "the name of %s stands on one line where it fits, smaller if need be, or is broken where it can be",
  (office, expected) => {
    const [...found] = nameOf(office);
    const size = found.pop();
    expect([found.join("\n"), size]).toEqual(expected);
  },
);
