import { expect, test } from "vitest";
import { editionName } from "./edition-name.ts";

test.each([
  ["GII 2025", 2025, 2026, "GII 2026"],
  ["EGDI 2024", 2024, 2026, "EGDI 2026"],
  ["Niên giám thống kê 2024", 2024, 2025, "Niên giám thống kê 2025"],
  // The year is not in it, or not alone.
  [null, 2025, 2026, null],
  ["Báo cáo quý IV", 2025, 2026, null],
  ["GII 2009/10", 2010, 2011, null],
  ["Số 20251", 2025, 2026, null],
  ["GII 2025 (2025-09)", 2025, 2026, null],
])("the edition after %s (%i) is for %i called %s", (name, timePeriod, next, expected) =>
  expect(editionName({ name, timePeriod }, next)).toBe(expected),
);
