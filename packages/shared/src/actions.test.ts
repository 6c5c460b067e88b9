import { expect, test } from "vitest";
import { may, permissions, roles } from "./actions.ts";

test("people and figures are apart: who manages staff neither proposes nor approves", () => {
  for (const role of roles)
    expect(may(role, "staff.manage") && (may(role, "submission.write") || may(role, "review.decide"))).toBe(false);
});
test("standing in for a reviewer adds the review and nothing else", () => {
  for (const action of Object.keys(permissions) as (keyof typeof permissions)[])
    expect(may("contributor", action, true)).toBe(may("contributor", action) || action === "review.decide");
});
