import { anIndicator } from "@moc2030/shared/schema/definitions.fixture";
import { expect, test } from "vitest";
import { aFigure, builtDb } from "../seed/data.fixture.ts";
import { type Json, read, team } from "./team.fixture.ts";

const proposal = (value: string, more: Json = {}) => ({
  indicator: "GII_RANK",
  compiler: "WIPO",
  refArea: "VNM",
  timePeriod: 2024,
  value,
  source: "S",
  published: "2026-11-01",
  reason: "publisher_revision",
  reasonText: "WIPO công bố lại",
  confirmation: "đã đối chiếu",
  ...more,
});
const started = async () =>
  team({
    db: await builtDb({ at: "2024-09-26", define: { indicator: [anIndicator()] }, figures: [aFigure(2024, "44")] }),
  });

test("submitting a draft whose figure was revised meanwhile is a 409 with both versions", async () => {
  const t = await started();
  const late = await t.draft(t.lan, proposal("42"));
  const first = await t.submit(t.hoa, await t.draft(t.hoa, proposal("43")));
  const hanh = await t.person("reviewer", "Hạnh");
  expect((await t.review(hanh, first, { approve: "all" })).status).toBe(200);
  const refused = await t.lan.post(`/submissions/${late.id}/submit`, undefined, t.at(late.version));
  expect(refused.status).toBe(409);
  expect(await read(refused)).toMatchObject({
    type: "urn:moc2030:problem:base-moved",
    conflicts: [{ proposed: "42", seenRelease: 1, current: { value: "43", release: 2 } }],
  });
  expect((await read(t.lan.get(`/submissions/${late.id}`))).state).toBe("draft");
});

test("after saving it again it can be submitted", async () => {
  const t = await started();
  const late = await t.draft(t.lan, proposal("42"));
  const first = await t.submit(t.hoa, await t.draft(t.hoa, proposal("43")));
  await t.review(await t.person("reviewer", "Hạnh"), first, { approve: "all" });
  const [item] = late.items;
  const again = await read(t.lan.put(`/submissions/${late.id}/items/${item.id}`, proposal("42"), t.at(late.version)));
  await t.submit(t.lan, again);
});

test("submitting a new figure that was published meanwhile is a 409 too", async () => {
  const t = await started();
  const late = await t.draft(t.lan, proposal("41", { timePeriod: 2025 }));
  const first = await t.submit(t.hoa, await t.draft(t.hoa, proposal("43", { timePeriod: 2025 })));
  expect((await t.review(await t.person("reviewer", "Hạnh"), first, { approve: "all" })).status).toBe(200);
  const refused = await t.lan.post(`/submissions/${late.id}/submit`, undefined, t.at(late.version));
  expect([refused.status, (await read(refused)).conflicts]).toMatchObject([
    409,
    [{ seenRelease: null, current: { value: "43" } }],
  ]);
});
