import { expect, test } from "vitest";
import { withoutTracking } from "./tracking.ts";

test.each([
  ["?fbclid=x", ""],
  ["?indicator=EGDI_RANK&area=VNM&fbclid=IwAR0&utm_source=zalo&utm_medium=chat", "?indicator=EGDI_RANK&area=VNM"],
  ["?zarsrc=30&lang=en&_ga=1.2&mc_eid=a&gclid=", "?lang=en"],
  ["?UTM_Source=x&a=%2C", "?a=%2C"],
  ["?utm%5Fsource=x&%66bclid=y&a=b", "?a=b"],
])("%s is %s to whoever answers", (search, kept) => expect(withoutTracking(search)).toBe(kept));

test.each(["", "?", "?a=b&&c", "?ref=x", "?from=fbclid", "?utm=x", "?a=%26fbclid=1"])("%s stays as it is", (search) =>
  expect(withoutTracking(search)).toBe(search),
);
