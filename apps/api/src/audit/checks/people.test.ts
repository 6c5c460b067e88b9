import type { AuditAction } from "@moc2030/shared/audit-actions";
import { expect, test } from "vitest";
import { NOW } from "../../app.fixture.ts";
import { transaction } from "../../db/database.ts";
import { read, team } from "../../submissions/team.fixture.ts";
import { appendAudit } from "../chain.ts";
import { findReviewWithoutRight } from "./people.ts";

test("a review by someone who was no reviewer at the time is reported, whatever role they got later", async () => {
  const t = { ...(await team()), now: NOW };
  const added = t.boss.post("/staff", {
    email: "vy@example.vn",
    name: "Vy",
    role: "contributor",
    code: await t.boss.code(),
  });
  const { id } = await read(added);
  const decides = (action: AuditAction) =>
    transaction(t.db, (tx) =>
      appendAudit(tx, { at: NOW.toISOString(), actor: { id, name: "Vy" }, action, subject: "submission 7" }),
    );
  await decides("submission.submitted");
  expect(await findReviewWithoutRight(t)).toBeNull();
  await decides("review.approve");
  expect(await findReviewWithoutRight(t)).toMatch(
    /^submission 7: was reviewed in audit \d+ by somebody without the right$/,
  );
  const promoted = await t.boss.patch(`/staff/${id}`, { role: "reviewer", code: await t.boss.code() });
  expect([promoted.status, await findReviewWithoutRight(t)]).toEqual([200, expect.stringMatching(/^submission 7/)]);
});
