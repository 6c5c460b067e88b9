import { expect, test } from "vitest";
import { instant } from "./instant.ts";

test("an instant is told in Viet Nam's time, over midnight too", () => {
  expect(instant("2025-09-16T07:05:00Z", "vi")).toBe("16/9/2025, 14:05");
  expect(instant("2025-09-16T16:59:59Z", "en")).toBe("16 September 2025, 23:59");
  expect(instant("2025-09-16T17:00:00Z", "en")).toBe("17 September 2025, 00:00");
});
