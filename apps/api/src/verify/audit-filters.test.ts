import { expect, test } from "vitest";
import { gii2026, type Json, read, revision, team } from "../submissions/team.fixture.ts";

test("the audit is read by person, indicator, figure and day, in any combination", async () => {
  let now = new Date("2026-11-21T02:00:00Z");
  const t = await team({ now: () => now });
  const gii = await t.submit(t.lan, await t.draft(t.lan, gii2026));
  // 1:00 of the next day in Viet Nam.
  now = new Date("2026-11-21T18:00:00Z");
  const digital = await t.submit(t.lan, await t.draft(t.lan, { ...revision, value: "13.35" }));
  const { release } = await read(t.review(t.hoa, gii, { approve: "all" }));
  await t.hoa.put("/entry/assignments/GII_RANK", { staff: t.lan.actor.id });
  const audit = async (query: string) =>
    (await read(t.boss.get(`/audit?${query}`))).items.map(({ action, subject }: Json) => `${action} ${subject}`);
  const [submitted, approved] = [`submission.submitted submission ${gii.id}`, `review.approve submission ${gii.id}`];
  const published = `release.published release ${release}`;
  expect(await audit("indicator=GII_RANK&timePeriod=2026")).toEqual([
    "assignment.changed indicator GII_RANK",
    published,
    approved,
    submitted,
  ]);
  expect(await audit("indicator=GII_RANK&timePeriod=2026&action=submission.")).toEqual([submitted]);
  expect(await audit("indicator=GII_RANK&timePeriod=2024&action=submission.")).toEqual([]);
  expect(await audit("indicator=GII_RANK&to=2026-11-21&action=review.")).toEqual([]);
  expect(await audit("from=2026-11-22&to=2026-11-22&action=submission.")).toEqual([
    `submission.submitted submission ${digital.id}`,
  ]);
  expect(await audit(`actor=${t.hoa.actor.id}&action=review.`)).toEqual([approved]);
  expect((await t.boss.get("/audit?from=2026-02-30")).status).toBe(422);
});
