import { describe, expect, test } from "vitest";
import { type Action, may, permissions, roles } from "./actions.ts";

/** Who may do what, written out: C contributor, R reviewer, A administrator; S a contributor who stands in for a reviewer. */
const table: Record<Action, string> = {
  "session.own": "CRAS",
  "entry.read": "CRAS",
  "submission.read": "CRAS",
  "submission.write": "CR-S",
  "evidence.read": "CRAS",
  "review.decide": "-R-S",
  "review.delegate": "-RA-",
  "review.appoint": "--A-",
  "review.stand_in": "CR-S",
  "review.end_delegation": "CRAS",
  "absence.write": "CRAS",
  "limits.write": "-R--",
  "assignment.write": "-RA-",
  "staff.manage": "--A-",
  "audit.read": "-RA-",
  "health.read": "--A-",
};

test("every action is in the table, and nothing else", () =>
  expect(Object.keys(table).sort()).toEqual(Object.keys(permissions).sort()));

describe("role × action", () => {
  test.each(Object.entries(table) as [Action, string][])("%s: %s", (action, who) => {
    const asked = [...roles.map((role) => may(role, action)), may("contributor", action, true)];
    expect(asked.map((allowed, i) => (allowed ? "CRAS"[i] : "-")).join("")).toBe(who);
  });
  test("standing in adds the decision, to a reviewer nothing at all, and takes nothing away", () => {
    const actions = Object.keys(permissions) as Action[];
    const added = (role: (typeof roles)[number]) => actions.filter((a) => may(role, a, true) && !may(role, a));
    expect([added("contributor"), added("reviewer")]).toEqual([["review.decide"], []]);
    for (const role of roles)
      for (const a of actions) if (may(role, a)) expect([a, may(role, a, true)]).toEqual([a, true]);
  });
});
test("an administrator gains nothing by standing in for somebody", () => {
  for (const action of Object.keys(permissions) as (keyof typeof permissions)[])
    expect(may("administrator", action, true)).toBe(may("administrator", action));
});
