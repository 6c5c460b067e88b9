import { expect, test } from "vitest";
import { realText } from "./data.fixture.ts";
import { editionText } from "./edition.ts";

test.each([
  ["rank", "ấn bản 2025", "2025 edition"],
  ["tier", "ấn bản 2025", "2025 edition"],
  ["share", "năm 2025", "2025"],
  ["count", "năm 2025", "2025"],
] as const)("a %s is of %s", (kind, ...words) =>
  expect([editionText(2025, kind, realText("vi")), editionText(2025, kind, realText("en"))]).toEqual(words),
);
