import { expect, test } from "vitest";
import { realText } from "./data.fixture.ts";
import { publishedText, vagueDay } from "./published.ts";

const said = (
  published: string | null,
  publishedPrecision: "day" | "month" | "year" | null,
  lang: "vi" | "en" = "vi",
) => publishedText({ published, publishedPrecision }, realText(lang));

test("a day that is known is printed as it is", () => {
  expect(said("2025-09-16", "day")).toBe("16/9/2025");
  expect(said("2025-09-16", null)).toBe("16/9/2025");
});

test("a day that stands for a month or a year is not printed: it may have been known earlier", () => {
  expect(said("2025-12-31", "year")).toBe("chỉ biết năm 2025; có thể sớm hơn");
  expect(said("2025-05-31", "month")).toBe("chỉ biết tháng 5/2025; có thể sớm hơn");
  expect(said("2025-12-31", "year", "en")).toBe("only 2025 is known; possibly known earlier");
  expect(said("2025-05-31", "month", "en")).toBe("only May 2025 is known; possibly known earlier");
});

test("what is no day stays as it was typed, and nothing is said of none", () => {
  expect(said("tháng 9", "month")).toBe("tháng 9");
  expect(said(null, null)).toBeNull();
});

test("beside a figure it is said only of a day that is not known, and once", () => {
  const of = (published: string | null, publishedPrecision: "day" | "month" | null, obsCom: string | null = null) =>
    vagueDay({ published, publishedPrecision, obsCom }, realText("vi"));
  expect(of("2020-03-31", "month", "bảng 2; ~ chỉ biết tháng 3/2020")).toBe(
    "ngày công bố: chỉ biết tháng 3/2020; có thể sớm hơn",
  );
  expect(of("2020-03-31", "day", "bảng 2")).toBeNull();
  // Figures of before there was a precision say it in their comment alone.
  expect(of("2020-03-31", null, "bảng 2; ~ chỉ biết tháng 3/2020")).toBe("chỉ biết tháng 3/2020");
});
