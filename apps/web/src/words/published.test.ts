import { expect, test } from "vitest";
import { realText } from "./data.fixture.ts";
import { publishedText } from "./published.ts";

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
