import { expect, test } from "vitest";
import { isInCareOf } from "./care.ts";

test("in one's care is what is assigned to one or what one's body answers for", () => {
  const mine = { assignee: { id: "lan" }, bodies: [{ id: "NSO" }] };
  expect(isInCareOf({ id: "lan", body: null }, mine)).toBe(true);
  expect(isInCareOf({ id: "hoa", body: "NSO" }, mine)).toBe(true);
  expect(isInCareOf({ id: "hoa", body: "MOST" }, mine)).toBe(false);
  // Somebody without a body does not look after what nobody answers for.
  expect(isInCareOf({ id: "hoa", body: null }, { assignee: null, bodies: [] })).toBe(false);
});
